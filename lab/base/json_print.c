/* SPDX-License-Identifier: MIT */
/* json_print.c - see json_print.h. */
#include "lab/base/json_print.h"

#include <stdio.h>

void json_print(json_t *all)
{
	json_dumpf(all, stdout, JSON_INDENT(1));
	putchar('\n');
	json_decref(all);
}
