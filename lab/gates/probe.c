/* SPDX-License-Identifier: MIT */
/* probe.c - see probe.h. */
#include "lab/gates/probe.h"

#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>

#include "lab/base/lab.h"
#include "lab/gates/cpus.h"
#include "lab/gates/gate_parts.h"
#include "lab/stats/spread.h"

#define BATCH		32u   /* round trips between two readings of the clock */
#define BATCHES_MAX	4096u /* more than fit into the time */
#define BATCHES_MIN	8u    /* fewer give no median worth a name */
#define SPINS_PER_CLOCK 1024u
#define BUDGET_NS	5000000u /* for all pairs of CPUs together */
#define PAIR_NS		2000000u

/*
 * The line goes up by one with every half trip: the first thread makes it odd,
 * the second even.  Everything else is read before or after the threads run,
 * except the deadline, which both only read.
 */
struct probe {
	_Alignas(128) _Atomic(uint32_t) line;
	_Alignas(128) uint64_t deadline_ns; /* nobody waits longer */
	uint64_t ns;			    /* to measure for */
	double *batches;		    /* ns per half trip, by the first thread */
	size_t count;
};

/* Until the line shows `value`; false at the deadline. */
static bool wait_for(struct probe *probe, uint32_t value)
{
	for (uint32_t spins = 1;; spins++) {
		if (atomic_load_explicit(&probe->line, memory_order_acquire) == value)
			return true;
		if (spins % SPINS_PER_CLOCK == 0 && now_ns() > probe->deadline_ns)
			return false;
	}
}

static bool batch(struct probe *probe, uint32_t *value)
{
	for (uint32_t i = 0; i < BATCH; i++) {
		atomic_store_explicit(&probe->line, *value + 1, memory_order_release);
		*value += 2;
		if (!wait_for(probe, *value))
			return false;
	}
	return true;
}

/* The first batch also waits for the other thread to start: not counted. */
static void *asker(void *argument)
{
	struct probe *probe = argument;
	uint32_t value = 0;
	uint64_t start, before, now;

	if (!batch(probe, &value))
		return NULL;
	start = now = now_ns();
	while (probe->count < BATCHES_MAX && now - start < probe->ns) {
		before = now;
		if (!batch(probe, &value))
			break;
		now = now_ns();
		probe->batches[probe->count++] = (double)(now - before) / (2 * BATCH);
	}
	atomic_store_explicit(&probe->line, UINT32_MAX, memory_order_release);
	return NULL;
}

/* Ends when the asker leaves its mark in the line, or at the deadline. */
static void *answerer(void *argument)
{
	struct probe *probe = argument;

	for (uint32_t value = 1, spins = 1;; spins++) {
		uint32_t seen = atomic_load_explicit(&probe->line, memory_order_acquire);

		if (seen == UINT32_MAX)
			return NULL;
		if (seen == value) {
			atomic_store_explicit(&probe->line, value + 1, memory_order_release);
			value += 2;
			spins = 0;
		} else if (spins % SPINS_PER_CLOCK == 0 && now_ns() > probe->deadline_ns) {
			return NULL;
		}
	}
}

/* On one CPU from its first instruction on; signals are for the main thread. */
static int start(pthread_t *thread, unsigned int cpu, void *(*body)(void *), struct probe *probe)
{
	pthread_attr_t attributes;
	sigset_t all, old;
	size_t bytes = CPU_ALLOC_SIZE(cpu + 1);
	cpu_set_t *cpus = CPU_ALLOC(cpu + 1);
	int error;

	if (cpus == NULL)
		return -ENOMEM;
	CPU_ZERO_S(bytes, cpus);
	CPU_SET_S(cpu, bytes, cpus);
	sigfillset(&all);
	pthread_attr_init(&attributes);
	pthread_sigmask(SIG_SETMASK, &all, &old);
	error = pthread_attr_setaffinity_np(&attributes, bytes, cpus);
	if (error == 0)
		error = pthread_create(thread, &attributes, body, probe);
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	pthread_attr_destroy(&attributes);
	CPU_FREE(cpus);
	return -error;
}

