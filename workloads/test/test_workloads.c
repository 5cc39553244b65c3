/* SPDX-License-Identifier: MIT */
/* Description: every workload that the linked variant accepts, small, through arm_self(). */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "workloads/workload.h"

#define PARAMS_MAX  16
#define ITERATIONS  3
#define ALLOCATIONS 12 /* each of the first is refused once */
#define SMALL	    64 /* tasks, rounds, links and the like */

struct cell {
	const struct arm_workload *workload;
	uint64_t params[PARAMS_MAX];
};

/* Defaults, with every large one made small: a power of ten stays one. */
static void cell_make_small(struct cell *cell)
{
	for (uint32_t i = 0; i < cell->workload->param_count; i++) {
		uint64_t value = cell->workload->params[i].fallback;

		while (value > SMALL)
			value /= 10;
		if (value < cell->workload->params[i].min)
			value = cell->workload->params[i].min;
		cell->params[i] = value;
	}
}

/* The allocations that are had before one is refused; UINT64_MAX: all. */
static uint64_t allocations_left = UINT64_MAX;

void *__real_os_alloc(size_t bytes, size_t align);
void *__wrap_os_alloc(size_t bytes, size_t align);

void *__wrap_os_alloc(size_t bytes, size_t align)
{
	if (allocations_left != UINT64_MAX && allocations_left-- == 0)
		return NULL;
	return __real_os_alloc(bytes, align);
}

static void run_cell(struct cell *cell, void *runtime)
{
	static struct arm_histogram latency;
	struct arm_block block = {
		.params = cell->params,
		.iterations = ITERATIONS,
		.seed = 1,
		.latency = &latency,
	};
	int error = arm_run_whole(arm_self(), runtime, cell->workload, &block);

	if (error != 0 || block.error[0])
		print_error("%s: %d, %s\n", cell->workload->name, error, block.error);
	assert_int_equal(error, 0);
	assert_string_equal(block.error, "");
	assert_int_equal(block.units,
			 ITERATIONS * workload_of(cell->workload)->units(cell->params));
	assert_true(block.timed_ns > 0);
	if (cell->workload->flags & ARM_LATENCY)
		assert_true(latency.count > 0);
}

static uint32_t run_accepted(void *runtime, uint32_t workers)
{
	const struct arm *arm = arm_self();
	uint32_t accepted = 0;

	for (uint32_t i = 0; i < arm->workload_count; i++) {
		struct cell cell = { .workload = arm->workloads[i] };
		const char *why;

		cell_make_small(&cell);
		why = arm->refuses(cell.workload, cell.params, workers);
		print_message("%s: %s\n", cell.workload->name, why ? why : "runs");
		if (!why) {
			run_cell(&cell, runtime);
			accepted++;
		}
	}
	return accepted;
}

static void test_every_accepted_workload_is_right(void **state)
{
	struct arm_config config = { .workers = 1, .seed = 1 };
	void *runtime;

	(void)state;
	assert_int_equal(arm_self()->start(&config, &runtime), 0);
	assert_true(run_accepted(runtime, config.workers) > 0);
	arm_self()->stop(runtime);
}

/* One allocation of a block is refused: it could not run, and was not run wrong. */
static bool is_refused_one(struct cell *cell, uint64_t before)
{
	static struct arm_histogram latency;
	struct arm_config config = { .workers = 1, .seed = 1 };
	struct arm_block block = {
		.params = cell->params, .iterations = 1, .seed = 1, .latency = &latency
	};
	void *runtime;
	bool refused;
	int error;

	assert_int_equal(arm_self()->start(&config, &runtime), 0);
	allocations_left = before;
	error = arm_run_whole(arm_self(), runtime, cell->workload, &block);
	refused = allocations_left == UINT64_MAX;
	allocations_left = UINT64_MAX;
	if (error != (refused ? -ENOMEM : 0))
		print_error("%s, without allocation %llu: %d, %s\n", cell->workload->name,
			    (unsigned long long)before, error, block.error);
	assert_int_equal(error, refused ? -ENOMEM : 0);
	arm_self()->stop(runtime);
	return refused;
}

static void test_without_memory_nothing_is_wrong(void **state)
{
	const struct arm *arm = arm_self();

	(void)state;
	for (uint32_t i = 0; i < arm->workload_count; i++) {
		struct cell cell = { .workload = arm->workloads[i] };
		uint64_t before = 0;

		cell_make_small(&cell);
		/* Whose partner could not be spawned waits for ever, and null keeps no list of
		 * tasks by which it could free it. */
		if (strcmp(cell.workload->name, "rendezvous") == 0 ||
		    arm->refuses(cell.workload, cell.params, 1))
			continue;
		while (before < ALLOCATIONS && is_refused_one(&cell, before))
			before++;
		print_message("%s: refused each of %llu\n", cell.workload->name,
			      (unsigned long long)before);
	}
}

static void test_workloads_are_sorted_and_described(void **state)
{
	const struct arm *arm = arm_self();

	(void)state;
	assert_int_equal(arm->workload_count, WORKLOAD_FILES); /* none was lost by the linker */
	for (uint32_t i = 0; i < arm->workload_count; i++) {
		const struct arm_workload *workload = arm->workloads[i];

		assert_true(i == 0 || strcmp(arm->workloads[i - 1]->name, workload->name) < 0);
		assert_non_null(workload->family);
		assert_non_null(workload->unit);
		assert_non_null(workload->measures);
		assert_non_null(workload->origin);
		for (uint32_t j = 0; j < workload->param_count; j++) {
			const struct arm_param *found = &workload->params[j];

			assert_true(found->min <= found->fallback && found->fallback <= found->max);
		}
	}
}

static void test_refusals_give_reasons(void **state)
{
	const struct arm *arm = arm_self();
	const uint64_t not_a_power[] = { 100, 7 };

	(void)state;
	for (uint32_t i = 0; i < arm->workload_count; i++) {
		struct cell cell = { .workload = arm->workloads[i] };

		cell_make_small(&cell);
		assert_non_null(arm->refuses(cell.workload, cell.params, 0));
		assert_non_null(arm->refuses(cell.workload, cell.params, 1025));
		if (strcmp(cell.workload->name, "skynet") == 0)
			assert_non_null(arm->refuses(cell.workload, not_a_power, 1));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_workloads_are_sorted_and_described),
		cmocka_unit_test(test_refusals_give_reasons),
		cmocka_unit_test(test_every_accepted_workload_is_right),
		cmocka_unit_test(test_without_memory_nothing_is_wrong),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
