/* SPDX-License-Identifier: MIT */
/* Description: the program as a person meets it: bad input for every option. */
#include "check.h"

struct refusal {
	const char *arguments;
	int status;
	const char *says;
};

static const struct refusal refusals[] = {
	{ "", 2, "Usage" },
	{ "rnu", 2, "did you mean \"run\"" },
	{ "frobnicate-everything", 2, "there are: list" },
	{ "run", 2, "--suite NAME, --claims GLOB" },
	{ "run --frob", 2, "--frob" },
	{ "run --suite", 2, "requires an argument" },
	{ "run --suite smkoe", 2, "did you mean \"smoke\"" },
	{ "run --suite smoke --param frobs=1", 2, "no parameter of a chosen workload \"frobs\"" },
	{ "run --suite smoke --workloads sipn", 2, "did you mean \"spin\"" },
	{ "run --suite smoke --dry-run", 3, "arm tokio_lean, which is not built" },
	{ "run --suite /nonexistent/s.json", 2, "s.json" },
	{ "run --suite smoke --suite-dir /nonexistent", 2, "no suite \"smoke\"" },
	{ "run --arms ''", 2, "--arms has an empty value" },
	{ "run --suite ''", 2, "--suite has an empty value" },
	{ "run --arms , --against honest", 2, "--arms ,: names nothing" },
	{ "run --suite smoke --workloads ,, --dry-run", 2, "--workloads ,,: names nothing" },
	{ "run --suite smoke --arms honset --dry-run", 2, "did you mean \"honest\"" },
	{ "run --suite smoke --arms zzzzzzzzzzzz --dry-run", 2, "no arm matches" },
	{ "run --suite smoke --against hoenst --dry-run", 2, "did you mean \"honest\"" },
	{ "run --suite calibrate --arms slower --dry-run", 2,
	  "--arms has no effect with --suite calibrate" },
	{ "run --suite calibrate --against honest --dry-run", 2,
	  "--against has no effect with --suite calibrate" },
	{ "run --suite smoke --claims lifo --arms slower", 2, "--claims and --arms" },
	{ "run --claims lifo --arms slower --against honest", 2, "--claims and --arms" },
	{ "run --claims lifo --against honest", 2, "--claims and --against" },
	{ "run --arms slower --suite-dir /tmp", 2, "--suite-dir has no effect without --suite" },
	{ "run --resume /nonexistent --seed 1", 2, "the plan is that of" },
	{ "run --resume /nonexistent --timeout 10", 2, "the plan is that of" },
	{ "run --resume /nonexistent --allocator libc", 2, "the plan is that of" },
	{ "run --arms honset --against honest", 2, "did you mean \"honest\"" },
	{ "run --arms 'zzzzzzzzzzzz*' --against honest", 2, "no arm matches" },
	{ "run --arms slower --against hoenst", 2, "did you mean \"honest\"" },
	{ "run --arms slower --against honest --workloads sipn", 2, "did you mean \"spin\"" },
	{ "run --arms slower --against honest --workloads spin --param tsaks=3", 2,
	  "did you mean \"tasks\"" },
	{ "run --arms slower --against honest --workloads spin --param tasks", 2,
	  "not NAME=VALUE" },
	{ "run --arms slower --against honest --workloads spin --param tasks=0", 2,
	  "from 1 to 1000000" },
	{ "run --arms slower --against honest --workloads spin --param tasks=1,x", 2, "tasks=x" },
	{ "run --arms slower --workers 0", 2, "--workers 0" },
	{ "run --arms slower --workers 1,x", 2, "--workers 1,x" },
	{ "run --arms slower --pin sideways", 2, "--pin sideways" },
	{ "run --arms slower --pin explicit:", 2, "--pin explicit:" },
	{ "run --arms slower --pin explicit:1,b", 2, "--pin explicit:1,b" },
	{ "run --arms slower --pin explicit:99999", 2, "CPU 99999 is not allowed" },
	{ "run --arms slower --pairs 0", 2, "--pairs 0" },
	{ "run --arms slower --blocks -1", 2, "--blocks -1" },
	{ "run --arms slower --block-ms none", 2, "--block-ms none" },
	{ "run --arms slower --block-ms nan", 2, "--block-ms nan" },
	{ "run --arms slower --seed -4", 2, "--seed -4" },
	{ "run --arms slower --timeout 0", 2, "--timeout 0" },
	{ "run --arms slower --budget x", 2, "--budget x" },
	{ "run --arms slower --allocator jemalloc", 2, "libc, mimalloc" },
	{ "run --arms slower --progress loud", 2, "auto, plain, none" },
	{ "run --arms slower --arms-dir /nonexistent", 4, "--arms-dir" },
	{ "run --arms slower --arms-dir /proc/self/fdinfo", 4, "no usable bench-*" },
	{ "run --arms slower --against honest --workloads spin --pairs 1 --out /dev/null/x", 4,
	  "Not a directory; give another --out" },
	{ "run --arms slower --against honest --workloads spin --pairs 1 --out /dev/null", 4,
	  "/dev/null is not a directory; give another --out" },
	/* before it is known what there is to run, which may have to be built */
	{ "run --arms nowhere --arms-dir /nonexistent --out /dev/null/x", 4,
	  "cannot create /dev/null/x: Not a directory; give another --out" },
	{ "run --arms declines --against honest --dry-run", 3, "it declines by description" },
	{ "run --arms slab-peer --against honest", 3,
	  "and --arms, --against and --workloads choose others" },
	{ "run --arms slab --against libc-peer --dry-run", 3, "equal allocators only" },
	{ "run --arms built-O0 --against built-O3 --dry-run", 3,
	  "not comparable: compiler flags of built-O0 is \"-O0\", of built-O3 \"-O3\"" },
	{ "run --arms built-clang --against built-O3 --dry-run", 3, "compiler of built-clang is" },
	{ "run --arms built-other --against built-O3 --dry-run", 3, "commit of built-other is" },
	{ "run --arms honest --against built-O3 --dry-run", 3, "compiler of honest is nothing" },
	{ "run --arms built-dirty --against built-O3 --dry-run", 0, "not judged" },
	{ "run --arms libc-peer --against built-O3 --dry-run", 0, "not judged" },
	{ "list --frob", 2, "--frob" },
	{ "list --timeout x", 2, "--timeout x" },
	{ "list --arms-dir /nonexistent", 4, "/nonexistent" },
	{ "doctor --frob", 2, "--frob" },
	{ "doctor --seconds 0", 2, "--seconds 0" },
	{ "doctor --seconds x", 2, "--seconds x" },
	{ "doctor --root /nonexistent", 4, "--root /nonexistent" },
	{ "compare honest", 2, "give two arms" },
	{ "compare a b c", 2, "not more" },
	{ "compare a b --frob", 2, "--frob" },
	{ "compare a b --run --pairs x", 2, "--pairs x" },
	{ "compare a b --pairs 2", 2, "--pairs has no effect without --run" },
	{ "compare a b --out x", 2, "--out has no effect without --run" },
	{ "compare a b --arms-dir x", 2, "--arms-dir has no effect without --run" },
	{ "compare a b --run --dir x", 2, "--dir has no effect with --run; give --out" },
	{ "compare a b --run --db x", 2, "--db has no effect with --run; give --out" },
	{ "validate --pairs 2", 2, "--pairs has no effect without --run" },
	{ "validate --out x", 2, "--out has no effect without --run" },
	{ "validate --arms-dir x", 2, "--arms-dir has no effect without --run" },
	{ "validate --list --run", 2, "--run has no effect with --list" },
	{ "compare a b --db /nonexistent.db", 4, "cannot be read" },
	{ "compare a b --dir /nonexistent", 4, "cannot be read" },
	{ "show", 2, "give a result directory" },
	{ "show a b", 2, "not more" },
	{ "show /nonexistent", 4, "cannot be read" },
	{ "plot /nonexistent", 4, "cannot be read" },
	{ "plot --json /nonexistent", 2, "unrecognized option" },
	{ "plot", 2, "give a result directory" },
	{ "export", 2, "give a result directory" },
	{ "export a b --to csv", 2, "not more" },
	{ "export a", 2, "give --to csv, gbench or hdr" },
	{ "export a --to xml", 2, "csv, gbench, hdr" },
	{ "export a --frob", 2, "--frob" },
	{ "export /nonexistent --to csv", 4, "cannot be read" },
	{ "pack", 2, "DIR FILE.tar.xz" },
	{ "pack a", 2, "DIR FILE.tar.xz" },
	{ "pack a b c", 2, "not more" },
	{ "pack a b --frob", 2, "--frob" },
	{ "pack /nonexistent b", 4, "cannot be read" },
	{ "import", 2, "give an archive or a directory" },
	{ "import a b", 2, "not more" },
	{ "import a --frob", 2, "--frob" },
	{ "import /nonexistent", 4, "cannot be read" },
};

