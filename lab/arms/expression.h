/* SPDX-License-Identifier: MIT */
/*
 * expression.h - an arm is a preset plus knob settings: tokio+lifo_slots=4+lifo_notify=always.
 *
 * One arm has one name: settings in the order of sched/knobs.h, those that the preset has
 * anyway left out, joined by + (a comma is read as well, but separates arms in every list).
 * What two arms differ in is computed from that, never typed.  Names with a dash are peers, and
 * names that no preset has belong to programs that somebody put there: both are left alone.
 *
 * Weakness: of a preset that lies elsewhere only the knobs in the arm's name are known before it
 * is built.
 */
#ifndef LAB_EXPRESSION_H
#define LAB_EXPRESSION_H

#include "lab/arms/knobs.h"
#include "lab/arms/presets.h"

#define EXPRESSION_KNOBS_MAX 64u
#define EXPRESSION_FILE_MAX  180u /* characters of the program's name */

struct expression {
	const struct preset *preset;
	int64_t values[EXPRESSION_KNOBS_MAX]; /* of every knob */
	bool is_set[EXPRESSION_KNOBS_MAX];    /* by the arm's name */
	bool is_whole;			      /* the preset's own values are known */
	const char *name;		      /* canonical */
};

/* NULL, or what is wrong with it, with the nearest name.  What was stored may have settings that
 * change nothing. */
const char *expression_read(struct expression *expression, const char *text);
/* The same, of an arm that a program is built of: each of its settings changes something beside the
 * others, and its name fits into one of a file. */
const char *expression_to_build(struct expression *expression, const char *text);

/* The one name of an arm, however it was typed or called in the past (aliases.tsv); peers,
 * patterns and unknown names as they are.  NULL with the complaint made if it is an expression
 * that cannot be. */
const char *arm_name(const char *text);

/* The arms of a list with commas, by their one names.  LAB_OK or LAB_USAGE, complaint made. */
int arm_names_split(struct strings *list, const char *text);

/* What an arm was called before; as it is if it never had another name. */
const char *arm_name_now(const char *stored);

/* The same in a set from the time when `tokio` was the twin of 1.53: that preset is `tokio_1_53`
 * now, whatever settings stand behind it. */
const char *arm_name_of_1_53(const char *stored);

/* "lifo_slots 1 -> 4, lifo_notify displaced -> always"; of what is no expression "A -> B". */
const char *arm_difference(const char *a, const char *b);

/* The axes that two arms differ on, without repetition.  False: one of them is no expression, or
 * of a preset whose knobs are not known. */
bool arm_axes(struct strings *axes, const char *a, const char *b);

/* "bench-tokio+pop.null", as the build calls the program of a timed build. */
const char *arm_program(const char *name);

#endif
