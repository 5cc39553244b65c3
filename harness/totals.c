/* SPDX-License-Identifier: MIT */
/*
 * totals.c - sums over blocks.
 *
 * Metrics are taken while the workers are (about to be) parked, not around each
 * block: schedulers publish them in batches, on parking, and a difference per
 * block would lose what is published late.
 */
#include "harness/totals.h"

#include <string.h>

#include "harness/sample.h"

static struct arm_extra *find_extra(struct sample *sample, const struct arm_extra *extra)
{
	uint32_t i;

	for (i = 0; i < sample->extra_count; i++)
		if (strcmp(sample->extras[i].name, extra->name) == 0)
			return &sample->extras[i];
	return NULL;
}

/* Our copy counts its values in `reserved`. */
static void combine(struct arm_extra *sum, const struct arm_extra *extra)
{
	double value = extra->value;

	sum->reserved++;
	if (sum->kind == ARM_SUM)
		sum->value += value;
	else if (sum->kind == ARM_MEAN)
		sum->value += (value - sum->value) / sum->reserved;
	else if (sum->kind == ARM_MIN ? value < sum->value : value > sum->value)
		sum->value = value;
}

static void add_extra(struct sample *sample, const struct arm_extra *extra)
{
	struct arm_extra *sum = find_extra(sample, extra);

	if (sum) {
		combine(sum, extra);
	} else if (sample->extra_count < SAMPLE_EXTRAS_MAX) {
		sample->extras[sample->extra_count] = *extra;
		sample->extras[sample->extra_count++].reserved = 1;
	} else {
		sample_fail(sample, SAMPLE_ERROR, EXIT_ERROR,
			    "extra %s: the harness takes %u by name; raise SAMPLE_EXTRAS_MAX",
			    extra->name, SAMPLE_EXTRAS_MAX);
	}
}

void totals_add_extras(struct sample *sample, const struct arm_block *block)
{
	uint32_t i;

	for (i = 0; i < block->extra_count && i < ARM_EXTRAS; i++)
		add_extra(sample, &block->extras[i]);
}

static void read_metrics(struct sample *sample, struct sample_metrics *metrics)
{
	size_t count = 0;

	if (sample->arm->metrics)
		count = sample->arm->metrics(sample->runtime, metrics->entries, SAMPLE_METRICS_MAX);
	metrics->count = count < SAMPLE_METRICS_MAX ? count : SAMPLE_METRICS_MAX;
	if (count > metrics->count)
		sample_fail(
			sample, SAMPLE_ERROR, EXIT_ERROR,
			"arm %s has %zu metrics, the harness takes %u; raise SAMPLE_METRICS_MAX",
			sample->arm->name, count, SAMPLE_METRICS_MAX);
}

void totals_resume_metrics(struct sample *sample)
{
	read_metrics(sample, &sample->metrics_base);
}

void totals_pause_metrics(struct sample *sample)
{
	struct sample_metrics now;
	size_t i;

	read_metrics(sample, &now);
	for (i = 0; i < now.count; i++) {
		struct arm_metric *sum = &sample->metrics.entries[i];
		uint64_t before = i < sample->metrics.count ? sum->value : 0;

		*sum = now.entries[i];
		if (!sum->is_level)
			sum->value += before - sample->metrics_base.entries[i].value;
	}
	sample->metrics.count = now.count;
}
