/* SPDX-License-Identifier: MIT */
/*
 * gate.h - is this host, at this moment, fit to be measured on?
 *
 * A gate is one question with the answer PASS, BREACHED or UNKNOWN (and why).
 * Gates read what the kernel counts about the machine and never a result of a
 * sample: what is left out because of a gate is left out blindly.
 *
 * Static gates describe the host and are read once per run.  They hit both arms
 * of every pair alike, so they flag no pair; a report says them once.  Dynamic
 * gates are differences over a window; a pair has three: before (from the end
 * of the pair before it to its start), during and after.  A breach in any of
 * them flags the whole pair, see gates_flag.
 *
 * To add a gate, drop lab/gates/gate_NAME.c into its folder:
 *
 *	static void read(const char *root, struct gate_reading *reading)
 *	...
 *	GATE(NAME) = { .place = 75, .name = "NAME", .read = read, ... };
 *
 * and nothing else needs to know of it: the build finds the lines that begin with GATE(, and the
 * doctor, every run and the report have it, behind the gates of lower places.  Its limit and the
 * reason for the limit stand there; nothing sets a limit at run time.  A dynamic gate judges
 * what a snapshot has; a counter that is new to those is a part of snapshot.h and gates.c.
 *
 * A file that is missing, truncated or odd gives UNKNOWN with the reason, never
 * 0.  A window too short for its limit gives UNKNOWN unless the breach is larger
 * than the resolution of the counter: /proc/stat counts in ticks of 10 ms.
 *
 * Left out on purpose: migrations and involuntary switches of the samples' own
 * threads.  A pinned thread cannot migrate; an unpinned one does it more or less
 * often by the design of its scheduler, so such a gate would look at the result.
 * For the same reason the pressure (PSI) is not judged while samples run.
 *
 * Weakness: what the hypervisor does beside stealing time is invisible; a guest
 * shares caches, memory and turbo with strangers.  The latency probe (probe.h)
 * shows some of it.
 *
 * Not thread-safe: one thread of the lab calls all of this.
 */
#ifndef LAB_GATES_GATE_H
#define LAB_GATES_GATE_H

#include <math.h> /* NAN: no limit, no value */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "lab/gates/snapshot.h"

enum gate_state { GATE_PASS, GATE_BREACHED, GATE_UNKNOWN };

enum gate_moment { GATE_ONCE, GATE_BEFORE, GATE_DURING, GATE_AFTER };

struct gate;
struct gate_window;

/* One answer: a plain row to be stored.  Holds no pointer to free. */
struct gate_reading {
	const struct gate *gate;
	enum gate_moment moment;
	enum gate_state state;
	double value;	/* in the gate's unit; NAN: the answer is no number */
	char text[64];	/* the value for people, "3.1 %"; "" if there is none */
	char note[192]; /* why it is unknown or breached, or what else to know; may be "" */
};

struct gate {
	int place;		  /* among the gates */
	const char *name;	  /* one word, stored */
	const char *meaning;	  /* the question; yes is bad for a measurement */
	const char *remedy;	  /* a command to type, or what to change */
	const char *unit;	  /* of the value; "" if it is no number */
	double limit;		  /* breached above it; NAN: judged otherwise, as the reason says */
	const char *limit_reason; /* why this limit */
	/* A static gate reads, a dynamic one judges; what does neither is a probe, an action of the
	 * lab, which has no limit and never breaches: pairs are binned by it.  The reading is
	 * unknown until they say otherwise: a function of gate_file.h may write into its note why
	 * it could not read. */
	void (*read)(const char *root, struct gate_reading *reading);
	void (*judge)(const struct gate_window *window, struct gate_reading *reading);
};

#define GATE(name) \
	extern const struct gate gate_##name; \
	const struct gate gate_##name

/* All of them, in their order. */
const struct gate *const *gates_all(size_t *count);
/* NULL: there is none of that name. */
const struct gate *gate_find(const char *name);

/* Enough for the static gates, three windows of dynamic ones and the probes. */
#define GATE_READINGS_MAX 64

struct gate_readings {
	struct gate_reading all[GATE_READINGS_MAX];
	size_t count;
};

/* From gates_begin to gates_end.  Plain memory: nothing to free, may be dropped. */
struct gate_window {
	const char *root;
	enum gate_moment moment;
	uint64_t own_cpu_ns;
	struct gate_snapshot begin, end;
};

/* `root` stands before /proc and /sys in every path: "" in real life, the top of
 * a fake tree in tests.  It must outlive the window. */

/* Appends one row per static gate, moment GATE_ONCE. */
void gates_read_static(const char *root, struct gate_readings *readings);

/* Opens a window.  `moment` is not GATE_ONCE. */
void gates_begin(struct gate_window *window, const char *root, enum gate_moment moment);

/* Closes it and appends one row per dynamic gate.  `own_cpu_ns`: CPU time the
 * lab and its samples used within the window (gates_own_cpu_ns at the end minus
 * the same at the beginning).  The window may be closed again later: the rows
 * are then those of the longer window. */
void gates_end(struct gate_window *window, uint64_t own_cpu_ns, struct gate_readings *readings);

/* CPU time used so far by this process, by the children it has waited for and by
 * the children `live` that it has not.  A child that is gone is skipped: once
 * waited for, its time is in the second term. */
uint64_t gates_own_cpu_ns(const pid_t *live, size_t count);

/* CPU time used so far by one process and all its threads; 0: it is not to be had. */
uint64_t gates_process_cpu_ns(pid_t pid);

/* Is any reading other than a GATE_ONCE breached?  Then `why` says which, when
 * and how much, separated by "; "; else it is "". */
bool gates_flag(const struct gate_reading *readings, size_t count, char *why, size_t bytes);

/* The same for a host: is any reading at all breached? */
bool gates_any_breached(const struct gate_readings *readings);

const char *gate_state_name(enum gate_state state);    /* "pass", "breached", "unknown" */
const char *gate_moment_name(enum gate_moment moment); /* "once", "before", "during", "after" */

#endif
