/* SPDX-License-Identifier: MIT */
/*
 * mutant.h - one edit of a file, and the list of all of them.
 */
#ifndef VERIFY_MUTATION_MUTANT_H
#define VERIFY_MUTATION_MUTANT_H

#include "verify/mutation/text.h"

/* [begin, end) of the file is replaced. */
void mutant_add(const struct text *text, size_t begin, size_t end, const char *function,
		const char *rule, const char *replacement);

/* Sorts, numbers and prints all that were added: one line each, with tabs. */
void mutants_print(void);

#endif
