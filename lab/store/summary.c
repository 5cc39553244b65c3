/* SPDX-License-Identifier: MIT */
/* summary.c - reads pairs and samples back and summarises them; see summary.h. */
#include "lab/store/summary.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lab/plan/pin.h"
#include "lab/store/counts.h"
#include "lab/store/folder.h"

struct numbers {
	double *values; /* malloc'ed */
	size_t count;
};

/* The first column of all rows; NULLs are left out. */
static struct numbers numbers_of(sqlite3_stmt *query)
{
	struct numbers numbers = { NULL, 0 };
	size_t room = 0;

	while (store_next(query)) {
		if (sqlite3_column_type(query, 0) == SQLITE_NULL)
			continue;
		if (numbers.count == room) {
			double *bigger = realloc(numbers.values, (2 * room + 16) * sizeof(double));

			if (bigger == NULL)
				break;
			numbers.values = bigger;
			room = 2 * room + 16;
		}
		numbers.values[numbers.count++] = sqlite3_column_double(query, 0);
	}
	sqlite3_finalize(query);
	return numbers;
}

struct spread summary_spread(sqlite3_stmt *query)
{
	struct numbers numbers = numbers_of(query);
	struct spread spread = spread_of(numbers.values, numbers.count);

	free(numbers.values);
	return spread;
}

static double median_from(sqlite3_stmt *query)
{
	struct spread spread = summary_spread(query);

	return spread.n > 0 ? spread.median : NAN;
}

/* A baseline is summarised over all pairs of its cell, an arm over its row.  A row
 * with a planted slowdown, which may be the baseline's, stands by itself. */
static sqlite3_stmt *side_query(struct store *store, const struct result *result, const char *value,
				bool baseline)
{
	bool over_cell = baseline && result->purpose != PURPOSE_PLANTED;
	const char *sql = lab_printf(
		"SELECT 1.0 * %s / s.units FROM sample s JOIN pair p ON s.pair = p.id "
		"JOIN plan l ON p.plan = l.id WHERE p.log_ratio IS NOT NULL AND s.units > 0 "
		"AND s.side = ? AND %s",
		value,
		over_cell ? "l.cell = ? AND l.baseline = ? AND l.purpose <> 'planted'" :
			    "l.id = ?");

	if (over_cell)
		return store_query(store, sql, "sii", "A", result->cell, result->baseline.id);
	return store_query(store, sql, "si", baseline ? "A" : "B", result->measured);
}

static void load_side(struct store *store, struct result *result, int side)
{
	struct side_summary *summary = &result->sides[side];

	summary->ns = summary_spread(side_query(store, result, "s.ns", side == SIDE_A));
	for (size_t i = 0; i < summary_column_count; i++) {
		const char *value = summary_columns[i].value;

		summary->values[i] = value == NULL ? NAN :
						     median_from(side_query(store, result, value,
									    side == SIDE_A));
	}
}

static void load_arm(struct result_arm *arm, sqlite3_stmt *query, int column)
{
	arm->id = sqlite3_column_int64(query, column);
	arm->name = store_text(query, column + 1);
	arm->version = store_text(query, column + 2);
	arm->flavour = store_text(query, column + 3);
	arm->kind = store_text(query, column + 4);
	arm->allocator = store_text(query, column + 5);
}

static void load_result(struct result *result, sqlite3_stmt *query)
{
	int purpose;

	memset(result, 0, sizeof(*result));
	result->plan = sqlite3_column_int64(query, 0);
	result->cell = sqlite3_column_int64(query, 1);
	result->refused = store_text(query, 2);
	result->workload = store_text(query, 3);
	result->params = store_text(query, 4);
	result->pin = store_text(query, 5);
	result->unit = store_text(query, 6);
	result->flavour = store_text(query, 7);
	result->workers = sqlite3_column_int64(query, 8);
	result->blocks = sqlite3_column_int64(query, 9);
	result->block_ns = sqlite3_column_int64(query, 10);
	result->iterations = sqlite3_column_int64(query, 11);
	result->pairs = sqlite3_column_int64(query, 12);
	load_arm(&result->baseline, query, 13);
	load_arm(&result->arm, query, 19);
	purpose = purpose_of(store_text(query, 25));
	result->purpose = purpose >= 0 ? (enum purpose)purpose : PURPOSE_SCREENING;
	result->measured = sqlite3_column_int64(query, 26);
}

