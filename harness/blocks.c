/* SPDX-License-Identifier: MIT */
/*
 * blocks.c - the loop every block runs in: Google Benchmark's, with manual
 * time.  In lock-step each block is a run of its own, because how many there
 * will be is not known.  What the library reports back must be what we kept.
 */
#include "harness/blocks.h"

#include <errno.h>
#include <math.h>

#include "harness/gbench.h"
#include "harness/sample.h"

struct blocks_request {
	struct sample *sample;
	uint64_t iterations;
	uint64_t ns; /* sum of what was given to the library */
	int error;
};

static void block_loop(struct gbench_state *state, void *arg)
{
	struct blocks_request *request = arg;
	struct sample *sample = request->sample;

	while (gbench_next(state)) {
		request->error = sample_block(sample, request->iterations);
		if (request->error) {
			gbench_fail(state, sample->cause);
			break;
		}
		gbench_set_ns(state, sample_last_block(sample)->ns);
		request->ns += sample_last_block(sample)->ns;
		if (sample_last_block(sample)->error[0]) {
			gbench_fail(state, sample_last_block(sample)->error);
			break;
		}
	}
}

/* A library that ran something else than we asked for has no place here. */
static void check_result(struct sample *sample, const struct gbench_result *result, uint64_t count,
			 uint64_t ns)
{
	double seconds = (double)ns * 1e-9;

	sample->gbench_runs += result->runs;
	sample->gbench_iterations += result->iterations;
	sample->gbench_seconds += result->seconds;
	if (result->error[0])
		return;
	if (result->iterations == count && fabs(result->seconds - seconds) <= 1e-6 * seconds + 1e-9)
		return;
	sample_fail(
		sample, SAMPLE_ERROR, EXIT_ERROR,
		"Google Benchmark reports %llu iterations and %g s, the harness ran %llu and %g s",
		(unsigned long long)result->iterations, result->seconds, (unsigned long long)count,
		seconds);
}

int blocks_run(struct sample *sample, uint64_t iterations, uint64_t count)
{
	struct blocks_request request = { .sample = sample, .iterations = iterations };
	struct gbench_result result;

	gbench_register(sample->cell.workload->name, block_loop, &request, count);
	if (gbench_run_quiet(&result)) {
		sample_fail(sample, SAMPLE_ERROR, EXIT_ERROR, "Google Benchmark ran nothing");
		return -ENOENT;
	}
	check_result(sample, &result, count, request.ns);
	return request.error;
}
