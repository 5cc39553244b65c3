/* SPDX-License-Identifier: MIT */
/*
 * counter_table.h - the counters by name, their groups, and the ladder of ways
 * to get each.
 */
#ifndef HARNESS_COUNTER_TABLE_H
#define HARNESS_COUNTER_TABLE_H

#include <stdbool.h>
#include <stddef.h>

enum counter_rung { RUNG_HARDWARE, RUNG_TRACEPOINT, RUNG_SOFTWARE, RUNG_RUSAGE, RUNG_UNAVAILABLE };

enum counter_usage { USAGE_CPU_NS, USAGE_SWITCHES, USAGE_FAULTS, USAGE_MAJOR_FAULTS };

/* One way to get a counter.  name: what libpfm encodes, or subsystem:event of a
 * tracepoint; NULL ends the list. */
struct counter_way {
	enum counter_rung rung;
	const char *name;
	enum counter_usage usage; /* RUNG_RUSAGE only */
};

#define COUNTER_WAYS_MAX 6u
struct counter_event {
	const char *name;
	bool user_only;				   /* the kernel's share is left out */
	bool never_zero;			   /* 0 means that the PMU is not there */
	struct counter_way ways[COUNTER_WAYS_MAX]; /* best first */
};

#define COUNTER_EVENTS_MAX 12u
struct counter_group {
	const char *name;
	const char *events[COUNTER_EVENTS_MAX]; /* NULL ends the list */
};

const char *counter_rung_name(enum counter_rung rung);
const struct counter_event *counter_event_find(const char *name);
const struct counter_group *counter_group_find(const char *name);
const struct counter_group *counter_groups(size_t *count);

#endif
