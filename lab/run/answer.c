/* SPDX-License-Identifier: MIT */
/*
 * answer.c - the truth checks on what a sample says.
 *
 * Checked: types, iterations as handed out, units proportional to iterations,
 * times positive and not longer than the runner's own clock saw, and a final row
 * that agrees with the blocks.  Its other numbers are checked in answer_numbers.c.  How it ran is compared in facts.c, where its
 * threads are in placement.c.
 * Times that are too short are a matter of clocks.c.
 */
#include "lab/run/answer.h"

#include <inttypes.h>
#include <string.h>

#include "lab/run/expected.h"
#include "lab/run/placement.h"

#define LIE SAMPLE_LIED
/* The runner's clock encloses the sample's; allow for a different clock. */
#define CLOCK_SLACK_NS 2000000u
/* A sample may run a third of what it was asked for and extrapolate, to whole iterations. */
#define CALIBRATION_SHARE 4u

static bool unpack_failed(struct sample *sample, const char *what, const json_error_t *error)
{
	return sample_fail(sample, LIE, "%s is malformed: %s", what, error->text);
}

static bool check_echo(struct sample *sample, const char *field, const char *said,
		       const char *expected)
{
	if (strcmp(said, expected) == 0)
		return true;
	return sample_fail(sample, LIE, "it says %s \"%s\", expected \"%s\"", field, said,
			   expected);
}

bool answer_ready(struct sample *sample, json_t *answer)
{
	const char *event, *arm;
	json_error_t error;
	int contract;

	if (json_unpack_ex(answer, &error, 0, "{s:i, s:s, s:s}", "contract", &contract, "event",
			   &event, "arm", &arm) != 0)
		return unpack_failed(sample, "\"ready\"", &error);
	if (contract != CONTRACT_VERSION)
		return sample_fail(sample, LIE, "it speaks contract %d, not %d", contract,
				   CONTRACT_VERSION);
	sample->pin = json_incref(json_object_get(answer, "pin"));
	return check_echo(sample, "event", event, "ready") &&
	       check_echo(sample, "arm", arm, sample->arm->name) &&
	       placement_check(sample, sample->pin);
}

bool answer_calibrated(struct sample *sample, json_t *answer, uint64_t wall_ns,
		       uint64_t *iterations, uint64_t *ns)
{
	json_int_t said_iterations, said_ns;
	const char *event;
	json_error_t error;

	if (json_unpack_ex(answer, &error, 0, "{s:s, s:I, s:I}", "event", &event, "iterations",
			   &said_iterations, "ns", &said_ns) != 0)
		return unpack_failed(sample, "\"calibrated\"", &error);
	if (said_iterations < 1 || said_ns < 1)
		return sample_fail(sample, LIE,
				   "calibrated to %" JSON_INTEGER_FORMAT
				   " iterations in %" JSON_INTEGER_FORMAT " ns",
				   said_iterations, said_ns);
	if ((uint64_t)said_ns / CALIBRATION_SHARE > wall_ns + CLOCK_SLACK_NS)
		return sample_fail(sample, LIE,
				   "calibrated to %" JSON_INTEGER_FORMAT
				   " ns, the runner saw %" PRIu64 " ns",
				   said_ns, wall_ns);
	*iterations = (uint64_t)said_iterations;
	*ns = (uint64_t)said_ns;
	return check_echo(sample, "event", event, "calibrated");
}

static bool check_numbers(struct sample *sample, json_int_t iterations, json_int_t units,
			  json_int_t ns, json_int_t cpu_ns, struct block *block)
{
	if (iterations != (json_int_t)sample->cell->iterations)
		return sample_fail(sample, LIE,
				   "asked for %" PRIu64
				   " iterations, it says it did %" JSON_INTEGER_FORMAT,
				   sample->cell->iterations, iterations);
	if (units < 1 || ns < 1 || cpu_ns < 0)
		return sample_fail(sample, LIE,
				   "impossible block: %" JSON_INTEGER_FORMAT
				   " units, %" JSON_INTEGER_FORMAT " ns, %" JSON_INTEGER_FORMAT
				   " ns of CPU",
				   units, ns, cpu_ns);
	block->iterations = (uint64_t)iterations;
	block->units = (uint64_t)units;
	block->ns = (uint64_t)ns;
	block->cpu_ns = (uint64_t)cpu_ns;
	if (sample->block_count > 0 && block->units != sample->blocks[0].units)
		return sample_fail(sample, LIE,
				   "%" PRIu64 " units for the iterations that were %" PRIu64
				   " units before",
				   block->units, sample->blocks[0].units);
	return true;
}

