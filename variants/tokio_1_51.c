/* SPDX-License-Identifier: MIT */
/*
 * tokio_1_51: the twin of Tokio 1.51.0, whose LIFO slot can be stolen from, and tells a sleeper
 * of every push (#7431; taken back in 1.51.2).
 *
 * Weakness: a full ring sheds its newer half here, as Tokio does since 1.52.0 (#8029); 1.51 shed
 * the older one.
 */
#define VARIANT_NAME "tokio_1_51"
#include "variants/tokio_1_53.h"
#ifndef SCHED_LIFO_NOTIFY
#define SCHED_LIFO_NOTIFY LIFO_NOTIFY_ALWAYS
#endif
#ifndef SCHED_LIFO_STEAL
#define SCHED_LIFO_STEAL LIFO_STEAL_LAST
#endif
#include "sched/engine.h"
