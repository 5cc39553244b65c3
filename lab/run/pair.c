/* SPDX-License-Identifier: MIT */
/* pair.c - see pair.h. */
#include "lab/run/pair.h"

#include <math.h>
#include <stdlib.h>

#include "lab/arms/facts.h"
#include "lab/stats/spread.h"

static enum side other(enum side side)
{
	return side == SIDE_A ? SIDE_B : SIDE_A;
}

enum side pair_first(uint64_t index, enum side lead)
{
	/* A B, B A, B A, A B: within four, each side is first twice. */
	return index % 4 == 1 || index % 4 == 2 ? other(lead) : lead;
}

double pair_log_ratio(const struct block *a, const struct block *b, size_t count)
{
	double *ratios = malloc((count + 1) * sizeof(*ratios)), median;

	if (ratios == NULL)
		return NAN;
	for (size_t i = 0; i < count; i++)
		ratios[i] = log((double)b[i].ns / (double)b[i].units) -
			    log((double)a[i].ns / (double)a[i].units);
	median = median_of(ratios, count);
	free(ratios);
	return median;
}

/* Calibration doubles as warm-up; its answer is discarded here. */
static bool warm_up(struct pair *pair, enum side lead)
{
	uint64_t iterations, ns;

	return sample_calibrate(&pair->side[lead], &iterations, &ns) &&
	       sample_calibrate(&pair->side[other(lead)], &iterations, &ns);
}

static bool run_blocks(struct pair *pair, const struct cell *cell, enum side lead)
{
	for (uint64_t i = 0; i < cell->blocks; i++) {
		enum side first = pair_first(i, lead);

		if (!sample_block(&pair->side[first], 2 * i) ||
		    !sample_block(&pair->side[other(first)], 2 * i + 1))
			return false;
	}
	return true;
}

/* Equal iterations must be equal work, else a ratio means nothing. */
static bool check_work(struct pair *pair)
{
	const struct block *a = pair->side[SIDE_A].blocks, *b = pair->side[SIDE_B].blocks;

	if (a[0].units == b[0].units)
		return true;
	return sample_fail(&pair->side[SIDE_B], SAMPLE_LIED,
			   "%llu units where the baseline counts %llu for equal iterations",
			   (unsigned long long)b[0].units, (unsigned long long)a[0].units);
}

static bool finish(struct pair *pair)
{
	bool a = sample_finish(&pair->side[SIDE_A]);
	bool b = sample_finish(&pair->side[SIDE_B]);

	return a && b;
}

/* Both kept to their word; do they stand beside each other? */
static bool check_comparable(struct pair *pair)
{
	const struct sample *a = &pair->side[SIDE_A], *b = &pair->side[SIDE_B];
	const char *why = facts_differ(a->arm, a->row, b->arm, b->row);

	pair->not_comparable = why;
	return why == NULL || sample_fail(&pair->side[SIDE_B], SAMPLE_REFUSED, "%s", why);
}

void pair_run(struct pair *pair, const struct cell *cell, const struct arm_info *baseline,
	      const struct arm_info *arm, const struct treatment treatments[2],
	      const struct sample_settings *settings)
{
	const struct arm_info *arms[] = { [SIDE_A] = baseline, [SIDE_B] = arm };
	enum side lead = treatments[SIDE_B].leads ? SIDE_B : SIDE_A, last = other(lead);
	bool led = sample_open(&pair->side[lead], arms[lead], treatments[lead], cell, settings);
	bool followed = sample_open(&pair->side[last], arms[last], treatments[last], cell,
				    settings);

	pair->not_comparable = NULL;
	pair->complete = led && followed && warm_up(pair, lead) && run_blocks(pair, cell, lead) &&
			 check_work(pair) && finish(pair) && check_comparable(pair);
	if (pair->complete) {
		pair->log_ratio = pair_log_ratio(pair->side[SIDE_A].blocks,
						 pair->side[SIDE_B].blocks, cell->blocks);
		return;
	}
	sample_cut(&pair->side[SIDE_A], "the other side of the pair failed");
	sample_cut(&pair->side[SIDE_B], "the other side of the pair failed");
}

void pair_free(struct pair *pair)
{
	sample_free(&pair->side[SIDE_A]);
	sample_free(&pair->side[SIDE_B]);
}
