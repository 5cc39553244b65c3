/* SPDX-License-Identifier: MIT */
/*
 * model_main.c - runs the model tests of one program on the engine it is linked with.
 *
 * Each test is searched in a process of its own, so that a crash, a stack used up
 * or a failing execution ends that one only; no verdict is a failure too.  One
 * line per test: NAME STATUS executions=N seconds=S bound=B exhaustive=yes|no.
 * A test that rests on what the engine does not show is refused, not passed.
 */
#include <argp.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/streams.h"
#include "verify/litmus/blind.h"
#include "verify/model.h"
#include "verify/model_engine.h"
#include "verify/orders.h"

#define DEFAULT_BOUND 2
#define UNSET	      (-2)

enum { EXIT_USAGE = 2, EXIT_SKIPPED = 77 };

extern struct model __start_models[]; /* the linker's names for the section */
extern struct model __stop_models[];

static struct arguments {
	const char *test;
	int bound;
	int surprises;
	uint32_t max_seconds;
	uint32_t max_branches;
	uint64_t max_executions;
	uint64_t trace;
	bool list;
	bool expect_fail;
	bool orders;
} arguments = { .bound = UNSET, .surprises = UNSET, .max_branches = 10000 };

static const struct argp_option options[] = {
	{ "list", 'l', NULL, 0, "Name the tests and what they check", 0 },
	{ "test", 't', "NAME", 0, "Run this test only", 0 },
	{ "bound", 'b', "N", 0, "Preemptions in an execution, or none; default: the test's", 0 },
	{ "surprises", 's', "N", 0, "Spurious failures and early returns in an execution", 0 },
	{ "max-seconds", 'm', "S", 0, "Stop a test's search after S seconds", 0 },
	{ "max-executions", 'x', "N", 0,
	  "Stop a test's search after about N executions: the same everywhere, unlike a time", 0 },
	{ "max-branches", 'B', "N", 0, "Steps with a choice, in an execution (10000)", 0 },
	{ "trace", 'T', "N", 0, "Print the steps of execution N, passing or not", 0 },
	{ "expect-fail", 'f', NULL, 0, "Succeed if every test that runs finds a failure", 0 },
	{ "orders", 'o', NULL, 0, "Print the sites with an order that a test executed", 0 },
	{ 0 }
};

static uint64_t number_of(struct argp_state *state, const char *text)
{
	char *end;
	unsigned long long number = strtoull(text, &end, 10);

	if (*end || end == text)
		argp_error(state, "'%s' is no number", text);
	return number;
}

static error_t parse_option(int key, char *text, struct argp_state *state)
{
	switch (key) {
	case 'l':
		arguments.list = true;
		return 0;
	case 't':
		arguments.test = text;
		return 0;
	case 'b':
		arguments.bound = strcmp(text, "none") ? (int)number_of(state, text) : -1;
		return 0;
	case 's':
		arguments.surprises = (int)number_of(state, text);
		return 0;
	case 'm':
		arguments.max_seconds = (uint32_t)number_of(state, text);
		return 0;
	case 'x':
		arguments.max_executions = number_of(state, text);
		return 0;
	case 'B':
		arguments.max_branches = (uint32_t)number_of(state, text);
		return 0;
	case 'T':
		arguments.trace = number_of(state, text);
		return 0;
	case 'f':
		arguments.expect_fail = true;
		return 0;
	case 'o':
		arguments.orders = true;
		return 0;
	default:
		return ARGP_ERR_UNKNOWN;
	}
}

static struct engine_options engine_options_for(const struct model *model)
{
	struct engine_options search = {
		.bound = model->bound ? model->bound : DEFAULT_BOUND,
		.surprises = (uint32_t)model->surprises,
		.max_seconds = arguments.max_seconds,
		.max_branches = model->branches ? model->branches : arguments.max_branches,
		.trace_execution = arguments.trace,
		.max_executions = arguments.max_executions,
	};

	/* A known hole is looked for where it is known to be. */
	if (arguments.bound != UNSET && !model->fails_because)
		search.bound = arguments.bound;
	if (arguments.surprises != UNSET)
		search.surprises = (uint32_t)arguments.surprises;
	return search;
}

/* In the child.  A weakening that nothing executed would be no experiment. */
static int search_model(const struct model *model, const struct engine_options *search,
			struct engine_result *result)
{
	engine_explore(model->body, search, result);
	if (arguments.orders)
		orders_print(stdout);
	return orders_has_unused(stdout) ? EXIT_USAGE : 0;
}

