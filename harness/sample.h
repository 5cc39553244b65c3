/* SPDX-License-Identifier: MIT */
/*
 * sample.h - one sample: an arm's runtime, its pinned threads and counters, and
 * the blocks that were run.
 *
 * Order of calls: sample_init, sample_prepare, sample_start, any number of
 * sample_calibrate and sample_block, sample_stop, (the row is written),
 * sample_free.  The first failure decides the status; its cause stays.
 */
#ifndef HARNESS_SAMPLE_H
#define HARNESS_SAMPLE_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "harness/cell.h"
#include "harness/counters.h"
#include "harness/options.h"
#include "harness/pin.h"
#include "harness/plant.h"
#include "harness/usage.h"
#include "workloads/arm.h"

#define SAMPLE_METRICS_MAX 128u
#define SAMPLE_EXTRAS_MAX  64u
#define SAMPLE_CAUSE_BYTES 1024u

enum sample_status { SAMPLE_OK, SAMPLE_WRONG, SAMPLE_REFUSED, SAMPLE_ERROR };

/* A block as it is kept. */
struct sample_block {
	uint64_t iterations;
	uint64_t units;
	uint64_t ns;
	uint64_t cpu_ns;
	char error[ARM_ERROR_BYTES];
};

struct sample_metrics {
	size_t count;
	struct arm_metric entries[SAMPLE_METRICS_MAX];
};

struct sample {
	const struct arm *arm;
	const struct options *options;
	struct cell cell;
	struct pin pin;
	struct counters counters;
	struct plant plant;
	void *runtime;
	enum sample_status status;
	int exit_code; /* enum harness_exit */
	char cause[SAMPLE_CAUSE_BYTES];

	pthread_mutex_t mutex;
	pthread_cond_t changed;
	uint32_t workers_started; /* by mutex */

	struct sample_block *blocks;
	size_t block_count;
	size_t block_room;
	uint64_t runs;	    /* blocks and calibration runs: each has its own seed */
	struct usage usage; /* summed over blocks */
	struct arm_histogram latency;
	struct arm_histogram discarded; /* latencies of calibration */
	uint32_t extra_count;
	struct arm_extra extras[SAMPLE_EXTRAS_MAX];
	struct sample_metrics metrics;	    /* blocks only, once stopped */
	struct sample_metrics metrics_base; /* when counting was last resumed */
	uint64_t gbench_runs;		    /* what Google Benchmark says it ran */
	uint64_t gbench_iterations;
	double gbench_seconds;
};

void sample_init(struct sample *sample, const struct arm *arm, const struct options *options);

/* Cell, placement and counters, before any thread exists.  0, or a negative
 * errno with status, exit_code and cause set. */
int sample_prepare(struct sample *sample);

/* Starts the runtime; returns when its workers are pinned.  As above. */
int sample_start(struct sample *sample);

/* Runs one block and keeps it; -errno when it could not run.  A wrong result is
 * not an error here: it is in the block and in the status. */
int sample_block(struct sample *sample, uint64_t iterations);
const struct sample_block *sample_last_block(const struct sample *sample);

/* Finds how many iterations take about ns; discarded work.  *took_ns: what that
 * many are expected to take. */
int sample_calibrate(struct sample *sample, uint64_t ns, uint64_t *iterations, uint64_t *took_ns);

void sample_stop(struct sample *sample);
void sample_free(struct sample *sample);

/* Keeps the first cause; the status only gets worse. */
void sample_fail(struct sample *sample, enum sample_status status, int exit_code,
		 const char *format, ...) __attribute__((format(printf, 4, 5)));

#endif
