/* SPDX-License-Identifier: MIT */
/*
 * gate_parts.h - the inside of the gates: how an answer is written, the parts of a
 * snapshot.  Only files of lab/gates and their tests include it.
 */
#ifndef LAB_GATES_GATE_PARTS_H
#define LAB_GATES_GATE_PARTS_H

#include "lab/gates/gate.h"

/* An answer without a number; the text is cut to fit. */
void reading_text(struct gate_reading *reading, enum gate_state state, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
void reading_unknown(struct gate_reading *reading, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void reading_note(struct gate_reading *reading, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* A number with the gate's unit, not judged. */
void reading_number(struct gate_reading *reading, double value);
/* The same, judged by the gate's limit.  `resolution`: what the counter can tell
 * apart in this window, in the same unit; if that is more than the limit, only a
 * value that is over the limit by more than the resolution says anything. */
void reading_judge(struct gate_reading *reading, double value, double resolution);

/* A new row at the end, unknown until somebody answers. */
struct gate_reading *reading_add(struct gate_readings *readings, const struct gate *gate,
				 enum gate_moment moment);

/* The parts of a snapshot. */
void ticks_read(const char *root, struct cpu_ticks *ticks);
void task_time_read(const char *root, struct task_time *tasks);
void throttle_read(const char *root, struct throttle_counts *throttle);
void pressure_read(const char *root, struct pressure_counts *pressure);
void thermal_read(const char *root, struct thermal_counts *thermal);

/* gates_end without its look at the machine: both snapshots are there. */
void window_judge(const struct gate_window *window, struct gate_readings *readings);
/* Seconds from begin to end of the window. */
double window_seconds(const struct gate_window *window);
/* NULL if both halves were read; else why the first one that was not. */
const char *window_why(const char *begin_why, const char *end_why);

#endif
