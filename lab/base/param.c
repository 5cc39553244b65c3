/* SPDX-License-Identifier: MIT */
/* param.c - see param.h. */
#include "lab/base/param.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lab/base/lab.h"

struct param_value *params_parse(const char *text, size_t *count)
{
	struct strings parts = { NULL, 0 };
	struct param_value *params;

	strings_split(&parts, text, ' ');
	params = lab_alloc((parts.count + 1) * sizeof(*params));
	*count = 0;
	for (size_t i = 0; i < parts.count; i++) {
		char *equals = strchr(parts.items[i], '=');

		if (equals == NULL)
			continue;
		*equals = '\0';
		params[(*count)++] = (struct param_value){ parts.items[i],
							   strtoll(equals + 1, NULL, 10) };
	}
	return params;
}

const char *params_text(const struct param_value *params, size_t count)
{
	const char *text = "";

	for (size_t i = 0; i < count; i++)
		text = lab_printf("%s%s%s=%" PRId64, text, i > 0 ? " " : "", params[i].name,
				  params[i].value);
	return text;
}
