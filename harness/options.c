/* SPDX-License-Identifier: MIT */
/*
 * options.c - the command line, by argp.
 *
 * What stands behind --gbench belongs to Google Benchmark and is cut off
 * before argp sees it.
 */
#include "harness/options.h"

#include <argp.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness/counter_table.h"
#include "harness/facts.h"
#include "workloads/arm.h"

enum option_key {
	KEY_DESCRIBE = 0x100,
	KEY_RUN,
	KEY_WORKERS,
	KEY_PARAM,
	KEY_PIN,
	KEY_SEED,
	KEY_COUNTERS,
	KEY_LOCKSTEP,
	KEY_BLOCKS,
	KEY_BLOCK_NS,
	KEY_ITERATIONS,
	KEY_TOPOLOGY,
	KEY_PLANT,
	KEY_HEAP,
	KEY_GBENCH,
	KEY_ENCODE
};

#define TEN_MINUTES_NS 600000000000ull

static const struct argp_option option_table[] = {
	{ NULL, 0, NULL, 0, "What to do (one of):", 1 },
	{ "describe", KEY_DESCRIBE, NULL, 0, "Print arm, knobs and workloads as JSON", 1 },
	{ "run", KEY_RUN, "WORKLOAD", 0, "Run a workload, print its row as JSON", 1 },
	{ "gbench", KEY_GBENCH, NULL, 0,
	  "Run every workload this arm can run as an ordinary Google Benchmark program; what "
	  "follows are Google Benchmark's flags (--gbench --help lists them)",
	  1 },
	{ NULL, 0, NULL, 0, "How:", 2 },
	{ "workers", KEY_WORKERS, "N", 0, "Worker threads (default: CPUs it may use)", 2 },
	{ "param", KEY_PARAM, "NAME=VALUE", 0, "Workload parameter, repeatable", 2 },
	{ "pin", KEY_PIN, "POLICY", 0,
	  "compact (default), scatter, l3 or l3:INDEX, core, none, explicit:CPU,CPU,...", 2 },
	{ "seed", KEY_SEED, "S", 0, "Seed of the runtime and the workload (default 1)", 2 },
	{ "counters", KEY_COUNTERS, "GROUP", 0, "Events to count, by group", 2 },
	{ "lockstep", KEY_LOCKSTEP, NULL, 0, "Take commands on standard input", 2 },
	{ "blocks", KEY_BLOCKS, "N", 0, "Isolated: blocks to run (default 10)", 2 },
	{ "block-ns", KEY_BLOCK_NS, "T", 0, "Isolated: length of a block (default 20000000)", 2 },
	{ "iterations", KEY_ITERATIONS, "I", 0,
	  "Isolated: iterations per block, without calibration or warm-up", 2 },
	{ "topology", KEY_TOPOLOGY, "FILE", 0, "Write the hwloc topology XML there", 2 },
	{ "plant", KEY_PLANT, "PERCENT", 0,
	  "Make every block slower by this share of its time (0.1 to 100), to see whether it is "
	  "found",
	  2 },
	{ "heap", KEY_HEAP, "BYTES", 0,
	  "Move everything on the heap by so much: 0 (default), 16, 32, ... 112", 2 },
	{ "encode", KEY_ENCODE, "GROUP", OPTION_HIDDEN,
	  "Diagnosis: print the perf_event encodings of a counter group", 2 },
	{ NULL, 0, NULL, 0, NULL, 0 },
};

int options_number(const char *text, uint64_t min, uint64_t max, uint64_t *value)
{
	char *end;
	unsigned long long number;

	if (*text < '0' || *text > '9')
		return -EINVAL;
	errno = 0;
	number = strtoull(text, &end, 10);
	if (*end)
		return -EINVAL;
	if (errno || number < min || number > max)
		return -ERANGE;
	*value = number;
	return 0;
}

int options_heap(const char *text, uint32_t *value)
{
	uint64_t bytes;
	int error = options_number(text, 0, OPTIONS_HEAP_MAX, &bytes);

	if (!error && bytes % OPTIONS_HEAP_STEP != 0)
		error = -EINVAL;
	if (!error)
		*value = (uint32_t)bytes;
	return error;
}

int options_percent(const char *text, double *value)
{
	char *end;
	double number;

	if (text[strspn(text, "0123456789.")] || *text == '\0')
		return -EINVAL;
	number = strtod(text, &end);
	if (*end)
		return -EINVAL;
	if (number < 0.1 || number > 100)
		return -ERANGE;
	*value = number;
	return 0;
}

static uint64_t number_or_usage(struct argp_state *state, const char *option, const char *text,
				uint64_t min, uint64_t max)
{
	uint64_t value = 0;

	if (options_number(text, min, max, &value))
		argp_error(state, "--%s %s: give a whole number from %" PRIu64 " to %" PRIu64,
			   option, text, min, max);
	return value;
}

static void set_command(struct argp_state *state, enum harness_command command)
{
	struct options *options = state->input;

	if (options->command != COMMAND_NONE)
		argp_error(state, "give one of --describe, --run, --gbench, and once");
	options->command = command;
}

