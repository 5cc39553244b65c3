/* SPDX-License-Identifier: MIT */
/*
 * pin.h - where threads run: a policy becomes an order of CPUs; workers take
 * the first ones, then the main thread, then producers, wrapping round.
 *
 * Every thread binds itself and reads its affinity back, so that a row says
 * what was, not what was asked for.
 */
#ifndef HARNESS_PIN_H
#define HARNESS_PIN_H

#include <hwloc.h>
#include <jansson.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

#include "workloads/arm.h"

#define PIN_MESSAGE_BYTES 512u
#define PIN_PRODUCERS_MAX 64u

struct pin {
	hwloc_topology_t topology;
	hwloc_cpuset_t allowed; /* taskset and cgroup, when the process started */
	const char *policy;	/* as asked for */
	unsigned *order;	/* OS CPU numbers; NULL: policy none */
	uint32_t order_count;
	uint32_t workers;
	pthread_mutex_t mutex;	/* guards what follows: threads report in any order */
	uint32_t workers_bound; /* read back and right */
	uint32_t producers;	/* highest producer index seen, plus one */
	int main_tid;		/* 0: pin_main was not called */
	int main_as_worker;	/* the worker the main thread is, too; -1: none */
	bool mismatch;
	char message[PIN_MESSAGE_BYTES];
};

/* 0; -EINVAL: no such policy, or a malformed list; -ENOENT: this machine or
 * this process cannot do that.  pin->message says what and the remedy.
 * pin_close is to be called in every case; it gives the main thread all its
 * CPUs back. */
int pin_open(struct pin *pin, const char *policy, uint32_t workers);
void pin_close(struct pin *pin);

uint32_t pin_cpus_allowed(const struct pin *pin);

/* Bind the calling thread and read back; 0 or -EIO with pin->message. */
int pin_main(struct pin *pin);
int pin_thread(struct pin *pin, enum arm_thread kind, uint32_t index);

/* -1 where the policy is none. */
int pin_cpu_of_main(const struct pin *pin);
int pin_cpu_of(const struct pin *pin, enum arm_thread kind, uint32_t index);

bool pin_oversubscribed(const struct pin *pin);

/* The "pin" member of rows and of the ready event. */
json_t *pin_json(struct pin *pin);

#endif
