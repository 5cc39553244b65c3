/* SPDX-License-Identifier: MIT */
/* slips.c - what the generator is tried on: every rule, and what it must leave alone. */
#include <stdbool.h>

#define LIMIT		   61u
#define DOUBLE(x)	   ((x)*2)
#define COUNT(counter, by) ((counter) += (by))
#define assert(condition)  ((void)((condition) ? 0 : 1))

int counter;
static int table[3] = { 1, 2 };

int distance(int from, int to);
void tell(const char *text, const char *other);

int choose(int a, int b)
{
	assert(a != 7);
	if (a < b && counter)
		COUNT(counter, 1);
	while (!table[0])
		counter++;
	tell("a", "b");
	return a == b ? distance(a, DOUBLE(b)) : (int)LIMIT;
}

bool is_set(const bool *flag)
{
#if 0
	return 3;
#endif
	return *flag || true;
}
