/* SPDX-License-Identifier: MIT */
/* gate_reading.c - how an answer is written and judged; see gate_parts.h. */
#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "lab/gates/gate_parts.h"

struct gate_reading *reading_add(struct gate_readings *readings, const struct gate *gate,
				 enum gate_moment moment)
{
	struct gate_reading *reading;

	assert(readings->count < GATE_READINGS_MAX);
	reading = &readings->all[readings->count++];
	memset(reading, 0, sizeof(*reading));
	reading->gate = gate;
	reading->moment = moment;
	reading->state = GATE_UNKNOWN;
	reading->value = NAN;
	return reading;
}

/* Cut to fit; what a file said may be no text at all. */
__attribute__((format(printf, 3, 0))) static void write_text(char *text, size_t bytes,
							     const char *format, va_list arguments)
{
	vsnprintf(text, bytes, format, arguments);
	for (; *text != '\0'; text++)
		if (*text < ' ' || *text > '~')
			*text = '?';
}

void reading_text(struct gate_reading *reading, enum gate_state state, const char *format, ...)
{
	va_list arguments;

	reading->state = state;
	va_start(arguments, format);
	write_text(reading->text, sizeof(reading->text), format, arguments);
	va_end(arguments);
}

void reading_note(struct gate_reading *reading, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	write_text(reading->note, sizeof(reading->note), format, arguments);
	va_end(arguments);
}

void reading_unknown(struct gate_reading *reading, const char *format, ...)
{
	va_list arguments;

	reading->state = GATE_UNKNOWN;
	va_start(arguments, format);
	write_text(reading->note, sizeof(reading->note), format, arguments);
	va_end(arguments);
}

void reading_number(struct gate_reading *reading, double value)
{
	const char *unit = reading->gate->unit;
	bool whole = rint(10 * value) == 10 * rint(value) || fabs(value) >= 100;

	reading->value = value;
	snprintf(reading->text, sizeof(reading->text), "%.*f%s%s", whole ? 0 : 1, value,
		 unit[0] != '\0' ? " " : "", unit);
}

void reading_judge(struct gate_reading *reading, double value, double resolution)
{
	const struct gate *gate = reading->gate;

	reading_number(reading, value);
	if (value - resolution > gate->limit ||
	    (value > gate->limit && resolution <= gate->limit)) {
		reading->state = GATE_BREACHED;
		reading_note(reading, "over the limit of %g%s%s", gate->limit,
			     gate->unit[0] != '\0' ? " " : "", gate->unit);
	} else if (resolution > gate->limit) {
		reading_unknown(reading, "the window is too short: it tells steps of %.1f %s apart",
				resolution, gate->unit);
	} else {
		reading->state = GATE_PASS;
	}
}
