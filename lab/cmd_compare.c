/* SPDX-License-Identifier: MIT */
/*
 * cmd_compare.c - schedlab compare A B: every stored pair of A with B.
 *
 * A pair stored with A as the baseline counts with its ratio inverted: the
 * blocks were handed out evenly, so the sides are exchangeable.
 */
#include <argp.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lab/cmd_run.h"
#include "lab/commands.h"
#include "lab/exchange/exchange.h"
#include "lab/output.h"
#include "lab/table.h"

struct compare_options {
	const char *arm, *against, *db, *directory, *workload;
	bool run;
	struct run_options run_options;
};

enum { KEY_DB = 256, KEY_DIR, KEY_WORKLOAD, KEY_RUN, KEY_OUT, KEY_ARMS_DIR, KEY_PAIRS };

static const struct argp_option options[] = {
	{ "db", KEY_DB, "FILE", 0, "Database (default: the newest results/*/results.db)", 0 },
	{ "dir", KEY_DIR, "DIR", 0, "Result directory, or one that holds an exported set", 0 },
	{ "workload", KEY_WORKLOAD, "GLOB", 0, "Only these workloads", 0 },
	{ "run", KEY_RUN, NULL, 0, "Measure now instead of reading what is stored", 0 },
	{ "out", KEY_OUT, "DIR", 0, "With --run: result directory", 0 },
	{ "pairs", KEY_PAIRS, "N", 0, "With --run: pairs per cell (default 5)", 0 },
	{ "arms-dir", KEY_ARMS_DIR, "DIR", 0, "With --run: where the bench-* programs are", 0 },
	{ 0 }
};

static error_t parse_argument(struct compare_options *compare, const char *value,
			      struct argp_state *state)
{
	if (state->arg_num == 0)
		compare->arm = value;
	else if (state->arg_num == 1)
		compare->against = value;
	else
		argp_error(state, "two arms, not more: A B");
	return 0;
}

static error_t parse(int key, char *value, struct argp_state *state)
{
	struct compare_options *compare = state->input;

	switch (key) {
	case KEY_DB:
		compare->db = value;
		compare->directory = NULL;
		return 0;
	case KEY_DIR:
		compare->directory = value;
		return 0;
	case KEY_WORKLOAD:
		compare->workload = value;
		return 0;
	case KEY_RUN:
		compare->run = true;
		return 0;
	case KEY_OUT:
		compare->run_options.out = value;
		return 0;
	case KEY_ARMS_DIR:
		compare->run_options.arms_directory = value;
		return 0;
	case KEY_PAIRS:
		return option_number("--pairs", value, 1, 100000, &compare->run_options.pairs) ?
			       0 :
			       EINVAL;
	case ARGP_KEY_ARG:
		return parse_argument(compare, value, state);
	case ARGP_KEY_END:
		if (state->arg_num < 2)
			argp_error(state, "give two arms: A B");
		return 0;
	default:
		return ARGP_ERR_UNKNOWN;
	}
}

static const struct argp argp = {
	options,
	parse,
	"A B",
	"Median ratio of ns per unit, A / B, its spread and n, per cell, from stored pairs. No "
	"verdict.\v" LAB_EXIT_HELP,
	NULL,
	NULL,
	NULL
};

/* Is the arm in the store?  If not, complain with what is. */
static int check_arm(struct store *store, const char *name)
{
	sqlite3_stmt *query = store_query(store,
					  "SELECT DISTINCT b.name FROM arm b JOIN plan l "
					  "ON b.id IN (l.arm, l.baseline)",
					  "");
	struct strings known = { NULL, 0 };
	const char *closest;

	while (query != NULL && sqlite3_step(query) == SQLITE_ROW)
		strings_add(&known, (const char *)sqlite3_column_text(query, 0));
	sqlite3_finalize(query);
	if (strings_contain(&known, name))
		return LAB_OK;
	closest = suggest_name(name, &known);
	lab_error("%s has no arm \"%s\"%s%s%s; it has: %s", store->path, name,
		  closest != NULL ? ", did you mean \"" : "", closest != NULL ? closest : "",
		  closest != NULL ? "\"?" : "", strings_join(&known, ", "));
	return LAB_USAGE;
}

