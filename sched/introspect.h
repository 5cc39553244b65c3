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
	       (SCHED_COUNTING ? (uint32_t)SCHED_CAN_COUNT : 0u);
}

int sched_fault_hold_thief(struct sched_runtime *runtime, uint64_t hold_ns)
{
	if (!SCHED_FAULT)
		return -ENOTSUP;
	at_store_relaxed(&runtime->fault_hold_ns, hold_ns);
	return 0;
}

/* -------------------------------------------------------------- metrics -- */

struct metrics_sink {
	struct sched_metric *metrics;
	size_t room;
	size_t count;
};

static void metrics_put_as(struct metrics_sink *sink, const char *name, bool counted, bool is_level,
			   uint64_t value)
{
	if (sink->count < sink->room) {
		sink->metrics[sink->count].name = name;
		sink->metrics[sink->count].counted = counted;
		sink->metrics[sink->count].is_level = is_level;
		sink->metrics[sink->count].value = value;
	}
	sink->count++;
}

static void metrics_put(struct metrics_sink *sink, const char *name, bool counted, uint64_t value)
{
	metrics_put_as(sink, name, counted, false, value);
}

static uint64_t metrics_unparks(struct sched_runtime *runtime)
{
	uint64_t unparks;

	if (!runtime)
		return 0;
	os_mutex_lock(&runtime->idle.mutex);
	unparks = runtime->idle.unparks;
	os_mutex_unlock(&runtime->idle.mutex);
	return unparks;
}

/* Of all shards, each under its mutex. */
static void metrics_put_inject(struct metrics_sink *sink, struct inject_queue *queue)
{
#if SCHED_COUNTING
#define INTROSPECT_INJECT_SUM(field) \
	{ \
		uint64_t sum = 0; \
		for (uint32_t i = 0; queue && i < INJECT_SHARDS; i++) { \
			os_mutex_lock(inject_mutex(queue, i)); \
			sum += queue->shards[i].field; \
			os_mutex_unlock(inject_mutex(queue, i)); \
		} \
		metrics_put(sink, #field, true, sum); \
	}
	METRICS_INJECT(INTROSPECT_INJECT_SUM)
#undef INTROSPECT_INJECT_SUM
#else
#define INTROSPECT_INJECT_ABSENT(field) metrics_put(sink, #field, false, 0);
	METRICS_INJECT(INTROSPECT_INJECT_ABSENT)
#undef INTROSPECT_INJECT_ABSENT
	(void)queue;
#endif
}

/* Over all workers. */
static void metrics_put_levels(struct metrics_sink *sink, struct sched_runtime *runtime)
{
	uint64_t smallest = SCHED_COUNTING ? UINT64_MAX : 0, largest = 0, retries = 0;

	for (uint32_t i = 0; runtime && i < runtime->config.workers; i++) {
		struct worker_metrics *metrics SCHED_UNUSED = &runtime->workers[i].metrics;
#if SCHED_COUNTING
		uint64_t interval = at_load_relaxed(&metrics->interval_now);

		smallest = interval < smallest ? interval : smallest;
		largest = interval > largest ? interval : largest;
#endif
#if SCHED_COUNTING || SCHED_FAULT
		uint64_t most = at_load_relaxed(&metrics->pop_retries_max);

		retries = most > retries ? most : retries;
#endif
	}
	metrics_put_as(sink, "interval_now_smallest", SCHED_COUNTING != 0, true, smallest);
	metrics_put_as(sink, "interval_now_largest", SCHED_COUNTING != 0, true, largest);
	metrics_put_as(sink, "pop_retries_max", SCHED_COUNTING || SCHED_FAULT, true, retries);
}

size_t sched_metrics(struct sched_runtime *runtime, struct sched_metric *metrics, size_t max)
{
	struct metrics_sink sink = { metrics, max, 0 };
	uint32_t workers = runtime ? runtime->config.workers : 0;
	uint64_t busy_ns = 0;

#define INTROSPECT_SUM(field) \
	{ \
		uint64_t sum = 0; \
		for (uint32_t i = 0; i < workers; i++) \
			sum += at_load_relaxed(&runtime->workers[i].metrics.field); \
		metrics_put(&sink, #field, true, sum); \
	}
#define INTROSPECT_ABSENT(field) metrics_put(&sink, #field, false, 0);
	METRICS_RARE(INTROSPECT_SUM)
	metrics_put(&sink, "unparks", true, metrics_unparks(runtime));
	for (uint32_t i = 0; i < workers; i++)
		busy_ns += at_load_relaxed(&runtime->workers[i].busy_ns);
	metrics_put(&sink, "busy_ns", SCHED_METRICS_BATCHED != 0, busy_ns);
	metrics_put(&sink, "remote_schedules", SCHED_COUNTING != 0,
		    runtime ? at_load_relaxed(&runtime->remote_schedules) : 0);
#if SCHED_COUNTING
	METRICS_HOT(INTROSPECT_SUM)
#else
	METRICS_HOT(INTROSPECT_ABSENT)
#endif
#if SCHED_COUNTING || SCHED_FAULT
	METRICS_EXPOSURE(INTROSPECT_SUM)
#else
	METRICS_EXPOSURE(INTROSPECT_ABSENT)
#endif
#undef INTROSPECT_SUM
#undef INTROSPECT_ABSENT
	metrics_put_inject(&sink, runtime ? &runtime->inject : NULL);
	metrics_put_levels(&sink, runtime);
	return sink.count;
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
	dump_number(line, ", parks ", at_load_relaxed(&worker->metrics.parks));
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