static void add_param(struct argp_state *state, const char *text)
{
	struct options *options = state->input;

	if (options->param_count == OPTIONS_PARAMS_MAX)
		argp_error(state, "more than %u --param; give each parameter once",
			   OPTIONS_PARAMS_MAX);
	else
		options->params[options->param_count++] = text;
}

/* Options with a number; false if the key is none of them. */
static bool parse_numbers(int key, const char *arg, struct argp_state *state)
{
	struct options *options = state->input;

	switch (key) {
	case KEY_WORKERS:
		options->workers = (uint32_t)number_or_usage(state, "workers", arg, 1, 1024);
		return true;
	case KEY_SEED:
		options->seed = number_or_usage(state, "seed", arg, 0, INT64_MAX);
		return true;
	case KEY_BLOCKS:
		options->blocks = number_or_usage(state, "blocks", arg, 1, 100000);
		return true;
	case KEY_BLOCK_NS:
		options->block_ns = number_or_usage(state, "block-ns", arg, 1000, TEN_MINUTES_NS);
		return true;
	case KEY_ITERATIONS:
		options->iterations = number_or_usage(state, "iterations", arg, 1, UINT32_MAX);
		return true;
	default:
		return false;
	}
}

static error_t parse_option(int key, char *arg, struct argp_state *state)
{
	struct options *options = state->input;

	if (parse_numbers(key, arg, state))
		return 0;
	switch (key) {
	case KEY_DESCRIBE:
		set_command(state, COMMAND_DESCRIBE);
		return 0;
	case KEY_RUN:
		set_command(state, COMMAND_RUN);
		options->workload = arg;
		return 0;
	case KEY_GBENCH:
		set_command(state, COMMAND_GBENCH);
		return 0;
	case KEY_ENCODE:
		set_command(state, COMMAND_ENCODE);
		options->encode_group = arg;
		return 0;
	case KEY_PARAM:
		add_param(state, arg);
		return 0;
	case KEY_PIN:
		options->pin = arg;
		return 0;
	case KEY_COUNTERS:
		options->counters = arg;
		return 0;
	case KEY_LOCKSTEP:
		options->lockstep = true;
		return 0;
	case KEY_TOPOLOGY:
		options->topology = arg;
		return 0;
	case KEY_PLANT:
		if (options_percent(arg, &options->plant_percent))
			argp_error(state, "--plant %s: give a percentage from 0.1 to 100", arg);
		return 0;
	case KEY_HEAP:
		if (options_heap(arg, &options->heap))
			argp_error(state, "--heap %s: give a multiple of %u from 0 to %u", arg,
				   OPTIONS_HEAP_STEP, OPTIONS_HEAP_MAX);
		return 0;
	case ARGP_KEY_ARG:
		argp_error(state, "unexpected argument '%s'", arg);
		return 0;
	case ARGP_KEY_END:
		if (options->command == COMMAND_NONE)
			argp_error(state,
				   "nothing to do; give --describe, --run WORKLOAD or --gbench");
		return 0;
	default:
		return ARGP_ERR_UNKNOWN;
	}
}

/* The groups are those of counter_table.c. */
static char *filter_help(int key, const char *text, void *input)
{
	const struct counter_group *groups;
	size_t count, bytes;
	char *all = NULL;
	FILE *out;

	(void)input;
	if (key != KEY_COUNTERS || !(out = open_memstream(&all, &bytes)))
		return (char *)(uintptr_t)text;
	groups = counter_groups(&count);
	fprintf(out, "%s:", text);
	for (size_t i = 0; i < count; i++)
		fprintf(out, "%s %s", i ? "," : "", groups[i].name);
	fclose(out);
	return all;
}

static void print_version(FILE *stream, struct argp_state *state)
{
	const struct arm *arm = arm_self();

	(void)state;
	fprintf(stream, "%s (%s, %s, %s), contract 1\nbuild: %s, %s, preset %s, commit %s\n",
		arm->name, arm->kind, arm->version, arm->flavour, facts_build.compiler,
		facts_build.flags, facts_build.preset, facts_build.commit);
}

/* Everything behind --gbench goes to Google Benchmark; returns the argc left. */
static int cut_gbench(struct options *options, int argc, char **argv)
{
	int i;

	for (i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--gbench") == 0) {
			options->gbench_argc = argc - i;
			options->gbench_argv = argv + i;
			return i + 1;
		}
	}
	return argc;
}

void options_parse(struct options *options, int argc, char **argv)
{
	static const struct argp argp = {
		.options = option_table,
		.parser = parse_option,
		.doc = "A sample process: one scheduler with its workloads, measured.  It talks "
		       "JSON lines on standard output (harness/CONTRACT.md).",
		.help_filter = filter_help,
	};

	*options = (struct options){
		.pin = "compact",
		.seed = 1,
		.counters = "default",
		.blocks = 10,
		.block_ns = 20000000,
	};
	argp_err_exit_status = EXIT_USAGE;
	argp_program_version_hook = print_version;
	argc = cut_gbench(options, argc, argv);
	if (argp_parse(&argp, argc, argv, 0, NULL, options))
		exit(EXIT_USAGE);
}
