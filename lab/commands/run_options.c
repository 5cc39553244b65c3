/* SPDX-License-Identifier: MIT */
/* run_options.c - parses the options of a run; see run_options.h. */
#include "lab/commands/run_options.h"

#include <argp.h>
#include <string.h>

#include "lab/arms/expression.h"
#include "lab/arms/presets.h"
#include "lab/base/option.h"
#include "lab/plan/pin.h"

enum {
	KEY_SUITE = 256,
	KEY_SUITE_DIR,
	KEY_ARMS_DIR,
	KEY_ARMS,
	KEY_AGAINST,
	KEY_WORKLOADS,
	KEY_PARAM,
	KEY_WORKERS,
	KEY_PIN,
	KEY_PAIRS,
	KEY_LAYOUT_PAIRS,
	KEY_BLOCKS,
	KEY_BLOCK_MS,
	KEY_SEED,
	KEY_ALLOCATOR,
	KEY_OUT,
	KEY_DRY_RUN,
	KEY_JSON,
	KEY_PROGRESS,
	KEY_TIMEOUT,
	KEY_BUDGET,
	KEY_COUNTS,
	KEY_CLAIMS,
	KEY_VARIANT,
	KEY_RESUME,
	KEY_BASE,
	KEY_HEAD,
	KEY_KNOB,
	KEY_REACHES,
	KEY_FAIL_ON,
	KEY_BASE_ABOUT,
	KEY_HEAD_ABOUT,
	KEY_KNOB_ABOUT,
	KEY_ASKED
};

static const struct argp_option options_table[] = {
	{ NULL, 0, NULL, 0, "What is compared:", 1 },
	{ "suite", KEY_SUITE, "NAME|FILE", 0, "A named plan (schedlab list suites), or a JSON file",
	  0 },
	{ "claims", KEY_CLAIMS, "GLOB[,GLOB]", 0,
	  "Claims of claims/ to measure; with --suite: instead of the suite's", 0 },
	{ "resume", KEY_RESUME, "DIR", 0, "Go on with a run that was interrupted", 0 },
	{ "suite-dir", KEY_SUITE_DIR, "DIR", 0,
	  "Where suites are (default: $SCHEDLAB_SUITES, else lab/suites of the tree beside "
	  "schedlab)",
	  0 },
	{ "arms", KEY_ARMS, "GLOB[,GLOB]", 0, "Arms; with --suite: instead of the suite's", 0 },
	{ "against", KEY_AGAINST, "ARM[,ARM]", 0,
	  "Baseline; of several the first that was built (default tokio-bare,tokio)", 0 },
	{ "variant", KEY_VARIANT, "FILE.c", 0,
	  "A variant of your own, compared with --against, else with tokio; its arm is called as "
	  "the "
	  "file without .c",
	  0 },
	{ "base", KEY_BASE, "ARM", 0, "The side of a trial that is there (--suite trial)", 0 },
	{ "head", KEY_HEAD, "ARM", 0, "... and the one that is to take its place", 0 },
	{ "knob", KEY_KNOB, "KNOB=VALUE", 0,
	  "Beside a trial: the same cells with that knob of the twin turned", 0 },
	{ "reaches", KEY_REACHES, "METRIC", 0,
	  "Of a trial: the change lies behind that counter, and cells where it counts nothing show "
	  "what noise does",
	  0 },
	{ "workloads", KEY_WORKLOADS, "GLOB[,GLOB]", 0,
	  "Workloads (default all); with --suite: only these of the suite's", 0 },
	{ "param", KEY_PARAM, "NAME=V[,V]", 0,
	  "Values of a workload parameter, each a cell of its own; repeatable", 0 },
	{ "workers", KEY_WORKERS, "N[,N]", 0, "Worker threads (default: the CPUs allowed)", 0 },
	{ "arms-dir", KEY_ARMS_DIR, "DIR", 0,
	  "Directory with the bench-* programs (default: $SCHEDLAB_ARMS, else beside schedlab)",
	  0 },
	{ NULL, 0, NULL, 0, "How it is measured:", 2 },
	{ "pin", KEY_PIN, "POLICY", 0, "compact, scatter, l3, core, none, explicit:CPU,...", 0 },
	{ "pairs", KEY_PAIRS, "N", 0, "Pairs per cell and arm (default 5)", 0 },
	{ "layout-pairs", KEY_LAYOUT_PAIRS, "N", 0,
	  "Layout A/A pairs of both arms of each row that has more pairs (default 24): without "
	  "them it gets no word",
	  0 },
	{ "blocks", KEY_BLOCKS, "N", 0, "Blocks per side of a pair (default 10)", 0 },
	{ "block-ms", KEY_BLOCK_MS, "MS", 0,
	  "Length of a block (default 20; workloads that park 200)", 0 },
	{ "seed", KEY_SEED, "S", 0, "Seed of the order and of the samples (default 1)", 0 },
	{ "allocator", KEY_ALLOCATOR, "libc|mimalloc", 0,
	  "mimalloc is preloaded into both sides alike", 0 },
	{ "timeout", KEY_TIMEOUT, "SECONDS", 0,
	  "Least time given to any answer of a sample (default 10)", 0 },
	{ "budget", KEY_BUDGET, "SECONDS", 0, "Start no pair after this time", 0 },
	{ NULL, 0, NULL, 0, "What comes out:", 3 },
	{ "out", KEY_OUT, "DIR", 0, "Result directory (default results/TIME-SUITE)", 0 },
	{ "counts", KEY_COUNTS, "FILE", 0,
	  "Instructions and RMW per unit, as JSON (default DIR/counts.json)", 0 },
	{ "fail-on", KEY_FAIL_ON, "OUTCOME:PERCENT", 0,
	  "Of a trial: a limit in place of margins, kept with the results (schedlab trial --help)",
	  0 },
	{ "base-about", KEY_BASE_ABOUT, "TEXT", 0, "What --base is, kept with the results", 0 },
	{ "head-about", KEY_HEAD_ABOUT, "TEXT", 0, "What --head is, kept with the results", 0 },
	{ "knob-about", KEY_KNOB_ABOUT, "TEXT", 0, "What is known of --knob, kept with the results",
	  0 },
	{ "asked", KEY_ASKED, "TEXT", 0,
	  "The command that is shown with the results: of a script that calls this one", 0 },
	{ "dry-run", KEY_DRY_RUN, NULL, 0, "Print the plan and its estimated time; run nothing",
	  0 },
	{ "json", KEY_JSON, NULL, 0, "Print JSON instead of the table", 0 },
	{ "progress", KEY_PROGRESS, "auto|plain|none", 0, "Progress on standard error", 0 },
	{ 0 }
};

