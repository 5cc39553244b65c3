/* SPDX-License-Identifier: MIT */
/*
 * fake_kernel.h - what a test lets the system say to the harness.
 *
 * The linker puts these answers in the place of the system's (--wrap), for the objects of
 * the harness only: hwloc and libc go on with the real ones.  Nothing is faked until a test
 * turns it on; fake_begin() turns all of it off.  Mutexes are always watched: one that is
 * taken twice, given back by another, not initialised, not destroyed or destroyed while it is
 * held ends the test.
 */
#ifndef HARNESS_TEST_FAKE_KERNEL_H
#define HARNESS_TEST_FAKE_KERNEL_H

#include <hwloc.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/resource.h>
#include <time.h>

#include "harness/counters.h"

#define FAKE_FILES 512u

/* An event that the fake kernel opened; its file has its number, from 0 on. */
struct fake_event {
	struct perf_event_attr attr;
	int tid; /* who opened it */
	bool open;
	struct counter_reading reading; /* what a read says next */
};

struct fake_kernel {
	/* perf_event_open: 0, or the errno.  NULL: the real one. */
	int (*perf)(const struct perf_event_attr *attr);
	long perf_pid, perf_cpu, perf_group, perf_flags; /* of the last call */
	struct fake_event events[FAKE_FILES];
	size_t event_count;
	size_t events_open;
	long read_bytes; /* of a reading; 0: all, below it: the read fails */

	/* libpfm: 0 with the type and number filled in, or its error.  NULL: the real one. */
	int (*encode)(const char *name, int levels, struct perf_event_attr *attr);

	/* Memory that the harness asks for itself, as long as this is set, is not to be had. */
	bool no_memory;
	size_t no_memory_of; /* nor is ever a chunk of just so many bytes; 0: any is */
	size_t first_asked;  /* of malloc, how much */
	void *first_given;   /* and what it gave */
	/* Where malloc gets it from instead; then nothing is really freed. */
	void *(*allocate)(size_t bytes);
	void *freed[64]; /* by the harness, the last ones */
	size_t freed_count;

	/* fopen of anything below /sys: its text, or NULL: no such file.  NULL: the real one. */
	const char *(*file)(const char *path);
	int files_open;

	/* Limit of files: the real one while files.rlim_max is 0. */
	struct rlimit files;
	unsigned int files_set;

	/* The clock stands still but for this: what each look at it adds, the next, the next,
	 * and round again; step_count 0: the real clock. */
	uint64_t clock_ns;
	uint64_t steps[8];
	size_t step_count, looks;

	/* getrusage: the real one while it is off. */
	bool usage_on;
	struct rusage usage;

	/* Binding: what a thread may use at first ("0-15"); NULL: the real thing. */
	const char *cpus;
	bool bind_fails;   /* with an error, and has bound all the same */
	bool bind_ignored; /* with success, and has not */
	bool bind_wider;   /* the answer names one CPU more */
	bool look_fails;
	bool load_fails, init_fails;
	unsigned int binds, strange_binds; /* calls, and those not for this thread alone */
	char program_name[64];		   /* when the topology was loaded */

	/* Waiting with a time limit: called instead, with the time and the clock that it is of. */
	int (*wait)(pthread_cond_t *cond, pthread_mutex_t *mutex, const struct timespec *until);
	clockid_t cond_clock; /* of the condition that was made last */
	unsigned int signals; /* of conditions */
};
extern struct fake_kernel fake;

void fake_begin(void);
/* Ends the test if a mutex, a condition, a file or something of hwloc's was left. */
void fake_end(void);

/* How many of hwloc's were made by the harness and not given back. */
int fake_hwloc_left(void);
void fake_hwloc_forget(void);

/* Whether the harness gave this back lately. */
bool fake_freed(const void *memory);

/* Where the calling thread is bound, "0-3"; to be freed. */
char *fake_bound(void);

/* The calling thread was never bound.  A thread that was calls it before it ends. */
void fake_unbind(void);

/* The open event of that thread and kind; NULL: there is none. */
struct fake_event *fake_event(int tid, uint32_t type, uint64_t config);

#endif
