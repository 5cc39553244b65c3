/* SPDX-License-Identifier: MIT */
/*
 * Description: check-peer finds nothing wrong with the skeletons, and of one that is broken on
 * purpose just what was broken.
 *
 * A defect is an edit of the skeleton in Python by sed.
 */
#include "check.h"

#define SKELETON  SOURCE_TREE "/peers/skeleton-python/bench-skeleton-python"
#define REDS_MAX  6
#define NOTHING_S 2 /* for an answer that never comes, at first */

static void need_python(void)
{
	struct outcome outcome;

	run_shell(&outcome, "python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))'");
	if (outcome.status != 0)
		cannot("there is no python3 from 3.10 on PATH");
}

/* Beside schedlab. */
static void check_built(struct outcome *outcome, const char *name)
{
	char command[1024];

	snprintf(command, sizeof(command), "check-peer --timeout 120 $(dirname %s)/%s",
		 SCHEDLAB_PROGRAM, name);
	run_lab(outcome, command);
}

static void test_the_skeleton_in_c(void **state)
{
	struct outcome outcome;

	(void)state;
	check_built(&outcome, "bench-skeleton-c");
	expect(&outcome, 0, "ok   spawn_remote_idle\n");
	assert_non_null(strstr(outcome.text, "ok   ends with the lab\n13 checks, 0 red"));
}

/* Two builds of one program stand beside each other as two names. */
static void test_a_copy_is_another_arm(void **state)
{
	struct outcome outcome;
	char command[2048];

	(void)state;
	snprintf(command, sizeof(command),
		 "d=$(mktemp -d) && lab=%s bin=$(dirname %s) && "
		 "cp \"$bin/bench-skeleton-c\" \"$d/bench-mine-before\" && "
		 "cp \"$bin/bench-skeleton-c\" \"$d/bench-mine-after\" && "
		 "$lab run --arms mine-after --against mine-before --arms-dir \"$d\" --pairs 1 "
		 "--blocks 2 --block-ms 1 --timeout 120 --out \"$d/out\" 2>&1; rm -r \"$d\"",
		 SCHEDLAB_PROGRAM, SCHEDLAB_PROGRAM);
	run_shell(&outcome, command);
	assert_non_null(strstr(outcome.text, "1 pair completed"));
	assert_non_null(strstr(outcome.text, "mine-after / mine-before  spawn_remote_idle"));
}

static void test_the_skeleton_in_python(void **state)
{
	struct outcome outcome;

	(void)state;
	need_python();
	check_built(&outcome, "bench-skeleton-python");
	expect(&outcome, 0, "ok   spawn_remote_idle\n");
	assert_non_null(strstr(outcome.text, "ok   ends with the lab\n13 checks, 0 red"));
}

/* A newcomer gives the name, or the folder of the source. */
static void test_a_name(void **state)
{
	struct outcome outcome;

	(void)state;
	run_lab(&outcome, "check-peer --timeout 120 skeleton-c");
	expect(&outcome, 0, "13 checks, 0 red");
	run_lab(&outcome, "check-peer --timeout 120 " SOURCE_TREE "/peers/skeleton-c");
	expect(&outcome, 0, "13 checks, 0 red");
	run_lab(&outcome, "check-peer " SOURCE_TREE "/peers");
	expect(&outcome, 4,
	       "/peers: Is a directory; give a program that can be run (schedlab build");
	run_lab(&outcome, "check-peer no-such-arm");
	expect(&outcome, 4, "./no-such-arm: No such file or directory; give a program");
	run_lab(&outcome, "check-peer --workloads no_such /bin/true");
	expect(&outcome, 1, "\n1 check, 1 red");
}

/* ----------------------------------------------------------------- defects -- */

struct defect {
	const char *edit;	   /* for sed */
	const char *red[REDS_MAX]; /* what each red line begins with, in order */
};

