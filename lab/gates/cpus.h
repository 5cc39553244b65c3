/* SPDX-License-Identifier: MIT */
/*
 * cpus.h - the CPUs this process may use: the only number of CPUs that counts.
 *
 * Those that its affinity (taskset) and its control group's cpuset leave it, of
 * those that are online.  Workers by default, what a claim needs, the class of the
 * host, its key and the quota gate all ask here: a machine of 64 CPUs of which one
 * is allowed is a machine of one CPU to whoever measures on it.
 *
 * Mechanism: the list in /proc/self/status, which the kernel keeps for both, and
 * the list of CPUs online; text has no largest CPU as a cpu_set_t has.
 * Weakness: it is what the first thread may use; nothing here binds that one.
 */
#ifndef LAB_GATES_CPUS_H
#define LAB_GATES_CPUS_H

#include <hwloc/bitmap.h>
#include <stdbool.h>
#include <stddef.h>

/* `root` stands before /proc and /sys: "".  False with `why` (GATE_WHY_BYTES). */
bool cpus_allowed(const char *root, hwloc_bitmap_t cpus, char *why);

/* Of this process; at least 1, also where the kernel does not tell. */
unsigned int cpus_allowed_count(void);
/* The same ascending, at most `max`; how many: 0 where the kernel does not tell. */
size_t cpus_allowed_list(unsigned int *cpus, size_t max);

/* "2", or "1 of 2" where not all that are online are allowed. */
const char *cpus_allowed_text(void);

#endif
