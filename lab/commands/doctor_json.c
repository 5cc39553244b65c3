/* SPDX-License-Identifier: MIT */
/* doctor_json.c - what the doctor found, for programs; see doctor.h. */
#include <math.h>
#include <stdio.h>

#include "lab/base/json_print.h"
#include "lab/commands/doctor.h"
#include "lab/gates/host.h"
#include "lab/gates/host_key.h"

/* NAN has no place in JSON. */
static json_t *number(double value)
{
	return isnan(value) ? json_null() : json_real(value);
}

static json_t *reading_json(const struct gate_reading *reading)
{
	const struct gate *gate = reading->gate;

	return json_pack("{s:s, s:s, s:s, s:o, s:s, s:s, s:s, s:o, s:s, s:s, s:s}", "gate",
			 gate->name, "moment", gate_moment_name(reading->moment), "state",
			 gate_state_name(reading->state), "value", number(reading->value), "unit",
			 gate->unit, "text", reading->text, "note", reading->note, "limit",
			 number(gate->limit), "wanted", gate->limit_reason, "meaning",
			 gate->meaning, "remedy", gate->remedy);
}

static json_t *gates_json(const struct gate_readings *readings)
{
	json_t *rows = json_array();

	for (size_t i = 0; i < readings->count; i++)
		json_array_append_new(rows, reading_json(&readings->all[i]));
	return rows;
}

static json_t *heap_unvaried_json(const struct arm_set *set)
{
	json_t *names = json_array();

	for (size_t i = 0; i < set->count; i++)
		if (!set->arms[i].takes_heap)
			json_array_append_new(names, json_string(set->arms[i].name));
	return names;
}

static json_t *arms_json(const struct arm_set *set)
{
	return json_pack("{s:s, s:i, s:o, s:o}", "directory", set->directory, "usable",
			 (int)set->count, "skipped", arm_set_skipped_json(set),
			 "heap_placement_not_varied", heap_unvaried_json(set));
}

static json_t *host_json(const struct doctor *doctor)
{
	return json_pack("{s:s, s:s, s:s, s:s, s:o}", "class", host_class(), "key", host_key(),
			 "key_text", host_key_text(), "kernel", host_kernel(), "load_1_minute",
			 number(doctor->load));
}

static json_t *calibration_json(const struct calibration *calibration)
{
	return json_pack("{s:I, s:I, s:I, s:b, s:s}", "pairs", (json_int_t)calibration->pairs,
			 "trials", (json_int_t)calibration->trials, "alarms",
			 (json_int_t)calibration->alarms, "sufficient",
			 (int)calibration->sufficient, "state", calibration->state);
}

void doctor_print_json(const struct doctor *doctor)
{
	json_t *all = json_pack("{s:o, s:s, s:f, s:o, s:b, s:b, s:o, s:o}", "host",
				host_json(doctor), "root", doctor->root, "seconds", doctor->seconds,
				"gates", gates_json(&doctor->readings), "breached",
				gates_any_breached(&doctor->readings), "gnuplot", doctor->gnuplot,
				"calibration", calibration_json(&doctor->calibration), "arms",
				doctor->arms_loaded ? arms_json(&doctor->set) : json_null());

	json_print(all);
}
