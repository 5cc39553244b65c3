/* SPDX-License-Identifier: MIT */
/* json_print.h - an answer for programs, on standard output. */
#ifndef LAB_JSON_PRINT_H
#define LAB_JSON_PRINT_H

#include <jansson.h>

/* Takes the reference. */
void json_print(json_t *all);

#endif
