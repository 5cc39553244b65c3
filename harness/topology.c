/* SPDX-License-Identifier: MIT */
/*
 * topology.c - XML for people and later analysis, a hash to group results by.
 *
 * The hash is not that of the XML, which names the process and the host.
 */
#include "harness/topology.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/fnv.h"

static uint64_t add_object(uint64_t hash, hwloc_obj_t object)
{
	char type[64], cpus[512], line[700];

	hwloc_obj_type_snprintf(type, sizeof type, object, 1);
	hwloc_bitmap_snprintf(cpus, sizeof cpus, object->complete_cpuset);
	snprintf(line, sizeof line, "%s %u %s %llu\n", type, object->os_index, cpus,
		 hwloc_obj_type_is_cache(object->type) ?
			 (unsigned long long)object->attr->cache.size :
			 0);
	return fnv_add(hash, line, strlen(line));
}

void topology_hash(hwloc_topology_t topology, char text[TOPOLOGY_HASH_BYTES])
{
	uint64_t hash = FNV_BASIS;
	int depths = hwloc_topology_get_depth(topology);
	int depth;

	for (depth = 0; depth < depths; depth++) {
		hwloc_obj_t object = NULL;

		while ((object = hwloc_get_next_obj_by_depth(topology, depth, object)))
			hash = add_object(hash, object);
	}
	snprintf(text, TOPOLOGY_HASH_BYTES, "%016" PRIx64, hash);
}

int topology_write_xml(hwloc_topology_t topology, const char *path)
{
	errno = 0;
	if (hwloc_topology_export_xml(topology, path, 0) == 0)
		return 0;
	return errno ? -errno : -EIO;
}
