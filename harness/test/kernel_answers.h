/* SPDX-License-Identifier: MIT */
/* kernel_answers.h - a kernel that opens counters, or not, by their type. */
#ifndef HARNESS_TEST_KERNEL_ANSWERS_H
#define HARNESS_TEST_KERNEL_ANSWERS_H

#include "harness/test/expect.h"

#include <errno.h>

#include "harness/test/fake_kernel.h"

/* perf_event_open knows these types and numbers; so does everybody who reads its manual. */
#define HARDWARE      0u
#define SOFTWARE      1u
#define TRACEPOINT    2u
#define CYCLES	      0u
#define INSTRUCTIONS  1u
#define CACHE_MISSES  3u
#define BRANCHES      4u
#define BRANCH_MISSES 5u
#define SWITCHES      3u

static int errors[3]; /* by type: what the kernel says, 0: yes */

static inline int answer(const struct perf_event_attr *attr)
{
	return attr->type < 3 ? errors[attr->type] : ENOENT;
}

static inline int setup(void **state)
{
	(void)state;
	fake_begin();
	memset(errors, 0, sizeof errors);
	fake.perf = answer;
	return 0;
}

static inline int teardown(void **state)
{
	(void)state;
	fake_end();
	return 0;
}

#define UNIT(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

#endif
