/* SPDX-License-Identifier: MIT */
/*
 * expect.h - JSON that a test expects, whole: with ' for ", because it stands in C.  A member
 * that must be there with whatever value is written '*'.
 */
#ifndef HARNESS_TEST_EXPECT_H
#define HARNESS_TEST_EXPECT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline json_t *expected_json(const char *text)
{
	json_error_t error;
	char *quoted = strdup(text), *at;
	json_t *json;

	for (at = quoted; *at; at++)
		if (*at == '\'')
			*at = '"';
	json = json_loads(quoted, JSON_DECODE_ANY, &error);
	if (!json)
		fail_msg("the test's own JSON: %s in %s", error.text, text);
	free(quoted);
	return json;
}

/* Puts '*' wherever the expected one has it. */
static inline void forget_any(json_t *found, const json_t *expected)
{
	const char *name;
	json_t *value;

	json_object_foreach((json_t *)(uintptr_t)expected, name, value) {
		json_t *its = json_object_get(found, name);

		if (!its)
			continue;
		if (json_is_string(value) && strcmp(json_string_value(value), "*") == 0)
			json_object_set(found, name, value);
		else
			forget_any(its, value);
	}
}

/* Takes `found`. */
static inline void expect_json(json_t *found, const char *text)
{
	json_t *expected = expected_json(text);

	forget_any(found, expected);
	if (!json_equal(found, expected)) {
		char *is = json_dumps(found, JSON_ENCODE_ANY | JSON_SORT_KEYS);
		char *should = json_dumps(expected, JSON_ENCODE_ANY | JSON_SORT_KEYS);

		print_error("found    %s\nexpected %s\n", is ? is : "nothing", should);
		fail();
	}
	json_decref(expected);
	json_decref(found);
}

/* ---- JSON that was made and not given back ---- */

static _Atomic(long) json_left;

static inline void *json_counted(size_t bytes)
{
	json_left++;
	return malloc(bytes);
}

static inline void json_uncounted(void *memory)
{
	json_left -= memory != NULL;
	free(memory);
}

/* Before any of it; then json_left says how much there is. */
static inline void json_count(void)
{
	json_set_alloc_funcs(json_counted, json_uncounted);
}

#endif
