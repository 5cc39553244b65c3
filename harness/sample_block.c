/* SPDX-License-Identifier: MIT */
/*
 * sample_block.c - running a block, and finding how long blocks have to be.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "harness/clock.h"
#include "harness/heap_bytes.h"
#include "harness/sample.h"
#include "harness/totals.h"

/* Calibration multiplies by at most this per step, and gives up growing after
 * so many steps: 10^12 iterations are beyond any block. */
#define GROWTH_MAX	      10u
#define CALIBRATION_STEPS_MAX 64u

/* splitmix64: neighbouring seeds and runs give unrelated streams, and two arms
 * of a pair get the same ones. */
static uint64_t block_seed(uint64_t seed, uint64_t run)
{
	uint64_t z = seed + (run + 1) * 0x9e3779b97f4a7c15ull;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
	return z ^ (z >> 31);
}

static const char *remedy(int error)
{
	switch (error) {
	case -ENOMEM:
		return " (free some memory, or raise its limit: ulimit -v, -d)";
	case -EAGAIN:
		return " (raise the limit of processes: ulimit -u)";
	default:
		return "";
	}
}

/* The arm's part of a block, which is what is counted. */
static int run_arm(struct sample *sample, struct arm_block *block, uint64_t iterations,
		   uint64_t seed, struct arm_histogram *latency)
{
	memset(block, 0, sizeof *block);
	block->params = sample->cell.params;
	block->iterations = iterations;
	block->seed = seed;
	block->latency = latency;
	block->heap_bytes = heap_bytes;
	return sample->arm->run(sample->runtime, sample->cell.workload, block);
}

/* The block that ended with `error`: is it right, and has the arm filled in what it must?
 * Returns the error, of the block or of what it lacked. */
static int judge_block(struct sample *sample, struct arm_block *block, int error)
{
	int lacks = sample->arm->verify ? sample->arm->verify(sample->runtime, block) : 0;

	if (!error)
		error = lacks;
	block->error[ARM_ERROR_BYTES - 1] = '\0';
	if (error) {
		sample_fail(sample, SAMPLE_ERROR, EXIT_ERROR,
			    "%s could not run a block of %s: %s%s", sample->arm->name,
			    sample->cell.workload->name, strerror(-error), remedy(error));
		return error;
	}
	if (!block->error[0] && (!block->units || !block->timed_ns))
		strcpy(block->error, "the workload reported no units or no time");
	if (block->error[0])
		sample_fail(sample, SAMPLE_WRONG, EXIT_ROW_WRONG, "%s", block->error);
	return 0;
}

static struct sample_block *add_block(struct sample *sample)
{
	if (sample->block_count == sample->block_room) {
		size_t room = sample->block_room ? sample->block_room * 2 : 64;
		struct sample_block *blocks = realloc(sample->blocks, room * sizeof *blocks);

		if (!blocks)
			return NULL;
		sample->blocks = blocks;
		sample->block_room = room;
	}
	return &sample->blocks[sample->block_count++];
}

static void keep_block(struct sample *sample, struct sample_block *kept,
		       const struct arm_block *block, const struct usage *usage)
{
	kept->iterations = block->iterations;
	kept->units = block->units;
	kept->ns = block->timed_ns;
	kept->cpu_ns = usage->cpu_ns;
	memcpy(kept->error, block->error, sizeof kept->error);
	totals_add_extras(sample, block);
}

int sample_block(struct sample *sample, uint64_t iterations)
{
	/* Memory first: nothing of ours allocates inside the block. */
	struct sample_block *kept = add_block(sample);
	uint64_t seed = block_seed(sample->options->seed, sample->block_count);
	struct usage since, until, usage = { 0 };
	struct arm_block block;
	int error;

	if (!kept) {
		sample_fail(sample, SAMPLE_ERROR, EXIT_ERROR, "out of memory");
		return -ENOMEM;
	}
	counters_block_begin(&sample->counters);
	since = usage_now();
	error = run_arm(sample, &block, iterations, seed, &sample->latency);
	block.timed_ns += plant_spin(&sample->plant, block.timed_ns);
	until = usage_now();
	counters_block_end(&sample->counters);
	usage_add(&usage, &since, &until);
	usage_add(&sample->usage, &since, &until);
	error = judge_block(sample, &block, error);
	if (error)
		sample->block_count--;
	else
		keep_block(sample, kept, &block, &usage);
	return error;
}

const struct sample_block *sample_last_block(const struct sample *sample)
{
	return &sample->blocks[sample->block_count - 1];
}

/* One discarded run.  Its cost is the timed part, but not less than a quarter
 * of the clock on the wall: a workload that times little of what it does must
 * not grow for minutes. */
static int calibration_run(struct sample *sample, uint64_t iterations, uint64_t *cost_ns)
{
	/* Seeds count down from the end, away from those of blocks. */
	uint64_t seed = block_seed(sample->options->seed, UINT64_MAX - 1 - sample->runs++);
	uint64_t began = clock_now_ns();
	struct arm_block block;
	uint64_t wall_ns;
	int error;

	error = run_arm(sample, &block, iterations, seed, &sample->discarded);
	wall_ns = clock_now_ns() - began;
	error = judge_block(sample, &block, error);
	*cost_ns = block.timed_ns > wall_ns / 4 ? block.timed_ns : wall_ns / 4;
	return error;
}

static uint64_t scale(uint64_t iterations, uint64_t target_ns, uint64_t cost_ns)
{
	double scaled = (double)iterations * (double)target_ns / (double)(cost_ns ? cost_ns : 1);

	if (scaled > (double)iterations * GROWTH_MAX)
		scaled = (double)iterations * GROWTH_MAX;
	if (scaled > UINT32_MAX)
		scaled = UINT32_MAX;
	return scaled < 1 ? 1 : (uint64_t)(scaled + 0.5);
}

int sample_calibrate(struct sample *sample, uint64_t ns, uint64_t *iterations, uint64_t *took_ns)
{
	uint64_t tried = 1, cost_ns = 0;
	unsigned step;
	int error = 0;

	totals_pause_metrics(sample);
	for (step = 0; step < CALIBRATION_STEPS_MAX && !error; step++) {
		error = calibration_run(sample, tried, &cost_ns);
		/* A third of the target is enough to extrapolate from. */
		if (error || cost_ns >= ns / 3 || tried == UINT32_MAX)
			break;
		tried = scale(tried, ns / 2 + 1, cost_ns);
	}
	*iterations = scale(tried, ns, cost_ns);
	*took_ns = (uint64_t)((double)cost_ns * (double)*iterations / (double)tried);
	totals_resume_metrics(sample);
	plant_calibrate(&sample->plant); /* again, now that the CPU is warm */
	return error;
}
