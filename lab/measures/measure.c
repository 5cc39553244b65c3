/* SPDX-License-Identifier: MIT */
/* measure.c - the table of measures; see measure.h. */
#include "lab/measures/measure.h"

#include <math.h>
#include <string.h>

/* A switch or a park costs about 2 us, so 0.001 of one is 2 ns a unit; and of ten events one
 * more or less is nothing to tell anybody. */
#define EVENT_MARGIN 0.1, 0.001
/* test_lab_stats_measures.c: behind more than 3 events a median hides no half as many again, and
 * 3 look like 10 in 0.2 % of rows at most. */
#define EVENTS_LEAST 10
/* Buckets of a histogram are 6 % wide, so half of that would be the histogram's. */
#define LATENCY_MARGIN 0.1
/* Ten observations beyond a quantile, or it is that of the largest ones seen. */
#define BEYOND(quantile) (10 / (1 - (quantile)))

#define TIMED_EVENTS	MEASURE_TIMED, DATUM_DIFFERENCE
#define COUNTING_EVENTS MEASURE_COUNTING, DATUM_DIFFERENCE
#define LATENCY(name, percent, quantile) \
	{ \
		"latency_" name, "ns at " percent " % of the latencies", MEASURE_TIMED, \
			DATUM_LOG_RATIO, IN_LATENCIES, "latency", quantile, LATENCY_MARGIN, 0, \
			BEYOND(quantile) \
	}

static const struct measure measures[] = {
	{ "ns", "ns", MEASURE_TIMED, DATUM_LOG_RATIO, IN_BLOCKS, "ns", 0, 0.03, 0, 0 },
	{ "cpu_ns", "ns of CPU time", MEASURE_TIMED, DATUM_LOG_RATIO, IN_BLOCKS, "cpu_ns", 0, 0.03,
	  0, 0 },
	{ "switches", "voluntary switches", TIMED_EVENTS, IN_COUNTERS, "switches_voluntary", 0,
	  EVENT_MARGIN, EVENTS_LEAST },
	{ "parks", "parks", TIMED_EVENTS, IN_METRICS, "parks", 0, EVENT_MARGIN, EVENTS_LEAST },
	{ "noop_parks", "parks for nothing", COUNTING_EVENTS, IN_METRICS, "noop_parks", 0,
	  EVENT_MARGIN, EVENTS_LEAST },
	{ "rescued_wakes", "wakes rescued by a timeout", COUNTING_EVENTS, IN_METRICS,
	  "rescued_wakes", 0, EVENT_MARGIN, EVENTS_LEAST },
	/* Of the fault build: how often the fault was put in, which is a dose and no effect. */
	{ "thief_holds", "holds of a thief", TIMED_EVENTS, IN_METRICS, "thief_holds", 0,
	  EVENT_MARGIN, EVENTS_LEAST },
	/* A wait is some 100 ns, where it does not end in a park. */
	{ "lock_waits", "waits for an inject lock", COUNTING_EVENTS, IN_METRICS,
	  "inject_locks_contended", 0, 0.1, 0.01, EVENTS_LEAST },
	{ "polls", "polls", MEASURE_COUNTING, DATUM_LOG_RATIO, IN_METRICS, "polls", 0, 0.03, 0,
	  EVENTS_LEAST },
	{ "polls_until_run", "polls of others until it ran", TIMED_EVENTS, IN_EXTRAS,
	  "polls_waited", 0, 0.1, 1, EVENTS_LEAST },
	/* malloc deals out 16 bytes at least. */
	{ "bytes_per_task", "bytes per live task", MEASURE_TIMED, DATUM_LOG_RATIO, IN_EXTRAS,
	  "live_bytes", 0, 0.03, 16, 0 },
	LATENCY("p50", "50", 0.5),
	LATENCY("p99", "99", 0.99),
	LATENCY("p999", "99.9", 0.999),
	{ "instructions", "instructions", MEASURE_CALLGRIND, DATUM_LOG_RATIO, IN_COUNTS,
	  "instructions", 0, 0.03, 0, 0 },
	/* One takes 5 ns or more: a twentieth is less than can be timed. */
	{ "rmw", "locked instructions", MEASURE_CALLGRIND, DATUM_DIFFERENCE, IN_COUNTS, "rmw", 0,
	  0.03, 0.05, 0 },
};
#define MEASURES (sizeof(measures) / sizeof(measures[0]))

const struct measure *measure_find(const char *name)
{
	for (size_t i = 0; i < MEASURES; i++)
		if (strcmp(measures[i].name, name) == 0)
			return &measures[i];
	return NULL;
}

const struct measure *measure_time(void)
{
	return &measures[0];
}

void measure_names(struct strings *names)
{
	for (size_t i = 0; i < MEASURES; i++)
		strings_add(names, measures[i].name);
}

bool measure_is_time(const struct measure *measure)
{
	return measure == &measures[0];
}

double measure_margin(const struct measure *measure, double relative, double level)
{
	double fraction = isnan(relative) ? measure->relative : relative;
	bool known = level > 0 && isfinite(level);

	if (measure->datum == DATUM_DIFFERENCE)
		return known ? fmax(measure->absolute, fraction * level) : measure->absolute;
	return log1p(known ? fmax(fraction, measure->absolute / level) : fraction);
}

double measure_datum_of(const struct measure *measure, double a, double b)
{
	if (measure->datum == DATUM_DIFFERENCE)
		return b - a;
	return a > 0 && b > 0 ? log(b) - log(a) : NAN;
}

const char *measure_program_name(enum measure_program program)
{
	static const char *const names[] = { "timed build", "counting build", "callgrind" };

	return names[program];
}
