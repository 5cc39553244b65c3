/* SPDX-License-Identifier: MIT */
/* Description: a hook is named by the variant, in place of the knob that it replaces */
#include <stdint.h>

struct interval;
static void my_sample(struct interval *interval, uint64_t ns, uint64_t polls);
static uint32_t my_current(const struct interval *interval);

#define SCHED_INTERVAL_SAMPLE  my_sample
#define SCHED_INTERVAL_CURRENT my_current
#include "tests/unit/internals.h"

static void my_sample(struct interval *interval, uint64_t ns, uint64_t polls)
{
	interval->average_whole_ns = ns / polls;
}

static uint32_t my_current(const struct interval *interval)
{
	return interval->average_whole_ns > 1000 ? 7 : 70;
}

static const char *knob(const char *name)
{
	size_t count;
	const struct sched_knob *knobs = sched_knobs(&count);

	for (size_t i = 0; i < count; i++)
		if (strcmp(knobs[i].name, name) == 0)
			return knobs[i].value;
	return "";
}

static void a_hook_is_named(void **unused)
{
	(void)unused;
	assert_string_equal(knob("SCHED_INTERVAL"), "INTERVAL_HOOK");
	assert_string_equal(knob("SCHED_INTERVAL_SAMPLE"), "my_sample");
	assert_string_equal(knob("SCHED_INTERVAL_CURRENT"), "my_current");
}

/* Hysteresis and the first interval are as without. */
static void a_hook_is_used(void **unused)
{
	struct interval interval;

	(void)unused;
	interval_init(&interval);
	SCHED_INTERVAL_SAMPLE(&interval, 64000, 2);
	assert_int_equal(SCHED_INTERVAL_CURRENT(&interval), 7);
	assert_int_equal(INTERVAL_HYSTERESIS, 2);
	assert_int_equal(interval_initial(), INTERVAL_SEED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_hook_is_named),
		cmocka_unit_test(a_hook_is_used),
	};

	return cmocka_run_group_tests_name("hooks", tests, NULL, NULL);
}
