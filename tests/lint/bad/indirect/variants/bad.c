/* SPDX-License-Identifier: MIT */
/* bad.c - a call through a table that is not a task's. */
struct table {
	long padding[20];
	int (*hook)(int);
};
int bad(struct table *table, int value);
int bad(struct table *table, int value)
{
	return table->hook(value) + 1;
}
