/* SPDX-License-Identifier: MIT */
/* tokio_1_53.h - preset: what Tokio had until 1.53, and 1.54 has otherwise (#8382, #8622). */
#ifndef VARIANTS_TOKIO_1_53_H
#define VARIANTS_TOKIO_1_53_H

#ifndef SCHED_INJECT
#define SCHED_INJECT INJECT_WITH_SLEEPERS
#endif
#ifndef SCHED_SHARED_PAD
#define SCHED_SHARED_PAD SHARED_PAD_PACKED
#endif

#endif
