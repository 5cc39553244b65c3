/* SPDX-License-Identifier: MIT */
/* tokio_lean.h - preset: the semantics of Tokio 1.54 without its bookkeeping. */
#ifndef VARIANTS_TOKIO_LEAN_H
#define VARIANTS_TOKIO_LEAN_H

#ifndef SCHED_ID_GLOBAL
#define SCHED_ID_GLOBAL 0
#endif
#ifndef SCHED_HANDLE_REF
#define SCHED_HANDLE_REF 0
#endif
#ifndef SCHED_OWNED_COUNT
#define SCHED_OWNED_COUNT 0
#endif
#ifndef SCHED_REF_PER_WAKE
#define SCHED_REF_PER_WAKE 0
#endif
#ifndef SCHED_MAINTENANCE_LOCKS
#define SCHED_MAINTENANCE_LOCKS 0
#endif
#ifndef SCHED_METRICS_BATCHED
#define SCHED_METRICS_BATCHED 0
#endif
#ifndef SCHED_PARK_DRIVER
#define SCHED_PARK_DRIVER 0
#endif
#ifndef SCHED_PARK
#define SCHED_PARK PARK_FUTEX
#endif
#ifndef SCHED_TASK_ALLOC
#define SCHED_TASK_ALLOC TASK_ALLOC_SLAB
#endif

#endif
