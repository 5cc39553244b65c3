/* SPDX-License-Identifier: MIT */
/*
 * probe.h - looks into the variant's runtime from outside of its threads.
 *
 * Implemented by variant.c, which is compiled with the variant and so knows its
 * structs.  Called while no thread of the model is on the CPU (exec.h, at_rest).
 */
#ifndef VERIFY_EXEC_PROBE_H
#define VERIFY_EXEC_PROBE_H

/* NULL, or the text of what is lost: all workers are parked, and a task is in a queue. */
const char *probe_lost_work(void *unused);

#endif
