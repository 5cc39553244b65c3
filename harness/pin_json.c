/* SPDX-License-Identifier: MIT */
/*
 * pin_json.c - the placement as it goes into rows: CPUs, labels, read-back.
 */
#include <stdio.h>
#include <string.h>

#include "harness/pin.h"

static json_t *cpu_list(const struct pin *pin, enum arm_thread kind, uint32_t count)
{
	json_t *list = json_array();
	uint32_t i;

	for (i = 0; pin->order_count && i < count; i++)
		json_array_append_new(list, json_integer(pin_cpu_of(pin, kind, i)));
	return list;
}

/* Distinct CPUs the workers use. */
static uint32_t worker_cpus(const struct pin *pin)
{
	uint32_t cpus = 0, i, j;

	if (!pin->order_count)
		return pin_cpus_allowed(pin);
	for (i = 0; i < pin->workers && i < pin->order_count; i++) {
		for (j = 0; j < i && pin->order[j] != pin->order[i]; j++)
			;
		cpus += j == i;
	}
	return cpus;
}

static void label(const struct pin *pin, char *text, size_t bytes)
{
	uint32_t cpus = worker_cpus(pin);

	text[0] = '\0';
	if (pin_oversubscribed(pin))
		snprintf(text, bytes, "oversubscribed: %u workers on %u CPU%s", pin->workers, cpus,
			 cpus == 1 ? "" : "s");
}

static uint32_t worker_on(const struct pin *pin, int cpu)
{
	uint32_t i;

	for (i = 0; i < pin->workers; i++)
		if (pin_cpu_of(pin, ARM_THREAD_WORKER, i) == cpu)
			break;
	return i;
}

/* Which other threads stand on a worker's CPU: harmless when they sleep
 * (main in block_on), not when they push (producers). */
static json_t *shared_list(const struct pin *pin)
{
	json_t *list = json_array();
	uint32_t worker, i;

	if (!pin->order_count)
		return list;
	worker = worker_on(pin, pin_cpu_of_main(pin));
	if (pin->main_as_worker >= 0)
		json_array_append_new(list, json_sprintf("main is worker %d", pin->main_as_worker));
	else if (worker < pin->workers)
		json_array_append_new(list, json_sprintf("main with worker %u", worker));
	for (i = 0; i < pin->producers && i < PIN_PRODUCERS_MAX; i++) {
		worker = worker_on(pin, pin_cpu_of(pin, ARM_THREAD_PRODUCER, i));
		if (worker < pin->workers)
			json_array_append_new(list, json_sprintf("producer %u with worker %u", i,
								 worker));
	}
	return list;
}

json_t *pin_json(struct pin *pin)
{
	char text[96];
	json_t *json = json_object();

	pthread_mutex_lock(&pin->mutex);
	label(pin, text, sizeof text);
	json_object_set_new(json, "policy", json_string(pin->policy));
	json_object_set_new(json, "workers", cpu_list(pin, ARM_THREAD_WORKER, pin->workers));
	json_object_set_new(json, "main",
			    pin->order_count ? json_integer(pin_cpu_of_main(pin)) : json_null());
	json_object_set_new(json, "producers", cpu_list(pin, ARM_THREAD_PRODUCER, pin->producers));
	json_object_set_new(json, "read_back",
			    json_boolean(!pin->mismatch && pin->workers_bound >= pin->workers));
	json_object_set_new(json, "oversubscribed", json_boolean(pin_oversubscribed(pin)));
	json_object_set_new(json, "label", json_string(text));
	json_object_set_new(json, "shared", shared_list(pin));
	pthread_mutex_unlock(&pin->mutex);
	return json;
}
