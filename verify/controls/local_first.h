/* SPDX-License-Identifier: MIT */
/*
 * control: local_first - the inject queue is looked at when local work has run dry, and
 * never before: an interval that does not come round.
 * Origin: Blitz-IO's defect B6.
 */
#ifndef VERIFY_CONTROLS_LOCAL_FIRST_H
#define VERIFY_CONTROLS_LOCAL_FIRST_H

#define SCHED_INTERVAL	     INTERVAL_FIXED
#define SCHED_INTERVAL_FIXED 4000000000u

#endif
