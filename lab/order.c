/* SPDX-License-Identifier: MIT */
/* order.c - the seeded order of the work; see runner.h. */
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <string.h>

#include "lab/runner.h"

struct order {
	struct work *work;
	size_t count;
	gsl_rng *rng;
};

static void add(struct order *order, struct work work)
{
	order->work = lab_grow(order->work, order->count, sizeof(*order->work));
	order->work[order->count++] = work;
}

static void shuffle_from(struct order *order, size_t first)
{
	if (order->count > first)
		gsl_ran_shuffle(order->rng, order->work + first, order->count - first,
				sizeof(*order->work));
}

static unsigned int add_round(struct order *order, const struct plan *plan, unsigned int round)
{
	size_t first = order->count;

	for (size_t i = 0; i < plan->row_count; i++)
		if (plan->rows[i].refused == NULL && round < plan->rows[i].pairs)
			add(order, (struct work){ WORK_PAIR, i, NULL, round });
	shuffle_from(order, first);
	return (unsigned int)(order->count - first);
}

static bool has_isolated(const struct order *order, const struct plan *plan, size_t cell,
			 const struct arm_info *arm)
{
	for (size_t i = 0; i < order->count; i++)
		if (order->work[i].kind == WORK_ISOLATED && order->work[i].arm == arm &&
		    plan->rows[order->work[i].row].cell == cell)
			return true;
	return false;
}

static void add_isolated(struct order *order, const struct plan *plan)
{
	size_t first = order->count;

	for (size_t i = 0; i < plan->row_count; i++) {
		const struct plan_row *row = &plan->rows[i];

		if (row->refused != NULL)
			continue;
		if (!has_isolated(order, plan, row->cell, row->baseline))
			add(order, (struct work){ WORK_ISOLATED, i, row->baseline, 0 });
		if (!has_isolated(order, plan, row->cell, row->arm))
			add(order, (struct work){ WORK_ISOLATED, i, row->arm, 0 });
	}
	shuffle_from(order, first);
}

struct work *runner_order(const struct plan *plan, uint64_t seed, size_t *count)
{
	struct order order = { NULL, 0, gsl_rng_alloc(gsl_rng_mt19937) };
	unsigned int round = 0;

	gsl_rng_set(order.rng, (unsigned long)seed);
	if (add_round(&order, plan, round++) > 0) {
		add_isolated(&order, plan);
		while (add_round(&order, plan, round++) > 0)
			continue;
	}
	gsl_rng_free(order.rng);
	*count = order.count;
	return order.work;
}
