/* SPDX-License-Identifier: MIT */
/*
 * knobs.h - the axes, knobs and values of the engine, as sched/knobs.h lists them.
 *
 * That file is the one source; this is the same lists as data.  A value is an int64_t: the
 * number, or the enumerator's.  Everything here is constant.
 */
#ifndef LAB_KNOBS_H
#define LAB_KNOBS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct axis {
	const char *name, *meaning;
	const char *header; /* of sched/, which implements it */
};

struct knob_value {
	int64_t value;
	const char *enumerator; /* "POP_NULL" */
	const char *meaning;
};

struct knob {
	const char *name;  /* "POP"; in an arm it is written "pop" */
	const char *macro; /* "SCHED_POP" */
	const char *axis, *meaning;
	int64_t fallback;		 /* of an unchanged engine */
	const struct knob_value *values; /* none: any number */
	size_t value_count;
};

extern const struct axis knob_axes[];
extern const size_t knob_axis_count;
extern const struct knob knobs[]; /* in the order of an arm's name */
extern const size_t knob_count;

/* "lifo_slots" */
const char *knob_word(const struct knob *knob);
/* "4", "null" */
const char *knob_value_word(const struct knob *knob, int64_t value);

/* As somebody types them; NULL, false: there is none. */
const struct knob *knob_find(const char *word);
bool knob_value_find(const struct knob *knob, const char *word, int64_t *value);
/* As a program says it of itself: "POP_NULL", "256". */
bool knob_value_said(const struct knob *knob, const char *text, int64_t *value);

/* Why these values, one for each knob, make no sense together; NULL: they do. */
const char *knobs_nonsense(const int64_t *values);
/* Why whatever value this knob has changes nothing beside the others; NULL: it does. */
const char *knob_idle(const struct knob *knob, const int64_t *values);

#endif
