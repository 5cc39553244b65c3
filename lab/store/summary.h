/* SPDX-License-Identifier: MIT */
/*
 * summary.h - what the store says, per plan row: location and spread, no verdict.
 */
#ifndef LAB_SUMMARY_H
#define LAB_SUMMARY_H

#include "lab/stats/spread.h"
#include "lab/store/columns.h"
#include "lab/store/store.h"

struct side_summary { /* medians over samples, per unit */
	struct spread ns;
	double values[SUMMARY_COLUMNS_MAX]; /* of columns.h; NAN: not known */
};

struct result_arm {
	int64_t id;
	const char *name, *version, *flavour, *kind, *allocator;
};

struct result {
	int64_t plan, cell;
	int64_t measured; /* the row of the plan that has the pairs: this one, or one that
			   * asks for the same arms in the same cell */
	const char *workload, *params, *pin, *unit, *flavour;
	int64_t workers, blocks, block_ns, iterations, pairs;
	struct result_arm baseline, arm;
	enum purpose purpose;
	const char *refused;	  /* NULL, or why this is "not applicable" */
	bool oversubscribed;	  /* workers shared a CPU */
	const char *workers_text; /* "2 workers", "2 workers on 1 CPU, oversubscribed" */
	struct spread ratio;	  /* of the pairs, as ratios; n may be 0 */
	struct side_summary sides[2];
};

struct red_sample {
	const char *workload, *params, *arm, *version, *mode, *status, *cause, *last_state;
	int64_t workers;
};

struct summary {
	const char *suite, *title, *label, *state, *command, *date, *host_class, *seed;
	const char *allocator;
	const char *tokio;     /* "Tokio: not built, because ...", or NULL */
	const char *left_out;  /* notes of the plan, one a line, or "" */
	const char *flags;     /* "3 of 80 pairs flagged", and what to do if it is too many */
	bool too_many_flagged; /* more than a third: nothing is ranked */
	struct result *results;
	size_t count;
	/* Rows of counting builds, whose time means nothing: they stand in no table and only
	 * supply measures. */
	struct result *counted;
	size_t counted_count;
	struct red_sample *reds;
	size_t red_count;
};

/* For the reader: this is not in here, and why. */
void summary_lacks(struct summary *summary, const char *what);

/* `counts` NULL, or a file of counts to be taken into the store first.  LAB_OK,
 * LAB_ENVIRONMENT or LAB_USAGE (bad counts file). */
int summary_load(struct summary *summary, struct store *store, const char *counts);

/* Has it pairs that another row of the plan, of the same arms and cell, does not show too? */
bool result_has_own_pairs(const struct result *result);

/* "tokio-bare (tokio 1.53.1)": the version up to its first comma. */
const char *result_arm_label(const struct result_arm *arm);

/* For a column that is headed "workers": "2", or the whole text if they share CPUs. */
const char *result_workers(const struct result *result);

/* Of the first column of all rows, NULLs left out; finishes the query. */
struct spread summary_spread(sqlite3_stmt *query);

json_t *summary_json(const struct summary *summary);

#endif
