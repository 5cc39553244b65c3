/* SPDX-License-Identifier: MIT */
/* Description: what each option does and refuses, and what help and version say. */
#include "harness/test/expect.h"

#include <sys/wait.h>
#include <unistd.h>

#include "harness/facts.h"
#include "harness/options.h"

#define ARGS_MAX 160u

/* A command line of words with one blank between them. */
struct command_line {
	char text[1024];
	char *argv[ARGS_MAX];
	int argc;
};

static void split(struct command_line *line, const char *text)
{
	char *next = line->text;

	snprintf(line->text, sizeof line->text, "bench-test %s", text);
	line->argc = 0;
	while (next) {
		line->argv[line->argc++] = next;
		next = strchr(next, ' ');
		if (next)
			*next++ = '\0';
	}
	line->argv[line->argc] = NULL;
}

static void parse(struct command_line *line, struct options *options, const char *text)
{
	split(line, text);
	memset(options, 0xff, sizeof *options);
	options_parse(options, line->argc, line->argv);
}

static json_t *params_json(const struct options *options)
{
	json_t *params = json_array();

	for (size_t i = 0; i < options->param_count; i++)
		json_array_append_new(params, json_string(options->params[i]));
	return params;
}

static json_t *options_json(const struct options *options)
{
	return json_pack("{s:i, s:s?, s:s?, s:I, s:s, s:I, s:s, s:b, s:I, s:I, s:I, s:s?, s:f, s:I,"
			 "s:o, s:i}",
			 "command", options->command, "workload", options->workload, "encode",
			 options->encode_group, "workers", (json_int_t)options->workers, "pin",
			 options->pin, "seed", (json_int_t)options->seed, "counters",
			 options->counters, "lockstep", options->lockstep, "blocks",
			 (json_int_t)options->blocks, "block_ns", (json_int_t)options->block_ns,
			 "iterations", (json_int_t)options->iterations, "topology",
			 options->topology, "plant", options->plant_percent, "heap",
			 (json_int_t)options->heap, "params", params_json(options), "gbench_argc",
			 options->gbench_argc);
}

/* `differs`: what is not as it is without an option, as JSON. */
static void expect_options(const char *text, const char *differs)
{
	json_t *expected = expected_json("{'command':2,'workload':'sum','encode':null,'workers':0,"
					 "'pin':'compact','seed':1,'counters':'default','lockstep':"
					 "false,'blocks':10,'block_ns':20000000,'iterations':0,"
					 "'topology':null,'plant':0.0,'heap':0,'params':[],"
					 "'gbench_argc':0}");
	json_t *other = expected_json(differs);
	struct command_line line;
	struct options options;
	char *whole;

	parse(&line, &options, text);
	json_object_update(expected, other);
	whole = json_dumps(expected, JSON_ENCODE_ANY);
	expect_json(options_json(&options), whole);
	free(whole);
	json_decref(other);
	json_decref(expected);
}

