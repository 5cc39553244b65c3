/* SPDX-License-Identifier: MIT */
/* plan_print.c - see plan_print.h. */
#include "lab/show/plan_print.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#include "lab/arms/facts.h"
#include "lab/base/json_print.h"
#include "lab/gates/cpus.h"
#include "lab/plan/order.h"
#include "lab/plan/pin.h"
#include "lab/verdict/promise.h"

/* How long it will take. */
static uint64_t limited(const struct plan *plan, const struct run_told *told)
{
	uint64_t estimate = plan_estimate_ns(plan);

	return told->budget_ns != 0 && estimate > told->budget_ns ? told->budget_ns : estimate;
}

static json_t *row_json(const struct plan *plan, const struct plan_row *row)
{
	const struct cell *cell = &plan->cells[row->cell];
	bool is_planted = row->purpose == PURPOSE_PLANTED;
	double effect = promise_smallest_effect(plan, row);

	return json_pack("{s:s, s:o, s:s?, s:s?, s:s, s:s, s:i, s:s, s:s, s:s, s:s, s:i, s:i, s:f, "
			 "s:s?, s:o, s:s?}",
			 "purpose", purpose_name(row->purpose), "smallest_effect",
			 isnan(effect) ? json_null() : json_real(effect), "claim",
			 row->contrast != NULL ? row->contrast->claim : NULL, "contrast",
			 row->contrast != NULL ? row->contrast->name : NULL, "workload",
			 cell->workload, "params", cell->params_text, "workers", (int)cell->workers,
			 "pin", cell->pin, "flavour", cell->flavour, "baseline",
			 row->baseline->name, "arm", row->arm->name, "pairs", (int)row->pairs,
			 "blocks", (int)cell->blocks, "block_ms", (double)cell->block_ns * 1e-6,
			 "not_applicable", row->refused, "plant_percent",
			 is_planted ? json_real(row->plant_percent) : json_null(), "plant_side",
			 !is_planted		   ? NULL :
			 row->plant_side == SIDE_A ? "A" :
						     "B");
}

/* The order is part of the plan: equal seeds must give equal orders. */
static json_t *order_json(const struct plan *plan, uint64_t seed)
{
	size_t count;
	struct work *work = plan_order(plan, seed, &count);
	json_t *order = json_array();

	for (size_t i = 0; i < count; i++)
		if (work[i].kind == WORK_PAIR)
			json_array_append_new(order, json_integer((json_int_t)work[i].row));
	return order;
}

static void print_json(const struct plan *plan, const struct arm_set *set,
		       const struct run_told *told)
{
	json_t *rows = json_array(), *notes = json_array(), *all;

	for (size_t i = 0; i < plan->row_count; i++)
		json_array_append_new(rows, row_json(plan, &plan->rows[i]));
	for (size_t i = 0; i < plan->notes.count; i++)
		json_array_append_new(notes, json_string(plan->notes.items[i]));
	all = json_pack("{s:s, s:s, s:I, s:I, s:f, s:o, s:o, s:o, s:s?}", "suite",
			told->suite->name, "label", told->suite->label, "seed",
			(json_int_t)told->seed, "pairs", (json_int_t)plan_pairs(plan), "estimate_s",
			(double)limited(plan, told) * 1e-9, "rows", rows, "notes", notes, "order",
			order_json(plan, told->seed), "tokio_missing", tokio_missing(set));
	json_print(all);
}

static const char *power_text(const struct plan *plan, const struct plan_row *row)
{
	double effect = promise_smallest_effect(plan, row);

	if (row->purpose == PURPOSE_SCREENING)
		return "not judged";
	if (row->purpose == PURPOSE_AA_LAYOUT)
		return "which show what layouts do";
	if (row->purpose == PURPOSE_FURTHER)
		return "for what only counting builds say";
	if (row->contrast != NULL && !measure_is_time(row->contrast->measure))
		return lab_printf("judged by %s, whose noise nobody knows before",
				  row->contrast->measure->noun);
	if (isnan(effect))
		return "too few to show anything";
	return lab_printf("can show %.1f %% in typical noise if layouts do nothing", 100 * effect);
}

