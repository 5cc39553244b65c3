/* SPDX-License-Identifier: MIT */
/* counters.c - the ladder, and perf events of every thread. */
#include "harness/counters.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static bool is_perf(enum counter_rung rung)
{
	return rung < RUNG_RUSAGE;
}

static int open_self(struct perf_event_attr *attr)
{
	return perf_event_open(attr, 0, -1, -1, PERF_FLAG_FD_CLOEXEC);
}

/* What errno of perf_event_open most often means. */
static const char *hint(int error, enum counter_rung rung)
{
	if (error == ENOENT && rung == RUNG_HARDWARE)
		return " (no hardware PMU)";
	if (error == EACCES || error == EPERM)
		return " (see /proc/sys/kernel/perf_event_paranoid, or grant CAP_PERFMON)";
	if (error == EMFILE)
		return " (raise ulimit -n)";
	return "";
}

static void add_reason(struct counter *counter, const char *reason)
{
	size_t length = strlen(counter->reason);

	snprintf(counter->reason + length, sizeof counter->reason - length, "%s%s",
		 length ? "; " : "", reason);
}

/* The way is taken if the kernel opens it. */
static bool try_way(struct counter *counter, const struct counter_way *way, char *reason,
		    size_t reason_bytes)
{
	int fd;

	if (way->rung == RUNG_RUSAGE) {
		counter->usage = way->usage;
		return true;
	}
	if (counter_encode(way, counter->event->user_only, &counter->attr, reason, reason_bytes))
		return false;
	fd = open_self(&counter->attr);
	if (fd < 0) {
		snprintf(reason, reason_bytes, "%s: perf_event_open: %s%s", way->name,
			 strerror(errno), hint(errno, way->rung));
		return false;
	}
	close(fd);
	return true;
}

static bool kernel_said(const char *reason)
{
	return strstr(reason, "perf_event_open") != NULL;
}

/* Down the ladder.  Several names on one rung are one failure, told once: the
 * kernel's answer if it was asked, else the first name's. */
static void choose_rung(struct counter *counter)
{
	char reason[COUNTER_REASON_BYTES], rung_reason[COUNTER_REASON_BYTES] = "";
	const struct counter_way *ways = counter->event->ways;
	size_t i;

	for (i = 0; i < COUNTER_WAYS_MAX && ways[i].name; i++) {
		if (i && ways[i].rung != ways[i - 1].rung) {
			add_reason(counter, rung_reason);
			rung_reason[0] = '\0';
		}
		if (try_way(counter, &ways[i], reason, sizeof reason)) {
			counter->rung = ways[i].rung;
			return;
		}
		if (!rung_reason[0] || (!kernel_said(rung_reason) && kernel_said(reason)))
			memcpy(rung_reason, reason, sizeof reason);
	}
	add_reason(counter, rung_reason);
	counter->rung = RUNG_UNAVAILABLE;
}

/* Events times threads may be more files than the soft limit allows. */
static void raise_file_limit(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
		limit.rlim_cur = limit.rlim_max;
		setrlimit(RLIMIT_NOFILE, &limit);
	}
}

int counters_open(struct counters *counters, const char *group)
{
	size_t i;

	memset(counters, 0, sizeof *counters);
	pthread_mutex_init(&counters->mutex, NULL);
	counters->group = counter_group_find(group);
	if (!counters->group)
		return -ENOENT;
	raise_file_limit();
	for (i = 0; i < COUNTER_EVENTS_MAX && counters->group->events[i]; i++) {
		counters->events[i].event = counter_event_find(counters->group->events[i]);
		choose_rung(&counters->events[i]);
	}
	counters->count = i;
	return 0;
}

/* A thread that cannot count spoils the sum: better no value than a part. */
static void give_up(struct counter *counter, const char *why)
{
	if (counter->rung != RUNG_UNAVAILABLE)
		add_reason(counter, why);
	counter->rung = RUNG_UNAVAILABLE;
}

static bool read_event(struct counter *counter, int fd, struct counter_reading *reading)
{
	if (fd < 0)
		return false;
	if (read(fd, reading, sizeof *reading) == (ssize_t)sizeof *reading)
		return true;
	give_up(counter, "the kernel opened it but its value could not be read");
	return false;
}