static void test_refusals(void **state)
{
	static struct outcome outcome;

	(void)state;
	for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++) {
		print_message("schedlab %s\n", refusals[i].arguments);
		run_lab(&outcome, refusals[i].arguments);
		expect(&outcome, refusals[i].status, refusals[i].says);
	}
}

/* However much was typed, the line is one that can be read; and it ends as it should. */
static void test_long_names(void **state)
{
	static const char *const long_ones[] = { "z=3+slot%.0s", "\xc3\xa9%.0s", "a b %.0s" };
	static struct outcome outcome;
	char command[200];

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		snprintf(command, sizeof(command),
			 "run --suite smoke --dry-run --workloads \"$(printf '%s' $(seq 3000))\"",
			 long_ones[i]);
		run_lab(&outcome, command);
		expect(&outcome, 2, i < 2 ? "...\"; " : " ... ");
		expect(&outcome, 2, "schedlab list shows all\n");
		assert_in_range(strlen(strstr(outcome.text, "schedlab: no workload")), 100, 1700);
		assert_null(strstr(outcome.text, "\xc3...")); /* half a character */
	}
	/* A name of a file is left whole. */
	run_lab(&outcome, "run --suite /nonexistent/$(printf 'x%.0s' $(seq 240)).json");
	assert_null(strstr(outcome.text, "..."));
	expect(&outcome, 2, "xxx.json: No such");
}

