/* SPDX-License-Identifier: MIT */
/*
 * text.h - the text of one file and where its tokens are, as a mutant needs them: comments,
 * strings and preprocessor lines are no tokens.
 */
#ifndef VERIFY_MUTATION_TEXT_H
#define VERIFY_MUTATION_TEXT_H

#include <stdbool.h>
#include <stddef.h>

struct token {
	size_t begin;
	size_t end;
};

struct text {
	char *path; /* relative to the root */
	char *bytes;
	size_t length;
	struct token *tokens;
	size_t count;
};

/* False: it cannot be read. */
bool text_read(struct text *text, const char *root, const char *path);
void text_free(struct text *text);

/* The token that begins at the offset, or NULL. */
const struct token *text_token_at(const struct text *text, size_t offset);
/* The one token of [begin, end), or NULL where there are none or several. */
const struct token *text_only_token(const struct text *text, size_t begin, size_t end);
bool text_is(const struct text *text, const struct token *token, const char *what);
unsigned text_line(const struct text *text, size_t offset);

#endif
