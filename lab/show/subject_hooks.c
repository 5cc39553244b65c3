/* SPDX-License-Identifier: MIT */
/* subject_hooks.c - the functions that a preset may replace, from sched/knobs.h. */
#include <stdio.h>

#include "lab/base/lab.h"
#include "lab/show/subject_parts.h"
#include "sched/knobs.h"

#define HOOK(macro, header, meaning) { #macro, "sched/" header, meaning },

int subject_hooks(json_t *list)
{
	static const struct {
		const char *name, *header, *meaning;
	} hooks[] = { SCHED_HOOK_NAMES(HOOK) };

	for (size_t i = 0; i < sizeof(hooks) / sizeof(hooks[0]); i++)
		json_array_append_new(list,
				      json_pack("{s:s, s:s, s:s}", "name", hooks[i].name, "header",
						hooks[i].header, "meaning", hooks[i].meaning));
	return LAB_OK;
}

void subject_print_hooks(json_t *list)
{
	json_t *hook;
	size_t index;

	json_array_foreach(list, index, hook)
		printf("%-28s %-18s %s\n", subject_text(hook, "name"), subject_text(hook, "header"),
		       subject_text(hook, "meaning"));
	printf("A preset #defines one before it includes the engine; an example is "
	       "variants/tokio_interval_last.c\n");
}
