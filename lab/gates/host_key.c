/* SPDX-License-Identifier: MIT */
/* host_key.c - see host_key.h. */
#include "lab/gates/host_key.h"

#include <hwloc.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/utsname.h>

#include "base/fnv.h"
#include "lab/base/lab.h"
#include "lab/gates/cpus.h"
#include "lab/gates/host.h"
#include "lab/gates/snapshot.h"

/* Hwloc leaves out what the control group forbids, and not what taskset does. */
static bool restrict_to_allowed(hwloc_topology_t topology)
{
	hwloc_bitmap_t cpus = hwloc_bitmap_alloc();
	char why[GATE_WHY_BYTES];
	bool done = !cpus_allowed("", cpus, why) ||
		    hwloc_bitmap_isincluded(hwloc_topology_get_topology_cpuset(topology), cpus) ||
		    hwloc_topology_restrict(topology, cpus, 0) == 0;

	hwloc_bitmap_free(cpus);
	return done;
}

/* hwloc's own one-line form, "Package:1 L3Cache:1 ... PU:1". */
static const char *shape(void)
{
	const unsigned long flags = HWLOC_TOPOLOGY_EXPORT_SYNTHETIC_FLAG_NO_ATTRS |
				    HWLOC_TOPOLOGY_EXPORT_SYNTHETIC_FLAG_IGNORE_MEMORY;
	hwloc_topology_t topology;
	char text[1024];
	const char *result = "irregular";

	if (hwloc_topology_init(&topology) != 0)
		return "unknown";
	if (hwloc_topology_load(topology) == 0 && restrict_to_allowed(topology) &&
	    hwloc_topology_export_synthetic(topology, text, sizeof(text), flags) > 0)
		result = lab_strdup(text);
	hwloc_topology_destroy(topology);
	return result;
}

/* "6.18" of "6.18.44-vendor": patches do not make another class. */
static const char *kernel_series(void)
{
	unsigned int major, minor;
	struct utsname name;

	if (uname(&name) != 0 || sscanf(name.release, "%u.%u", &major, &minor) != 2)
		return "unknown";
	return lab_printf("%u.%u", major, minor);
}

const char *host_key_text(void)
{
	static const char *text;

	if (text == NULL)
		text = lab_printf("cpu=%s;cpus=%u;shape=%s;guest=%s;kernel=%s", host_cpu_model(),
				  cpus_allowed_count(), shape(), host_is_guest("") ? "yes" : "no",
				  kernel_series());
	return text;
}

const char *host_key_of(const char *text)
{
	return lab_printf("%012" PRIx64, fnv_of(text) >> 16);
}

const char *host_key(void)
{
	static const char *key;

	if (key == NULL)
		key = host_key_of(host_key_text());
	return key;
}
