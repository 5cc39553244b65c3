/* SPDX-License-Identifier: MIT */
/* host.h - facts about this machine, for provenance and doctor. */
#ifndef LAB_HOST_H
#define LAB_HOST_H

#include <stdbool.h>

const char *host_cpu_model(void);
/* "AMD EPYC 7B13, 2 CPUs, virtual machine": what stands inside plots; "1 of 2 CPUs"
 * where only so many are allowed. */
const char *host_class(void);
/* Does a hypervisor show itself?  `root` stands before /proc and /sys: "". */
bool host_is_guest(const char *root);
const char *host_release(void);	 /* "Linux 6.1.0" */
const char *host_kernel(void);	 /* and the machine */
const char *host_governor(void); /* "none" if the kernel offers none */
const char *host_perf_permission(void);
/* That the lab has and its samples inherit: "SCHED_OTHER, nice 0". */
const char *host_scheduling(void);
/* As hwloc exports it; "unknown". */
const char *host_topology_xml(void);

#endif
