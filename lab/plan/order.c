/* SPDX-License-Identifier: MIT */
/* order.c - the seeded order of the work; see order.h. */
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <string.h>

#include "lab/plan/order.h"

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

/* Layout pairs come twice as fast as others: without all of them no row ends with its word. */
#define LAYOUT_HASTE 2u

static void add_row(struct order *order, const struct plan *plan, size_t row, unsigned int round)
{
	unsigned int haste = plan->rows[row].purpose == PURPOSE_AA_LAYOUT ? LAYOUT_HASTE : 1;

	for (unsigned int i = haste * round; i < haste * (round + 1); i++)
		if (plan->rows[row].refused == NULL && i < plan->rows[row].pairs)
			add(order, (struct work){ WORK_PAIR, row, NULL, i });
}

static unsigned int add_round(struct order *order, const struct plan *plan, unsigned int round)
{
	size_t first = order->count;

	for (size_t i = 0; i < plan->row_count; i++)
		add_row(order, plan, i, round);
	shuffle_from(order, first);
	return (unsigned int)(order->count - first);
}

static bool has_alone(const struct order *order, const struct plan *plan, enum work_kind kind,
		      size_t cell, const struct arm_info *arm)
{
	for (size_t i = 0; i < order->count; i++)
		if (order->work[i].kind == kind && order->work[i].arm == arm &&
		    plan->rows[order->work[i].row].cell == cell)
			return true;
	return false;
}

static void add_alone(struct order *order, const struct plan *plan, enum work_kind kind, size_t row,
		      const struct arm_info *arm)
{
	if (arm != NULL && !has_alone(order, plan, kind, plan->rows[row].cell, arm))
		add(order, (struct work){ kind, row, arm, 0 });
}

static void add_isolated(struct order *order, const struct plan *plan)
{
	size_t first = order->count;

	for (size_t i = 0; i < plan->row_count; i++) {
		const struct plan_row *row = &plan->rows[i];

		if (row->refused != NULL)
			continue;
		add_alone(order, plan, WORK_ISOLATED, i, row->baseline);
		add_alone(order, plan, WORK_ISOLATED, i, row->arm);
		add_alone(order, plan, WORK_EXERCISE, i, row->exercise);
		add_alone(order, plan, WORK_EXERCISE, i, row->exercise_baseline);
	}
	shuffle_from(order, first);
}

/* The round-th of the combinations of a and b layouts, in an order of the row's
 * own; each cycle through all of them is shuffled anew. */
static size_t draw(size_t combinations, unsigned int round, uint64_t seed, size_t row)
{
	gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
	size_t order[LAYOUTS_MAX * LAYOUTS_MAX];

	for (size_t i = 0; i < combinations; i++)
		order[i] = i;
	gsl_rng_set(rng, (unsigned long)(seed * 7919u + row * 104729u + round / combinations));
	gsl_ran_shuffle(rng, order, combinations, sizeof(*order));
	gsl_rng_free(rng);
	return order[round % combinations];
}

static void shuffle_steps(gsl_rng *rng, size_t steps[HEAP_STEPS])
{
	for (size_t i = 0; i < HEAP_STEPS; i++)
		steps[i] = i;
	gsl_ran_shuffle(rng, steps, HEAP_STEPS, sizeof(*steps));
}

/* A Latin square, relabelled and in an order of the row's own: within eight rounds each
 * side has every step once, within 64 every two steps meet once, so that neither side
 * tells anything of the other.  A stream apart from that of the layouts. */
static void draw_heap(unsigned int round, uint64_t seed, size_t row, struct treatment treatments[2])
{
	gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
	size_t a[HEAP_STEPS], b[HEAP_STEPS], shift[HEAP_STEPS], order[HEAP_STEPS], at;
	unsigned int square = round / (HEAP_STEPS * HEAP_STEPS);
	unsigned int eight = round / HEAP_STEPS % HEAP_STEPS;

	gsl_rng_set(rng, (unsigned long)(seed * 6700417u + row * 15485863u + square + 2654435769u));
	shuffle_steps(rng, a);
	shuffle_steps(rng, b);
	shuffle_steps(rng, shift);
	for (unsigned int i = 0; i <= eight; i++)
		shuffle_steps(rng, order);
	gsl_rng_free(rng);
	at = order[round % HEAP_STEPS];
	treatments[SIDE_A].heap = HEAP_STEP * (int)a[at];
	treatments[SIDE_B].heap = HEAP_STEP * (int)b[(at + shift[eight]) % HEAP_STEPS];
}

/* Each side one of two pairs, in an order that is drawn: a fixed one would meet the same layouts
 * again and again. */
static enum side draw_lead(unsigned int round, uint64_t seed, size_t row)
{
	gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
	bool b_before_a;

	gsl_rng_set(rng, (unsigned long)(seed * 86028121u + row * 49979687u + round / 2 + 1));
	b_before_a = gsl_rng_uniform_int(rng, 2) != 0;
	gsl_rng_free(rng);
	return (round % 2 == 0) == b_before_a ? SIDE_B : SIDE_A;
}

void plan_treat(const struct plan *plan, size_t index, unsigned int round, uint64_t seed,
		struct treatment treatments[2])
{
	const struct plan_row *row = &plan->rows[index];
	size_t a = row->baseline->layout_count, b = row->arm->layout_count, drawn;

	memset(treatments, 0, 2 * sizeof(*treatments));
	if (row->purpose == PURPOSE_AA_SAME) {
		drawn = draw(a, round, seed, index);
		treatments[SIDE_A].layout = treatments[SIDE_B].layout = (unsigned int)drawn;
	} else if (row->purpose == PURPOSE_AA_LAYOUT) { /* two that differ */
		drawn = draw(a * (a - 1), round, seed, index);
		treatments[SIDE_A].layout = (unsigned int)(drawn / (a - 1));
		treatments[SIDE_B].layout = (unsigned int)(drawn % (a - 1));
		if (treatments[SIDE_B].layout >= treatments[SIDE_A].layout)
			treatments[SIDE_B].layout++;
	} else {
		drawn = draw(a * b, round, seed, index);
		treatments[SIDE_A].layout = (unsigned int)(drawn / b);
		treatments[SIDE_B].layout = (unsigned int)(drawn % b);
	}
	draw_heap(round, seed, index, treatments);
	treatments[draw_lead(round, seed, index)].leads = true;
	treatments[row->plant_side].plant_percent = row->plant_percent;
}

struct work *plan_order(const struct plan *plan, uint64_t seed, size_t *count)
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
