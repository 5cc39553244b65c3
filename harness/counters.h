/* SPDX-License-Identifier: MIT */
/*
 * counters.h - a group of events, counted on every thread of a sample.
 *
 * Each thread opens its own events (perf_event_open, this thread, any CPU) and
 * leaves them running; blocks count by difference.  Whether an event can be had,
 * and on which rung, is decided by perf_event_open on the main thread before the
 * runtime starts.  Events are opened one by one, not as a perf group, so that a
 * PMU with few counters multiplexes them instead of refusing all; values are
 * scaled by time_enabled / time_running.
 */
#ifndef HARNESS_COUNTERS_H
#define HARNESS_COUNTERS_H

#include <jansson.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "harness/counter_encode.h"
#include "harness/counter_table.h"
#include "harness/usage.h"

#define COUNTER_REASONS_BYTES 512u

struct counter_reading {
	uint64_t value;
	uint64_t enabled_ns;
	uint64_t running_ns;
};

struct counter {
	const struct counter_event *event;
	enum counter_rung rung;
	enum counter_usage usage;	    /* RUNG_RUSAGE */
	struct perf_event_attr attr;	    /* the other rungs */
	char reason[COUNTER_REASONS_BYTES]; /* why not a higher rung */
	double value;			    /* summed over threads and blocks, scaled */
	uint64_t enabled_ns;
	uint64_t running_ns;
};

struct counter_thread {
	int tid;
	int fds[COUNTER_EVENTS_MAX];			 /* -1: not open */
	struct counter_reading base[COUNTER_EVENTS_MAX]; /* when the block began */
};

struct counters {
	const struct counter_group *group;
	size_t count;
	struct counter events[COUNTER_EVENTS_MAX];
	pthread_mutex_t mutex; /* guards values and what follows: threads come and go */
	struct counter_thread *threads;
	size_t thread_count;
	size_t thread_room;
	bool in_block;
};

/* Decides the rung of each event.  -ENOENT: no such group. */
int counters_open(struct counters *counters, const char *group);
void counters_close(struct counters *counters);

/* Called on the thread itself; a second start on one thread does nothing. */
void counters_thread_start(struct counters *counters);
void counters_thread_stop(struct counters *counters);

void counters_block_begin(struct counters *counters);
void counters_block_end(struct counters *counters);

/* The "counters" member of a row: the group, and what is always there. */
json_t *counters_json(struct counters *counters, const struct usage *usage);

#endif
