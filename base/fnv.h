/* SPDX-License-Identifier: MIT */
/*
 * fnv.h - FNV-1a, 64 bits: a hash that tells texts and files apart, on every machine alike.
 *
 * Weakness: whoever wants two that are equal can make them.
 */
#ifndef BASE_FNV_H
#define BASE_FNV_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define FNV_BASIS UINT64_C(0xcbf29ce484222325)

/* Goes on from `hash`, at first FNV_BASIS. */
static inline uint64_t fnv_add(uint64_t hash, const void *bytes, size_t count)
{
	const unsigned char *byte = (const unsigned char *)bytes;

	for (size_t i = 0; i < count; i++)
		hash = (hash ^ byte[i]) * UINT64_C(0x100000001b3);
	return hash;
}

static inline uint64_t fnv_of(const char *text)
{
	return fnv_add(FNV_BASIS, text, strlen(text));
}

#endif
