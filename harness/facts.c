/* SPDX-License-Identifier: MIT */
/* facts.c - provenance as JSON. */
#include "harness/facts.h"

#include <dlfcn.h>
#include <gnu/libc-version.h>
#include <limits.h>
#include <perfmon/pfmlib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>

#include "harness/build_facts.h" /* generated */
#include "harness/layout.h"
#include "harness/topology.h"

#define TEXT_BYTES 2048u

const struct facts_build facts_build = {
	.compiler = BUILD_COMPILER,
	.flags = BUILD_FLAGS,
	.preset = BUILD_PRESET,
	.commit = BUILD_COMMIT,
	.sources = BUILD_SOURCES,
};

json_t *facts_text(const char *text)
{
	json_t *json = json_string(text);
	char plain[TEXT_BYTES];
	size_t i;

	if (json)
		return json;
	for (i = 0; text[i] && i < sizeof plain - 1; i++)
		plain[i] = (unsigned char)text[i] < 0x80 ? text[i] : '?';
	plain[i] = '\0';
	return json_string(plain);
}

static json_t *knobs_json(const struct arm *arm)
{
	json_t *knobs = json_object();
	uint32_t i;

	for (i = 0; i < arm->knob_count; i++)
		json_object_set_new(knobs, arm->knobs[i].name, facts_text(arm->knobs[i].value));
	return knobs;
}

json_t *facts_arm(const struct arm *arm)
{
	json_t *json = json_object();

	json_object_set_new(json, "contract", json_integer(1));
	json_object_set_new(json, "arm", facts_text(arm->name));
	json_object_set_new(json, "kind", facts_text(arm->kind));
	json_object_set_new(json, "version", facts_text(arm->version));
	json_object_set_new(json, "flavour", facts_text(arm->flavour));
	json_object_set_new(json, "allocator", facts_text(arm->allocator));
	json_object_set_new(json, "isa", facts_text(arm->isa));
	json_object_set_new(json, "knobs", knobs_json(arm));
	json_object_set_new(json, "build",
			    json_pack("{s:s, s:s, s:s, s:s, s:s}", "compiler", facts_build.compiler,
				      "flags", facts_build.flags, "preset", facts_build.preset,
				      "commit", facts_build.commit, "sources",
				      facts_build.sources));
	json_object_set_new(json, "layout", json_integer(layout_self.number));
	json_object_set_new(json, "layout_made_of", facts_text(layout_self.made_of));
	return json;
}

/* LD_PRELOAD is a wish; where malloc was found is what happened. */
void facts_add_preload(json_t *row)
{
	const char *preload = getenv("LD_PRELOAD");
	void *address = dlsym(RTLD_DEFAULT, "malloc");
	Dl_info info;

	json_object_set_new(row, "preload", facts_text(preload ? preload : ""));
	if (address && dladdr(address, &info) && info.dli_fname)
		json_object_set_new(row, "malloc_from", facts_text(info.dli_fname));
}

/* hwloc keeps it at the package or, on one-package machines of some kind, above. */
static json_t *cpu_name(hwloc_topology_t topology)
{
	hwloc_obj_t package = NULL, machine = NULL;
	const char *name = NULL;

	if (topology) {
		package = hwloc_get_obj_by_type(topology, HWLOC_OBJ_PACKAGE, 0);
		machine = hwloc_get_root_obj(topology);
	}
	if (package)
		name = hwloc_obj_get_info_by_name(package, "CPUModel");
	if (!name && machine)
		name = hwloc_obj_get_info_by_name(machine, "CPUModel");
	return facts_text(name ? name : "unknown");
}

json_t *facts_host(const struct pin *pin)
{
	hwloc_topology_t topology = pin->topology;
	json_t *host = json_object();
	struct utsname system;
	char hash[TOPOLOGY_HASH_BYTES] = "unknown";

	uname(&system);
	if (topology)
		topology_hash(topology, hash);
	json_object_set_new(host, "cpu", cpu_name(topology));
	json_object_set_new(host, "kernel", json_sprintf("%s %s", system.sysname, system.release));
	json_object_set_new(host, "machine", facts_text(system.machine));
	json_object_set_new(host, "cpus",
			    pin->allowed ? json_integer(pin_cpus_allowed(pin)) : json_null());
	json_object_set_new(host, "topology_hash", json_string(hash));
	return host;
}

/* libpfm calls itself 4.0 since 2009; the file behind it has the release. */
static json_t *pfm_version(void)
{
	int pfm = pfm_get_version();
	void *address = dlsym(RTLD_DEFAULT, "pfm_get_version");
	char path[PATH_MAX];
	const char *suffix;
	Dl_info info;

	if (address && dladdr(address, &info) && realpath(info.dli_fname, path)) {
		suffix = strstr(path, "libpfm.so.");
		if (suffix)
			return json_string(suffix + strlen("libpfm.so."));
	}
	return json_sprintf("%d.%d", PFM_MAJ_VERSION(pfm), PFM_MIN_VERSION(pfm));
}

json_t *facts_versions(void)
{
	json_t *versions = json_object();

	json_object_set_new(versions, "hwloc", json_string(BUILD_HWLOC_VERSION));
	json_object_set_new(versions, "libpfm", pfm_version());
	json_object_set_new(versions, "benchmark", json_string(BUILD_BENCHMARK_VERSION));
	json_object_set_new(versions, "jansson", json_string(JANSSON_VERSION));
	json_object_set_new(versions, "libc", json_sprintf("glibc %s", gnu_get_libc_version()));
	return versions;
}
