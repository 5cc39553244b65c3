/* SPDX-License-Identifier: MIT */
/* made_row.h - rows of 40 pairs that are made for a rule, and their verdicts. */
#ifndef LAB_TEST_MADE_ROW_H
#define LAB_TEST_MADE_ROW_H

#include "check.h"

#include "lab/stats/decide.h"
#include "simulate.h"

#define PAIRS  40
#define FAMILY 12
#define MARGIN 0.03

/* A row and the arrays it borrows. */
struct made {
	double logs[PAIRS];
	bool flagged[PAIRS];
	enum regime regimes[PAIRS];
	struct decide_row row;
};

/* 40 pairs around a median, `step` apart and in no order; one regime, layouts that do nothing. */
static inline void make(struct made *made, double median, double step)
{
	memset(made, 0, sizeof(*made));
	for (int i = 0; i < PAIRS; i++)
		made->logs[i] = median + step * (i * 7 % PAIRS - (PAIRS - 1) / 2.0);
	made->row = (struct decide_row){ .log_ratios = made->logs,
					 .flagged = made->flagged,
					 .regimes = made->regimes,
					 .n = PAIRS,
					 .planned = PAIRS,
					 .margin = MARGIN };
}

static inline struct decision verdict_of(const struct made *made)
{
	struct decision verdict;

	assert_int_equal(decide_row(&verdict, &made->row, 0.05, FAMILY), 0);
	return verdict;
}

#endif