/* "--suite", as it is typed. */
static const char *option_typed(int key)
{
	const struct argp_option *option = options_table;

	while (option->key != key)
		option++;
	return lab_printf("--%s", option->name);
}

static bool parse_number_key(int key, const char *value, struct run_options *options)
{
	const char *option = option_typed(key);

	if (key == KEY_PAIRS)
		return option_number(option, value, 1, 100000, &options->request.pairs);
	if (key == KEY_LAYOUT_PAIRS)
		return option_number(option, value, 0, 100000, &options->request.layout_pairs);
	if (key == KEY_BLOCKS)
		return option_number(option, value, 1, 100000, &options->request.blocks);
	if (key == KEY_SEED)
		return option_number(option, value, 0, INT64_MAX / 2, &options->seed);
	if (key == KEY_BLOCK_MS)
		return option_milliseconds(option, value, &options->request.block_ns);
	return option_seconds(option, value,
			      key == KEY_TIMEOUT ? &options->timeout_ns : &options->budget_ns);
}

static bool parse_workers(const char *text, struct strings *workers)
{
	int64_t number;

	memset(workers, 0, sizeof(*workers));
	strings_split(workers, text, ',');
	for (size_t i = 0; i < workers->count; i++)
		if (!parse_number(workers->items[i], 1, 1024, &number))
			workers->count = 0;
	if (workers->count > 0)
		return true;
	lab_error("--workers %s: give one or more numbers from 1 to 1024, e.g. 1,2,4", text);
	return false;
}

static bool parse_choice_key(int key, const char *value, struct run_options *options)
{
	static const char *const allocators[] = { "libc", "mimalloc", NULL };
	static const char *const modes[] = { "auto", "plain", "none", NULL };
	int choice;

	if (key == KEY_ALLOCATOR) {
		choice = option_choice("--allocator", value, allocators);
		options->mimalloc = choice == 1;
		return choice >= 0;
	}
	choice = option_choice("--progress", value, modes);
	if (choice >= 0)
		options->progress = (enum progress_mode)choice;
	return choice >= 0;
}

