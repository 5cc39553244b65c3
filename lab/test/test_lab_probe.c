/* SPDX-License-Identifier: MIT */
/* Description: the latency probe ends, alone and under signals; the key of a host. */
#include "check.h"

#include <dirent.h>
#include <errno.h>
#include <math.h>
#include <sched.h>
#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#include "lab/gates/cpus.h"
#include "lab/gates/host_key.h"
#include "lab/gates/probe.h"

static unsigned int threads_now(void)
{
	DIR *directory = opendir("/proc/self/task");
	unsigned int threads = 0;
	struct dirent *entry;

	assert_non_null(directory);
	while ((entry = readdir(directory)) != NULL)
		threads += entry->d_name[0] != '.';
	closedir(directory);
	return threads;
}

/* A thread that was joined may take a moment to leave /proc; a sanitizer keeps one
 * of its own.  Callers start more threads than that. */
static void threads_are_gone(unsigned int before)
{
	AWAIT(threads_now() <= before + 1);
}

/* Two CPUs of this machine; skips the test where there is one. */
static void two_cpus(unsigned int *cpus)
{
	if (cpus_allowed_list(cpus, 2) == 2)
		return;
	cannot("one CPU is too few to probe");
}

static void test_value(void **state)
{
	static struct gate_readings readings;
	unsigned int cpus[2], threads = threads_now();

	(void)state;
	two_cpus(cpus);
	/* again where the machine is so busy that the threads hardly ran */
	for (int i = 0; i < 5 || (i < 500 && readings.all[0].state == GATE_UNKNOWN); i++) {
		readings.count = 0;
		gates_probe(cpus, 2, GATE_AFTER, &readings);
	}
	threads_are_gone(threads);
	assert_int_equal(readings.count, 1);
	assert_string_equal(readings.all[0].gate->name, "core_latency");
	assert_int_equal(readings.all[0].moment, GATE_AFTER);
	print_message("%s; %s\n", readings.all[0].text, readings.all[0].note);
	if (readings.all[0].state == GATE_UNKNOWN)
		cannot("the machine is too busy to probe");
	assert_true(isfinite(readings.all[0].value) && readings.all[0].value > 0);
	assert_non_null(strstr(readings.all[0].note, "CPUs"));
}

static void test_pairs(void **state)
{
	static struct gate_readings readings;
	unsigned int same[4] = { 0, 0, 0, 0 };

	(void)state;
	gates_probe(same, 4, GATE_BEFORE, &readings);
	assert_int_equal(readings.count, PROBE_PAIRS_MAX);
	assert_non_null(strstr(readings.all[0].note, "Invalid argument"));
	readings.count = 0;
	gates_probe(same, 1, GATE_BEFORE, &readings);
	assert_int_equal(readings.count, 1);
	assert_int_equal(readings.all[0].state, GATE_UNKNOWN);
	assert_non_null(strstr(readings.all[0].note, "it takes two CPUs, here are 1"));
}

static void test_refusals(void **state)
{
	unsigned int cpus[2], threads = threads_now();
	double latency = -1;

	(void)state;
	two_cpus(cpus);
	assert_int_equal(probe_pair(cpus[0], cpus[0], 1000, &latency), -EINVAL);
	assert_int_equal(probe_pair(cpus[0], 1u << 20, 1000, &latency), -EINVAL);
	assert_int_equal(probe_pair(cpus[0], CPU_SETSIZE - 1, 1000, &latency), -EINVAL);
	assert_int_equal(probe_pair(CPU_SETSIZE - 1, cpus[0], 1000, &latency), -EINVAL);
	assert_int_equal(probe_pair(cpus[0], cpus[1], 0, &latency), -ETIME);
	assert_true(latency == -1);
	threads_are_gone(threads);
}

static volatile sig_atomic_t signals_main, signals_other;

static void note_signal(int number)
{
	(void)number;
	if (gettid() == getpid())
		signals_main++;
	else
		signals_other++;
}

/* The probe's threads leave every signal to the thread that called. */
static void test_signals(void **state)
{
	const struct itimerval often = { { 0, 300 }, { 0, 300 } }, never = { { 0, 0 }, { 0, 0 } };
	struct sigaction action = { .sa_handler = note_signal }, old;
	unsigned int cpus[2];
	double latency;

	(void)state;
	two_cpus(cpus);
	assert_int_equal(sigaction(SIGALRM, &action, &old), 0);
	assert_int_equal(setitimer(ITIMER_REAL, &often, NULL), 0);
	for (int i = 0; i < 10000 && (i < 5 || signals_main < 5); i++)
		probe_pair(cpus[0], cpus[1], 1000000, &latency);
	assert_int_equal(setitimer(ITIMER_REAL, &never, NULL), 0);
	assert_int_equal(sigaction(SIGALRM, &old, NULL), 0);
	assert_true(signals_main >= 5);
	assert_int_equal(signals_other, 0);
}

static void test_key(void **state)
{
	char name[256] = "";

	(void)state;
	print_message("%s\n%s\n", host_key(), host_key_text());
	assert_int_equal(strlen(host_key()), 12);
	assert_int_equal(strspn(host_key(), "0123456789abcdef"), 12);
	assert_string_equal(host_key(), host_key_of(host_key_text()));
	assert_non_null(strstr(host_key_text(), ";shape="));
	gethostname(name, sizeof(name) - 1);
	if (strlen(name) > 3) /* a short one may be part of any word */
		assert_null(strstr(host_key_text(), name));
}

/* Published values of 64-bit FNV-1a, the first 48 bits. */
static void test_hash(void **state)
{
	(void)state;
	assert_string_equal(host_key_of(""), "cbf29ce48422");
	assert_string_equal(host_key_of("a"), "af63dc4c8601");
	assert_string_equal(host_key_of("foobar"), "85944171f739");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_value),	 cmocka_unit_test(test_pairs),
		cmocka_unit_test(test_refusals), cmocka_unit_test(test_signals),
		cmocka_unit_test(test_key),	 cmocka_unit_test(test_hash),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
