/* SPDX-License-Identifier: MIT */
/* left.c - see left.h. */
#include "lab/show/left.h"

#include <stdio.h>

#include "lab/base/json_print.h"
#include "lab/plan/order.h"
#include "lab/show/plan_print.h"

struct left {
	size_t *pairs; /* of each row */
	size_t all_pairs, alone;
};

static struct left count_left(struct store *store, const struct plan *plan, uint64_t seed)
{
	struct left left = { lab_alloc((plan->row_count + 1) * sizeof(*left.pairs)), 0, 0 };
	struct run_done done = resume_done(store, plan);
	size_t count;
	struct work *work = plan_order(plan, seed, &count);

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

static void print_json(const struct resumed *resumed, const struct left *left,
		       const char *directory)
{
	const struct plan *plan = &resumed->plan;
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
	all = json_pack("{s:s, s:s, s:I, s:I, s:I, s:o}", "suite", resumed->suite.name, "out",
			directory, "pairs", (json_int_t)plan_pairs(plan), "pairs_left",
			(json_int_t)left->all_pairs, "alone_left", (json_int_t)left->alone, "rows",
			rows);
	json_print(all);
}

void left_print(struct store *store, const struct resumed *resumed, const char *directory,
		bool json)
{
	const struct plan *plan = &resumed->plan;
	struct left left = count_left(store, plan, resumed->seed);

	if (json) {
		print_json(resumed, &left, directory);
		return;
	}
	printf("%s in %s: %zu of %s and %s alone are left\n", resumed->suite.name, directory,
	       left.all_pairs, lab_count(plan_pairs(plan), "pair"),
	       lab_count(left.alone, "sample"));
	for (size_t i = 0; i < plan->row_count; i++)
		if (left.pairs[i] > 0)
			printf("  %s: %zu of %u pairs\n", plan_row_text(plan, &plan->rows[i]),
			       left.pairs[i], plan->rows[i].pairs);
}
