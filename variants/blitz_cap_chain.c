/* SPDX-License-Identifier: MIT */
/* blitz_cap_chain: blitz_doc with Tokio's cap: three LIFO polls in a chain, then disabled. */
#define VARIANT_NAME	      "blitz_cap_chain"
#define SCHED_LIFO_CAP_COUNTS LIFO_CAP_COUNTS_CHAIN
#define SCHED_LIFO_AT_CAP     LIFO_AT_CAP_DISABLE
#include "variants/blitz_doc.h"
#include "sched/engine.h"