static bool parse_name_key(int key, const char *value, struct run_options *options)
{
	const char **target = key == KEY_SUITE	    ? &options->request.suite :
			      key == KEY_SUITE_DIR  ? &options->request.suite_directory :
			      key == KEY_ARMS_DIR   ? &options->arms_directory :
			      key == KEY_ARMS	    ? &options->request.arms :
			      key == KEY_AGAINST    ? &options->request.against :
			      key == KEY_WORKLOADS  ? &options->request.workloads :
			      key == KEY_CLAIMS	    ? &options->request.claims :
			      key == KEY_RESUME	    ? &options->resume :
			      key == KEY_OUT	    ? &options->out :
			      key == KEY_BASE_ABOUT ? &options->base_about :
			      key == KEY_HEAD_ABOUT ? &options->head_about :
			      key == KEY_KNOB_ABOUT ? &options->knob_about :
			      key == KEY_REACHES    ? &options->request.sides.reaches :
			      key == KEY_ASKED	    ? &options->command_line :
						      &options->counts;

	if (value[0] == '\0') {
		lab_error("%s has an empty value; see schedlab run --help", option_typed(key));
		return false;
	}
	*target = value;
	return true;
}

/* A side is one arm, by its one name. */
static bool parse_side(int key, const char *value, struct sides *sides)
{
	const char *arm = value[0] != '\0' ? arm_name(value) : NULL;

	if (value[0] == '\0' || (arm != NULL && strpbrk(arm, "*?[,") != NULL)) {
		lab_error("%s %s: give one arm; see schedlab list arms", option_typed(key), value);
		return false;
	}
	*(key == KEY_BASE ? &sides->base : &sides->head) = arm;
	return arm != NULL;
}

/* The twin's knob must be one that changes something. */
static bool parse_knob(const char *value, struct sides *sides)
{
	struct expression expression;
	const char *wrong = expression_to_build(&expression, lab_printf("tokio+%s", value));

	sides->knob = value;
	if (wrong == NULL)
		return true;
	lab_error("--knob %s: %s (schedlab list axes)", value, wrong);
	return false;
}

static bool parse_list_key(int key, const char *value, struct run_options *options)
{
	struct strings names = { NULL, 0 };

	strings_split(&names, value, ',');
	if (value[0] == '\0' || names.count > 0)
		return parse_name_key(key, value, options);
	lab_error("%s %s: names nothing; see schedlab run --help", option_typed(key), value);
	return false;
}

/* What may be said anew of a run that is gone on with. */
static bool counts_with_resume(int key)
{
	return key == KEY_RESUME || key == KEY_DRY_RUN || key == KEY_JSON || key == KEY_PROGRESS ||
	       key == KEY_BUDGET || key == KEY_COUNTS || key == KEY_ARMS_DIR;
}

/* From now on a preset like those of variants/. */
static bool parse_variant(const char *file, struct run_options *options)
{
	const char *path, *slash;

	if (options->variant != NULL) {
		lab_error("--variant: one at a time; name further ones in --arms when they are "
			  "built");
		return false;
	}
	if (preset_add(file) != LAB_OK)
		return false;
	/* what a link leads to is built, and called so */
	path = preset_files()->items[preset_files()->count - 1];
	slash = strrchr(path, '/') + 1;
	options->variant = lab_printf("%.*s", (int)strlen(slash) - 2, slash);
	return true;
}

static bool parse_trial_key(int key, const char *value, struct run_options *options)
{
	if (key == KEY_BASE || key == KEY_HEAD)
		return parse_side(key, value, &options->request.sides);
	if (key == KEY_KNOB)
		return parse_knob(value, &options->request.sides);
	if (key == KEY_FAIL_ON)
		return trial_add_limits(&options->limits, value);
	return parse_name_key(key, value, options);
}

static error_t parse(int key, char *value, struct argp_state *state)
{
	struct run_options *options = state->input;
	bool right = true;

	switch (key) {
	case KEY_ARMS:
	case KEY_AGAINST:
	case KEY_WORKLOADS:
	case KEY_CLAIMS:
		right = parse_list_key(key, value, options);
		break;
	case KEY_SUITE:
	case KEY_SUITE_DIR:
	case KEY_ARMS_DIR:
	case KEY_RESUME:
	case KEY_OUT:
	case KEY_COUNTS:
	case KEY_ASKED:
		right = parse_name_key(key, value, options);
		break;
	case KEY_PAIRS:
	case KEY_LAYOUT_PAIRS:
	case KEY_BLOCKS:
	case KEY_SEED:
	case KEY_BLOCK_MS:
	case KEY_TIMEOUT:
	case KEY_BUDGET:
		right = parse_number_key(key, value, options);
		break;
	case KEY_ALLOCATOR:
	case KEY_PROGRESS:
		right = parse_choice_key(key, value, options);
		break;
	case KEY_VARIANT:
		right = parse_variant(value, options);
		break;
	case KEY_BASE:
	case KEY_HEAD:
	case KEY_KNOB:
	case KEY_REACHES:
	case KEY_FAIL_ON:
	case KEY_BASE_ABOUT:
	case KEY_HEAD_ABOUT:
	case KEY_KNOB_ABOUT:
		right = parse_trial_key(key, value, options);
		break;
	case KEY_PARAM:
		strings_add(&options->request.params, value);
		break;
	case KEY_WORKERS:
		right = parse_workers(value, &options->request.workers);
		break;
	case KEY_PIN:
		right = pin_check("--pin", value);
		options->request.pin = value;
		break;
	case KEY_DRY_RUN:
		options->dry_run = true;
		break;
	case KEY_JSON:
		options->json = true;
		break;
	default:
		return ARGP_ERR_UNKNOWN;
	}
	options->changes_plan = options->changes_plan || !counts_with_resume(key);
	return right ? 0 : EINVAL;
}

