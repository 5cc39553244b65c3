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
	expect("package:2 core:2 pu:1", "0-3", "scatter", "0,2,1,3");
	expect("package:2 l3:2 core:1 pu:2", "0-7", "scatter", "0,4,2,6,1,5,3,7");
	expect(big, "1-2,6,11-15", "scatter", "1,11,6,12,2,14,13,15");
}

static void test_core(void **state)
{
	(void)state;
	expect(big, "0-15", "core", "0,2,4,6,8,10,12,14");
	expect(big, "1-5", "core", "1,2,4");
	expect("package:2 pu:2", "0-3", "core", "0,1,2,3"); /* no cores: each CPU is one */
	expect("l3:2 core:2 pu:2", "1,3,5-7", "core", "1,3,5,6");
}

static void test_l3(void **state)
{
	(void)state;
	expect(big, "0-15", "l3", "0,2,1,3");
	expect(big, "5-15", "l3", "5,6,7");
	expect(big, "8-15", "l3:2", "8,10,9,11");
	expect(big, "0-15", "l3:0", "0,2,1,3");
	expect("l3:1 core:2 pu:1", "0-1", "l3", "0,1");
	expect("l3:1 core:2 pu:1", "0-1", "l3:0", "0,1");
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

static void expect_message(const char *description, const char *allowed, const char *policy,
			   const char *message)
{
	struct machine machine;

	machine_open(&machine, description, allowed);
	assert_true(pin_order(machine.topology, machine.allowed, policy, machine.order, ROOM,
			      machine.message, sizeof machine.message) < 0);
	assert_string_equal(machine.message, message);
	machine_close(&machine);
}

static void test_messages(void **state)
{
#define WRITE "; write it as explicit:CPU,CPU,... or with ranges, explicit:0,2-5"
	static const char *const cases[][4] = {
		{ "core:2 pu:1", "0-1", "l3",
		  "--pin l3: this machine reports no L3 cache; use compact, core or explicit" },
		{ big, "0-15", "l3:4",
		  "--pin l3:4: this machine has L3 caches 0 to 3; use one of them" },
		{ big, "0-15", "l3:", "--pin l3:: write it as l3 or l3:INDEX" },
		{ big, "0-15", "l3:4294967296", "--pin l3:4294967296: write it as l3 or l3:INDEX" },
		{ big, "0-15", "l3:4294967295",
		  "--pin l3:4294967295: this machine has L3 caches 0 to 3; use one of them" },
		{ big, "0-3", "l3:1",
		  "--pin l3:1: this process may use no CPU of that L3; widen its cpuset (taskset, "
		  "cgroup) or use compact" },
		{ big, "99", "compact",
		  "--pin compact: hwloc finds no CPU this process may use; use --pin none" },
		{ big, "2-3", "explicit:2,3-5",
		  "--pin explicit:2,3-5: CPU 4 is not one this process may use (2-3); name one of "
		  "those or widen its cpuset (taskset, cgroup)" },
		{ big, "0-15", "explicit:4294967296",
		  "--pin explicit:4294967296: CPU 4294967296 is not one this process may use "
		  "(0-15); name one of those or widen its cpuset (taskset, cgroup)" },
		{ big, "0-15", "explicit:3-", "--pin explicit:3-: not a list of CPUs" WRITE },
		{ big, "0-15", "explicit:3-x", "--pin explicit:3-x: not a list of CPUs" WRITE },
		{ big, "0-15", "explicit:3-2", "--pin explicit:3-2: not a list of CPUs" WRITE },
		{ big, "0-15", "explicit:3;4", "--pin explicit:3;4: not a list of CPUs" WRITE },
		{ big, "0-15", "explicit:1,,2",
		  "--pin explicit:1,,2: expected a CPU number" WRITE },
		{ big, "0-15", "explicit:/", "--pin explicit:/: expected a CPU number" WRITE },
		{ big, "0-15", "explicit::", "--pin explicit::: expected a CPU number" WRITE },
		{ big, "0-15", "l3x",
		  "--pin l3x: no such policy; there are compact, scatter, l3, l3:INDEX, core, "
		  "none, "
		  "explicit:CPU,CPU,..." },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		expect_message(cases[i][0], cases[i][1], cases[i][2], cases[i][3]);
}

/* As many CPUs as there is room for. */
static void test_room(void **state)
{
	static const char *const fit[] = { "explicit:0-2", "compact", "explicit:1,1,1" };
	struct machine machine;

	(void)state;
	machine_open(&machine, big, "0-2");
	machine.order[3] = 77;
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(pin_order(machine.topology, machine.allowed, fit[i], machine.order,
					   3, machine.message, sizeof machine.message),
				 3);
	assert_int_equal(pin_order(machine.topology, machine.allowed, "compact", machine.order, 2,
				   machine.message, sizeof machine.message),
			 2);
	assert_int_equal(pin_order(machine.topology, machine.allowed, "explicit:0-2", machine.order,
				   2, machine.message, sizeof machine.message),
			 -EINVAL);
	assert_non_null(strstr(machine.message, "--pin explicit:0-2: too many CPUs; write it as"));
	assert_int_equal(machine.order[3], 77);
	machine_close(&machine);
}

/* Nobody knows how many: then one. */
static void test_no_cpus(void **state)
{
	struct pin pin = { .allowed = hwloc_bitmap_alloc() };

	(void)state;
	assert_int_equal(pin_cpus_allowed(&pin), 1);
	hwloc_bitmap_set(pin.allowed, 5);
	assert_int_equal(pin_cpus_allowed(&pin), 1);
	hwloc_bitmap_set(pin.allowed, 6);
	assert_int_equal(pin_cpus_allowed(&pin), 2);
	hwloc_bitmap_fill(pin.allowed);
	assert_int_equal(pin_cpus_allowed(&pin), 1);
	hwloc_bitmap_free(pin.allowed);
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
		cmocka_unit_test(test_messages),
		cmocka_unit_test(test_room),
		cmocka_unit_test(test_no_cpus),
		cmocka_unit_test(test_roles),
		cmocka_unit_test(test_oversubscribed),
		cmocka_unit_test(test_not_allowed_here),
		cmocka_unit_test(test_hash),
		cmocka_unit_test(test_read_back), /* last: it binds this thread */
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
