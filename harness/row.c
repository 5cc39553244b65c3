/* SPDX-License-Identifier: MIT */
/*
 * row.c - the result row (CONTRACT.md, "The row object").
 */
#include "harness/row.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/streams.h"
#include "harness/facts.h"
#include "harness/heap_bytes.h"
#include "harness/histogram.h"
#include "harness/sample.h"

static const char *status_name(enum sample_status status)
{
	static const char *const names[] = { "ok", "wrong", "refused", "error" };

	return names[status];
}

static void set_integer(json_t *json, const char *name, uint64_t value)
{
	json_object_set_new(json, name, json_integer((json_int_t)value));
}

static void add_cell(json_t *row, const struct sample *sample)
{
	const struct arm_workload *workload = sample->cell.workload;
	json_t *params = json_object();
	uint32_t i;

	json_object_set_new(row, "workload",
			    json_string(workload ? workload->name : sample->options->workload));
	if (workload) {
		json_object_set_new(row, "family", json_string(workload->family));
		json_object_set_new(row, "unit", json_string(workload->unit));
		for (i = 0; i < workload->param_count; i++)
			set_integer(params, workload->params[i].name, sample->cell.params[i]);
	}
	json_object_set_new(row, "params", params);
	set_integer(row, "workers", sample->pin.workers);
	set_integer(row, "seed", sample->options->seed);
}

static json_t *block_json(const struct sample_block *block)
{
	json_t *json = json_object();

	set_integer(json, "iterations", block->iterations);
	set_integer(json, "units", block->units);
	set_integer(json, "ns", block->ns);
	set_integer(json, "cpu_ns", block->cpu_ns);
	if (block->error[0])
		json_object_set_new(json, "error", facts_text(block->error));
	return json;
}

static void add_blocks(json_t *row, const struct sample *sample)
{
	json_t *blocks = json_array();
	uint64_t units = 0, ns = 0;
	size_t i;

	for (i = 0; i < sample->block_count; i++) {
		units += sample->blocks[i].units;
		ns += sample->blocks[i].ns;
		json_array_append_new(blocks, block_json(&sample->blocks[i]));
	}
	json_object_set_new(row, "blocks", blocks);
	set_integer(row, "units", units);
	set_integer(row, "ns", ns);
	json_object_set_new(row, "gbench",
			    json_pack("{s:I, s:I, s:f}", "runs", (json_int_t)sample->gbench_runs,
				      "iterations", (json_int_t)sample->gbench_iterations,
				      "seconds", sample->gbench_seconds));
}

static void add_metrics(json_t *row, const struct sample *sample)
{
	json_t *metrics = json_object();
	size_t i;

	for (i = 0; i < sample->metrics.count; i++) {
		const struct arm_metric *metric = &sample->metrics.entries[i];
		json_t *value = metric->counted ?
					json_pack("{s:I}", "value", (json_int_t)metric->value) :
					json_pack("{s:n, s:s}", "value", "reason",
						  "counted by the counting build only");

		if (metric->is_level)
			json_object_set_new(value, "level", json_true());
		json_object_set_new(metrics, metric->name, value);
	}
	json_object_set_new(row, "metrics", metrics);
}

/* Without a wait, too: that none was recorded is a finding. */
static void add_latency(json_t *row, const struct sample *sample)
{
	const struct arm_workload *workload = sample->cell.workload;

	if (sample->latency.count || (workload && (workload->flags & ARM_LATENCY)))
		json_object_set_new(row, "latency", histogram_json(&sample->latency));
}

static void add_extras(json_t *row, const struct sample *sample)
{
	json_t *extras = json_object();
	uint32_t i;

	for (i = 0; i < sample->extra_count; i++) {
		const struct arm_extra *extra = &sample->extras[i];

		/* JSON has no infinities: jansson would give no value at all. */
		json_object_set_new(extras, extra->name,
				    json_pack("{s:o?, s:s}", "value", json_real(extra->value),
					      "unit", extra->unit));
	}
	if (sample->extra_count)
		json_object_set(row, "extras", extras);
	json_decref(extras);
}

/* An extra that needs the heap is absent then. */
static void add_heap_unknown(json_t *row)
{
	const char *why = heap_bytes_unknown();

	if (why)
		json_object_set_new(row, "heap_unknown", json_string(why));
}

static void add_planted(json_t *row, const struct plant *plant)
{
	if (plant->percent <= 0)
		return;
	json_object_set_new(row, "planted",
			    json_pack("{s:f, s:I, s:I, s:I}", "percent", plant->percent, "loops",
				      (json_int_t)plant->loops, "ns", (json_int_t)plant->ns,
				      "calibration_loops", (json_int_t)plant->calibration_loops));
}

json_t *row_json(struct sample *sample)
{
	json_t *row = facts_arm(sample->arm);

	json_object_set_new(row, "event", json_string("row"));
	json_object_set_new(row, "status", json_string(status_name(sample->status)));
	json_object_set_new(row, "cause", facts_text(sample->cause));
	facts_add_preload(row);
	add_cell(row, sample);
	json_object_set_new(row, "pin", pin_json(&sample->pin));
	add_blocks(row, sample);
	set_integer(row, "heap", sample->options->heap);
	add_planted(row, &sample->plant);
	json_object_set_new(row, "counter_group", facts_text(sample->options->counters));
	json_object_set_new(row, "counters", counters_json(&sample->counters, &sample->usage));
	add_metrics(row, sample);
	add_latency(row, sample);
	add_extras(row, sample);
	add_heap_unknown(row);
	json_object_set_new(row, "host", facts_host(&sample->pin));
	json_object_set_new(row, "versions", facts_versions());
	return row;
}

void row_print(json_t *json)
{
	int failed = json_dumpf(json, stdout, JSON_COMPACT | JSON_ENSURE_ASCII);

	json_decref(json);
	putchar('\n');
	if (streams_flush() || ferror(stdout))
		exit(EXIT_ERROR);
	if (failed) {
		fputs("a result could not be written as JSON\n", stderr);
		exit(EXIT_ERROR);
	}
}
