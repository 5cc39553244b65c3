/* SPDX-License-Identifier: MIT */
/* gate_table.c - finds the gates, whichever files there are; see gate.h. */
#include <stdlib.h>
#include <string.h>

#include "gates.h" /* made by the build: GATES(X), X(NAME) for each GATE(NAME) */
#include "lab/gates/gate.h"

#define DECLARE(name) extern const struct gate gate_##name;
GATES(DECLARE)

static int by_place(const void *a, const void *b)
{
	return (*(const struct gate *const *)a)->place - (*(const struct gate *const *)b)->place;
}

const struct gate *const *gates_all(size_t *count)
{
#define ENTRY(name) &gate_##name,
	static const struct gate *gates[] = { GATES(ENTRY) };
	static bool sorted;

	*count = sizeof(gates) / sizeof(gates[0]);
	if (!sorted)
		qsort(gates, *count, sizeof(gates[0]), by_place);
	sorted = true;
	return gates;
}

const struct gate *gate_find(const char *name)
{
	size_t count;
	const struct gate *const *all = gates_all(&count);

	for (size_t i = 0; i < count; i++)
		if (strcmp(all[i]->name, name) == 0)
			return all[i];
	return NULL;
}
