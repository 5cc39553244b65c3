/* SPDX-License-Identifier: MIT */
/*
 * plain.h - included first (-include) into what loom checks: memcpy and memset as
 * accesses that can race.
 */
#ifndef VERIFY_LOOM_PLAIN_H
#define VERIFY_LOOM_PLAIN_H

#include <string.h>

void *plain_memcpy(void *to, const void *from, size_t bytes);
void *plain_memset(void *to, int value, size_t bytes);

#define memcpy(to, from, bytes)	 plain_memcpy(to, from, bytes)
#define memset(to, value, bytes) plain_memset(to, value, bytes)

#endif
