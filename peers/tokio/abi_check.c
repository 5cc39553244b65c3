/* SPDX-License-Identifier: MIT */
/*
 * abi_check.c - src/abi.rs mirrors workloads/arm.h by hand; this file asserts
 * the numbers that abi.rs asserts of itself, so a change of one side alone does
 * not compile.  Compiled into every bench-tokio-*; contains no code.
 */
#include "workloads/arm.h"

#define SIZE(type, bytes) _Static_assert(sizeof(struct type) == (bytes), "src/abi.rs: " #type)
#define AT(type, field, offset) \
	_Static_assert(offsetof(struct type, field) == (offset), "src/abi.rs: " #type "." #field)

_Static_assert(ARM_ABI == 2 && ARM_THREAD_WORKER == 0 && ARM_THREAD_PRODUCER == 1, "src/abi.rs");
_Static_assert(ARM_PARKS == 1 && ARM_NEEDS_REMOTE == 2 && ARM_NEEDS_PARALLEL == 4, "src/abi.rs");
_Static_assert(ARM_NEEDS_FAULT == 8 && ARM_LATENCY == 16, "src/abi.rs");
_Static_assert(ARM_NEEDS_CANCEL == 32, "src/abi.rs");
_Static_assert(ARM_SUM == 0 && ARM_MAX == 1, "src/abi.rs");
_Static_assert(ARM_BUCKETS == 976 && ARM_EXTRAS == 16 && ARM_ERROR_BYTES == 160, "src/abi.rs");
_Static_assert(sizeof(enum arm_thread) == sizeof(int), "src/abi.rs: ThreadHook");

SIZE(arm_param, 40);
AT(arm_param, meaning, 8);
AT(arm_param, fallback, 16);
AT(arm_param, min, 24);
AT(arm_param, max, 32);

SIZE(arm_workload, 56);
AT(arm_workload, family, 8);
AT(arm_workload, unit, 16);
AT(arm_workload, measures, 24);
AT(arm_workload, origin, 32);
AT(arm_workload, params, 40);
AT(arm_workload, param_count, 48);
AT(arm_workload, flags, 52);

SIZE(arm_histogram, 7832);
AT(arm_histogram, sum_ns, 8);
AT(arm_histogram, max_ns, 16);
AT(arm_histogram, buckets, 24);

SIZE(arm_extra, 32);
AT(arm_extra, unit, 8);
AT(arm_extra, kind, 16);
AT(arm_extra, value, 24);

SIZE(arm_block, 736);
AT(arm_block, iterations, 8);
AT(arm_block, seed, 16);
AT(arm_block, latency, 24);
AT(arm_block, heap_bytes, 32);
AT(arm_block, units, 40);
AT(arm_block, timed_ns, 48);
AT(arm_block, extra_count, 56);
AT(arm_block, extras, 64);
AT(arm_block, error, 576);

SIZE(arm_config, 40);
AT(arm_config, seed, 8);
AT(arm_config, on_thread_start, 16);
AT(arm_config, on_thread_stop, 24);
AT(arm_config, arg, 32);

SIZE(arm_pair, 16);
AT(arm_pair, value, 8);

SIZE(arm_metric, 24);
AT(arm_metric, counted, 8);
AT(arm_metric, value, 16);

SIZE(arm, 136);
AT(arm, name, 8);
AT(arm, kind, 16);
AT(arm, version, 24);
AT(arm, flavour, 32);
AT(arm, allocator, 40);
AT(arm, isa, 48);
AT(arm, knobs, 56);
AT(arm, knob_count, 64);
AT(arm, workload_count, 68);
AT(arm, workloads, 72);
AT(arm, refuses, 80);
AT(arm, start, 88);
AT(arm, run, 96);
AT(arm, stop, 104);
AT(arm, metrics, 112);
AT(arm, dump, 120);
AT(arm, verify, 128);
