/* SPDX-License-Identifier: MIT */
/*
 * rules.h - which edits one node of the syntax tree gives.
 */
#ifndef VERIFY_MUTATION_RULES_H
#define VERIFY_MUTATION_RULES_H

#include <clang-c/Index.h>

#include "verify/mutation/mutant.h"

/* Where a node is written: in `text`, from begin to end; of a macro's body, where it is used. */
struct place {
	const struct text *text; /* NULL: in no file of ours, or not to be touched */
	size_t begin;
	size_t end;
};

/* generate.c: it knows the files, and which parts of them are left alone. */
struct place place_of(CXCursor cursor);
/* The function-like macro whose use is exactly this place. */
bool is_macro_use(struct place place);

/* The mutants of a node within the function. */
void rules_apply(CXCursor cursor, CXCursor parent, const char *function);
/* `#define NAME 61u`: the literal. */
void rules_apply_to_literal(struct place place, const char *name);

#endif
