/* SPDX-License-Identifier: MIT */
/* cmd_compare.c - schedlab compare A B: the verdict on A against B, cell by cell. */
#include <argp.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lab/arms/expression.h"
#include "lab/commands/arguments.h"
#include "lab/commands/cmd_run.h"
#include "lab/commands/commands.h"
#include "lab/commands/output.h"
#include "lab/exchange/exchange.h"
#include "lab/verdict/compare.h"

/* Decides 10 % in one cell in typical noise. */
#define COMPARE_PAIRS 40

struct compare_options {
	const char *arm, *against, *db, *directory, *workload;
	const char *expected; /* a word; NULL: any that is decided */
	struct arguments arguments;
	struct run_now now;
};

enum { KEY_DB = 256, KEY_DIR, KEY_WORKLOAD, KEY_EXPECT };

static const struct argp_option options[] = {
	{ "db", KEY_DB, "FILE", 0, "Database (default: the newest results/*/results.db)", 0 },
	{ "dir", KEY_DIR, "DIR", 0, "Result directory, or a packed set", 0 },
	{ "workload", KEY_WORKLOAD, "GLOB", 0, "Only these workloads", 0 },
	{ "expect", KEY_EXPECT, "VERDICT", 0,
	  "Exit with 0 only if this is shown in every cell: faster, slower, equivalent, not "
	  "slower, "
	  "not faster; or undecided",
	  0 },
	{ 0 }
};

static error_t parse_expected(struct compare_options *compare, const char *value)
{
	static const char *const words[] = { "faster",	   "slower",	"equivalent", "not slower",
					     "not faster", "undecided", NULL };

	if (option_choice("--expect", value, words) < 0)
		return EINVAL;
	compare->expected = value;
	return 0;
}

static error_t parse(int key, char *value, struct argp_state *state)
{
	struct compare_options *compare = state->input;

	switch (key) {
	case ARGP_KEY_INIT:
		state->child_inputs[0] = &compare->now;
		return 0;
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
	case KEY_EXPECT:
		return parse_expected(compare, value);
	default:
		return arguments_parse(&compare->arguments, key, value, state);
	}
}

static const struct argp_child children[] = { { &run_now_argp, 0, NULL, 0 }, { 0 } };

static const struct argp argp = {
	.options = options,
	.parser = parse,
	.args_doc = "A B",
	.doc = "The verdict on A against B in every cell where they were paired: the ratio of ns "
	       "per unit, A / B, with an interval that holds for all cells "
	       "together.\v" LAB_EXIT_HELP,
	.children = children,
};

/* Is the arm in the store?  If not, complain with what is. */
static int check_arm(struct store *store, const char *name)
{
	sqlite3_stmt *query = store_query(store,
					  "SELECT DISTINCT b.name FROM arm b JOIN plan l "
					  "ON b.id IN (l.arm, l.baseline)",
					  "");
	struct strings known = { NULL, 0 };

	while (store_next(query))
		strings_add(&known, (const char *)sqlite3_column_text(query, 0));
	sqlite3_finalize(query);
	if (strings_contain(&known, name))
		return LAB_OK;
	lab_error("%s: %s (schedlab compare --run measures arms that are not there)", store->path,
		  unknown_name("arm", name, &known));
	return LAB_USAGE;
}

/* A verdict that is wanted, or any that is one. */
static int judge_row(const struct compare_options *compare, const struct verdict *row)
{
	if (compare->expected != NULL)
		return verdict_kind_shows(row->kind, compare->expected) ||
				       strcmp(compare->expected, verdict_kind_name(row->kind)) ==
					       0 ?
			       LAB_OK :
			       LAB_UNDECIDED;
	if (row->kind == INVALID)
		return LAB_RED;
	return verdict_kind_is_decided(row->kind) ? LAB_OK : LAB_UNDECIDED;
}

static int print_rows(const struct compare_options *compare, const struct verdicts *comparison)
{
	int worst = LAB_OK;

	if (comparison->provisional != NULL)
		printf("Provisional: %s\n\n", comparison->provisional);
	for (size_t i = 0; i < comparison->count; i++) {
		const struct verdict *row = &comparison->rows[i];
		int status = judge_row(compare, row);

		printf("%s: %s\n", row->word, row->sentence);
		if (worst == LAB_OK || status == LAB_RED)
			worst = status;
	}
	return worst;
}

static int compare_stored(struct store *store, const struct compare_options *compare)
{
	const char *pattern = compare->workload != NULL ? compare->workload : "*";
	struct verdicts comparison;
	struct verdicts verdicts;
	struct summary summary;
	int status = output_judge(&summary, &verdicts, store);

	if (status == LAB_OK)
		status = verdicts_compare(&comparison, &verdicts, &summary, compare->arm,
					  compare->against, pattern);
	if (status != LAB_OK)
		return status;
	if (comparison.count > 0)
		return print_rows(compare, &comparison);
	lab_error("no stored pair of %s with %s in a workload that matches \"%s\"; measure with "
		  "schedlab compare --run %s %s",
		  compare->arm, compare->against, pattern, compare->arm, compare->against);
	return LAB_NO_DATA;
}

static int read_stored(const struct compare_options *compare)
{
	const char *directory = compare->directory;
	struct store store;
	int status;

	if (directory == NULL && compare->db == NULL)
		directory = output_newest();
	if (directory == NULL && compare->db == NULL) {
		lab_error("no results/*/results.db here; give --dir or --db, or run schedlab run");
		return LAB_NO_DATA;
	}
	status = directory != NULL ? store_open_set(&store, directory) :
				     store_open(&store, compare->db);
	if (status == LAB_OK)
		status = check_arm(&store, compare->arm);
	if (status == LAB_OK)
		status = check_arm(&store, compare->against);
	if (status == LAB_OK)
		status = compare_stored(&store, compare);
	store_close(&store);
	return status;
}

/* Reading and measuring have options of their own. */
static int check_together(const struct compare_options *compare)
{
	if (compare->now.run && compare->directory != NULL)
		return option_says_nothing("--dir", "with --run; give --out");
	if (compare->now.run && compare->db != NULL)
		return option_says_nothing("--db", "with --run; give --out");
	return run_now_check(&compare->now);
}

int command_compare(int argc, char **argv)
{
	struct compare_options compare = { .now.options = run_options_default() };
	struct run_options *run = &compare.now.options;
	int status;

	compare.arguments = (struct arguments){ { &compare.arm, &compare.against },
						2,
						"give two arms: A B",
						"two arms, not more: A B" };
	if (argp_parse(&argp, argc, argv, 0, NULL, &compare) != 0 ||
	    check_together(&compare) != LAB_OK)
		return LAB_USAGE;
	compare.arm = arm_name(compare.arm);
	compare.against = arm_name(compare.against);
	if (compare.arm == NULL || compare.against == NULL)
		return LAB_USAGE;
	if (!compare.now.run)
		return read_stored(&compare);
	if (run->request.pairs == 0)
		run->request.pairs = COMPARE_PAIRS;
	run->request.arms = compare.arm;
	run->request.against = compare.against;
	run->request.workloads = compare.workload;
	run->command_line = lab_printf("schedlab compare --run %s %s", compare.arm,
				       compare.against);
	status = run_with_options(run);
	if (status != LAB_OK && status != LAB_RED)
		return status;
	compare.directory = run->out;
	compare.db = NULL;
	return read_stored(&compare);
}
