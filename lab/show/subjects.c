/* SPDX-License-Identifier: MIT */
/* subjects.c - the table of what can be listed; see subjects.h. */
#include "lab/show/subjects.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "lab/base/json_print.h"
#include "lab/show/subject_parts.h"

static const struct subject {
	const char *name;
	int (*make)(json_t *list);
	void (*print)(json_t *list);
} subjects[] = {
	{ "axes", subject_axes, subject_print_axes },
	{ "hooks", subject_hooks, subject_print_hooks },
	{ "arms", subject_arms, subject_print_arms },
	{ "workloads", subject_workloads, subject_print_workloads },
	{ "claims", subject_claims, subject_print_claims },
	{ "suites", subject_suites, subject_print_suites },
	{ "peers", subject_peers, subject_print_peers },
};

#define SUBJECTS (sizeof(subjects) / sizeof(subjects[0]))

static const struct subject *find(const char *name)
{
	for (size_t i = 0; i < SUBJECTS; i++)
		if (strcmp(subjects[i].name, name) == 0)
			return &subjects[i];
	return NULL;
}

static int complain(const char *what, const char *typed, const struct strings *known)
{
	lab_error("%s", unknown_name(what, typed, known));
	return LAB_USAGE;
}

const char *subject_text(json_t *item, const char *member)
{
	const char *text = json_string_value(json_object_get(item, member));

	return text != NULL ? text : "";
}

/* Only the item of that name. */
static int keep_one(json_t *list, const char *subject, const char *name)
{
	struct strings known = { NULL, 0 };
	json_t *found = NULL, *item;
	size_t index;

	json_array_foreach(list, index, item) {
		strings_add(&known, subject_text(item, "name"));
		if (strcmp(subject_text(item, "name"), name) == 0)
			found = json_incref(item);
	}
	if (found == NULL)
		return complain(lab_printf("entry of %s", subject), name, &known);
	json_array_clear(list);
	json_array_append_new(list, found);
	return LAB_OK;
}

int subject_print(const char *name, const char *one, bool as_json)
{
	const struct subject *subject = find(name);
	json_t *list;
	int status;

	if (subject == NULL) {
		struct strings known = { NULL, 0 };

		for (size_t i = 0; i < SUBJECTS; i++)
			strings_add(&known, subjects[i].name);
		return complain("list of", name, &known);
	}
	list = json_array();
	status = subject->make(list);
	if (status == LAB_OK && one != NULL)
		status = keep_one(list, name, one);
	if (status == LAB_OK && as_json)
		json_print(json_incref(list));
	else if (status == LAB_OK)
		subject->print(list);
	json_decref(list);
	return status;
}
