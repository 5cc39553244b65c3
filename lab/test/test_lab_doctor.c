/* SPDX-License-Identifier: MIT */
/* Description: schedlab doctor: what it says of fake trees and of this machine. */
#include "tree.h"

#include <jansson.h>
#include <pty.h>
#include <signal.h>

#include "lab/gates/gate.h"

#define GOVERNOR_0 "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"
#define QUICK	   "doctor --seconds 0.05 "

/* Removes the tree. */
static void run_doctor(struct outcome *outcome, const char *root, const char *options)
{
	run_lab(outcome, lab_printf(QUICK "--root %s %s", root, options));
	tree_remove(root);
}

static void test_quiet(void **state)
{
	static struct outcome outcome;

	(void)state;
	run_doctor(&outcome, tree_new(), "");
	expect(&outcome, 0, "  pass      governor: performance\n");
	expect(&outcome, 0, "  unknown   steal: /proc/stat stood still");
	expect(&outcome, 0, " 0 breached,");
	expect(&outcome, 0, "host key:");
	expect(&outcome, 0, "usable");
	assert_null(strstr(outcome.text, "remedy"));
	assert_null(strchr(outcome.text, '\033'));
}

static void test_breached(void **state)
{
	static struct outcome outcome;
	const char *root = tree_new();

	(void)state;
	tree_put(root, GOVERNOR_0, "powersave\n");
	run_doctor(&outcome, root, "");
	expect(&outcome, 1, "  BREACHED  governor: powersave on 1 of 2 CPUs\n");
	expect(&outcome, 1, "remedy: sudo cpupower frequency-set -g performance\n");
	expect(&outcome, 1, " 1 breached,");
}

/* Missing files are no reason to fail. */
static void test_unknown(void **state)
{
	static struct outcome outcome;

	(void)state;
	run_doctor(&outcome, tree_empty(), "");
	expect(&outcome, 0, "  unknown   governor: ");
	expect(&outcome, 0, " 0 breached,");
}

static const char *text_of(const json_t *row, const char *key)
{
	const char *text = json_string_value(json_object_get(row, key));

	assert_non_null(text);
	return text;
}

static json_t *gate_row(json_t *rows, const char *name)
{
	json_t *row;
	size_t i;

	json_array_foreach(rows, i, row)
		if (strcmp(text_of(row, "gate"), name) == 0)
			return row;
	fail_msg("no row of gate %s", name);
	return NULL;
}

static void test_json(void **state)
{
	static struct outcome outcome;
	const char *root = tree_new();
	json_t *all, *gates, *row;
	size_t count;
	const struct gate *const *known = gates_all(&count);

	(void)state;
	tree_put(root, GOVERNOR_0, "\xffodd\n");
	run_doctor(&outcome, root, "--json");
	assert_int_equal(outcome.status, 1);
	all = json_loads(outcome.text, 0, NULL);
	assert_non_null(all);
	assert_true(json_is_true(json_object_get(all, "breached")));
	gates = json_object_get(all, "gates");
	for (size_t i = 0; i < count; i++)
		assert_non_null(text_of(gate_row(gates, known[i]->name), "state"));
	row = gate_row(gates, "governor");
	assert_string_equal(text_of(row, "state"), "breached");
	assert_string_equal(text_of(row, "text"), "?odd on 1 of 2 CPUs");
	assert_true(json_is_null(json_object_get(row, "value")));
	row = gate_row(gates, "perf_permission");
	assert_true(json_real_value(json_object_get(row, "value")) == 2);
	assert_int_equal(strlen(text_of(json_object_get(all, "host"), "key")), 12);
	assert_true(json_is_object(json_object_get(all, "arms")));
	json_decref(all);
}