/* The CPUs that the workers of a row have together; 0: no pair is there to tell.  All
 * pairs of a row are placed alike (facts.h), so the first speaks for them. */
static unsigned int worker_cpus(struct store *store, const struct result *result)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT json_extract(row, '$.pin'), coalesce(json_extract(row, '$.host.cpus'), "
		"(SELECT value FROM meta WHERE key = 'cpus')) FROM sample WHERE pair = (SELECT "
		"min(id) FROM pair WHERE plan = ? AND log_ratio IS NOT NULL)",
		"i", result->measured);
	unsigned int fewest = 0;

	while (query != NULL && store_next(query)) {
		const char *text = store_text(query, 0);
		json_t *pin = text != NULL ? json_loads(text, 0, NULL) : NULL;
		unsigned int cpus = pin_cpus(pin, (unsigned)sqlite3_column_int(query, 1));

		json_decref(pin);
		if (cpus > 0 && (fewest == 0 || cpus < fewest))
			fewest = cpus;
	}
	sqlite3_finalize(query);
	return fewest;
}

/* By the list of CPUs, which the kernel was asked about, not by the sample's word for it. */
static void load_placement(struct store *store, struct result *result)
{
	unsigned int cpus = worker_cpus(store, result);

	result->oversubscribed = cpus > 0 && result->workers > cpus;
	result->workers_text = pin_workers_text((unsigned int)result->workers, cpus);
}

/* A contrast without pairs of its own refers to the row that has them (plan.h). */
static const char results_query[] =
	"SELECT l.id, l.cell, ifnull(l.refused, m.refused), c.workload, c.params, c.pin, c.unit, "
	"c.flavour, c.workers, c.blocks, c.block_ns, c.iterations, ifnull(m.pairs, l.pairs), "
	"a.id, a.name, a.version, a.flavour, a.kind, a.allocator, "
	"b.id, b.name, b.version, b.flavour, b.kind, b.allocator, l.purpose, ifnull(m.id, l.id) "
	"FROM plan l JOIN cell c ON l.cell = c.id JOIN arm a ON l.baseline = a.id "
	"JOIN arm b ON l.arm = b.id LEFT JOIN plan m ON m.id = (SELECT id FROM plan WHERE "
	"l.refused IS NULL AND l.pairs = 0 AND pairs > 0 AND cell = l.cell AND baseline = "
	"l.baseline AND arm = l.arm "
	"AND contrast IS NOT NULL ORDER BY refused IS NOT NULL, id LIMIT 1) ORDER BY "
	"(SELECT min(id) FROM cell d WHERE d.workload = c.workload), c.id, a.id, l.id";

static void add_result(struct result **results, size_t *count, const struct result *result)
{
	*results = lab_grow(*results, *count, sizeof(**results));
	(*results)[(*count)++] = *result;
}

static void load_pairs(struct store *store, struct result *result)
{
	struct spread logs = summary_spread(store_query(
		store, "SELECT log_ratio FROM pair WHERE plan = ?", "i", result->measured));

	result->ratio = spread_as_ratio(&logs);
	load_side(store, result, SIDE_A);
	load_side(store, result, SIDE_B);
	load_placement(store, result);
}

static void load_results(struct summary *summary, struct store *store)
{
	sqlite3_stmt *query = store_query(store, results_query, "");

	while (store_next(query)) {
		struct result result;

		load_result(&result, query);
		if (result.flavour != NULL && strcmp(result.flavour, "counting") == 0)
			add_result(&summary->counted, &summary->counted_count, &result);
		else
			add_result(&summary->results, &summary->count, &result);
	}
	sqlite3_finalize(query);
	for (size_t i = 0; i < summary->count; i++)
		load_pairs(store, &summary->results[i]);
	for (size_t i = 0; i < summary->counted_count; i++)
		load_pairs(store, &summary->counted[i]);
}