/* Of what it says: nothing more is looked at where no workload passes. */
static const struct defect lies[] = {
	{ "s/\"contract\": 1, /\"contract\": 0, /",
	  { "answers --describe: it speaks contract 0, this lab speaks 1" } },
	{ "s/^        say(\\*\\*ARM, event=\"describe.*/&\\n        say(event=\"more\")/",
	  { "answers --describe: it answered --describe but did not end there" } },
	{ "s/\"arm\": \"skeleton-python\"/\"arm\": \"mine\"/",
	  { "its file has a name that a run finds: it is bench-skeleton-python, of the arm "
	    "mine" } },
	{ "s/\"flags\": \\[\"needs-remote\"\\],/& \"refused\": \"it is shy\",/",
	  { "spawn_remote_idle: its --describe says that it is refused, and it runs" } },
	{ "s/\"units\": iterations \\*/\"units\": 1 */",
	  { "spawn_remote_idle: 10 units of 3 times the iterations that were 10 units" } },
	{ "s/lambda i: i + 1, i)/lambda i: i, i)/",
	  { "spawn_remote_idle: wrong: a wrong result" } },
	{ "/os.sched_setaffinity(0, {/d",
	  { "spawn_remote_idle: lied: it says that 1 of its workers are on CPU" } },
	{ "s/\"read_back\": main_read_back.*/\"read_back\": False,/",
	  { "spawn_remote_idle: lied: it says pin read back false, asked for true" } },
	{ "s/ if self.options.plant else {}/ if False else {}/",
	  { "spawn_remote_idle: lied: its row does not say planted slowdown" } },
	{ "s/^    def iterate.*/&\\n        print(\"busy\")/",
	  { "spawn_remote_idle: garbage: not a JSON object" } },
};

static const struct defect habits[] = {
	{ "s/parser.parse_args()/parser.parse_known_args()[0]/;"
	  "s/, choices=\\[WORKLOAD.*/)/;"
	  "s/if name != \"tasks\":/if False:/;"
	  "/SIGUSR1, tell_state/d;"
	  "s/sample.row(\"error\", /sample.row(\"ok\", /",
	  { "refuses a workload it has not: it goes on with no_such_workload",
	    "refuses an option it has not: it goes on with --no-such-option",
	    "refuses parameters it has not: it goes on with no_such_parameter=1",
	    "ends with an error at a line that is no command",
	    "writes its state at SIGUSR1 and goes on: killed by SIGUSR1" } },
	{ "s/^    return number(.*/    return min(int(value), 10)/;"
	  "/\\[\"finish\"\\]/,/break/ s/break/return sample.row()/;"
	  "/no such command/,/return/ s/^    return sample.row()/    return 0/",
	  { "refuses parameters it has not: it goes on with tasks=10000001",
	    "ends with a row when its input ends: no row" } },
};

/* Each waits for what never comes. */
static const struct defect hangs[] = {
	{ "s/signal.SIGPIPE):/signal.SIGCHLD):/;"
	  "s/^    print(json.dumps(fields), flush=True)/    try:\\n    &\\n    except OSError:\\n"
	  "        pass/;"
	  "s/^    options = parse()/    signal.signal(signal.SIGTERM, signal.SIG_IGN)\\n&/;"
	  "s/^        order = cpu_order.*/&\\n        __import__(\"subprocess\").Popen([\"sleep\", "
	  "\"1000\"], stdin=-3, stdout=-3, stderr=-3)/;"
	  "s/^    for line in sys.stdin:/    for line in busy():/;"
	  "s/^def converse/def busy():\\n    while True:\\n        if "
	  "__import__(\"select\").select([0], [], "
	  "[], 0)[0]:\\n            line = sys.stdin.readline()\\n            if not line:\\n"
	  "                return\\n            yield line\\n\\n\\n&/",
	  { "is quiet between commands: thread ", "ends at SIGTERM: it lives on",
	    "ends when nobody reads its output: it lives on",
	    "ends with the lab: it, or what it started, lives on" } },
};

static void break_skeleton(const struct defect *defect, const char *program)
{
	struct outcome outcome;
	char command[4096];

	snprintf(command, sizeof(command), "sed '%s' %s >%s && chmod +x %s && ! cmp -s %s %s",
		 defect->edit, SKELETON, program, program, program, SKELETON);
	run_shell(&outcome, command);
	expect(&outcome, 0, "");
}

