/* SPDX-License-Identifier: MIT */
/*
 * option.h - the values of options.
 *
 * Of a value that is none each option_*() complains, naming the option and what it takes,
 * and returns false.
 */
#ifndef LAB_OPTION_H
#define LAB_OPTION_H

#include <stdbool.h>
#include <stdint.h>

/* A whole decimal number within bounds, nothing after it. */
bool parse_number(const char *text, int64_t min, int64_t max, int64_t *number);

bool option_number(const char *option, const char *text, int64_t min, int64_t max, int64_t *number);
bool option_milliseconds(const char *option, const char *text, uint64_t *ns);
bool option_seconds(const char *option, const char *text, uint64_t *ns);
/* `choices` ends with NULL; returns the index or -1. */
int option_choice(const char *option, const char *text, const char *const *choices);

/* LAB_USAGE, after saying of an option that does nothing "without --run" or the like. */
int option_says_nothing(const char *option, const char *where);

#endif