static void load_reds(struct summary *summary, struct store *store)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT c.workload, c.params, a.name || CASE a.flavour WHEN 'counting' THEN "
		"' (counting)' ELSE '' END, a.version, s.mode, s.status, "
		"s.cause, s.last_state, c.workers FROM sample s JOIN cell c ON s.cell = c.id "
		"JOIN arm a ON s.arm = a.id WHERE s.red ORDER BY s.id",
		"");

	while (store_next(query)) {
		struct red_sample red = { store_text(query, 0),		 store_text(query, 1),
					  store_text(query, 2),		 store_text(query, 3),
					  store_text(query, 4),		 store_text(query, 5),
					  store_text(query, 6),		 store_text(query, 7),
					  sqlite3_column_int64(query, 8) };

		summary->reds = lab_grow(summary->reds, summary->red_count, sizeof(*summary->reds));
		summary->reds[summary->red_count++] = red;
	}
	sqlite3_finalize(query);
}

/* What most flagged pairs were flagged for. */
static const char *usual_flag(struct store *store)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT flag_reason FROM pair WHERE flagged GROUP BY flag_reason ORDER BY "
		"count(*) DESC, flag_reason LIMIT 1",
		"");
	const char *text = store_first_text(query, NULL);

	return text != NULL ? text : "see the gates";
}

static void load_flags(struct summary *summary, struct store *store)
{
	sqlite3_stmt *query = store_query(store,
					  "SELECT count(*), ifnull(sum(p.flagged), 0) FROM pair p "
					  "JOIN plan l ON p.plan = l.id JOIN cell c ON l.cell = "
					  "c.id WHERE c.flavour IS NOT 'counting'",
					  "");
	int64_t pairs = 0, flagged = 0;

	if (store_next(query)) {
		pairs = sqlite3_column_int64(query, 0);
		flagged = sqlite3_column_int64(query, 1);
	}
	sqlite3_finalize(query);
	summary->too_many_flagged = 3 * flagged > pairs;
	summary->flags = lab_printf("%" PRId64 " of %" PRId64 " pairs flagged", flagged, pairs);
	if (summary->too_many_flagged)
		summary->flags = lab_printf("%s: nothing is ranked; repeat it when the machine is "
					    "quiet (%s)",
					    summary->flags, usual_flag(store));
}

void summary_lacks(struct summary *summary, const char *what)
{
	summary->left_out = lab_printf("%s%s%s", summary->left_out,
				       summary->left_out[0] != '\0' ? "; " : "", what);
}

int summary_load(struct summary *summary, struct store *store, const char *counts)
{
	int status = counts != NULL ? counts_import(store, counts) : LAB_OK;

	memset(summary, 0, sizeof(*summary));
	summary->suite = store_meta_text(store, "suite");
	summary->title = store_meta_text(store, "title");
	summary->label = store_meta_text(store, "label");
	summary->state = folder_state(store);
	summary->command = store_meta_text(store, "command");
	summary->date = store_meta_text(store, "date");
	summary->host_class = store_meta_text(store, "host_class");
	summary->seed = store_meta_text(store, "seed");
	summary->allocator = store_meta_text(store, "allocator");
	summary->left_out = store_meta_text(store, "notes");
	summary->tokio = store_meta(store, "tokio_missing");
	load_results(summary, store);
	load_reds(summary, store);
	load_flags(summary, store);
	if (status != LAB_OK)
		summary_lacks(summary,
			      lab_printf("the counts of %s, which could not be read", counts));
	if (counts_apply(summary, store) != LAB_OK)
		return LAB_ENVIRONMENT;
	return status;
}

bool result_has_own_pairs(const struct result *result)
{
	return result->ratio.n > 0 && result->measured == result->plan;
}

const char *result_arm_label(const struct result_arm *arm)
{
	return lab_printf("%s (%.*s)%s%s", arm->name, (int)strcspn(arm->version, ","), arm->version,
			  strcmp(arm->flavour, "timed") == 0 ? "" : " ",
			  strcmp(arm->flavour, "timed") == 0 ? "" : arm->flavour);
}

const char *result_workers(const struct result *result)
{
	return result->oversubscribed ? result->workers_text :
					lab_printf("%" PRId64, result->workers);
}
