/* SPDX-License-Identifier: MIT */
/*
 * pin.c - binding threads by hwloc, and reading back what came of it.
 */
#include "harness/pin.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "harness/pin_order.h"

/* hwloc keeps the program's name.  A name of another length is another allocation, behind
 * which all others lie elsewhere: rows that are the same code would differ by it. */
static int load_nameless(hwloc_topology_t topology)
{
	static char nobody[] = "bench";
	char *own = program_invocation_name;
	int error;

	program_invocation_name = nobody;
	error = hwloc_topology_load(topology);
	program_invocation_name = own;
	return error;
}

static int load_topology(struct pin *pin)
{
	/* I/O devices take long to find and pin nothing. */
	if (hwloc_topology_init(&pin->topology))
		return -ENOENT;
	hwloc_topology_set_io_types_filter(pin->topology, HWLOC_TYPE_FILTER_KEEP_NONE);
	if (load_nameless(pin->topology))
		return -ENOENT;
	pin->allowed = hwloc_bitmap_alloc();
	if (!pin->allowed || hwloc_get_cpubind(pin->topology, pin->allowed, HWLOC_CPUBIND_THREAD))
		return -ENOENT;
	hwloc_bitmap_and(pin->allowed, pin->allowed,
			 hwloc_topology_get_allowed_cpuset(pin->topology));
	return 0;
}

static int make_order(struct pin *pin)
{
	/* An explicit list may name a CPU more than once. */
	size_t room = (size_t)hwloc_bitmap_weight(pin->allowed) + 4096;
	int count;

	pin->order = calloc(room, sizeof *pin->order);
	if (!pin->order) {
		snprintf(pin->message, sizeof pin->message, "--pin %s: out of memory", pin->policy);
		return -ENOENT;
	}
	count = pin_order(pin->topology, pin->allowed, pin->policy, pin->order, room, pin->message,
			  sizeof pin->message);
	pin->order_count = count > 0 ? (uint32_t)count : 0;
	return count > 0 ? 0 : count;
}

int pin_open(struct pin *pin, const char *policy, uint32_t workers)
{
	*pin = (struct pin){ .policy = policy, .main_as_worker = -1 };
	pthread_mutex_init(&pin->mutex, NULL);
	if (load_topology(pin)) {
		snprintf(pin->message, sizeof pin->message,
			 "--pin %s: hwloc cannot read this machine's topology", policy);
		return -ENOENT;
	}
	pin->workers = workers ? workers : pin_cpus_allowed(pin);
	if (strcmp(policy, "none") == 0)
		return 0;
	return make_order(pin);
}

void pin_close(struct pin *pin)
{
	if (pin->main_tid)
		hwloc_set_cpubind(pin->topology, pin->allowed, HWLOC_CPUBIND_THREAD);
	free(pin->order);
	hwloc_bitmap_free(pin->allowed);
	if (pin->topology)
		hwloc_topology_destroy(pin->topology);
	pthread_mutex_destroy(&pin->mutex);
}

uint32_t pin_cpus_allowed(const struct pin *pin)
{
	int count = hwloc_bitmap_weight(pin->allowed);

	return count > 0 ? (uint32_t)count : 1;
}

static int cpu_at(const struct pin *pin, uint64_t position)
{
	return pin->order_count ? (int)pin->order[position % pin->order_count] : -1;
}

int pin_cpu_of_main(const struct pin *pin)
{
	if (pin->main_as_worker >= 0)
		return cpu_at(pin, (uint64_t)pin->main_as_worker);
	return cpu_at(pin, pin->workers);
}

int pin_cpu_of(const struct pin *pin, enum arm_thread kind, uint32_t index)
{
	if (kind == ARM_THREAD_WORKER)
		return cpu_at(pin, index);
	return cpu_at(pin, (uint64_t)pin->workers + 1 + index);
}

/* cpu < 0: leave the thread where it may run, but check that it may run there. */
static int bind_self(const struct pin *pin, int cpu)
{
	hwloc_cpuset_t wanted = hwloc_bitmap_dup(pin->allowed);
	hwloc_cpuset_t found = hwloc_bitmap_alloc();
	int error = -ENOMEM;

	if (wanted && found) {
		if (cpu >= 0)
			hwloc_bitmap_only(wanted, (unsigned)cpu);
		error = hwloc_set_cpubind(pin->topology, wanted, HWLOC_CPUBIND_THREAD) ? -EIO : 0;
		if (hwloc_get_cpubind(pin->topology, found, HWLOC_CPUBIND_THREAD) ||
		    !hwloc_bitmap_isequal(wanted, found))
			error = -EIO;
	}
	hwloc_bitmap_free(found);
	hwloc_bitmap_free(wanted);
	return error;
}

static int bind_and_note(struct pin *pin, const char *what, uint32_t index, int cpu)
{
	int error = bind_self(pin, cpu);

	if (!error)
		return 0;
	pthread_mutex_lock(&pin->mutex);
	if (!pin->mismatch)
		snprintf(pin->message, sizeof pin->message,
			 "cannot pin %s %u to CPU %d; is that CPU online and in the cpuset? Try "
			 "--pin none",
			 what, index, cpu);
	pin->mismatch = true;
	pthread_mutex_unlock(&pin->mutex);
	return error;
}

int pin_main(struct pin *pin)
{
	pin->main_tid = gettid();
	return bind_and_note(pin, "main thread", 0, pin_cpu_of_main(pin));
}

int pin_thread(struct pin *pin, enum arm_thread kind, uint32_t index)
{
	bool is_worker = kind == ARM_THREAD_WORKER;
	int error = bind_and_note(pin, is_worker ? "worker" : "producer", index,
				  pin_cpu_of(pin, kind, index));

	pthread_mutex_lock(&pin->mutex);
	/* An executor without threads works on the one that calls it. */
	if (is_worker && gettid() == pin->main_tid)
		pin->main_as_worker = (int)index;
	if (is_worker)
		pin->workers_bound += !error;
	else if (index >= pin->producers)
		pin->producers = index + 1;
	pthread_mutex_unlock(&pin->mutex);
	return error;
}

bool pin_oversubscribed(const struct pin *pin)
{
	uint32_t i, j;

	if (!pin->order_count)
		return pin->workers > pin_cpus_allowed(pin);
	if (pin->workers > pin->order_count)
		return true;
	for (i = 0; i < pin->workers; i++)
		for (j = 0; j < i; j++)
			if (pin->order[i] == pin->order[j])
				return true;
	return false;
}
