/* SPDX-License-Identifier: MIT */
/* Description: pinning policies on synthetic machines, and read-back on this one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "harness/pin.h"
#include "harness/pin_order.h"
#include "harness/topology.h"

#define ROOM 64

/* 2 packages, 2 L3 each, 2 cores each, 2 hardware threads each: CPUs 0 to 15. */
static const char big[] = "package:2 l3:2 core:2 pu:2";

struct machine {
	hwloc_topology_t topology;
	hwloc_bitmap_t allowed;
	unsigned order[ROOM];
	char message[PIN_MESSAGE_BYTES];
};

static void machine_open(struct machine *machine, const char *description, const char *allowed)
{
	machine->message[0] = '\0';
	assert_int_equal(hwloc_topology_init(&machine->topology), 0);
	assert_int_equal(hwloc_topology_set_synthetic(machine->topology, description), 0);
	assert_int_equal(hwloc_topology_load(machine->topology), 0);
	machine->allowed = hwloc_bitmap_alloc();
	hwloc_bitmap_list_sscanf(machine->allowed, allowed);
}

static void machine_close(struct machine *machine)
{
	hwloc_bitmap_free(machine->allowed);
	hwloc_topology_destroy(machine->topology);
}

/* The order as text, or the error number. */
static void expect(const char *description, const char *allowed, const char *policy,
		   const char *expected)
{
	struct machine machine;
	char text[256] = "";
	int count, i;

	machine_open(&machine, description, allowed);
	count = pin_order(machine.topology, machine.allowed, policy, machine.order, ROOM,
			  machine.message, sizeof machine.message);
	if (count < 0)
		snprintf(text, sizeof text, "%s", count == -EINVAL ? "EINVAL" : "ENOENT");
	for (i = 0; i < count; i++)
		snprintf(text + strlen(text), sizeof text - strlen(text), "%s%u", i ? "," : "",
			 machine.order[i]);
	assert_string_equal(text, expected);
	if (count < 0)
		assert_true(machine.message[0]);
	machine_close(&machine);
}

static void test_compact(void **state)
{
	(void)state;
	expect(big, "0-15", "compact", "0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15");
	expect(big, "3,8-9", "compact", "3,8,9");
}

static void test_scatter(void **state)
{
	(void)state;
	expect(big, "0-15", "scatter", "0,8,4,12,2,10,6,14,1,9,5,13,3,11,7,15");
	expect("core:4 pu:1", "0-3", "scatter", "0,1,2,3");
}

static void test_core(void **state)
{
	(void)state;
	expect(big, "0-15", "core", "0,2,4,6,8,10,12,14");
	expect(big, "1-5", "core", "1,2,4");
}

static void test_l3(void **state)
{
	(void)state;
	expect(big, "0-15", "l3", "0,2,1,3");
	expect(big, "5-15", "l3", "5,6,7");
	expect(big, "0-15", "l3:3", "12,14,13,15");
	expect(big, "0-15", "l3:4", "ENOENT");
	expect(big, "0-3", "l3:1", "ENOENT");
	expect("core:2 pu:1", "0-1", "l3", "ENOENT");
	expect(big, "0-15", "l3:x", "EINVAL");
}

static void test_explicit(void **state)
{
	(void)state;
	expect(big, "0-15", "explicit:3,1,3", "3,1,3");
	expect(big, "0-15", "explicit:0,4-6", "0,4,5,6");
	expect(big, "0-3", "explicit:4", "ENOENT");
	expect(big, "0-15", "explicit:99999999999", "ENOENT");
	expect(big, "0-15", "explicit:", "EINVAL");
	expect(big, "0-15", "explicit:1,", "EINVAL");
	expect(big, "0-15", "explicit:a", "EINVAL");
	expect(big, "0-15", "explicit:3-1", "EINVAL");
	expect(big, "0-15", "explicit:-1", "EINVAL");
}

static void test_unknown(void **state)
{
	(void)state;
	expect(big, "0-15", "compactly", "EINVAL");
	expect(big, "0-15", "", "EINVAL");
	expect(big, "0-15", "l3cache", "EINVAL");
}

/* Workers first, then main, then producers, wrapping round. */
static void test_roles(void **state)
{
	unsigned order[] = { 4, 5, 6 };
	struct pin pin = { .order = order, .order_count = 3, .workers = 2, .main_as_worker = -1 };

	(void)state;
	assert_int_equal(pin_cpu_of(&pin, ARM_THREAD_WORKER, 0), 4);
	assert_int_equal(pin_cpu_of(&pin, ARM_THREAD_WORKER, 1), 5);
	assert_int_equal(pin_cpu_of_main(&pin), 6);
	assert_int_equal(pin_cpu_of(&pin, ARM_THREAD_PRODUCER, 0), 4);
	assert_int_equal(pin_cpu_of(&pin, ARM_THREAD_PRODUCER, 2), 6);
	pin.main_as_worker = 1;
	assert_int_equal(pin_cpu_of_main(&pin), 5);
}

static void test_oversubscribed(void **state)
{
	unsigned distinct[] = { 0, 1 }, same[] = { 0, 0 };
	struct pin pin = { .order = distinct, .order_count = 2, .workers = 2, .main_as_worker = -1 };

	(void)state;
	assert_false(pin_oversubscribed(&pin));
	pin.workers = 3;
	assert_true(pin_oversubscribed(&pin));
	pin.workers = 2;
	pin.order = same;
	assert_true(pin_oversubscribed(&pin));
}

static void test_read_back(void **state)
{
	struct pin pin;
	json_t *json;

	(void)state;
	assert_int_equal(pin_open(&pin, "compact", 1), 0);
	assert_int_equal(pin_thread(&pin, ARM_THREAD_WORKER, 0), 0);
	json = pin_json(&pin);
	assert_true(json_is_true(json_object_get(json, "read_back")));
	assert_int_equal(json_array_size(json_object_get(json, "workers")), 1);
	json_decref(json);
	pin_close(&pin);
}

static void test_not_allowed_here(void **state)
{
	struct pin pin;

	(void)state;
	assert_int_equal(pin_open(&pin, "explicit:100000", 1), -ENOENT);
	assert_non_null(strstr(pin.message, "100000"));
	pin_close(&pin);
}

static void test_hash(void **state)
{
	char first[TOPOLOGY_HASH_BYTES], second[TOPOLOGY_HASH_BYTES], other[TOPOLOGY_HASH_BYTES];
	struct machine machine;

	(void)state;
	machine_open(&machine, big, "0");
	topology_hash(machine.topology, first);
	machine_close(&machine);
	machine_open(&machine, big, "0");
	topology_hash(machine.topology, second);
	machine_close(&machine);
	machine_open(&machine, "package:2 l3:2 core:4 pu:1", "0");
	topology_hash(machine.topology, other);
	machine_close(&machine);
	assert_string_equal(first, second);
	assert_string_not_equal(first, other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_compact),
		cmocka_unit_test(test_scatter),
		cmocka_unit_test(test_core),
		cmocka_unit_test(test_l3),
		cmocka_unit_test(test_explicit),
		cmocka_unit_test(test_unknown),
		cmocka_unit_test(test_roles),
		cmocka_unit_test(test_oversubscribed),
		cmocka_unit_test(test_not_allowed_here),
		cmocka_unit_test(test_hash),
		cmocka_unit_test(test_read_back), /* last: it binds this thread */
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
