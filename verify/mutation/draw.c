/* SPDX-License-Identifier: MIT */
/*
 * draw.c - a sample of lines: draw SEED COUNT <LINES
 *
 * Prints COUNT of the lines, those whose first field has the smallest numbers under a hash with the
 * seed.  So an edit that adds or removes mutants leaves the others in the sample, and the order of
 * the lines does not matter.  Every set of COUNT lines is as likely as any other, as far as the hash
 * is a good one (FNV-1a, then the finaliser of splitmix64: http://prng.di.unimi.it/splitmix64.c).
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fnv.h"

struct line {
	char *text;
	uint64_t number;
};

static uint64_t mixed(uint64_t z)
{
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

static uint64_t number_of(const char *text, uint64_t seed)
{
	uint64_t hash = fnv_add(FNV_BASIS, text, strcspn(text, "\t\n"));

	return mixed(hash ^ mixed(seed + 0x9e3779b97f4a7c15u));
}

static int by_number(const void *left, const void *right)
{
	const struct line *a = (const struct line *)left, *b = (const struct line *)right;

	return (a->number > b->number) - (a->number < b->number);
}

int main(int argc, char **argv)
{
	struct line *lines = NULL;
	size_t count = 0, room = 0, wanted;
	uint64_t seed;
	char *text = NULL;
	size_t size = 0;

	if (argc != 3) {
		fprintf(stderr, "usage: draw SEED COUNT <LINES\n");
		return 2;
	}
	seed = strtoull(argv[1], NULL, 10);
	wanted = strtoull(argv[2], NULL, 10);
	while (getline(&text, &size, stdin) > 0) {
		if (count == room)
			lines = (struct line *)realloc(lines,
						       (room = room * 2 + 1024) * sizeof(*lines));
		if (!lines)
			return 1;
		lines[count++] = (struct line){ text, number_of(text, seed) };
		text = NULL;
		size = 0;
	}
	if (count)
		qsort(lines, count, sizeof(*lines), by_number);
	for (size_t i = 0; i < count && i < wanted; i++)
		fputs(lines[i].text, stdout);
	for (size_t i = 0; i < count; i++)
		free(lines[i].text);
	free(lines);
	free(text);
	return ferror(stdin) || fflush(stdout) ? 1 : 0;
}
