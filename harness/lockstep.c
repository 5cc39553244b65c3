/* SPDX-License-Identifier: MIT */
/*
 * lockstep.c - one of two processes that take turns, block by block.
 *
 * Between commands the process sleeps in read.  A line that is no command is
 * bad usage: the sample ends with an error row, since the two sides no longer
 * agree on what they are doing.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "harness/blocks.h"
#include "harness/facts.h"
#include "harness/modes.h"
#include "harness/row.h"
#include "harness/sample.h"

/* An hour: a longer block is a typing error. */
#define CALIBRATE_NS_MAX 3600000000000ull

static void say_ready(struct sample *sample)
{
	row_print(json_pack("{s:i, s:s, s:o, s:i, s:o}", "contract", 1, "event", "ready", "arm",
			    facts_text(sample->arm->name), "pid", (int)getpid(), "pin",
			    pin_json(&sample->pin)));
}

static bool argument(const char *line, const char *command, uint64_t max, uint64_t *value)
{
	size_t length = strlen(command);

	return strncmp(line, command, length) == 0 && line[length] == ' ' &&
	       options_number(line + length + 1, 1, max, value) == 0;
}

static bool calibrate(struct sample *sample, uint64_t ns)
{
	uint64_t iterations, took_ns;

	if (sample_calibrate(sample, ns, &iterations, &took_ns))
		return false;
	row_print(json_pack("{s:s, s:I, s:I, s:o}", "event", "calibrated", "iterations",
			    (json_int_t)iterations, "ns", (json_int_t)took_ns, "error",
			    facts_text(sample->cause)));
	return true;
}

static bool run_block(struct sample *sample, uint64_t iterations)
{
	const struct sample_block *block;

	if (blocks_run(sample, iterations, 1))
		return false;
	block = sample_last_block(sample);
	row_print(json_pack("{s:s, s:I, s:I, s:I, s:I, s:o}", "event", "block", "iterations",
			    (json_int_t)block->iterations, "units", (json_int_t)block->units, "ns",
			    (json_int_t)block->ns, "cpu_ns", (json_int_t)block->cpu_ns, "error",
			    facts_text(block->error)));
	return true;
}

/* false: the sample is over. */
static bool obey(struct sample *sample, const char *line)
{
	uint64_t value;

	if (strcmp(line, "finish") == 0)
		return false;
	if (argument(line, "calibrate", CALIBRATE_NS_MAX, &value))
		return calibrate(sample, value);
	if (argument(line, "block", UINT32_MAX, &value))
		return run_block(sample, value);
	sample_fail(sample, SAMPLE_ERROR, EXIT_ERROR,
		    "lock-step: no such command '%.80s'; there are calibrate NS, block I, finish",
		    line);
	return false;
}

void lockstep_run(struct sample *sample)
{
	size_t room = 0;
	char *line = NULL;
	bool going = true;

	say_ready(sample);
	while (going && getline(&line, &room, stdin) >= 0) {
		line[strcspn(line, "\r\n")] = '\0';
		going = obey(sample, line);
	}
	free(line);
}
