/* SPDX-License-Identifier: MIT */
/* cmd_build.c - schedlab build: the programs of some arms, without a run. */
#include <argp.h>
#include <stdio.h>
#include <string.h>

#include "lab/arms/build.h"
#include "lab/arms/expression.h"
#include "lab/base/option.h"
#include "lab/commands/commands.h"

struct build_options {
	struct strings arms;
	const char *flavour;
	bool in_layouts;
};

enum { KEY_FLAVOUR = 256, KEY_LAYOUTS, KEY_VARIANT };

static const struct argp_option options[] = {
	{ "flavour", KEY_FLAVOUR, "timed|counting|fault", 0, "Which build (default timed)", 0 },
	{ "layouts", KEY_LAYOUTS, NULL, 0, "In all four layouts", 0 },
	{ "variant", KEY_VARIANT, "FILE.c", 0, "A preset of your own, for the arms that name it",
	  0 },
	{ 0 }
};

static error_t parse(int key, char *value, struct argp_state *state)
{
	static const char *const flavours[] = { "timed", "counting", "fault", NULL };
	struct build_options *build = state->input;

	switch (key) {
	case KEY_FLAVOUR:
		build->flavour = value;
		return option_choice("--flavour", value, flavours) >= 0 ? 0 : EINVAL;
	case KEY_LAYOUTS:
		build->in_layouts = true;
		return 0;
	case KEY_VARIANT:
		return preset_add(value) == LAB_OK ? 0 : EINVAL;
	case ARGP_KEY_ARG:
		strings_add(&build->arms, value);
		return 0;
	default:
		return ARGP_ERR_UNKNOWN;
	}
}

static const struct argp argp = { options,
				  parse,
				  "ARM[,ARM]...",
				  "Build the programs of arms, tokio+pop=null; run does so by "
				  "itself for what it plans. Where "
				  "the programs lie says schedlab list.\v" LAB_EXIT_HELP,
				  NULL,
				  NULL,
				  NULL };

/* Arms of presets were checked when they were read; others are rows of peers, or nothing. */
static int check_arms(const struct strings *arms)
{
	struct strings peers = { NULL, 0 };
	struct expression expression;

	peer_names(&peers);
	for (size_t i = 0; i < arms->count; i++) {
		const char *wrong = expression_read(&expression, arms->items[i]);

		if (wrong == NULL || strings_contain(&peers, arms->items[i]))
			continue;
		lab_error("%s; schedlab list shows what there is", wrong);
		return LAB_USAGE;
	}
	return LAB_OK;
}

int command_build(int argc, char **argv)
{
	struct build_options build = { { NULL, 0 }, "timed", false };
	struct strings arms = { NULL, 0 };
	struct wanted wanted = { NULL, 0 };
	const char *why, *folder;
	int status = LAB_OK;

	if (argp_parse(&argp, argc, argv, 0, NULL, &build) != 0)
		return LAB_USAGE;
	folder = build_open(&why);
	if (folder == NULL) {
		lab_error("nothing can be built here: %s", why);
		return LAB_ENVIRONMENT;
	}
	build_known_presets(folder);
	for (size_t i = 0; i < build.arms.count && status == LAB_OK; i++)
		status = arm_names_split(&arms, build.arms.items[i]);
	if (status == LAB_OK && arms.count == 0) {
		lab_error("name the arms to build; schedlab list arms shows them");
		status = LAB_USAGE;
	}
	if (status == LAB_OK)
		status = check_arms(&arms);
	for (size_t i = 0; i < arms.count && status == LAB_OK; i++)
		wanted_add(&wanted, arms.items[i], build.flavour, build.in_layouts);
	return status == LAB_OK ? build_wanted(folder, &wanted) : status;
}
