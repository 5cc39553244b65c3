/* SPDX-License-Identifier: MIT */
/* Description: encodings for one PMU, forced by LIBPFM_FORCE_PMU; a process each. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness/counter_encode.h"

#define EXIT_SKIP 77

/* libpfm ignores a PMU it was not built with: those of other architectures. */
static int pmu_is_forced(json_t *json, const char *pmu)
{
	json_t *pmus = json_object_get(json, "pmus");

	return json_array_size(pmus) == 1 &&
	       strcmp(json_string_value(json_array_get(pmus, 0)), pmu) == 0;
}

static int is_encoded(json_t *event)
{
	json_t *way;
	size_t i;

	json_array_foreach(json_object_get(event, "ways"), i, way)
		if (json_is_true(json_object_get(way, "encoded")))
			return 1;
	return 0;
}

/* Each event named behind the PMU must have an encoding. */
static int check_event(json_t *json, const char *name)
{
	json_t *event;
	size_t i;

	json_array_foreach(json_object_get(json, "events"), i, event) {
		if (strcmp(json_string_value(json_object_get(event, "event")), name))
			continue;
		if (is_encoded(event))
			return 0;
		fprintf(stderr, "%s has no encoding\n", name);
		json_dumpf(event, stderr, JSON_INDENT(1));
		return 1;
	}
	fprintf(stderr, "%s is in no group that was asked for\n", name);
	return 1;
}

int main(int argc, char **argv)
{
	const char *pmu = getenv("LIBPFM_FORCE_PMU");
	json_t *json = counter_encode_json(counter_group_find("hardware"));
	int failed = 0, i;

	if (!pmu || argc < 2) {
		fputs("usage: LIBPFM_FORCE_PMU=NAME test_encode EVENT...\n", stderr);
		failed = 2;
	} else if (!pmu_is_forced(json, pmu)) {
		fprintf(stderr, "skipped: this libpfm has no PMU %s\n", pmu);
		failed = EXIT_SKIP;
	}
	for (i = 1; i < argc && !failed; i++)
		failed = check_event(json, argv[i]);
	json_decref(json);
	return failed;
}