/* The exit status of the search: 0, ENGINE_FAILED, or what else ended it. */
static int run_apart(const struct model *model, const struct engine_options *search,
		     struct engine_result *result)
{
	pid_t child;
	int status;

	fflush(stdout);
	child = fork();
	if (child == 0) {
		status = search_model(model, search, result);
		fflush(stdout);
		_exit(status);
	}
	if (child < 0 || waitpid(child, &status, 0) < 0)
		return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

static double seconds_since(const struct timespec *began)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - began->tv_sec) + (double)(now.tv_nsec - began->tv_nsec) / 1e9;
}

static bool is_expected_to_fail(const struct model *model)
{
	return arguments.expect_fail || model->fails_because;
}

static const char *status_name(const struct model *model, int status)
{
	if (status == ENGINE_FAILED)
		return is_expected_to_fail(model) ? "caught" : "FAILED";
	if (status != 0)
		return "DIED";
	return is_expected_to_fail(model) ? "NOT-CAUGHT" : "passed";
}

/* true if this engine cannot carry it, or it would prove nothing there. */
static bool is_refused(const struct model *model)
{
	const char *unseen;

	if (model->only_on && strcmp(model->only_on, engine_name()) != 0) {
		printf("%s skipped: only for %s\n", model->name, model->only_on);
		return true;
	}
	if (!model->rests_on)
		return false;
	unseen = litmus_unseen(engine_name(), model->rests_on);
	if (!unseen) {
		fprintf(stderr,
			"%s rests on '%s', which verify/litmus/outcomes.tsv has not for %s\n",
			model->name, model->rests_on, engine_name());
		exit(EXIT_USAGE);
	}
	if (!*unseen)
		return false;
	printf("%s skipped: rests on %s, of which %s never shows %s\n", model->name,
	       model->rests_on, engine_name(), unseen);
	return true;
}

/* true if the test did as it should. */
static bool run_model(const struct model *model, struct engine_result *result)
{
	struct engine_options search = engine_options_for(model);
	struct timespec began;
	char bound[16] = "none";
	int status;

	memset(result, 0, sizeof(*result));
	clock_gettime(CLOCK_MONOTONIC, &began);
	status = run_apart(model, &search, result);
	if (search.bound >= 0)
		snprintf(bound, sizeof(bound), "%d", search.bound);
	printf("%s %s executions=%llu seconds=%.2f bound=%s exhaustive=%s\n", model->name,
	       status_name(model, status), (unsigned long long)result->executions,
	       seconds_since(&began), bound, result->is_exhaustive ? "yes" : "no");
	if (model->fails_because)
		printf("  which is known: %s\n", model->fails_because);
	return status == (is_expected_to_fail(model) ? ENGINE_FAILED : 0);
}

static bool is_wanted(const struct model *model)
{
	return !arguments.test || strcmp(arguments.test, model->name) == 0;
}

/* The linker may have turned them round: in order of definition again. */
static int by_line(const void *a, const void *b)
{
	return ((const struct model *)a)->line - ((const struct model *)b)->line;
}

static int run_models(void)
{
	struct engine_result *result = mmap(NULL, sizeof(*result), PROT_READ | PROT_WRITE,
					    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	bool as_expected = true;
	uint32_t run = 0;
	uint32_t refused = 0;

	if (result == MAP_FAILED) {
		fprintf(stderr, "no memory to share with a search: %s\n", strerror(errno));
		return EXIT_FAILURE;
	}
	for (const struct model *model = __start_models; model < __stop_models; model++) {
		if (!is_wanted(model))
			continue;
		if (is_refused(model)) {
			refused++;
			continue;
		}
		as_expected = run_model(model, result) && as_expected;
		run++;
	}
	if (run == 0 && refused > 0)
		return EXIT_SKIPPED;
	if (run == 0) {
		fprintf(stderr, "there is no test '%s'; --list names them\n", arguments.test);
		return EXIT_USAGE;
	}
	return as_expected ? EXIT_SUCCESS : EXIT_FAILURE;
}

static void list_models(void)
{
	for (const struct model *model = __start_models; model < __stop_models; model++)
		printf("%-32s %u threads: %s\n", model->name, model->threads, model->checks);
}

int main(int argc, char **argv)
{
	const struct argp argp = { .options = options,
				   .parser = parse_option,
				   .doc = "Checks every interleaving of small programs." };

	streams_guard(EXIT_FAILURE);
	argp_parse(&argp, argc, argv, 0, NULL, NULL);
	qsort(__start_models, (size_t)(__stop_models - __start_models), sizeof(struct model),
	      by_line);
	if (!arguments.list)
		return run_models();
	list_models();
	return EXIT_SUCCESS;
}
