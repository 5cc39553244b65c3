/* SPDX-License-Identifier: MIT */
/* arguments.c - see arguments.h. */
#include "lab/commands/arguments.h"

#include <errno.h>

#include "lab/base/option.h"

error_t arguments_parse(const struct arguments *arguments, int key, char *value,
			struct argp_state *state)
{
	switch (key) {
	case ARGP_KEY_ARG:
		if (state->arg_num >= arguments->count)
			argp_error(state, "%s", arguments->more);
		*arguments->values[state->arg_num] = value;
		return 0;
	case ARGP_KEY_END:
		if (state->arg_num < arguments->count)
			argp_error(state, "%s", arguments->missing);
		return 0;
	default:
		return ARGP_ERR_UNKNOWN;
	}
}

error_t arguments_parse_alone(int key, char *value, struct argp_state *state)
{
	return arguments_parse(state->input, key, value, state);
}

enum { KEY_RUN = 1024, KEY_OUT, KEY_PAIRS, KEY_ARMS_DIR };

static const struct argp_option run_now_options[] = {
	{ "run", KEY_RUN, NULL, 0, "Measure now instead of reading what is stored", 0 },
	{ "out", KEY_OUT, "DIR", 0, "With --run: result directory", 0 },
	{ "pairs", KEY_PAIRS, "N", 0, "With --run: pairs per cell or contrast (default 40)", 0 },
	{ "arms-dir", KEY_ARMS_DIR, "DIR", 0, "With --run: where the bench-* programs are", 0 },
	{ 0 }
};

static error_t parse_run_now(int key, char *value, struct argp_state *state)
{
	struct run_now *now = state->input;

	switch (key) {
	case KEY_RUN:
		now->run = true;
		return 0;
	case KEY_OUT:
		now->options.out = value;
		return 0;
	case KEY_PAIRS:
		return option_number("--pairs", value, 1, 100000, &now->options.request.pairs) ?
			       0 :
			       EINVAL;
	case KEY_ARMS_DIR:
		now->options.arms_directory = value;
		return 0;
	default:
		return ARGP_ERR_UNKNOWN;
	}
}

const struct argp run_now_argp = { .options = run_now_options, .parser = parse_run_now };

int run_now_check(const struct run_now *now)
{
	const char *given = now->options.request.pairs != 0	? "--pairs" :
			    now->options.out != NULL		? "--out" :
			    now->options.arms_directory != NULL ? "--arms-dir" :
								  NULL;

	return now->run || given == NULL ? LAB_OK : option_says_nothing(given, "without --run");
}