/* "tokio", "tokio slowed by 5 %" */
static const char *side_text(const struct plan_row *row, enum side side)
{
	const char *arm = side == SIDE_A ? row->baseline->name : row->arm->name;

	return row->purpose == PURPOSE_PLANTED && row->plant_side == side ?
		       lab_printf("%s slowed by %g %%", arm, row->plant_percent) :
		       arm;
}

static const char *arms_text(const struct plan_row *row)
{
	if (row->purpose == PURPOSE_AA_LAYOUT)
		return lab_printf("%s in two layouts", row->arm->name);
	return lab_printf("%s against %s", side_text(row, SIDE_B), side_text(row, SIDE_A));
}

const char *plan_row_text(const struct plan *plan, const struct plan_row *row)
{
	const struct cell *cell = &plan->cells[row->cell];
	const struct contrast *contrast = row->contrast;

	return lab_printf(
		"%s%s%s%s, %s, pin %s: %s",
		contrast == NULL ? "" : lab_printf("%s/%s: ", contrast->claim, contrast->name),
		cell->workload, cell->params_text[0] != '\0' ? " " : "", cell->params_text,
		pin_workers_text(cell->workers, cpus_allowed_count()), cell->pin, arms_text(row));
}

static void print_row(const struct plan *plan, const struct plan_row *row)
{
	const struct cell *cell = &plan->cells[row->cell];

	printf("  %-10s %s: ", purpose_name(row->purpose), plan_row_text(plan, row));
	if (row->refused != NULL)
		printf("not applicable: %s\n", row->refused);
	else if (row->pairs == 0 && plan_measured(plan, row) == row)
		printf("counted by scripts/counts, without pairs\n");
	else if (row->pairs == 0)
		printf("measured with %s/%s\n", plan_measured(plan, row)->contrast->claim,
		       plan_measured(plan, row)->contrast->name);
	else
		printf("%s of %s of %g ms, %s\n", lab_count(row->pairs, "pair"),
		       lab_count(cell->blocks, "block"), (double)cell->block_ns * 1e-6,
		       power_text(plan, row));
}

/* Once per arm of the plan. */
static void print_heap(const struct plan *plan)
{
	struct strings said = { NULL, 0 };

	for (size_t i = 0; i < 2 * plan->row_count; i++) {
		const struct plan_row *row = &plan->rows[i / 2];
		const struct arm_info *arm = i % 2 == 0 ? row->baseline : row->arm;
		const char *unvaried = arm != NULL ? facts_heap_unvaried(arm) : NULL;

		if (unvaried == NULL || strings_contain(&said, unvaried))
			continue;
		strings_add(&said, unvaried);
		printf("  %s\n", unvaried);
	}
}

const char *tokio_missing(const struct arm_set *set)
{
	return set->tokio_missing == NULL ?
		       NULL :
		       lab_printf("Tokio: not built, because %s", set->tokio_missing);
}

void plan_print_left_out(FILE *out, const struct plan *plan, const struct arm_set *set)
{
	for (size_t i = 0; i < plan->notes.count; i++)
		fprintf(out, "  left out: %s\n", plan->notes.items[i]);
	if (plan->notes.count > 0 && set->tokio_missing != NULL)
		fprintf(out, "  %s\n", tokio_missing(set));
}

void plan_print(const struct plan *plan, const struct arm_set *set, const struct run_told *told)
{
	uint64_t whole = plan_estimate_ns(plan), estimate = limited(plan, told);

	if (told->json) {
		print_json(plan, set, told);
		return;
	}
	printf("%s: %s, %s, %s, about %.0f s", told->suite->name,
	       lab_count(plan->cell_count, "cell"), lab_count(plan->row_count, "row"),
	       lab_count(plan_pairs(plan), "pair"), (double)estimate * 1e-9);
	if (estimate < whole)
		printf(" (cut by the time budget; whole plan about %.0f s)", (double)whole * 1e-9);
	printf("\narms from %s\n", set->directory);
	for (size_t i = 0; i < plan->row_count; i++)
		print_row(plan, &plan->rows[i]);
	plan_print_left_out(stdout, plan, set);
	print_heap(plan);
}
