/* SPDX-License-Identifier: MIT */
/* watch.c - see watch.h. */
#include "lab/run/watch.h"

#include <stdlib.h>
#include <string.h>

#include "lab/gates/cpus.h"
#include "lab/gates/probe.h"

static void open_window(const struct watch *watch, struct gate_window *window,
			enum gate_moment moment, uint64_t *own_cpu_ns)
{
	*own_cpu_ns = gates_own_cpu_ns(NULL, 0);
	gates_begin(window, watch->root, moment);
}

/* Samples that ended have been waited for, so that their time is in our own. */
static void close_window(struct watch *watch, struct gate_window *window, uint64_t own_cpu_ns)
{
	gates_end(window, gates_own_cpu_ns(NULL, 0) - own_cpu_ns, &watch->readings);
}

static struct reading_record as_row(const struct gate_reading *reading)
{
	return (struct reading_record){ gate_moment_name(reading->moment), reading->gate->name,
					gate_state_name(reading->state), reading->value,
					reading->note };
}

int watch_start(struct watch *watch, struct store *store)
{
	int status = LAB_OK;

	memset(watch, 0, sizeof(*watch));
	watch->cpu_count = cpus_allowed_list(watch->cpus, WATCH_CPUS_MAX);
	watch->root = getenv("SCHEDLAB_GATES_ROOT");
	if (watch->root == NULL)
		watch->root = "";
	else /* whoever reads the results must know */
		status = store_put_meta(store, "gates_root", watch->root);
	gates_read_static(watch->root, &watch->readings);
	for (size_t i = 0; i < watch->readings.count && status == LAB_OK; i++) {
		struct reading_record row = as_row(&watch->readings.all[i]);

		status = record_host_gate(store, &row);
	}
	open_window(watch, &watch->before, GATE_BEFORE, &watch->before_cpu_ns);
	return status;
}

void watch_pair_starts(struct watch *watch)
{
	watch->readings.count = 0;
	close_window(watch, &watch->before, watch->before_cpu_ns);
	gates_probe(watch->cpus, watch->cpu_count, GATE_BEFORE, &watch->readings);
	open_window(watch, &watch->during, GATE_DURING, &watch->during_cpu_ns);
}

/* The CPUs of the index-th probe of a moment: 0-1, 0-2, 1-2, as probe.h has it. */
static struct probe_record as_probe(const struct watch *watch, const struct gate_reading *reading,
				    size_t index)
{
	size_t b = 1;

	while (index >= b)
		index -= b++;
	return (struct probe_record){ gate_moment_name(reading->moment), (int)watch->cpus[index],
				      (int)watch->cpus[b], reading->value };
}

static void sort_out(struct watch *watch, struct pair_context *context)
{
	size_t of_moment[4] = { 0 };

	for (size_t i = 0; i < watch->readings.count; i++) {
		const struct gate_reading *reading = &watch->readings.all[i];

		if (reading->gate->judge != NULL)
			watch->rows[context->reading_count++] = as_row(reading);
		else if (watch->cpu_count > 1)
			watch->probes[context->probe_count++] = as_probe(
				watch, reading, of_moment[reading->moment]++);
	}
}

void watch_pair_ended(struct watch *watch, struct pair_context *context)
{
	struct gate_window after;
	uint64_t after_cpu_ns;

	close_window(watch, &watch->during, watch->during_cpu_ns);
	open_window(watch, &after, GATE_AFTER, &after_cpu_ns);
	gates_probe(watch->cpus, watch->cpu_count, GATE_AFTER, &watch->readings);
	close_window(watch, &after, after_cpu_ns);
	memset(context, 0, sizeof(*context));
	context->flagged = gates_flag(watch->readings.all, watch->readings.count, watch->why,
				      sizeof(watch->why));
	context->flag_reason = watch->why;
	context->readings = watch->rows;
	context->probes = watch->probes;
	sort_out(watch, context);
	open_window(watch, &watch->before, GATE_BEFORE, &watch->before_cpu_ns);
}
