/* SPDX-License-Identifier: MIT */
/* text.c - reads a file and cuts it into tokens. */
#include "verify/mutation/text.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *grown(void *array, size_t bytes)
{
	void *larger = realloc(array, bytes);

	if (!larger) {
		fprintf(stderr, "mutation: out of memory\n");
		exit(1);
	}
	return larger;
}

static bool read_all(struct text *text, FILE *file)
{
	size_t room = 0;

	for (;;) {
		if (text->length + 1 >= room)
			text->bytes = (char *)grown(text->bytes, room = room * 2 + 65536);
		size_t got = fread(text->bytes + text->length, 1, room - text->length - 1, file);
		if (got == 0)
			break;
		text->length += got;
	}
	text->bytes[text->length] = '\0';
	return !ferror(file);
}

/* Behind the end of a string or a character that begins at `at`. */
static size_t skip_quoted(const char *bytes, size_t at)
{
	const char quote = bytes[at++];

	while (bytes[at] && bytes[at] != quote && bytes[at] != '\n')
		at += bytes[at] == '\\' && bytes[at + 1] ? 2 : 1;
	return bytes[at] == quote ? at + 1 : at;
}

static size_t skip_comment(const char *bytes, size_t at)
{
	const char *end;

	if (bytes[at + 1] == '/')
		return at + strcspn(bytes + at, "\n");
	end = strstr(bytes + at + 2, "*/");
	return end ? (size_t)(end - bytes) + 2 : at + strlen(bytes + at);
}

/* A directive with the lines that continue it. */
static size_t skip_directive(const char *bytes, size_t at)
{
	while (bytes[at] && bytes[at] != '\n') {
		if (bytes[at] == '/' && bytes[at + 1] == '*')
			at = skip_comment(bytes, at);
		else
			at += bytes[at] == '\\' && bytes[at + 1] ? 2 : 1;
	}
	return at;
}

static size_t token_end(const char *bytes, size_t at)
{
	static const char *const longer[] = { "<<=", ">>=", "...", "==", "!=", "<=", ">=", "&&",
					      "||",  "<<",  ">>",  "++", "--", "->", "+=", "-=",
					      "*=",  "/=",  "%=",  "&=", "|=", "^=" };

	if (isalnum((unsigned char)bytes[at]) || bytes[at] == '_') {
		while (isalnum((unsigned char)bytes[at]) || bytes[at] == '_' || bytes[at] == '.')
			at++;
		return at;
	}
	for (size_t i = 0; i < sizeof(longer) / sizeof(*longer); i++) {
		if (!strncmp(bytes + at, longer[i], strlen(longer[i])))
			return at + strlen(longer[i]);
	}
	return at + 1;
}

static void add_token(struct text *text, size_t begin, size_t end)
{
	if ((text->count & (text->count - 1)) == 0)
		text->tokens = (struct token *)grown(text->tokens,
						     (text->count * 2 + 1) * sizeof(*text->tokens));
	text->tokens[text->count++] = (struct token){ begin, end };
}

static void find_tokens(struct text *text)
{
	const char *bytes = text->bytes;
	bool line_begins = true;

	for (size_t at = 0; bytes[at];) {
		if (bytes[at] == '/' && (bytes[at + 1] == '/' || bytes[at + 1] == '*')) {
			at = skip_comment(bytes, at);
		} else if (bytes[at] == '"' || bytes[at] == '\'') {
			at = skip_quoted(bytes, at);
			line_begins = false;
		} else if (bytes[at] == '#' && line_begins) {
			at = skip_directive(bytes, at);
		} else if (isspace((unsigned char)bytes[at])) {
			line_begins |= bytes[at++] == '\n';
		} else {
			const size_t end = token_end(bytes, at);
			add_token(text, at, end);
			at = end;
			line_begins = false;
		}
	}
}

bool text_read(struct text *text, const char *root, const char *path)
{
	char full[4096];
	FILE *file;
	bool done;

	*text = (struct text){ .path = strdup(path) };
	snprintf(full, sizeof(full), "%s/%s", root, path);
	file = fopen(full, "r");
	if (!file || !text->path)
		return false;
	done = read_all(text, file);
	fclose(file);
	if (done)
		find_tokens(text);
	return done;
}

void text_free(struct text *text)
{
	free(text->path);
	free(text->bytes);
	free(text->tokens);
}

const struct token *text_token_at(const struct text *text, size_t offset)
{
	size_t low = 0, high = text->count;

	while (low < high) {
		const size_t middle = (low + high) / 2;
		if (text->tokens[middle].begin < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low < text->count && text->tokens[low].begin == offset ? &text->tokens[low] : NULL;
}

const struct token *text_only_token(const struct text *text, size_t begin, size_t end)
{
	const struct token *found = NULL;

	for (size_t at = begin; at < end; at++) {
		const struct token *token = text_token_at(text, at);
		if (!token)
			continue;
		if (found || token->end > end)
			return NULL;
		found = token;
	}
	return found;
}

bool text_is(const struct text *text, const struct token *token, const char *what)
{
	const size_t length = strlen(what);

	return token->end - token->begin == length &&
	       !memcmp(text->bytes + token->begin, what, length);
}

unsigned text_line(const struct text *text, size_t offset)
{
	unsigned line = 1;

	for (size_t i = 0; i < offset; i++)
		line += text->bytes[i] == '\n';
	return line;
}
