/* SPDX-License-Identifier: MIT */
/* blind.c - a table that outcomes.sh writes at build time. */
#include "verify/litmus/blind.h"

#include <stddef.h>
#include <string.h>

static const struct {
	const char *test;
	const char *engine;
	const char *unseen;
} blind_spots[] = {
#include "blind_spots.inc"
};

const char *litmus_unseen(const char *engine, const char *test)
{
	for (size_t i = 0; i < sizeof(blind_spots) / sizeof(blind_spots[0]); i++)
		if (strcmp(blind_spots[i].engine, engine) == 0 &&
		    strcmp(blind_spots[i].test, test) == 0)
			return blind_spots[i].unseen;
	return NULL;
}
