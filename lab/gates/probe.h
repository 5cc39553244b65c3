/* SPDX-License-Identifier: MIT */
/*
 * probe.h - how long one cache line takes from a CPU to another, right now.
 *
 * Mechanism: two threads, bound to the two CPUs, answer each other through one
 * line for about 2 ms; the value is half the median round trip in ns, over
 * batches, so that reading the clock is not in it (the ping-pong of the
 * core-to-core-latency tools, e.g. nviennot/core-to-core-latency, batched).
 * On a guest it flips between regimes (27 and 100 ns were seen on one machine
 * within seconds) because the hypervisor moves virtual CPUs: the runner stores
 * it before and after each pair, and the report bins the pairs by it.  It is
 * never a breach.
 *
 * Both threads block all signals, watch a deadline while they wait, and are
 * joined before the call returns: none is left, whatever happens.  A thread that
 * does not get its CPU makes the value unknown.  One call takes about 5 ms in
 * all, and at most PROBE_TIMEOUT_NS per pair of CPUs on a machine under load.
 *
 * Weakness: two milliseconds see one regime, not how often it changes; threads
 * that spin warm their CPUs, so an idle machine looks faster than it is.
 */
#ifndef LAB_GATES_PROBE_H
#define LAB_GATES_PROBE_H

#include <stddef.h>
#include <stdint.h>

#include "lab/gates/gate.h"

#define PROBE_PAIRS_MAX	 3u	    /* pairs of CPUs that gates_probe looks at */
#define PROBE_TIMEOUT_NS 100000000u /* for both threads to get going */

/* Probes two CPUs (OS numbers) for about `ns`.  0 and *latency_ns > 0; -EINVAL:
 * twice the same CPU, or one that this process may not use; -ETIME: the threads
 * got too little CPU time together for a median; else a negative errno of
 * pthread_create. */
int probe_pair(unsigned int cpu_a, unsigned int cpu_b, uint64_t ns, double *latency_ns);

/* Probes the first PROBE_PAIRS_MAX pairs among `cpus` (in the order in which the
 * workers are bound to them: 0-1, 0-2, 1-2, ...) and appends one row of gate
 * GATE_CORE_LATENCY per pair; its note names the CPUs.  Fewer than two CPUs: one
 * row that says so. */
void gates_probe(const unsigned int *cpus, size_t count, enum gate_moment moment,
		 struct gate_readings *readings);

#endif
