/* SPDX-License-Identifier: MIT */
/* pin_order.h - the order in which a policy hands out CPUs. */
#ifndef HARNESS_PIN_ORDER_H
#define HARNESS_PIN_ORDER_H

#include <hwloc.h>
#include <stddef.h>

/* Fills order[] (room for `room` CPUs); returns how many, or -EINVAL (policy or
 * list not understood) or -ENOENT (not on this machine, not for this process)
 * with a message that names the remedy.  -EINVAL leaves no order. */
int pin_order(hwloc_topology_t topology, hwloc_const_cpuset_t allowed, const char *policy,
	      unsigned *order, size_t room, char *message, size_t message_bytes);

#endif