static void test_effects(void **state)
{
	static const char *const cases[][2] = {
		{ "--run sum", "{}" },
		{ "--run=other", "{'workload':'other'}" },
		{ "--describe", "{'command':1,'workload':null}" },
		{ "--encode software", "{'command':4,'workload':null,'encode':'software'}" },
		{ "--run sum --workers 1", "{'workers':1}" },
		{ "--run sum --workers 1024", "{'workers':1024}" },
		{ "--workers 3 --run sum", "{'workers':3}" },
		{ "--run sum --seed 0", "{'seed':0}" },
		{ "--run sum --seed 9223372036854775807", "{'seed':9223372036854775807}" },
		{ "--run sum --blocks 1", "{'blocks':1}" },
		{ "--run sum --blocks 100000", "{'blocks':100000}" },
		{ "--run sum --block-ns 1000", "{'block_ns':1000}" },
		{ "--run sum --block-ns 600000000000", "{'block_ns':600000000000}" },
		{ "--run sum --iterations 1", "{'iterations':1}" },
		{ "--run sum --iterations 4294967295", "{'iterations':4294967295}" },
		{ "--run sum --pin l3:1", "{'pin':'l3:1'}" },
		{ "--run sum --counters cache", "{'counters':'cache'}" },
		{ "--run sum --lockstep", "{'lockstep':true}" },
		{ "--run sum --topology x.xml", "{'topology':'x.xml'}" },
		{ "--run sum --plant 0.5", "{'plant':0.5}" },
		{ "--run sum --plant 100", "{'plant':100.0}" },
		{ "--run sum --heap 16", "{'heap':16}" },
		{ "--run sum --heap 112", "{'heap':112}" },
		{ "--run sum --param a=1 --param b=2", "{'params':['a=1','b=2']}" },
		{ "--run sum --seed 4 --seed 5", "{'seed':5}" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		expect_options(cases[i][0], cases[i][1]);
}

/* What stands behind --gbench is not ours, whatever it is. */
static void test_gbench(void **state)
{
	struct command_line line;
	struct options options;

	(void)state;
	parse(&line, &options, "--workers 2 --gbench --seed --describe x");
	assert_int_equal(options.command, COMMAND_GBENCH);
	assert_int_equal(options.workers, 2);
	assert_int_equal(options.seed, 1);
	assert_int_equal(options.gbench_argc, 4);
	assert_ptr_equal(options.gbench_argv, line.argv + 3);
	assert_string_equal(options.gbench_argv[1], "--seed");
	parse(&line, &options, "--gbench");
	assert_int_equal(options.command, COMMAND_GBENCH);
	assert_int_equal(options.gbench_argc, 1);
	assert_ptr_equal(options.gbench_argv, line.argv + 1);
	/* The program's own name is no option. */
	split(&line, "--run sum");
	line.argv[0] = (char[]){ "--gbench" };
	options_parse(&options, line.argc, line.argv);
	assert_int_equal(options.command, COMMAND_RUN);
	assert_null(options.gbench_argv);
}

/* -------------------------------------------------------------- refusals -- */

struct output {
	int status; /* of exit */
	char text[8192];
};

/* Parses in a process of its own, which ends; keeps what it said on `stream`. */
static void parse_to_the_end(struct output *output, int stream, const char *text)
{
	struct command_line line;
	struct options options;
	int ends[2], status;
	ssize_t bytes;
	size_t length = 0;
	pid_t pid;

	split(&line, text);
	assert_int_equal(pipe(ends), 0);
	fflush(NULL);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		dup2(ends[1], stream);
		close(ends[0]);
		options_parse(&options, line.argc, line.argv);
		fflush(NULL);
		_exit(99); /* nothing was wrong */
	}
	close(ends[1]);
	while ((bytes = read(ends[0], output->text + length, sizeof output->text - 1 - length)) > 0)
		length += (size_t)bytes;
	output->text[length] = '\0';
	close(ends[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	output->status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

#define NUMBER	": give a whole number from "
#define ONE_OF	"give one of --describe, --run, --gbench, and once"
#define PERCENT ": give a percentage from 0.1 to 100"
#define STEPS	": give a multiple of 16 from 0 to 112"

static void test_refusals(void **state)
{
	static const char *const cases[][2] = {
		{ "--pin none", "nothing to do; give --describe, --run WORKLOAD or --gbench" },
		{ "--run sum more", "unexpected argument 'more'" },
		{ "--run a --run b", ONE_OF },
		{ "--describe --run b", ONE_OF },
		{ "--run b --describe", ONE_OF },
		{ "--run b --encode c", ONE_OF },
		{ "--run b --gbench", ONE_OF },
		{ "--run b --workers 0", "--workers 0" NUMBER "1 to 1024" },
		{ "--run b --workers 1025", "--workers 1025" NUMBER "1 to 1024" },
		{ "--run b --seed 9223372036854775808",
		  "--seed 9223372036854775808" NUMBER "0 to 9223372036854775807" },
		{ "--run b --seed x", "--seed x" NUMBER "0 to 9223372036854775807" },
		{ "--run b --blocks 0", "--blocks 0" NUMBER "1 to 100000" },
		{ "--run b --blocks 100001", "--blocks 100001" NUMBER "1 to 100000" },
		{ "--run b --block-ns 999", "--block-ns 999" NUMBER "1000 to 600000000000" },
		{ "--run b --block-ns 600000000001",
		  "--block-ns 600000000001" NUMBER "1000 to 600000000000" },
		{ "--run b --iterations 0", "--iterations 0" NUMBER "1 to 4294967295" },
		{ "--run b --iterations 4294967296",
		  "--iterations 4294967296" NUMBER "1 to 4294967295" },
		{ "--run b --plant 0", "--plant 0" PERCENT },
		{ "--run b --plant x", "--plant x" PERCENT },
		{ "--run b --heap 128", "--heap 128" STEPS },
		{ "--run b --heap 8", "--heap 8" STEPS },
		{ "--run b --nonsense", "unrecognized option '--nonsense'" },
		{ "--run b --seed", "option '--seed' requires an argument" },
	};
	struct output output;
	char first[256];

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		parse_to_the_end(&output, STDERR_FILENO, cases[i][0]);
		assert_int_equal(output.status, EXIT_USAGE);
		snprintf(first, sizeof first, "bench-test: %s\n", cases[i][1]);
		output.text[strcspn(output.text, "\n") + 1] = '\0';
		assert_string_equal(output.text, first);
	}
}

/* Who asks for something to set says to what. */
static void test_arguments(void **state)
{
	static const char *const names[] = { "run",	 "workers",    "param",	   "pin",  "seed",
					     "counters", "blocks",     "block-ns", "heap", "plant",
					     "topology", "iterations", "encode" };
	struct output output;
	char text[64], expected[128];

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		snprintf(text, sizeof text, "--%s", names[i]);
		snprintf(expected, sizeof expected, "option '--%s' requires an argument\n",
			 names[i]);
		parse_to_the_end(&output, STDERR_FILENO, text);
		assert_int_equal(output.status, 2);
		assert_non_null(strstr(output.text, expected));
	}
}

/* As many parameters as there is room for, and one more. */
static void test_many_params(void **state)
{
	char text[1024] = "--run b";
	struct command_line line;
	struct options options;
	struct output output;

	(void)state;
	for (size_t i = 0; i < 64; i++)
		strcat(text, " --param a=1");
	parse(&line, &options, text);
	assert_int_equal(options.param_count, 64);
	strcat(text, " --param a=1");
	parse_to_the_end(&output, STDERR_FILENO, text);
	assert_int_equal(output.status, EXIT_USAGE);
	assert_non_null(strstr(output.text, "more than 64 --param; give each parameter once\n"));
}

/* ------------------------------------------------------------------ help -- */

/* Blanks and line ends become one blank: where lines break is argp's. */
static void join_lines(char *text)
{
	char *to = text;

	for (const char *from = text; *from; from++) {
		char c = *from == '\n' ? ' ' : *from;

		if (c != ' ' || to == text || to[-1] != ' ')
			*to++ = c;
	}
	*to = '\0';
}

/* One behind the other, so that each stands under its heading. */
static void test_help(void **state)
{
	static const char *const lines[] = {
		"A sample process: one scheduler with its workloads, measured. It talks JSON lines "
		"on standard output (harness/CONTRACT.md).",
		"What to do (one of):",
		"--describe Print arm, knobs and workloads as JSON",
		"--gbench Run every workload this arm can run as an ordinary Google Benchmark "
		"program; what follows are Google Benchmark's flags (--gbench --help lists them)",
		"--run=WORKLOAD Run a workload, print its row as JSON",
		"How:",
		"--block-ns=T Isolated: length of a block (default 20000000)",
		"--blocks=N Isolated: blocks to run (default 10)",
		"--counters=GROUP Events to count, by group: default, software, hardware, "
		"tracepoints, "
		"cache, branch, none",
		"--heap=BYTES Move everything on the heap by so much: 0 (default), 16, 32, ... 112",
		"--iterations=I Isolated: iterations per block, without calibration or warm-up",
		"--lockstep Take commands on standard input",
		"--param=NAME=VALUE Workload parameter, repeatable",
		"--pin=POLICY compact (default), scatter, l3 or l3:INDEX, core, none, "
		"explicit:CPU,CPU,...",
		"--plant=PERCENT Make every block slower by this share of its time (0.1 to 100), "
		"to see whether it is found",
		"--seed=S Seed of the runtime and the workload (default 1)",
		"--topology=FILE Write the hwloc topology XML there",
		"--workers=N Worker threads (default: CPUs it may use)",
	};
	struct output output;
	const char *at = output.text;

	(void)state;
	parse_to_the_end(&output, STDOUT_FILENO, "--help");
	assert_int_equal(output.status, 0);
	assert_null(strstr(output.text, "encode")); /* for those who know it */
	join_lines(output.text);
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		at = strstr(at, lines[i]);
		if (!at)
			fail_msg("'%s' is not in its place in: %s", lines[i], output.text);
	}
}

static void test_version(void **state)
{
	struct output output;
	char expected[2048];

	(void)state;
	snprintf(expected, sizeof expected,
		 "test (peer, test arm, timed), contract 1\nbuild: %s, %s, preset %s, commit %s\n",
		 facts_build.compiler, facts_build.flags, facts_build.preset, facts_build.commit);
	parse_to_the_end(&output, STDOUT_FILENO, "--version");
	assert_int_equal(output.status, 0);
	assert_string_equal(output.text, expected);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_effects),	    cmocka_unit_test(test_gbench),
		cmocka_unit_test(test_refusals),    cmocka_unit_test(test_arguments),
		cmocka_unit_test(test_many_params), cmocka_unit_test(test_help),
		cmocka_unit_test(test_version),
	};

	unsetenv("ARGP_HELP_FMT");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