/* This machine, whatever it is: every gate is there, and the status fits. */
static void test_real(void **state)
{
	static struct outcome outcome;
	size_t count;
	const struct gate *const *known = gates_all(&count);

	(void)state;
	run_lab(&outcome, QUICK);
	for (size_t i = 0; i < count; i++)
		assert_non_null(strstr(outcome.text, known[i]->name));
	assert_int_equal(outcome.status, strstr(outcome.text, "  BREACHED  ") != NULL ? 1 : 0);
}

static void test_without_arms(void **state)
{
	static struct outcome outcome;

	(void)state;
	run_lab(&outcome, QUICK "--arms-dir /nonexistent");
	expect(&outcome, 4, "/nonexistent");
	expect(&outcome, 4, "gates:");
}

/* Whether the lab has begun, and has said what a signal does to it; before, it would just
 * die.  The name counts: a fork blocks all signals for a moment. */
static bool expects_signal(pid_t pid, int number)
{
	FILE *file = fopen(lab_printf("/proc/%d/status", (int)pid), "r");
	unsigned long long set, sets = 0;
	char line[256], name[32] = "";

	assert_non_null(file);
	while (fgets(line, sizeof(line), file) != NULL) {
		sscanf(line, "Name: %31s", name);
		if (sscanf(line, "SigBlk: %llx", &set) == 1 ||
		    sscanf(line, "SigCgt: %llx", &set) == 1)
			sets |= set;
	}
	fclose(file);
	return strcmp(name, "schedlab") == 0 && (sets >> (number - 1) & 1) != 0;
}

static void test_interrupted(void **state)
{
	const char *said = TEST_DIR "/interrupted.said";
	static struct outcome outcome;
	pid_t pid = fork();
	int how;

	(void)state;
	assert_true(pid >= 0);
	if (pid == 0) {
		execl("/bin/sh", "sh", "-c",
		      lab_printf("SCHEDLAB_ARMS=%s exec %s doctor --seconds 600 > %s 2>&1",
				 FAKE_ARMS, SCHEDLAB_PROGRAM, said),
		      (char *)NULL);
		_exit(127);
	}
	AWAIT(expects_signal(pid, SIGINT));
	assert_int_equal(kill(pid, SIGINT), 0);
	assert_int_equal(waitpid(pid, &how, 0), pid);
	assert_true(WIFEXITED(how));
	assert_int_equal(WEXITSTATUS(how), 130);
	run_shell(&outcome, lab_printf("cat %s", said));
	expect(&outcome, 0, "interrupted");
}

/* What the doctor writes to a terminal. */
static void run_on_terminal(const char *root, const char *refused, char *text, size_t bytes)
{
	size_t used = 0;
	ssize_t got;
	int terminal;
	pid_t child = forkpty(&terminal, NULL, NULL, NULL);

	assert_true(child >= 0);
	if (child == 0) {
		setenv("SCHEDLAB_ARMS", FAKE_ARMS, 1);
		setenv("NO_COLOR", refused, 1);
		execl(SCHEDLAB_PROGRAM, "schedlab", "doctor", "--seconds", "0.05", "--root", root,
		      (char *)NULL);
		_exit(127);
	}
	while ((got = read(terminal, text + used, bytes - 1 - used)) > 0)
		used += (size_t)got;
	text[used] = '\0';
	close(terminal);
	waitpid(child, NULL, 0);
}

static void test_colour(void **state)
{
	static char text[65536];
	const char *root = tree_new();

	(void)state;
	run_on_terminal(root, "", text, sizeof(text));
	assert_non_null(strstr(text, "\033[32mpass    \033[0m  governor"));
	run_on_terminal(root, "1", text, sizeof(text));
	assert_non_null(strstr(text, "  pass      governor"));
	assert_null(strchr(text, '\033'));
	tree_remove(root);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_quiet),	    cmocka_unit_test(test_breached),
		cmocka_unit_test(test_unknown),	    cmocka_unit_test(test_json),
		cmocka_unit_test(test_real),	    cmocka_unit_test(test_without_arms),
		cmocka_unit_test(test_interrupted), cmocka_unit_test(test_colour),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
