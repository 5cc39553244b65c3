/* SPDX-License-Identifier: MIT */
/* heap_bytes.c - see heap_bytes.h. */
#include "harness/heap_bytes.h"

#include <dlfcn.h>
#include <malloc.h>
#include <stddef.h>
#include <string.h>

#include "workloads/arm.h"

static const char *unknown; /* written by the thread that asks, read between blocks */

/* Which file the name comes from, by where it is loaded. */
static void *loaded_at(const char *name)
{
	void *address = dlsym(RTLD_DEFAULT, name);
	Dl_info info;

	return address && dladdr(address, &info) ? info.dli_fbase : NULL;
}

bool heap_is_glibc(void)
{
	void *libc = loaded_at("gnu_get_libc_version");

	return libc && loaded_at("malloc") == libc;
}

/* Nothing in use: somebody has put another malloc in place without a file of its own. */
static const char *count(uint64_t *bytes)
{
#if __GLIBC_PREREQ(2, 33)
	struct mallinfo2 info = mallinfo2();

	if (info.uordblks + info.hblkhd == 0)
		return "mallinfo2 says that nothing is in use";
	*bytes = (uint64_t)info.uordblks + (uint64_t)info.hblkhd;
	return NULL;
#else
	(void)bytes;
	return "this libc has no mallinfo2 (glibc 2.33 has)";
#endif
}

const char *heap_bytes(uint64_t *bytes)
{
	const char *why;

	if (strcmp(arm_self()->allocator, "libc") != 0)
		why = "the arm's own allocator keeps what is freed";
	else if (!heap_is_glibc())
		why = "malloc is not glibc's (malloc_from)";
	else
		why = count(bytes);
	if (why)
		unknown = why;
	return why;
}

const char *heap_bytes_unknown(void)
{
	return unknown;
}
