/* SPDX-License-Identifier: MIT */
/* options.c - the command line of exec-VARIANT, by argp. */
#include "verify/exec/front/options.h"

#include <argp.h>
#include <stdlib.h>
#include <string.h>

enum option_key {
	KEY_WORKERS = 0x100,
	KEY_PARAM,
	KEY_ITERATIONS,
	KEY_SEEDS,
	KEY_SEED,
	KEY_STRATEGY,
	KEY_STEPS,
	KEY_FAULTS,
	KEY_EXPECT,
	KEY_REPLAY,
	KEY_TRACE,
	KEY_SHRINK,
	KEY_HASHES,
	KEY_LIST
};

static const struct argp_option table[] = {
	{ NULL, 0, NULL, 0, "What:", 1 },
	{ "workload", 'w', "NAME", 0, "A workload or a scenario, or all; repeatable", 1 },
	{ "workers", KEY_WORKERS, "N", 0, "Worker threads", 1 },
	{ "param", KEY_PARAM, "NAME=VALUE", 0,
	  "Parameter of the workload, repeatable; default: small", 1 },
	{ "iterations", KEY_ITERATIONS, "N", 0, "Iterations of the workload (1)", 1 },
	{ "list", KEY_LIST, NULL, 0, "Name the workloads and scenarios of this variant", 1 },
	{ NULL, 0, NULL, 0, "How:", 2 },
	{ "seeds", 's', "N", 0, "Executions, each under a seed of its own (100)", 2 },
	{ "seed", KEY_SEED, "N", 0, "The first of them (1)", 2 },
	{ "strategy", KEY_STRATEGY, "S", 0,
	  "random[:PERCENT], pct[:DEPTH[:LENGTH]] or bounded[:PREEMPTIONS] (random:20)", 2 },
	{ "steps", KEY_STEPS, "N", 0, "An execution with more steps is a livelock (300000)", 2 },
	{ "faults", KEY_FAULTS, "LIST", 0,
	  "spurious=P late=P[:NS] cas=P alloc=N allocs=P stall=THREAD@FUNCTION[#N][+STEPS] "
	  "stalls=P+STEPS wake=fifo mutex=fifo cpus=N, with commas; P of a million",
	  2 },
	{ "expect", KEY_EXPECT, "END", 0,
	  "Succeed if and only if some execution ends so: check, wrong, deadlock, lost-wakeup, "
	  "livelock, leak, use-after-free, bad-free, misuse, crash; or any of them",
	  2 },
	{ NULL, 0, NULL, 0, "A failure:", 3 },
	{ "replay", KEY_REPLAY, "SEED[:INTERLEAVING]", 0,
	  "Run this one execution; INTERLEAVING is what a failure printed, or @FILE", 3 },
	{ "trace", KEY_TRACE, "N", 0, "Print the last N events, or all (40)", 3 },
	{ "shrink", KEY_SHRINK, "N", 0,
	  "Cut the interleaving of a failure in at most N executions (2000); 0: do not", 3 },
	{ "hashes", KEY_HASHES, NULL, 0, "Print the hash of every execution", 3 },
	{ 0 },
};

static uint64_t number(struct argp_state *state, const char *text, uint64_t least, uint64_t most)
{
	char *end;
	unsigned long long value = strtoull(text, &end, 10);

	if (*text < '0' || *text > '9' || *end || value < least || value > most)
		argp_error(state, "'%s': give a whole number from %llu to %llu", text,
			   (unsigned long long)least, (unsigned long long)most);
	return value;
}

static void append(struct argp_state *state, const char **list, uint32_t *count, const char *text)
{
	if (*count == OPTIONS_LIST_MAX)
		argp_error(state, "'%s': more than %u of these", text, OPTIONS_LIST_MAX);
	else
		list[(*count)++] = text;
}

static void parse_replay(struct options *options, struct argp_state *state, char *text)
{
	char *interleaving = strchr(text, ':');

	if (interleaving)
		*interleaving++ = '\0';
	options->is_replay = true;
	options->interleaving = interleaving;
	options->first_seed = number(state, text, 0, UINT64_MAX);
	options->seeds = 1;
}

/* What is run; false: the key is none of them. */
static bool parse_what(struct options *options, struct argp_state *state, int key, char *text)
{
	switch (key) {
	case 'w':
		append(state, options->workloads, &options->workload_count, text);
		return true;
	case KEY_PARAM:
		append(state, options->params, &options->param_count, text);
		return true;
	case KEY_WORKERS:
		options->workers = (uint32_t)number(state, text, 1, 32);
		return true;
	case KEY_ITERATIONS:
		options->iterations = number(state, text, 1, UINT32_MAX);
		return true;
	case KEY_LIST:
		options->is_list = true;
		return true;
	default:
		return false;
	}
}

static bool parse_how(struct options *options, struct argp_state *state, int key, char *text)
{
	switch (key) {
	case 's':
		options->seeds = number(state, text, 1, UINT64_MAX);
		return true;
	case KEY_SEED:
		options->first_seed = number(state, text, 0, UINT64_MAX);
		return true;
	case KEY_STRATEGY:
		options->strategy = text;
		return true;
	case KEY_STEPS:
		options->steps_max = number(state, text, 1, UINT64_MAX);
		return true;
	case KEY_FAULTS:
		options->faults = text;
		return true;
	case KEY_EXPECT:
		options->expect = text;
		return true;
	default:
		return false;
	}
}

static error_t parse_option(int key, char *text, struct argp_state *state)
{
	struct options *options = state->input;

	if (parse_what(options, state, key, text) || parse_how(options, state, key, text))
		return 0;
	switch (key) {
	case KEY_REPLAY:
		parse_replay(options, state, text);
		return 0;
	case KEY_TRACE:
		options->trace = strcmp(text, "all") ? number(state, text, 0, UINT32_MAX) :
						       UINT64_MAX;
		return 0;
	case KEY_SHRINK:
		options->shrink_runs = number(state, text, 0, UINT32_MAX);
		return 0;
	case KEY_HASHES:
		options->shows_hashes = true;
		return 0;
	case ARGP_KEY_END:
		if (!options->is_list && options->workload_count == 0)
			argp_error(state, "give a --workload (see --list)");
		return 0;
	default:
		return ARGP_ERR_UNKNOWN;
	}
}

void options_parse(int count, char **arguments, struct options *options)
{
	static const struct argp argp = {
		.options = table,
		.parser = parse_option,
		.doc = "Run a scheduler with its workloads under a simulated system, again and "
		       "again, "
		       "each time with other interleavings, and look for one that goes wrong.\v"
		       "Exit status: 0 nothing went wrong (or what --expect wants was found), 1 "
		       "something did, 2 usage.",
	};

	*options = (struct options){ .first_seed = 1,
				     .seeds = 100,
				     .steps_max = 300000,
				     .trace = 40,
				     .shrink_runs = 2000,
				     .strategy = "random:20" };
	argp_err_exit_status = 2;
	argp_parse(&argp, count, arguments, 0, NULL, options);
}
