/* SPDX-License-Identifier: MIT */
/* suggest.h - "did you mean": the name nearest to what was typed. */
#ifndef HARNESS_SUGGEST_H
#define HARNESS_SUGGEST_H

#include <stddef.h>

/* The name with the least edit distance, or NULL if none is near. */
const char *suggest_name(const char *typed, const char *const *names, size_t count);

#endif
