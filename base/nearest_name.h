/* SPDX-License-Identifier: MIT */
/* nearest_name.h - "did you mean": the name nearest to what was typed. */
#ifndef BASE_NEAREST_NAME_H
#define BASE_NEAREST_NAME_H

#include <stddef.h>

/* The name with the least edit distance, or NULL if none is near. */
const char *nearest_name(const char *typed, const char *const *names, size_t count);

#endif
