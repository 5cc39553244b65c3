/* SPDX-License-Identifier: MIT */
/* lab.c - complaints, the arena, the clock.  See lab.h. */
#include "lab/base/lab.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/streams.h"
#include "lab/base/progress.h"

struct arena_chunk {
	struct arena_chunk *next;
	max_align_t bytes[];
};

static struct arena_chunk *arena;

/* What a person typed may be of any length.  A word that is too long to name a file or an arm is
 * cut to its beginning ... */
#define WORD_KEPT 80u
/* ... and a line that still is one that nobody reads loses its middle: the remedy is its end. */
#define LINE_LONG 2000u
#define LINE_HEAD 1200u
#define LINE_TAIL 400u

/* So that no character is cut. */
static size_t before(const char *text, size_t at)
{
	while (at > 0 && (text[at] & 0xc0) == 0x80)
		at--;
	return at;
}

/* What a file says of itself may be written by anybody, and a terminal obeys it. */
static void print_plainly(char *text)
{
	for (unsigned char *c = (unsigned char *)text; *c != '\0'; c++)
		if (*c < ' ' || *c == 127)
			*c = '?';
}

/* In place. */
static void shorten(char *text)
{
	char *end = text;

	for (const char *word = text; *word != '\0';) {
		size_t length = strcspn(word, " /"), kept = length;

		if (length > NAME_MAX)
			kept = before(word, WORD_KEPT);
		memmove(end, word, kept);
		end += kept;
		word += length;
		if (kept < length) {
			end = stpcpy(end, "...");
			for (int back = 2; back > 0; back--) /* what closed it */
				if (strchr("\":;,", word[-back]) != NULL)
					*end++ = word[-back];
		}
		if (*word != '\0')
			*end++ = *word++;
	}
	*end = '\0';
	if ((size_t)(end - text) > LINE_LONG) {
		const char *tail = text + before(text, (size_t)(end - text) - LINE_TAIL);

		end = stpcpy(text + before(text, LINE_HEAD), " ... ");
		memmove(end, tail, strlen(tail) + 1);
	}
}

void lab_error(const char *format, ...)
{
	va_list arguments;
	char *text;

	va_start(arguments, format);
	if (vasprintf(&text, format, arguments) < 0)
		text = NULL;
	va_end(arguments);
	if (text != NULL) {
		print_plainly(text);
		shorten(text);
	}
	streams_flush();
	progress_erase();
	fprintf(stderr, "schedlab: %s\n", text != NULL ? text : format);
	free(text);
}

static void arena_free(void)
{
	while (arena != NULL) {
		struct arena_chunk *next = arena->next;

		free(arena);
		arena = next;
	}
}

void *lab_alloc(size_t bytes)
{
	struct arena_chunk *chunk = calloc(1, sizeof(*chunk) + bytes);

	if (chunk == NULL) {
		lab_error("out of memory (%zu bytes); free some and try again", bytes);
		exit(LAB_ENVIRONMENT);
	}
	if (arena == NULL)
		atexit(arena_free);
	chunk->next = arena;
	arena = chunk;
	return chunk->bytes;
}

char *lab_strdup(const char *text)
{
	size_t bytes = strlen(text) + 1;

	return memcpy(lab_alloc(bytes), text, bytes);
}

char *lab_printf(const char *format, ...)
{
	va_list arguments, again;
	char *text;
	int length;

	va_start(arguments, format);
	va_copy(again, arguments);
	length = vsnprintf(NULL, 0, format, arguments);
	text = lab_alloc((size_t)length + 1);
	vsnprintf(text, (size_t)length + 1, format, again);
	va_end(again);
	va_end(arguments);
	return text;
}

const char *lab_count(size_t count, const char *noun)
{
	return lab_printf("%zu %s%s", count, noun, count == 1 ? "" : "s");
}

void *lab_grow(void *items, size_t count, size_t item_bytes)
{
	void *bigger;

	if ((count & (count - 1)) != 0)
		return items; /* full only at 0 and at powers of two */
	bigger = lab_alloc((count == 0 ? 1 : 2 * count) * item_bytes);
	if (count > 0)
		memcpy(bigger, items, count * item_bytes);
	return bigger;
}

uint64_t now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

const char *time_text(const char *format)
{
	char text[64];
	time_t now = time(NULL);
	struct tm local;

	localtime_r(&now, &local);
	strftime(text, sizeof(text), format, &local);
	return lab_strdup(text);
}