static sqlite3_stmt *pair_query(struct store *store, int64_t cell, const char *arm,
				const char *against)
{
	return store_query(store,
			   "SELECT CASE WHEN b.name = ? THEN p.log_ratio ELSE -p.log_ratio "
			   "END FROM pair p JOIN plan l ON p.plan = l.id JOIN arm a ON "
			   "l.baseline = a.id JOIN arm b ON l.arm = b.id WHERE l.cell = ? AND "
			   "p.log_ratio IS NOT NULL AND ((b.name = ? AND a.name = ?) OR "
			   "(b.name = ? AND a.name = ?))",
			   "sissss", arm, cell, arm, against, against, arm);
}

static bool print_cell(struct store *store, int64_t cell, const char *title,
		       const struct compare_options *compare)
{
	sqlite3_stmt *query = pair_query(store, cell, compare->arm, compare->against);
	double values[4096];
	struct spread logs, ratio;
	size_t count = 0;

	while (count < 4096 && query != NULL && sqlite3_step(query) == SQLITE_ROW)
		values[count++] = sqlite3_column_double(query, 0);
	sqlite3_finalize(query);
	if (count == 0)
		return false;
	logs = spread_of(values, count);
	ratio = spread_as_ratio(&logs);
	printf("%-60s median %.3f  min..max %.3f..%.3f  quartiles %.3f..%.3f  MAD %.1f%%  n %zu\n",
	       title, ratio.median, ratio.min, ratio.max, ratio.quartile1, ratio.quartile3,
	       100 * ratio.mad, ratio.n);
	return true;
}

static int print_cells(struct store *store, const struct compare_options *compare)
{
	const char *pattern = compare->workload != NULL ? compare->workload : "*";
	sqlite3_stmt *query = store_query(store,
					  "SELECT id, workload || ' ' || params || ', ' || "
					  "workers || ' workers, pin ' || pin FROM cell WHERE "
					  "workload GLOB ? ORDER BY id",
					  "s", pattern);
	size_t printed = 0;

	if (query == NULL)
		return LAB_ENVIRONMENT;
	printf("ns per unit, %s / %s, from %s\n", compare->arm, compare->against, store->path);
	while (sqlite3_step(query) == SQLITE_ROW)
		printed += print_cell(store, sqlite3_column_int64(query, 0),
				      (const char *)sqlite3_column_text(query, 1), compare);
	sqlite3_finalize(query);
	if (printed > 0)
		return LAB_OK;
	lab_error("no stored pair of %s with %s in a workload that matches \"%s\"; measure with "
		  "schedlab compare --run %s %s",
		  compare->arm, compare->against, pattern, compare->arm, compare->against);
	return LAB_NO_DATA;
}

static int read_stored(const struct compare_options *compare)
{
	const char *path = compare->db != NULL ? compare->db : output_newest();
	struct store store;
	int status;

	if (compare->directory == NULL && path == NULL) {
		lab_error("no results/*/results.db here; give --dir or --db, or run schedlab run");
		return LAB_NO_DATA;
	}
	status = compare->directory != NULL ? store_open_set(&store, compare->directory) :
					      store_open(&store, path);
	if (status == LAB_OK)
		status = check_arm(&store, compare->arm);
	if (status == LAB_OK)
		status = check_arm(&store, compare->against);
	if (status == LAB_OK)
		status = print_cells(&store, compare);
	store_close(&store);
	return status;
}

int command_compare(int argc, char **argv)
{
	struct compare_options compare = { .run_options = run_options_default() };

	if (argp_parse(&argp, argc, argv, 0, NULL, &compare) != 0)
		return LAB_USAGE;
	if (!compare.run)
		return read_stored(&compare);
	compare.run_options.arms = compare.arm;
	compare.run_options.against = compare.against;
	compare.run_options.workloads = compare.workload;
	compare.run_options.command_line = lab_printf("schedlab compare --run %s %s", compare.arm,
						      compare.against);
	return run_with_options(&compare.run_options);
}
