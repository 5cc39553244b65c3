/* SPDX-License-Identifier: MIT */
/* topology.h - the machine's topology, kept beside results. */
#ifndef HARNESS_TOPOLOGY_H
#define HARNESS_TOPOLOGY_H

#include <hwloc.h>

#define TOPOLOGY_HASH_BYTES 17u

/* Equal for equal machines: types, CPUs and cache sizes, no names or times. */
void topology_hash(hwloc_topology_t topology, char text[TOPOLOGY_HASH_BYTES]);

/* 0 or a negative errno. */
int topology_write_xml(hwloc_topology_t topology, const char *path);

#endif
