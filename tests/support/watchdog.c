/* SPDX-License-Identifier: MIT */
/* watchdog.c - must not touch the seams: tests replace them, and count what goes through. */
#include "tests/support/watchdog.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define NS_PER_S      1000000000u
#define LOOK_NS	      50000000u
#define CPU_SECONDS   10.0
#define CLOCK_SECONDS 60.0
#define RUNTIMES_MAX  64u

static struct {
	pthread_once_t once;
	double cpu_seconds;
	double clock_seconds;
	_Atomic(uint64_t) progress;
	_Atomic(const char *) name; /* of the case that runs */
	_Atomic(struct sched_runtime *) runtimes[RUNTIMES_MAX];
} watchdog = { .once = PTHREAD_ONCE_INIT };

/* Not a read-modify-write: two at once may count as one, but it orders nothing. */
void watchdog_progress(void)
{
	uint64_t before = atomic_load_explicit(&watchdog.progress, memory_order_relaxed);

	atomic_store_explicit(&watchdog.progress, before + 1, memory_order_relaxed);
}

void watchdog_case(const char *name)
{
	atomic_store_explicit(&watchdog.name, name, memory_order_release);
	watchdog_progress();
}

/* --------------------------------------------------------------- the end -- */

static void report_runtimes(void)
{
	for (size_t i = 0; i < RUNTIMES_MAX; i++) {
		struct sched_runtime *runtime = atomic_load_explicit(&watchdog.runtimes[i],
								     memory_order_acquire);

		if (!runtime)
			continue;
		dprintf(STDERR_FILENO, "watchdog: a runtime\n");
		sched_dump(runtime, STDERR_FILENO);
	}
}

/* What the test said before it; not if a thread that hangs is in the middle of that. */
static void flush_output(void)
{
	if (ftrylockfile(stdout) != 0)
		return;
	fflush(stdout);
	funlockfile(stdout);
}

static void end_process(double cpu, double clock)
{
	const char *name = atomic_load_explicit(&watchdog.name, memory_order_acquire);

	flush_output();
	dprintf(STDERR_FILENO,
		"watchdog: %s hangs: no progress for %.1f s of CPU time, %.1f s in all: %s\n",
		name ? name : "the test", cpu, clock,
		cpu >= watchdog.cpu_seconds ? "it runs without getting anywhere" :
					      "everybody sleeps");
	report_runtimes();
	abort();
}

/* ------------------------------------------------------------ the thread -- */

static double cpu_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / NS_PER_S;
}

static void *watchdog_main(void *unused)
{
	static const struct timespec pause = { 0, LOOK_NS };
	uint64_t seen = 0;
	double cpu_then = cpu_now(), clock = 0;

	for (;;) {
		uint64_t progress;

		nanosleep(&pause, NULL);
		progress = atomic_load_explicit(&watchdog.progress, memory_order_relaxed);
		clock += (double)LOOK_NS / NS_PER_S;
		if (progress != seen) {
			seen = progress;
			clock = 0;
			cpu_then = cpu_now();
		} else if (cpu_now() - cpu_then >= watchdog.cpu_seconds ||
			   clock >= watchdog.clock_seconds) {
			end_process(cpu_now() - cpu_then, clock);
		}
	}
	return unused;
}

static void read_limits(void)
{
	const char *given = getenv("SCHEDLAB_WATCHDOG");
	char *end = NULL;

	watchdog.cpu_seconds = CPU_SECONDS;
	watchdog.clock_seconds = CLOCK_SECONDS;
	if (!given)
		return;
	watchdog.cpu_seconds = strtod(given, &end);
	if (*end == ':')
		watchdog.clock_seconds = strtod(end + 1, &end);
	if (*end == '\0' && watchdog.cpu_seconds > 0 && watchdog.clock_seconds > 0)
		return;
	fprintf(stderr,
		"SCHEDLAB_WATCHDOG: '%s': write seconds of CPU time:seconds in all, as in 10:60\n",
		given);
	exit(2);
}

/* Signals are for the threads of the test. */
static void start_thread(void)
{
	sigset_t all, before;
	pthread_t thread;

	read_limits();
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	if (pthread_create(&thread, NULL, watchdog_main, NULL) != 0) {
		perror("watchdog: no thread");
		abort();
	}
	pthread_setname_np(thread, "watchdog");
	pthread_detach(thread);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void watchdog_start(void)
{
	pthread_once(&watchdog.once, start_thread);
}

/* ----------------------------------------------------------- the runtimes -- */

/* Put `to` where `from` is; where there is no place, the runtime is only not in the report. */
static void replace(struct sched_runtime *from, struct sched_runtime *to)
{
	for (size_t i = 0; i < RUNTIMES_MAX; i++) {
		struct sched_runtime *found = from;

		if (atomic_compare_exchange_strong(&watchdog.runtimes[i], &found, to))
			return;
	}
}

void watchdog_watch(struct sched_runtime *runtime)
{
	watchdog_start();
	replace(NULL, runtime);
	watchdog_progress();
}

void watchdog_forget(struct sched_runtime *runtime)
{
	replace(runtime, NULL);
	watchdog_progress();
}
