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

struct fnv {
	uint64_t hash; /* FNV-1a, 64 bits */
};

static void fnv_add(struct fnv *fnv, const char *text)
{
	for (; *text; text++)
		fnv->hash = (fnv->hash ^ (unsigned char)*text) * 0x100000001b3ull;
}

static void add_object(struct fnv *fnv, hwloc_obj_t object)
{
	char type[64], cpus[512], line[700];

	hwloc_obj_type_snprintf(type, sizeof type, object, 1);
	hwloc_bitmap_snprintf(cpus, sizeof cpus, object->complete_cpuset);
	snprintf(line, sizeof line, "%s %u %s %llu\n", type, object->os_index, cpus,
		 hwloc_obj_type_is_cache(object->type) ?
			 (unsigned long long)object->attr->cache.size :
			 0);
	fnv_add(fnv, line);
}

void topology_hash(hwloc_topology_t topology, char text[TOPOLOGY_HASH_BYTES])
{
	struct fnv fnv = { 0xcbf29ce484222325ull };
	int depths = hwloc_topology_get_depth(topology);
	int depth;

	for (depth = 0; depth < depths; depth++) {
		hwloc_obj_t object = NULL;

		while ((object = hwloc_get_next_obj_by_depth(topology, depth, object)))
			add_object(&fnv, object);
	}
	snprintf(text, TOPOLOGY_HASH_BYTES, "%016" PRIx64, fnv.hash);
}

int topology_write_xml(hwloc_topology_t topology, const char *path)
{
	errno = 0;
	if (hwloc_topology_export_xml(topology, path, 0) == 0)
		return 0;
	return errno ? -errno : -EIO;
}
