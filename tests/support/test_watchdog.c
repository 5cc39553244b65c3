/* SPDX-License-Identifier: MIT */
/* Description: the watchdog ends what hangs, says in which state, and lets work what works */
/*
 * Each case is a child process, begun before this one has a thread.  The limits are low where
 * they are to be met, and out of reach where they are not.
 */
#include "tests/support/support.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define WORKERS	  2u
#define LOW_CPU	  "0.2"
#define LOW_CLOCK "1"
#define NEVER	  "1000000"

static char said[8192];

/* What the child wrote is in `said`; its wait status. */
static int run_apart(void (*run)(void), const char *limits)
{
	size_t length = 0;
	ssize_t count;
	int status, ends[2];
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		setenv("SCHEDLAB_WATCHDOG", limits, 1);
		watchdog_case(NULL); /* the parent's */
		run();
		_exit(EXIT_SUCCESS);
	}
	close(ends[1]);
	while (length < sizeof(said) - 1 &&
	       (count = read(ends[0], said + length, sizeof(said) - 1 - length)) > 0)
		length += (size_t)count;
	said[length] = '\0';
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

static uint32_t times_said(const char *text)
{
	uint32_t times = 0;

	for (const char *at = strstr(said, text); at; at = strstr(at + 1, text))
		times++;
	return times;
}

static void assert_said(const char *text, uint32_t times)
{
	if (times_said(text) != times)
		fail_msg("expected %u times '%s' in:\n%s", times, text, said);
}

static void assert_aborted(int status)
{
	if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGABRT)
		fail_msg("status %#x, and it said:\n%s", (unsigned int)status, said);
}

/* ------------------------------------------------------------- the children -- */

/* However slow the machine is: what gets it here is progress. */
static void await_parks(struct sched_runtime *runtime, uint64_t parks)
{
	struct sched_metric metrics[64];
	uint64_t seen = 0;

	while (seen < parks) {
		size_t count = sched_metrics(runtime, metrics, TEST_COUNT(metrics));

		for (size_t i = 0; i < count; i++)
			if (strcmp(metrics[i].name, "parks") == 0)
				seen = metrics[i].value;
		os_yield();
		watchdog_progress();
	}
}

/* One runtime that is gone, and one whose workers sleep. */
static void sleep_for_ever(void)
{
	at_u32 word;

	at_init(&word, 0);
	runtime_stop(runtime_start(1));
	await_parks(runtime_start(WORKERS), WORKERS);
	watchdog_case("the sleeper");
	word_await(&word, 1);
}

/* A task that yields for ever is polled for ever, which is no progress. */
static void live_lock(void)
{
	struct sched_runtime *runtime = runtime_start(WORKERS);
	struct sched_join join;
	struct probe probe;

	probe_init(&probe, PROBE_YIELD);
	probe_spawn_on(runtime, &probe, 1, &join);
	sched_block_on_join(runtime, &join, NULL);
}

/* A worker that never ends is seen in the destruction of its runtime. */
static void endless_destruction(void)
{
	struct sched_runtime *runtime = runtime_start(WORKERS);
	struct sched_join join;
	struct probe probe;

	probe_hold_worker(runtime, &probe, &join);
	sched_runtime_destroy(runtime);
}

static void join_for_ever_main(void *word)
{
	os_wait((at_u32 *)word, 0, OS_FOREVER);
}

/* No runtime at all. */
static void join_for_ever(void)
{
	struct os_thread thread;
	at_u32 word;

	at_init(&word, 0);
	os_thread_start(&thread, "sleeper", join_for_ever_main, &word);
	os_thread_join(&thread);
}

static double cpu_seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Three times the limit, and says so all the time. */
static void work_for_long(void)
{
	struct sched_runtime *runtime = runtime_start(WORKERS);
	double end = cpu_seconds() + 3 * strtod(LOW_CPU, NULL);

	while (cpu_seconds() < end)
		watchdog_progress();
	runtime_stop(runtime);
}

/* ---------------------------------------------------------------- the tests -- */

static void whoever_sleeps_for_ever_is_ended(void **unused)
{
	(void)unused;
	assert_aborted(run_apart(sleep_for_ever, NEVER ":" LOW_CLOCK));
	assert_said("watchdog: the sleeper hangs: no progress", 1);
	assert_said("everybody sleeps", 1);
	assert_said("watchdog: a runtime\n", 1);
	assert_said("searching ", 1);
	assert_said("worker ", WORKERS);
	assert_said("parked, queue 0", WORKERS);
}

static void a_livelock_is_ended(void **unused)
{
	(void)unused;
	assert_aborted(run_apart(live_lock, LOW_CPU ":" NEVER));
	assert_said("it runs without getting anywhere", 1);
	assert_said("worker ", WORKERS);
}

static void a_destruction_that_hangs_is_ended(void **unused)
{
	(void)unused;
	assert_aborted(run_apart(endless_destruction, NEVER ":" LOW_CLOCK));
	assert_said("closed 1", 1);
	assert_said("worker ", WORKERS);
}

static void a_thread_without_a_runtime_is_ended(void **unused)
{
	(void)unused;
	assert_aborted(run_apart(join_for_ever, NEVER ":" LOW_CLOCK));
	assert_said("the test hangs", 1);
	assert_said("watchdog: a runtime\n", 0);
}

static void progress_is_no_hang(void **unused)
{
	(void)unused;
	assert_int_equal(run_apart(work_for_long, LOW_CPU ":" NEVER), 0);
	assert_string_equal(said, "");
}

static void limits_must_be_numbers(void **unused)
{
	static const char *const wrong[] = { "", "1:", "0:1", "1:0", "x", "1:2:3", "1 2" };

	(void)unused;
	for (size_t i = 0; i < TEST_COUNT(wrong); i++) {
		int status = run_apart(watchdog_start, wrong[i]);

		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 2);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whoever_sleeps_for_ever_is_ended),
		cmocka_unit_test(a_livelock_is_ended),
		cmocka_unit_test(a_destruction_that_hangs_is_ended),
		cmocka_unit_test(a_thread_without_a_runtime_is_ended),
		cmocka_unit_test(progress_is_no_hang),
		cmocka_unit_test(limits_must_be_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
