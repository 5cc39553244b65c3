/* SPDX-License-Identifier: MIT */
/* param.h - the parameters of a cell, as text: "tasks=10000 producers=2". */
#ifndef LAB_PARAM_H
#define LAB_PARAM_H

#include <stddef.h>
#include <stdint.h>

struct param_value {
	const char *name;
	int64_t value;
};

/* A new array of them; what is no "NAME=NUMBER" is left out. */
struct param_value *params_parse(const char *text, size_t *count);
const char *params_text(const struct param_value *params, size_t count);

#endif
