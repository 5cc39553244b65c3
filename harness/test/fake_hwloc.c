/* SPDX-License-Identifier: MIT */
/* fake_hwloc.c - binding as fake_kernel.h has it, and what of hwloc's was not given back. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "harness/test/fake_kernel.h"
#include "harness/test/fake_wraps.h"

static _Atomic(int) left; /* sets of CPUs and topologies */
static _Thread_local hwloc_bitmap_t bound;

int fake_hwloc_left(void)
{
	return left;
}

void fake_hwloc_forget(void)
{
	left = 0;
}

hwloc_bitmap_t __wrap_hwloc_bitmap_alloc(void)
{
	left++;
	return __real_hwloc_bitmap_alloc();
}

hwloc_bitmap_t __wrap_hwloc_bitmap_dup(hwloc_const_bitmap_t bitmap)
{
	left++;
	return __real_hwloc_bitmap_dup(bitmap);
}

void __wrap_hwloc_bitmap_free(hwloc_bitmap_t bitmap)
{
	left -= bitmap != NULL;
	__real_hwloc_bitmap_free(bitmap);
}

static hwloc_bitmap_t binding(void)
{
	if (!bound) {
		bound = __real_hwloc_bitmap_alloc();
		hwloc_bitmap_list_sscanf(bound, fake.cpus);
	}
	return bound;
}

void fake_unbind(void)
{
	__real_hwloc_bitmap_free(bound);
	bound = NULL;
}

char *fake_bound(void)
{
	char *text;

	hwloc_bitmap_list_asprintf(&text, binding());
	return text;
}

int __wrap_hwloc_set_cpubind(hwloc_topology_t topology, hwloc_const_cpuset_t set, int flags)
{
	if (!fake.cpus)
		return __real_hwloc_set_cpubind(topology, set, flags);
	fake.binds++;
	fake.strange_binds += flags != HWLOC_CPUBIND_THREAD;
	if (!fake.bind_ignored)
		hwloc_bitmap_copy(binding(), set);
	return fake.bind_fails ? -1 : 0;
}

int __wrap_hwloc_get_cpubind(hwloc_topology_t topology, hwloc_cpuset_t set, int flags)
{
	if (!fake.cpus)
		return __real_hwloc_get_cpubind(topology, set, flags);
	fake.strange_binds += flags != HWLOC_CPUBIND_THREAD;
	hwloc_bitmap_copy(set, binding());
	if (fake.bind_wider)
		hwloc_bitmap_set(set, (unsigned int)hwloc_bitmap_last(set) + 1);
	return fake.look_fails ? -1 : 0;
}

int __wrap_hwloc_topology_init(hwloc_topology_t *topology)
{
	int error = fake.init_fails ? -1 : __real_hwloc_topology_init(topology);

	left += !error;
	return error;
}

void __wrap_hwloc_topology_destroy(hwloc_topology_t topology)
{
	left--;
	__real_hwloc_topology_destroy(topology);
}

int __wrap_hwloc_topology_load(hwloc_topology_t topology)
{
	snprintf(fake.program_name, sizeof fake.program_name, "%s", program_invocation_name);
	return fake.load_fails ? -1 : __real_hwloc_topology_load(topology);
}