static const struct argp argp = {
	.options = options_table,
	.parser = parse,
	.doc = "Compare arms in lock-step pairs and store everything. Give --suite or "
	       "--arms.\v" LAB_EXIT_HELP,
};

struct run_options run_options_default(void)
{
	struct run_options options;

	memset(&options, 0, sizeof(options));
	options.seed = 1;
	options.request.layout_pairs = -1;
	options.timeout_ns = 10000000000u;
	options.progress = PROGRESS_AUTO;
	options.command_line = "";
	return options;
}

static int refuse_pair(const char *one, const char *other, const char *why)
{
	lab_error("%s and %s: %s; give one of them", one, other, why);
	return LAB_USAGE;
}

/* A trial has both sides, and a suite that is one. */
static int check_sides(const struct run_options *options)
{
	const struct sides *sides = &options->request.sides;

	if ((sides->base == NULL) != (sides->head == NULL)) {
		lab_error("--base and --head belong together; give both");
		return LAB_USAGE;
	}
	if (sides->base != NULL && options->request.suite == NULL)
		return option_says_nothing("--base", "without --suite trial");
	if (sides->base == NULL && options->limits.count > 0)
		return option_says_nothing("--fail-on", "without --base and --head");
	if (sides->base == NULL && sides->reaches != NULL)
		return option_says_nothing("--reaches", "without --base and --head");
	if (sides->base == NULL && sides->knob != NULL)
		return option_says_nothing("--knob", "without --base and --head");
	if (sides->knob == NULL && options->knob_about != NULL)
		return option_says_nothing("--knob-about", "without --knob");
	if (sides->base == NULL && (options->base_about != NULL || options->head_about != NULL))
		return option_says_nothing("--base-about", "without --base and --head");
	return LAB_OK;
}

/* An option that says nothing beside the others is a mistake of whoever gave it. */
static int check_together(const struct run_options *options)
{
	if (options->resume != NULL && options->changes_plan) {
		lab_error("with --resume the plan is that of %s; of the other options only "
			  "--dry-run, "
			  "--json, --progress, --budget, --counts and --arms-dir count",
			  options->resume);
		return LAB_USAGE;
	}
	if (options->request.claims != NULL && options->request.arms != NULL)
		return refuse_pair("--claims", "--arms", "a claim names its arms itself");
	if (options->request.claims != NULL && options->request.against != NULL)
		return refuse_pair("--claims", "--against", "a claim names its arms itself");
	if (options->request.suite_directory != NULL && options->request.suite == NULL)
		return option_says_nothing("--suite-dir", "without --suite");
	return check_sides(options);
}

int run_options_parse(struct run_options *options, int argc, char **argv)
{
	struct strings words = { NULL, 0 };

	for (int i = 0; i < argc; i++)
		strings_add(&words, argv[i]);
	options->command_line = strings_join(&words, " ");
	if (argp_parse(&argp, argc, argv, 0, NULL, options) != 0)
		return LAB_USAGE;
	if (options->variant != NULL && options->request.arms == NULL)
		options->request.arms = options->variant;
	if (options->variant != NULL && options->request.against == NULL)
		options->request.against = "tokio";
	if (check_together(options) != LAB_OK)
		return LAB_USAGE;
	if (options->request.suite != NULL || options->request.arms != NULL ||
	    options->request.claims != NULL || options->resume != NULL)
		return LAB_OK;
	lab_error("give --suite NAME, --claims GLOB, --arms GLOB or --resume DIR (schedlab run "
		  "--help)");
	return LAB_USAGE;
}
