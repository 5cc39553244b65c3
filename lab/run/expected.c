/* SPDX-License-Identifier: MIT */
/* expected.c - see expected.h. */
#include "lab/run/expected.h"

#include "lab/arms/facts.h"
#include "lab/gates/cpus.h"
#include "lab/gates/host.h"
#include "lab/plan/pin.h"

static json_t *params_json(const struct cell *cell)
{
	json_t *params = json_object();

	for (size_t i = 0; i < cell->param_count; i++)
		json_object_set_new(params, cell->params[i].name,
				    json_integer((json_int_t)cell->params[i].value));
	return params;
}

static void expect_plan(json_t *expected, const struct sample *sample)
{
	const struct cell *cell = sample->cell;
	const char *preload = sample->settings->preload;

	json_object_update_new(
		expected,
		json_pack("{s:s, s:s, s:s, s:o, s:i, s:I, s:i, s:s, s:{s:s, s:b}}", "workload",
			  cell->workload, "flavour", cell->flavour, "unit", cell->unit, "params",
			  params_json(cell), "workers", (int)cell->workers, "seed",
			  (json_int_t)sample->settings->seed, "layout",
			  (int)sample->treatment.layout, "preload", preload != NULL ? preload : "",
			  "pin", "policy", cell->pin, "read_back", 1));
	if (sample->arm->takes_heap)
		json_object_set_new(expected, "heap", json_integer(sample->treatment.heap));
	if (sample->treatment.plant_percent > 0)
		json_object_set_new(expected, "planted",
				    json_pack("{s:f}", "percent", sample->treatment.plant_percent));
}

/* Where it said to be when the kernel was asked; a sample in isolation only says it once. */
static void expect_place(json_t *expected, const struct sample *sample, json_t *row)
{
	json_t *said = sample->pin != NULL ? sample->pin : json_object_get(row, "pin");
	json_t *pin = json_object_get(expected, "pin");
	unsigned int cpus = pin_cpus(said, cpus_allowed_count());

	json_object_set(pin, "workers", json_object_get(said, "workers"));
	json_object_set(pin, "main", json_object_get(said, "main"));
	json_object_set_new(pin, "oversubscribed", json_boolean(sample->cell->workers > cpus));
}

/* The arm's own words first; the plan's have the last. */
static json_t *expectation(const struct sample *sample, json_t *row)
{
	json_t *expected = json_copy(sample->arm->describe);

	if (expected == NULL)
		expected = json_object();
	json_object_set_new(expected, "arm", json_string(sample->arm->name));
	expect_plan(expected, sample);
	expect_place(expected, sample, row);
	json_object_set_new(expected, "flavour", json_string(sample->arm->flavour));
	json_object_set_new(expected, "host",
			    json_pack("{s:s, s:i}", "kernel", host_release(), "cpus",
				      (int)cpus_allowed_count()));
	return expected;
}

bool row_is_expected(struct sample *sample, json_t *row)
{
	json_t *expected = expectation(sample, row);
	const char *why = facts_broken(row, expected);

	json_decref(expected);
	return why == NULL || sample_fail(sample, SAMPLE_LIED, "%s", why);
}
