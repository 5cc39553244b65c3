/* SPDX-License-Identifier: MIT */
/*
 * gbench_program.c - the arm as an ordinary Google Benchmark program, for people
 * who know that tool: filters, repetitions, JSON and CSV are the library's.
 *
 * One benchmark per workload, with default parameters; the library chooses the
 * number of iterations.  Weakness: one arm after the other, so compare with
 * care; the lab's lock-step pairs are the better evidence.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness/gbench.h"
#include "harness/modes.h"
#include "harness/sample.h"

struct entry {
	struct options options; /* of this workload */
	const struct arm *arm;
};

/* All iterations of a run are one block. */
static void run_sample(struct gbench_state *state, struct sample *sample)
{
	uint64_t iterations = gbench_iterations(state);

	while (gbench_next_batch(state, iterations)) {
		if (!sample_block(sample, iterations))
			gbench_set_ns(state, sample_last_block(sample)->ns);
		if (sample->status != SAMPLE_OK) {
			gbench_fail(state, sample->cause);
			return;
		}
	}
	gbench_counter(state, sample->cell.workload->unit, (double)sample_last_block(sample)->units,
		       GBENCH_RATE);
	gbench_counter(state, "cpu_s", (double)sample->usage.cpu_ns * 1e-9, GBENCH_PLAIN);
}

static void run_entry(struct gbench_state *state, void *arg)
{
	const struct entry *entry = arg;
	struct sample *sample = malloc(sizeof *sample);

	if (!sample) {
		gbench_fail(state, "out of memory");
		return;
	}
	sample_init(sample, entry->arm, &entry->options);
	if (sample_prepare(sample) || sample_start(sample))
		gbench_fail(state, sample->cause);
	else
		run_sample(state, sample);
	sample_stop(sample);
	sample_free(sample);
	free(sample);
}

/* Refused cells are left out, and said to be. */
static bool runnable(const struct arm *arm, const struct arm_workload *workload, uint32_t workers)
{
	const char *why = NULL;
	struct cell cell;

	cell_defaults(&cell, workload);
	if (arm->refuses)
		why = arm->refuses(workload, cell.params, workers);
	if (why)
		fprintf(stderr, "%s: left out: %s\n", workload->name, why);
	return !why;
}

static uint32_t worker_count(const struct options *options)
{
	struct pin pin;
	uint32_t workers = options->workers;

	if (!workers) {
		if (pin_open(&pin, "none", 0) == 0)
			workers = pin.workers;
		pin_close(&pin);
	}
	return workers ? workers : 1;
}

static struct entry *register_all(const struct arm *arm, const struct options *options)
{
	struct entry *entries = calloc(arm->workload_count ? arm->workload_count : 1,
				       sizeof *entries);
	uint32_t workers = worker_count(options);
	uint32_t i;

	for (i = 0; entries && i < arm->workload_count; i++) {
		entries[i].options = *options;
		entries[i].options.workload = arm->workloads[i]->name;
		entries[i].options.workers = workers;
		entries[i].options.param_count = 0;
		entries[i].arm = arm;
		if (runnable(arm, arm->workloads[i], workers))
			gbench_register(arm->workloads[i]->name, run_entry, &entries[i], 0);
	}
	return entries;
}

int gbench_program(const struct arm *arm, const struct options *options)
{
	struct entry *entries = register_all(arm, options);
	int error;

	if (!entries) {
		fputs("out of memory\n", stderr);
		return EXIT_ERROR;
	}
	error = gbench_main(options->gbench_argc, options->gbench_argv);
	free(entries);
	return error ? EXIT_USAGE : EXIT_ROW_OK;
}
