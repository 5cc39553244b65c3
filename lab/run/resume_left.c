/* SPDX-License-Identifier: MIT */
/* resume_left.c - what a run that was cut short has still to do; see resume.h. */
#include <inttypes.h>
#include <stdio.h>

#include "lab/run/resume.h"

struct left {
	size_t *pairs; /* of each row */
	size_t all_pairs, alone;
};

static struct left count_left(struct store *store, const struct plan *plan, uint64_t seed)
{
	struct left left = { lab_alloc((plan->row_count + 1) * sizeof(*left.pairs)), 0, 0 };
	struct run_done done = resume_done(store, plan);
	size_t count;
	struct work *work = runner_order(plan, seed, &count);

	for (size_t i = 0; i < count; i++) {
		if (plan->rows[work[i].row].reds >= RUNNER_REDS_MAX)
			continue;
		if (work[i].kind != WORK_PAIR) {
			left.alone += !done.alone(done.arg, &work[i]);
		} else if (!done.pair(done.arg, work[i].row, work[i].round)) {
			left.pairs[work[i].row]++;
			left.all_pairs++;
		}
	}
	return left;
}

static void print_json(const struct plan *plan, const struct left *left,
		       const struct run_options *options, const struct suite *suite)
{
	json_t *rows = json_array(), *all;

	for (size_t i = 0; i < plan->row_count; i++) {
		const struct plan_row *row = &plan->rows[i];
		const struct cell *cell = &plan->cells[row->cell];

		json_array_append_new(
			rows,
			json_pack("{s:s, s:s, s:i, s:s, s:s, s:i, s:I, s:s?}", "workload",
				  cell->workload, "params", cell->params_text, "workers",
				  (int)cell->workers, "arm", row->arm->name, "baseline",
				  row->baseline->name, "pairs", (int)row->pairs, "pairs_left",
				  (json_int_t)left->pairs[i], "not_applicable", row->refused));
	}
	all = json_pack("{s:s, s:s, s:I, s:I, s:I, s:o}", "suite", suite->name, "out",
			options->resume, "pairs", (json_int_t)plan_pairs(plan), "pairs_left",
			(json_int_t)left->all_pairs, "alone_left", (json_int_t)left->alone, "rows",
			rows);
	json_dumpf(all, stdout, JSON_INDENT(1));
	putchar('\n');
	json_decref(all);
}

void resume_print_left(struct store *store, const struct plan *plan,
		       const struct run_options *options, const struct suite *suite)
{
	struct left left = count_left(store, plan, (uint64_t)options->seed);

	if (options->json) {
		print_json(plan, &left, options, suite);
		return;
	}
	printf("%s in %s: %zu of %zu pairs and %zu samples alone are left\n", suite->name,
	       options->resume, left.all_pairs, plan_pairs(plan), left.alone);
	for (size_t i = 0; i < plan->row_count; i++) {
		const struct plan_row *row = &plan->rows[i];
		const struct cell *cell = &plan->cells[row->cell];

		if (left.pairs[i] > 0)
			printf("  %s %s, %u workers: %s against %s: %zu of %u pairs\n",
			       cell->workload, cell->params_text, cell->workers, row->arm->name,
			       row->baseline->name, left.pairs[i], row->pairs);
	}
}