/* All red lines, and no others, each with its remedy. */
static void expect_reds(const struct defect *defect, const struct outcome *outcome)
{
	const char *at = outcome->text;
	size_t found = 0;

	while ((at = strstr(at, "RED  ")) != NULL) {
		const char *line = at + strlen("RED  "), *wanted = defect->red[found];

		at = line;
		if (strncmp(line, "some workload passes", 20) == 0)
			continue;
		if (wanted == NULL || strncmp(line, wanted, strlen(wanted)) != 0)
			print_error("%s: expected \"%s\" of:\n%s\n", defect->edit,
				    wanted != NULL ? wanted : "nothing more", outcome->text);
		assert_true(wanted != NULL && strncmp(line, wanted, strlen(wanted)) == 0);
		assert_memory_equal(strchr(line, '\n'), "\n       to mend: ", 17);
		found++;
	}
	assert_null(defect->red[found]);
	assert_int_equal(outcome->status, 1);
}

static void check_broken(const struct defect *defect, struct outcome *outcome, int timeout_s)
{
	char program[512], arguments[1024];

	new_directory(program, sizeof(program));
	strcat(program, "/bench-skeleton-python");
	break_skeleton(defect, program);
	snprintf(arguments, sizeof(arguments), "check-peer --timeout %d %s", timeout_s, program);
	run_lab(outcome, arguments);
}

static void check_all(const struct defect *defects, size_t count)
{
	static struct outcome outcome;

	need_python();
	for (size_t i = 0; i < count; i++) {
		check_broken(&defects[i], &outcome, 120);
		expect_reds(&defects[i], &outcome);
	}
}

static void test_lies(void **state)
{
	(void)state;
	check_all(lies, sizeof(lies) / sizeof(lies[0]));
}

static void test_habits(void **state)
{
	(void)state;
	check_all(habits, sizeof(habits) / sizeof(habits[0]));
}

/* On a machine that is busy the right answers are late as well: then with more time. */
static void test_hangs(void **state)
{
	static struct outcome outcome;
	int timeout_s = NOTHING_S;

	(void)state;
	need_python();
	do {
		check_broken(&hangs[0], &outcome, timeout_s);
		timeout_s *= 4;
	} while (strstr(outcome.text, ", 4 red") == NULL && timeout_s < 100);
	expect_reds(&hangs[0], &outcome);
}

/* ------------------------------------------------------------------ others -- */

static void test_its_name(void **state)
{
	struct outcome outcome;
	char command[1024];

	(void)state;
	snprintf(command, sizeof(command), "ln -sf %s/bench-fake-honest %s/fake", FAKE_ARMS,
		 TEST_DIR);
	run_shell(&outcome, command);
	run_lab(&outcome, "check-peer " TEST_DIR "/fake");
	expect(&outcome, 1,
	       "RED  its file has a name that a run finds: it is fake, of the arm honest\n");
}

/* Beside one whose work is known. */
static void test_against(void **state)
{
	struct outcome outcome;

	(void)state;
	run_lab(&outcome, "check-peer --workloads spin --against " FAKE_ARMS
			  "/bench-fake-honest " FAKE_ARMS "/bench-fake-lies-work");
	expect(&outcome, 1, "RED  spin: lied: 120 units where the baseline counts 60");
	run_lab(&outcome, "check-peer --workloads spin --against " FAKE_ARMS
			  "/bench-fake-honest " FAKE_ARMS "/bench-fake-odd-unit");
	expect(&outcome, 1, "RED  spin: its unit is egg, the other's task\n");
}

static void test_usage(void **state)
{
	struct outcome outcome;

	(void)state;
	run_lab(&outcome, "check-peer");
	expect(&outcome, 2, "give a program");
	run_lab(&outcome, "check-peer /nonexistent/bench-gone");
	expect(&outcome, 4, "bench-gone: No such file or directory");
	run_lab(&outcome, "check-peer " FAKE_ARMS "/bench-fake-honest --against " FAKE_ARMS
			  "/bench-fake-describe-garbage");
	expect(&outcome, 4, "describe-garbage: its answer to --describe is not JSON");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_skeleton_in_c),
		cmocka_unit_test(test_a_copy_is_another_arm),
		cmocka_unit_test(test_the_skeleton_in_python),
		cmocka_unit_test(test_a_name),
		cmocka_unit_test(test_lies),
		cmocka_unit_test(test_habits),
		cmocka_unit_test(test_hangs),
		cmocka_unit_test(test_its_name),
		cmocka_unit_test(test_against),
		cmocka_unit_test(test_usage),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
