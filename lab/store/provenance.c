/* SPDX-License-Identifier: MIT */
/* provenance.c - see provenance.h. */
#include "lab/store/provenance.h"

#include <gnu/libc-version.h>
#include <gsl/gsl_version.h>
#include <hwloc.h>
#include <jansson.h>

#include "lab/base/asset.h"
#include "lab/base/environment.h"
#include "lab/gates/cpus.h"
#include "lab/gates/host.h"
#include "lab_build.h" /* generated: commit, flags, preset */

static const char *library_versions(void)
{
	unsigned int hwloc = hwloc_get_api_version();

	return lab_printf("glibc %s, sqlite %s, jansson %s, gsl %s, hwloc %u.%u.%u",
			  gnu_get_libc_version(), sqlite3_libversion(), JANSSON_VERSION,
			  gsl_version, hwloc >> 16, (hwloc >> 8) & 0xffu, hwloc & 0xffu);
}

int provenance_put(struct store *store)
{
	const char *const facts[][2] = {
		{ "lab_commit", LAB_COMMIT },
		{ "lab_compiler", LAB_COMPILER },
		{ "lab_flags", LAB_FLAGS },
		{ "lab_preset", LAB_PRESET },
		{ "kernel", host_kernel() },
		{ "cpu", host_cpu_model() },
		{ "cpus", cpus_allowed_text() },
		{ "host_class", host_class() },
		{ "governor", host_governor() },
		{ "perf", host_perf_permission() },
		{ "libraries", library_versions() },
		{ "environment", environment_passed() },
		{ "scheduling", host_scheduling() },
		{ "topology_xml", host_topology_xml() },
		{ "ledger", asset_find("ledger.tsv")->text },
	};
	int status = LAB_OK;

	for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]) && status == LAB_OK; i++)
		status = store_put_meta(store, facts[i][0], facts[i][1]);
	return status;
}