/* Both threads, to their end. */
static int run(struct probe *probe, unsigned int cpu_a, unsigned int cpu_b)
{
	pthread_t threads[2];
	int error = start(&threads[0], cpu_b, answerer, probe);

	if (error != 0)
		return error;
	error = start(&threads[1], cpu_a, asker, probe);
	if (error == 0)
		pthread_join(threads[1], NULL);
	else
		atomic_store_explicit(&probe->line, UINT32_MAX, memory_order_release);
	pthread_join(threads[0], NULL);
	return error;
}

static bool is_allowed(unsigned int cpu)
{
	hwloc_bitmap_t cpus = hwloc_bitmap_alloc();
	char why[GATE_WHY_BYTES];
	bool allowed = cpus_allowed("", cpus, why) && cpu <= INT_MAX &&
		       hwloc_bitmap_isset(cpus, cpu) != 0;

	hwloc_bitmap_free(cpus);
	return allowed;
}

int probe_pair(unsigned int cpu_a, unsigned int cpu_b, uint64_t ns, double *latency_ns)
{
	double batches[BATCHES_MAX];
	struct probe probe;
	int error;

	if (cpu_a == cpu_b || !is_allowed(cpu_a) || !is_allowed(cpu_b))
		return -EINVAL;
	memset(&probe, 0, sizeof(probe));
	atomic_init(&probe.line, 0);
	probe.ns = ns;
	probe.batches = batches;
	probe.deadline_ns = now_ns() + ns + PROBE_TIMEOUT_NS;
	error = run(&probe, cpu_a, cpu_b);
	if (error != 0)
		return error;
	if (probe.count < BATCHES_MIN)
		return -ETIME;
	*latency_ns = median_of(batches, probe.count);
	return 0;
}

GATE(core_latency) = {
	.place = 140,
	.name = "core_latency",
	.meaning = "how long does a cache line take between two CPUs? Pairs are "
		   "binned by it; it is never a breach.",
	.remedy = "none needed",
	.unit = "ns",
	.limit = NAN,
	.limit_reason = "any value will do",
};

static void probe_into(struct gate_reading *reading, unsigned int cpu_a, unsigned int cpu_b,
		       uint64_t ns)
{
	double latency = 0;
	int error = probe_pair(cpu_a, cpu_b, ns, &latency);

	if (error == 0) {
		reading->state = GATE_PASS;
		reading_number(reading, latency);
		reading_note(reading, "CPUs %u and %u", cpu_a, cpu_b);
	} else if (error == -ETIME) {
		reading_unknown(reading, "CPUs %u and %u: the threads hardly got to run", cpu_a,
				cpu_b);
	} else {
		reading_unknown(reading, "CPUs %u and %u: %s", cpu_a, cpu_b, strerror(-error));
	}
}

void gates_probe(const unsigned int *cpus, size_t count, enum gate_moment moment,
		 struct gate_readings *readings)
{
	size_t pairs = count < 2 ? 0 : count * (count - 1) / 2, done = 0;
	uint64_t ns;

	if (pairs == 0) {
		reading_unknown(reading_add(readings, &gate_core_latency, moment),
				"it takes two CPUs, here are %zu", count);
		return;
	}
	if (pairs > PROBE_PAIRS_MAX)
		pairs = PROBE_PAIRS_MAX;
	ns = BUDGET_NS / pairs < PAIR_NS ? BUDGET_NS / pairs : PAIR_NS;
	for (size_t b = 1; b < count; b++)
		for (size_t a = 0; a < b && done < pairs; a++, done++)
			probe_into(reading_add(readings, &gate_core_latency, moment), cpus[a],
				   cpus[b], ns);
}
