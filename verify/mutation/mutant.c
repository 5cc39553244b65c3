/* SPDX-License-Identifier: MIT */
/*
 * mutant.c - keeps the mutants of all units that were parsed, each once.
 *
 * An id counts within a function and a rule, so that an edit elsewhere in the file leaves it alone:
 * FILE:FUNCTION:RULE:N.
 */
#include "verify/mutation/mutant.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct mutant {
	const struct text *text;
	size_t begin;
	size_t end;
	char *function;
	const char *rule;
	char *replacement;
};

static struct mutant *mutants;
static size_t mutant_count;

/* A text that is the same as before is no mutant; lines behind keep their numbers. */
void mutant_add(const struct text *text, size_t begin, size_t end, const char *function,
		const char *rule, const char *replacement)
{
	size_t lines = 0;
	char *kept;

	if (strlen(replacement) == end - begin &&
	    !memcmp(replacement, text->bytes + begin, end - begin))
		return;
	for (size_t i = begin; i < end; i++)
		lines += text->bytes[i] == '\n';
	for (const char *c = replacement; *c; c++)
		lines -= *c == '\n';
	kept = (char *)calloc(1, strlen(replacement) + lines + 1);
	if ((mutant_count & (mutant_count - 1)) == 0)
		mutants = (struct mutant *)realloc(mutants,
						   (mutant_count * 2 + 1) * sizeof(*mutants));
	if (!kept || !mutants)
		abort();
	memset(kept, '\n', strlen(replacement) + lines);
	memcpy(kept, replacement, strlen(replacement));
	mutants[mutant_count++] = (struct mutant){ text, begin, end, strdup(function), rule, kept };
}

static int by_place(const void *left, const void *right)
{
	const struct mutant *a = (const struct mutant *)left, *b = (const struct mutant *)right;
	int order = strcmp(a->text->path, b->text->path);

	if (!order)
		order = (a->begin > b->begin) - (a->begin < b->begin);
	if (!order)
		order = (a->end > b->end) - (a->end < b->end);
	if (!order)
		order = strcmp(a->rule, b->rule);
	if (!order)
		order = strcmp(a->replacement, b->replacement);
	return order;
}

/* On one line: as printf's %b reads it. */
static void print_escaped(const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (bytes[i] == '\n')
			fputs("\\n", stdout);
		else if (bytes[i] == '\t')
			fputs("\\t", stdout);
		else if (bytes[i] == '\\')
			fputs("\\\\", stdout);
		else
			putchar(bytes[i]);
	}
}

/* Earlier ones of the same function and rule; an `#if` may have the function twice. */
static unsigned ordinal(size_t index)
{
	const struct mutant *mutant = &mutants[index];
	unsigned number = 1;

	for (size_t i = 0; i < index; i++)
		number += mutants[i].text == mutant->text &&
			  !strcmp(mutants[i].rule, mutant->rule) &&
			  !strcmp(mutants[i].function, mutant->function);
	return number;
}

void mutants_print(void)
{
	size_t kept = 0;

	if (mutant_count)
		qsort(mutants, mutant_count, sizeof(*mutants), by_place);
	for (size_t i = 0; i < mutant_count; i++) {
		if (i == 0 || by_place(&mutants[kept - 1], &mutants[i]))
			mutants[kept++] = mutants[i];
	}
	mutant_count = kept;
	for (size_t i = 0; i < mutant_count; i++) {
		const struct mutant *m = &mutants[i];
		printf("%s:%s:%s:%u\t%s\t%u\t%zu\t%zu\t%s\t%s\t", m->text->path, m->function,
		       m->rule, ordinal(i), m->text->path, text_line(m->text, m->begin), m->begin,
		       m->end - m->begin, m->function, m->rule);
		print_escaped(m->text->bytes + m->begin, m->end - m->begin);
		putchar('\t');
		print_escaped(m->replacement, strlen(m->replacement));
		putchar('\n');
	}
}