static void add_difference(struct counter *counter, const struct counter_reading *since,
			   const struct counter_reading *until)
{
	uint64_t value = until->value - since->value;
	uint64_t enabled = until->enabled_ns - since->enabled_ns;
	uint64_t running = until->running_ns - since->running_ns;

	if (running)
		counter->value += (double)value * ((double)enabled / (double)running);
	counter->enabled_ns += enabled;
	counter->running_ns += running;
}

static void thread_begin(struct counters *counters, struct counter_thread *thread)
{
	size_t i;

	for (i = 0; i < counters->count; i++)
		read_event(&counters->events[i], thread->fds[i], &thread->base[i]);
}

static void thread_end(struct counters *counters, struct counter_thread *thread)
{
	size_t i;

	for (i = 0; i < counters->count; i++) {
		struct counter_reading now;

		if (read_event(&counters->events[i], thread->fds[i], &now))
			add_difference(&counters->events[i], &thread->base[i], &now);
	}
}

static void thread_close(struct counters *counters, struct counter_thread *thread)
{
	size_t i;

	for (i = 0; i < counters->count; i++)
		if (thread->fds[i] >= 0)
			close(thread->fds[i]);
	*thread = counters->threads[--counters->thread_count];
}

static struct counter_thread *find_thread(struct counters *counters, int tid)
{
	size_t i;

	for (i = 0; i < counters->thread_count; i++)
		if (counters->threads[i].tid == tid)
			return &counters->threads[i];
	return NULL;
}

static struct counter_thread *add_thread(struct counters *counters, int tid)
{
	struct counter_thread *thread;
	size_t i;

	if (counters->thread_count == counters->thread_room) {
		size_t room = counters->thread_room ? counters->thread_room * 2 : 16;

		thread = realloc(counters->threads, room * sizeof *thread);
		if (!thread)
			return NULL;
		counters->threads = thread;
		counters->thread_room = room;
	}
	thread = &counters->threads[counters->thread_count++];
	memset(thread, 0, sizeof *thread);
	thread->tid = tid;
	for (i = 0; i < COUNTER_EVENTS_MAX; i++)
		thread->fds[i] = -1;
	return thread;
}

static void open_thread_event(struct counter *counter, int *fd)
{
	char reason[COUNTER_REASON_BYTES];

	if (!is_perf(counter->rung))
		return;
	*fd = open_self(&counter->attr);
	if (*fd >= 0)
		return;
	snprintf(reason, sizeof reason, "on a further thread: perf_event_open: %s%s",
		 strerror(errno), hint(errno, counter->rung));
	give_up(counter, reason);
}

void counters_thread_start(struct counters *counters)
{
	struct counter_thread *thread;
	size_t i;

	pthread_mutex_lock(&counters->mutex);
	if (!find_thread(counters, gettid())) {
		thread = add_thread(counters, gettid());
		for (i = 0; i < counters->count; i++) {
			if (thread)
				open_thread_event(&counters->events[i], &thread->fds[i]);
			else
				give_up(&counters->events[i], "out of memory");
		}
	}
	pthread_mutex_unlock(&counters->mutex);
}

void counters_thread_stop(struct counters *counters)
{
	struct counter_thread *thread;

	pthread_mutex_lock(&counters->mutex);
	thread = find_thread(counters, gettid());
	if (thread) {
		if (counters->in_block)
			thread_end(counters, thread);
		thread_close(counters, thread);
	}
	pthread_mutex_unlock(&counters->mutex);
}

void counters_block_begin(struct counters *counters)
{
	size_t i;

	pthread_mutex_lock(&counters->mutex);
	for (i = 0; i < counters->thread_count; i++)
		thread_begin(counters, &counters->threads[i]);
	counters->in_block = true;
	pthread_mutex_unlock(&counters->mutex);
}

void counters_block_end(struct counters *counters)
{
	size_t i;

	pthread_mutex_lock(&counters->mutex);
	counters->in_block = false;
	for (i = 0; i < counters->thread_count; i++)
		thread_end(counters, &counters->threads[i]);
	pthread_mutex_unlock(&counters->mutex);
}

void counters_close(struct counters *counters)
{
	while (counters->thread_count)
		thread_close(counters, &counters->threads[0]);
	free(counters->threads);
	pthread_mutex_destroy(&counters->mutex);
}
