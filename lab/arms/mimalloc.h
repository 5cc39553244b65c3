/* SPDX-License-Identifier: MIT */
/* mimalloc.h - finds the library that --allocator mimalloc preloads. */
#ifndef LAB_MIMALLOC_H
#define LAB_MIMALLOC_H

/* LAB_OK, or LAB_ENVIRONMENT with the name of the package to install. */
int mimalloc_find(const char **path);

#endif