static void test_help(void **state)
{
	static const char *const commands[] = { "list",	  "run",    "compare", "show",	"plot",
						"doctor", "export", "pack",    "import" };
	static struct outcome outcome;
	char arguments[64];

	(void)state;
	run_lab(&outcome, "--help");
	expect(&outcome, 0, "Exit status");
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
		snprintf(arguments, sizeof(arguments), "%s --help", commands[i]);
		run_lab(&outcome, arguments);
		expect(&outcome, 0, "Exit status");
	}
	run_lab(&outcome, "run --help");
	expect(&outcome, 0, "tree beside");
	run_lab(&outcome, "plot --help");
	assert_null(strstr(outcome.text, "--json"));
}

static void test_list(void **state)
{
	static struct outcome outcome;

	(void)state;
	run_lab(&outcome, "list");
	expect(&outcome, 0, "not applicable: spin, remote_spawn: it declines by description");
	expect(&outcome, 0, "bench-fake-describe-garbage: its answer");
	expect(&outcome, 0, "tasks=2000");
	/* what several have for one reason, or in common with the twin, is told once */
	assert_null(strstr(outcome.text, "not applicable: remote_spawn: it declines"));
	run_lab(&outcome, "list --json");
	expect(&outcome, 0, "\"skipped\"");
}

/* Equal seeds give equal plans, other seeds other orders. */
static void test_seeded_plan(void **state)
{
	static struct outcome one, two, other;
	const char *plan = "run --arms 's*,honest,libc-peer' --against honest --workers 1,2 "
			   "--param producers=1,2,4 --dry-run --json --seed ";
	char arguments[512];

	(void)state;
	snprintf(arguments, sizeof(arguments), "%s5", plan);
	run_lab(&one, arguments);
	run_lab(&two, arguments);
	snprintf(arguments, sizeof(arguments), "%s6", plan);
	run_lab(&other, arguments);
	expect(&one, 0, "\"order\"");
	assert_string_equal(one.text, two.text);
	assert_string_not_equal(strstr(one.text, "\"order\""), strstr(other.text, "\"order\""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refusals),    cmocka_unit_test(test_long_names),
		cmocka_unit_test(test_help),	    cmocka_unit_test(test_list),
		cmocka_unit_test(test_seeded_plan),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