bool answer_block(struct sample *sample, json_t *answer, uint64_t wall_ns, struct block *block)
{
	json_int_t iterations, units, ns, cpu_ns;
	const char *event, *wrong;
	json_error_t error;

	if (json_unpack_ex(answer, &error, 0, "{s:s, s:I, s:I, s:I, s:I, s:s}", "event", &event,
			   "iterations", &iterations, "units", &units, "ns", &ns, "cpu_ns", &cpu_ns,
			   "error", &wrong) != 0)
		return unpack_failed(sample, "\"block\"", &error);
	if (!check_echo(sample, "event", event, "block"))
		return false;
	if (wrong[0] != '\0')
		return sample_fail(sample, SAMPLE_WRONG, "%s", wrong);
	if (!check_numbers(sample, iterations, units, ns, cpu_ns, block))
		return false;
	if (block->ns > wall_ns + CLOCK_SLACK_NS)
		return sample_fail(sample, LIE,
				   "it says the block took %" PRIu64 " ns, the runner saw %" PRIu64
				   " ns",
				   block->ns, wall_ns);
	return true;
}

/* A row says again what the blocks said; an isolated run says it first. */
static bool check_blocks(struct sample *sample, json_t *blocks, bool isolated)
{
	size_t index, expected = isolated ? sample->cell->blocks : sample->block_count;
	json_t *json;

	if (json_array_size(blocks) != expected)
		return sample_fail(sample, LIE, "its row has %zu blocks, there were %zu",
				   json_array_size(blocks), expected);
	json_array_foreach(blocks, index, json) {
		json_int_t iterations, units, ns, cpu_ns;
		struct block block = { index, 0, 0, 0, 0 };
		json_error_t error;

		if (json_unpack_ex(json, &error, 0, "{s:I, s:I, s:I, s:I}", "iterations",
				   &iterations, "units", &units, "ns", &ns, "cpu_ns", &cpu_ns) != 0)
			return unpack_failed(sample, "a block of its row", &error);
		if (!check_numbers(sample, iterations, units, ns, cpu_ns, &block))
			return false;
		if (!isolated && (block.units != sample->blocks[index].units ||
				  block.ns != sample->blocks[index].ns ||
				  block.cpu_ns != sample->blocks[index].cpu_ns))
			return sample_fail(sample, LIE,
					   "block %zu of its row is not the block it "
					   "answered",
					   index);
		if (isolated)
			sample->blocks[sample->block_count++] = block;
	}
	return true;
}

static void take_switches(struct sample *sample, json_t *row)
{
	json_int_t voluntary, involuntary;

	sample->switches = -1;
	if (json_unpack(row, "{s:{s:{s:I}, s:{s:I}}}", "counters", "switches_voluntary", "value",
			&voluntary, "switches_involuntary", "value", &involuntary) == 0)
		sample->switches = voluntary + involuntary;
}

static bool check_ok_row(struct sample *sample, json_t *row, bool isolated)
{
	json_t *blocks = json_object_get(row, "blocks");

	if (!json_is_array(blocks))
		return sample_fail(sample, LIE, "its row has no blocks");
	take_switches(sample, row);
	return row_is_expected(sample, row) && check_blocks(sample, blocks, isolated) &&
	       answer_numbers(sample, row);
}

bool answer_row(struct sample *sample, json_t *answer, bool isolated)
{
	const char *event, *status, *cause = "";
	json_error_t error;

	if (json_unpack_ex(answer, &error, 0, "{s:s, s:s, s?s}", "event", &event, "status", &status,
			   "cause", &cause) != 0)
		return unpack_failed(sample, "its row", &error);
	if (!check_echo(sample, "event", event, "row"))
		return false;
	json_decref(sample->row);
	sample->row = json_incref(answer);
	if (strcmp(status, "ok") == 0)
		return check_ok_row(sample, answer, isolated);
	if (strcmp(status, "wrong") == 0)
		return sample_fail(sample, SAMPLE_WRONG, "%s", cause);
	if (strcmp(status, "refused") == 0)
		return sample_fail(sample, SAMPLE_REFUSED, "%s", cause);
	if (strcmp(status, "error") == 0)
		return sample_fail(sample, SAMPLE_ERROR, "%s", cause);
	return sample_fail(sample, LIE, "its row has the unknown status \"%s\"", status);
}
