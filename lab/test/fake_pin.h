/* SPDX-License-Identifier: MIT */
/* fake_pin.h - the threads of the fake peer: they do nothing, where they were asked to. */
#ifndef LAB_TEST_FAKE_PIN_H
#define LAB_TEST_FAKE_PIN_H

#include <stddef.h>
#include <stdint.h>

/* As harness/CONTRACT.md has it: compact, none or explicit:CPU,CPU,... */
void fake_pin_policy(const char *policy);
/* What it does instead of what it says: binds nobody, or not the main thread; or what it
 * says: that it was asked otherwise, that no two workers share a CPU. */
enum fake_pin_lie {
	FAKE_PIN_HONEST,
	FAKE_PIN_NOBODY,
	FAKE_PIN_NOT_MAIN,
	FAKE_PIN_OTHERWISE,
	FAKE_PIN_ROOM
};

/* Starts so many threads and binds them, the main thread after them. */
void fake_pin_start(uint64_t workers, enum fake_pin_lie lie);
/* The "pin" member of "ready" and of rows, as text. */
const char *fake_pin_json(void);

#endif
