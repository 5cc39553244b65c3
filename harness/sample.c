/* SPDX-License-Identifier: MIT */
/*
 * sample.c - life of a sample: cell, placement, counters, runtime, and back.
 */
#include "harness/sample.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "harness/heap.h"
#include "harness/signals.h"
#include "harness/totals.h"

/* How long workers may take to report themselves, in seconds. */
#define START_PATIENCE_S 10
/* An executor without threads of its own never does. */
#define START_PATIENCE_NONE_S 1

void sample_fail(struct sample *sample, enum sample_status status, int exit_code,
		 const char *format, ...)
{
	va_list args;

	if (status <= sample->status)
		return;
	if (!sample->cause[0]) {
		va_start(args, format);
		vsnprintf(sample->cause, sizeof sample->cause, format, args);
		va_end(args);
	}
	sample->status = status;
	sample->exit_code = exit_code;
}

void sample_init(struct sample *sample, const struct arm *arm, const struct options *options)
{
	pthread_condattr_t monotonic;

	memset(sample, 0, sizeof *sample);
	sample->arm = arm;
	sample->options = options;
	sample->plant.percent = options->plant_percent;
	pthread_mutex_init(&sample->mutex, NULL);
	pthread_condattr_init(&monotonic);
	pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
	pthread_cond_init(&sample->changed, &monotonic);
	pthread_condattr_destroy(&monotonic);
}

static int prepare_cell(struct sample *sample)
{
	const struct options *options = sample->options;
	int error = cell_find(&sample->cell, sample->arm, options->workload);
	size_t i;

	for (i = 0; !error && i < options->param_count; i++)
		error = cell_set(&sample->cell, options->params[i]);
	if (error)
		sample_fail(sample, SAMPLE_ERROR, EXIT_USAGE, "%s", sample->cell.message);
	return error;
}

static int prepare_pin(struct sample *sample)
{
	int error = pin_open(&sample->pin, sample->options->pin, sample->options->workers);

	if (error)
		sample_fail(sample, SAMPLE_ERROR, error == -EINVAL ? EXIT_USAGE : EXIT_IMPOSSIBLE,
			    "%s", sample->pin.message);
	return error;
}

static int prepare_counters(struct sample *sample)
{
	int error = counters_open(&sample->counters, sample->options->counters);
	const struct counter_group *groups;
	char names[256] = "";
	size_t count, i;

	if (!error)
		return 0;
	groups = counter_groups(&count);
	for (i = 0; i < count; i++)
		snprintf(names + strlen(names), sizeof names - strlen(names), " %s",
			 groups[i].name);
	sample_fail(sample, SAMPLE_ERROR, EXIT_IMPOSSIBLE,
		    "--counters %s: no such group; there are:%s", sample->options->counters, names);
	return error;
}

static int check_refusal(struct sample *sample)
{
	const struct cell *cell = &sample->cell;
	const char *why = NULL;

	if (sample->arm->refuses)
		why = sample->arm->refuses(cell->workload, cell->params, sample->pin.workers);
	if (!why)
		return 0;
	sample_fail(sample, SAMPLE_REFUSED, EXIT_REFUSED, "%s", why);
	return -ENOTSUP;
}

int sample_prepare(struct sample *sample)
{
	/* All parts are opened even if one fails, so that sample_free and the
	 * row need no cases; the first failure is the cause. */
	int cell = prepare_cell(sample);
	int pin = prepare_pin(sample);
	int counters = prepare_counters(sample);

	if (sample->arm->abi != ARM_ABI)
		sample_fail(sample, SAMPLE_ERROR, EXIT_ERROR,
			    "arm %s was built for ABI %u, the harness for %u; rebuild both",
			    sample->arm->name, sample->arm->abi, ARM_ABI);
	if (sample->status != SAMPLE_OK)
		return cell ? cell : pin ? pin : counters ? counters : -EPROTO;
	return check_refusal(sample);
}

static void on_thread_start(enum arm_thread kind, uint32_t index, void *arg)
{
	struct sample *sample = arg;

	pin_thread(&sample->pin, kind, index);
	counters_thread_start(&sample->counters);
	if (kind != ARM_THREAD_WORKER)
		return;
	pthread_mutex_lock(&sample->mutex);
	sample->workers_started++;
	pthread_cond_signal(&sample->changed);
	pthread_mutex_unlock(&sample->mutex);
}

static void on_thread_stop(enum arm_thread kind, uint32_t index, void *arg)
{
	struct sample *sample = arg;

	(void)kind;
	(void)index;
	counters_thread_stop(&sample->counters);
}

/* How many workers have reported when all have, or when patience ends. */
static uint32_t wait_for_workers(struct sample *sample)
{
	struct timespec none, until;
	uint32_t started;

	clock_gettime(CLOCK_MONOTONIC, &until);
	none = until;
	none.tv_sec += START_PATIENCE_NONE_S;
	until.tv_sec += START_PATIENCE_S;
	pthread_mutex_lock(&sample->mutex);
	while (sample->workers_started < sample->pin.workers) {
		bool any = sample->workers_started > 0;

		if (pthread_cond_timedwait(&sample->changed, &sample->mutex,
					   any ? &until : &none) &&
		    (any || !sample->workers_started))
			break;
	}
	started = sample->workers_started;
	pthread_mutex_unlock(&sample->mutex);
	return started;
}

static int check_workers(struct sample *sample, uint32_t started)
{
	if (sample->pin.mismatch) {
		sample_fail(sample, SAMPLE_ERROR, EXIT_IMPOSSIBLE, "%s", sample->pin.message);
		return -EIO;
	}
	/* None at all: an executor without threads; the row says read_back false. */
	if (started == 0 || started >= sample->pin.workers)
		return 0;
	sample_fail(sample, SAMPLE_ERROR, EXIT_ERROR,
		    "only %u of %u workers called on_thread_start within %d s", started,
		    sample->pin.workers, START_PATIENCE_S);
	return -ETIMEDOUT;
}

int sample_start(struct sample *sample)
{
	const struct arm_config config = {
		.workers = sample->pin.workers,
		.seed = sample->options->seed,
		.on_thread_start = on_thread_start,
		.on_thread_stop = on_thread_stop,
		.arg = sample,
	};
	int error;

	if (pin_main(&sample->pin)) {
		sample_fail(sample, SAMPLE_ERROR, EXIT_IMPOSSIBLE, "%s", sample->pin.message);
		return -EIO;
	}
	counters_thread_start(&sample->counters);
	plant_calibrate(&sample->plant);
	heap_settle();
	signals_hold();
	error = sample->arm->start(&config, &sample->runtime);
	signals_release();
	if (error) {
		sample->runtime = NULL;
		sample_fail(sample, SAMPLE_ERROR, EXIT_ERROR,
			    "arm %s could not start %u workers: %s", sample->arm->name,
			    config.workers, strerror(-error));
		return error;
	}
	signals_watch(sample->arm, sample->runtime);
	totals_resume_metrics(sample);
	return check_workers(sample, wait_for_workers(sample));
}

void sample_stop(struct sample *sample)
{
	if (!sample->runtime)
		return;
	totals_pause_metrics(sample);
	sample->arm->stop(sample->runtime);
	signals_watch(sample->arm, NULL);
	sample->runtime = NULL;
	counters_thread_stop(&sample->counters);
}

void sample_free(struct sample *sample)
{
	counters_close(&sample->counters);
	pin_close(&sample->pin);
	free(sample->blocks);
	pthread_cond_destroy(&sample->changed);
	pthread_mutex_destroy(&sample->mutex);
}
