/* SPDX-License-Identifier: MIT */
/*
 * isolated.c - an ordinary sample: this process alone.
 *
 * With --iterations nothing is calibrated or warmed up, so that the work is
 * exactly blocks times iterations (instruction counts rely on it).
 */
#include "harness/blocks.h"
#include "harness/modes.h"
#include "harness/sample.h"

void isolated_run(struct sample *sample)
{
	const struct options *options = sample->options;
	uint64_t iterations = options->iterations;
	uint64_t ns;

	if (!iterations && sample_calibrate(sample, options->block_ns, &iterations, &ns))
		return;
	blocks_run(sample, iterations, options->blocks);
}
