/* SPDX-License-Identifier: MIT */
/*
 * mimalloc.c - asks the dynamic loader where mimalloc is.
 *
 * dlopen and dlinfo follow the same search as LD_PRELOAD would; the library is
 * opened lazily and locally and closed again, so the lab does not use it.
 */
#include "lab/arms/mimalloc.h"

#include <dlfcn.h>
#include <link.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

#include "lab/base/lab.h"

/* $SCHEDLAB_MIMALLOC comes first, for a build of one's own. */
static const char *locate(void)
{
	static const char *const names[] = { "libmimalloc.so.3", "libmimalloc.so.2",
					     "libmimalloc.so" };
	const char *own = getenv("SCHEDLAB_MIMALLOC"), *path = NULL;

	if (own != NULL)
		return access(own, R_OK) == 0 ? own : NULL;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]) && path == NULL; i++) {
		void *handle = dlopen(names[i], RTLD_LAZY | RTLD_LOCAL);
		struct link_map *map;

		if (handle == NULL)
			continue;
		if (dlinfo(handle, RTLD_DI_LINKMAP, &map) == 0)
			path = lab_strdup(map->l_name);
		dlclose(handle);
	}
	return path;
}

int mimalloc_find(const char **path)
{
	*path = locate();
	if (*path != NULL)
		return LAB_OK;
	lab_error("libmimalloc.so is not installed; install the package libmimalloc2.0 (or "
		  "libmimalloc-dev), or set SCHEDLAB_MIMALLOC to the library");
	return LAB_ENVIRONMENT;
}
