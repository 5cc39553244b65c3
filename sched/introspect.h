/* SPDX-License-Identifier: MIT */
/* introspect.h - what a variant says about itself: knobs, metrics, faults, state. */
#ifndef SCHED_INTROSPECT_H
#define SCHED_INTROSPECT_H

#include "sched/runtime.h"

#include <unistd.h>

#define INTROSPECT_TEXT_(x) #x
#define INTROSPECT_TEXT(x)  INTROSPECT_TEXT_(x)

const struct sched_knob *sched_knobs(size_t *count)
{
#define INTROSPECT_MACRO(macro) { #macro, INTROSPECT_TEXT(macro) },
#define INTROSPECT_KNOB(name, axis, values, meaning) \
	{ "SCHED_" #name, INTROSPECT_TEXT(SCHED_##name) },
	static const struct sched_knob knobs[] = { SCHED_KNOBS(INTROSPECT_KNOB) SCHED_FLAVOURS(
		INTROSPECT_MACRO) SCHED_HOOKS(INTROSPECT_MACRO) };
#undef INTROSPECT_KNOB
#undef INTROSPECT_MACRO

	*count = sizeof(knobs) / sizeof(knobs[0]);
	return knobs;
}

const char *sched_variant_name(void)
{
	return ARM_NAME;
}

uint32_t sched_capabilities(void)
{
	return (uint32_t)SCHED_CAN_REMOTE | (uint32_t)SCHED_CAN_PARALLEL |
	       (SCHED_FAULT ? (uint32_t)SCHED_CAN_FAULT : 0u) |
	       (SCHED_COUNTING ? (uint32_t)SCHED_CAN_COUNT : 0u) |
	       (SCHED_OWNED != OWNED_NONE ? (uint32_t)SCHED_CAN_CANCEL : 0u);
}

int sched_fault_hold_thief(struct sched_runtime *runtime, uint64_t hold_ns)
{
	if (!SCHED_FAULT)
		return -ENOTSUP;
	at_store_relaxed(&runtime->fault_hold_ns, hold_ns);
	return 0;
}

/* -------------------------------------------------------------- metrics -- */

/* How an entry of the lists of metrics.h is told of a runtime. */
enum metric_told {
	TOLD_SUM, /* of all workers; so are the next two */
	TOLD_SMALLEST,
	TOLD_LARGEST,
	TOLD_SUM_OF_SHARDS,
	TOLD_unparks,
	TOLD_remote_schedules
};

struct metric_entry {
	const char *name;
	const char *unit;
	const char *meaning;
	size_t offset; /* of the counter, in the metrics of a worker or a shard */
	enum metric_told told;
	bool counted;
};

#define METRIC_ENTRY(name, class_, unit, meaning, told, offset) \
	{ name, unit, meaning, offset, told, METRIC_IN_##class_ },
#define METRIC_ENTRY_AT(name, class_, unit, meaning, told, counter) \
	METRIC_ENTRY(name, class_, unit, meaning, told, offsetof(struct worker_metrics, counter))

#define METRIC_ENTRY_WORKER(name, class_, unit, meaning) \
	METRIC_ENTRY_AT(#name, class_, unit, meaning, TOLD_SUM, name)
#define METRIC_ENTRY_SHARD(name, class_, unit, meaning) \
	METRIC_ENTRY(#name, class_, unit, meaning, TOLD_SUM_OF_SHARDS, \
		     offsetof(struct shard_metrics, name))
#define METRIC_ENTRY_RUNTIME(name, class_, unit, meaning) \
	METRIC_ENTRY(#name, class_, unit, meaning, TOLD_##name, 0)
#define METRIC_ENTRY_LEVEL(name, class_, unit, meaning, told) \
	METRIC_ENTRY_##told(name, class_, unit, meaning)
#define METRIC_ENTRY_MOST(name, class_, unit, meaning) \
	METRIC_ENTRY_AT(#name, class_, unit, meaning, TOLD_LARGEST, name)
#define METRIC_ENTRY_RANGE(name, class_, unit, meaning) \
	METRIC_ENTRY_AT(#name "_smallest", class_, unit, meaning, TOLD_SMALLEST, name) \
	METRIC_ENTRY_AT(#name "_largest", class_, unit, meaning, TOLD_LARGEST, name)

#define METRIC_ENTRIES \
	METRICS_WORKER(METRIC_ENTRY_WORKER) \
	METRICS_SHARD(METRIC_ENTRY_SHARD) \
	METRICS_RUNTIME(METRIC_ENTRY_RUNTIME) \
	METRICS_LEVEL(METRIC_ENTRY_LEVEL)

static const struct metric_entry metric_entries[] = { METRIC_ENTRIES };

static uint64_t metric_at(void *metrics, size_t offset)
{
	return metric_read((at_u64 *)(void *)((char *)metrics + offset));
}

static uint64_t metric_of_workers(struct sched_runtime *runtime, const struct metric_entry *entry)
{
	uint64_t all = entry->told == TOLD_SMALLEST ? UINT64_MAX : 0;

	for (uint32_t i = 0; i < runtime->config.workers; i++) {
		uint64_t one = metric_at(&runtime->workers[i].metrics, entry->offset);

		if (entry->told == TOLD_SUM)
			all += one;
		else if (entry->told == TOLD_SMALLEST ? one < all : one > all)
			all = one;
	}
	return all;
}

static uint64_t metric_of_shards(struct inject_queue *queue, const struct metric_entry *entry)
{
	uint64_t sum = 0;

	for (uint32_t i = 0; i < INJECT_SHARDS; i++)
		sum += metric_at(&queue->shards[i].metrics, entry->offset);
	return sum;
}

static uint64_t metric_unparks(struct sched_runtime *runtime)
{
	uint64_t unparks;

	os_mutex_lock(&runtime->idle.mutex);
	unparks = runtime->idle.unparks;
	os_mutex_unlock(&runtime->idle.mutex);
	return unparks;
}

static uint64_t metric_value_of(struct sched_runtime *runtime, const struct metric_entry *entry)
{
	if (!runtime || !entry->counted)
		return 0;
	switch (entry->told) {
	case TOLD_SUM_OF_SHARDS:
		return metric_of_shards(&runtime->inject, entry);
	case TOLD_unparks:
		return metric_unparks(runtime);
	case TOLD_remote_schedules:
		return metric_read(&runtime->remote_schedules);
	default:
		return metric_of_workers(runtime, entry);
	}
}

size_t sched_metrics(struct sched_runtime *runtime, struct sched_metric *metrics, size_t max)
{
	const size_t count = sizeof(metric_entries) / sizeof(metric_entries[0]);

	for (size_t i = 0; i < count && i < max; i++) {
		const struct metric_entry *entry = &metric_entries[i];

		metrics[i].name = entry->name;
		metrics[i].unit = entry->unit;
		metrics[i].meaning = entry->meaning;
		metrics[i].counted = entry->counted;
		metrics[i].is_level = entry->told == TOLD_SMALLEST || entry->told == TOLD_LARGEST;
		metrics[i].value = metric_value_of(runtime, entry);
	}
	return count;
}

/* ----------------------------------------------------------------- dump -- */

struct dump_line { /* no stdio: called from a signal handler */
	char text[256];
	size_t length;
};

static void dump_text(struct dump_line *line, const char *text)
{
	while (*text && line->length < sizeof(line->text) - 1)
		line->text[line->length++] = *text++;
}

static void dump_number(struct dump_line *line, const char *label, uint64_t value)
{
	char digits[24];
	size_t count = sizeof(digits) - 1;

	digits[count] = '\0';
	do
		digits[--count] = (char)('0' + value % 10);
	while ((value /= 10) > 0);
	dump_text(line, label);
	dump_text(line, digits + count);
}

static void dump_end(struct dump_line *line, int fd)
{
	ssize_t written SCHED_UNUSED;

	line->text[line->length++] = '\n';
	written = write(fd, line->text, line->length);
	line->length = 0;
}

static void dump_worker(struct dump_line *line, struct worker *worker)
{
	uint64_t head = at_load_relaxed(&worker->queue.head);
	uint32_t tail = at_load_relaxed(&worker->queue.tail);
	static const char *const states[] = { "not parked", "parked", "notified" };
	uint32_t state = at_load_relaxed(&worker->parker.state);

	dump_number(line, "worker ", worker->index);
	dump_text(line, ": ");
	dump_text(line, state < 3 ? states[state] : "?");
	dump_number(line, ", queue ", (uint32_t)(tail - head_real(head)));
	dump_number(line, ", being stolen ", (uint32_t)(head_real(head) - head_steal(head)));
	dump_number(line, ", parks ", COUNTED(&worker->metrics, parks));
}

void sched_dump(struct sched_runtime *runtime, int fd)
{
	uint64_t word = at_load_relaxed(&runtime->idle.word);
	struct dump_line line;

	line.length = 0;
	dump_number(&line, "searching ", word & IDLE_SEARCHING_MASK);
	dump_number(&line, ", unparked ", word / IDLE_UNPARKED_ONE);
	dump_number(&line, ", inject ", inject_queue_length(&runtime->inject));
	dump_number(&line, ", closed ", at_load_relaxed(&runtime->is_closed));
	dump_end(&line, fd);
	for (uint32_t i = 0; i < runtime->config.workers; i++) {
		dump_worker(&line, &runtime->workers[i]);
		dump_end(&line, fd);
	}
}

#endif
