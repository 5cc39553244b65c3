/* SPDX-License-Identifier: MIT */
/*
 * load.c - the rows of a store with their pairs, judged and worded.
 *
 * The regimes of core-to-core latency are split by the probes of the whole run;
 * see stats/regime.h.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lab/arms/expression.h"
#include "lab/stats/regime.h"
#include "lab/store/folder.h"
#include "lab/verdict/calibration.h"
#include "lab/verdict/envelope.h"
#include "lab/verdict/parts.h"

static int load_claims(struct verdicts *verdicts, struct store *store)
{
	sqlite3_stmt *query = store_query(store, "SELECT text FROM claim ORDER BY name", "");
	struct claim_set *set = &verdicts->claims;
	int status = query != NULL ? LAB_OK : LAB_ENVIRONMENT;

	while (status == LAB_OK && store_next(query)) {
		set->claims = lab_grow(set->claims, set->count, sizeof(*set->claims));
		status = claim_parse(&set->claims[set->count++], store_text(query, 0), store->path);
		if (status == LAB_OK && store->is_of_1_53)
			claim_rename_arms(&set->claims[set->count - 1], arm_name_of_1_53);
	}
	sqlite3_finalize(query);
	return status;
}

static const struct result *result_of(const struct summary *summary, int64_t plan)
{
	for (size_t i = 0; i < summary->count; i++)
		if (summary->results[i].plan == plan)
			return &summary->results[i];
	for (size_t i = 0; i < summary->counted_count; i++)
		if (summary->counted[i].plan == plan)
			return &summary->counted[i];
	return NULL;
}

/* What is not set here is worked out later, of every row. */
static struct verdict new_row(const struct verdicts *verdicts, const struct summary *summary,
			      sqlite3_stmt *query)
{
	const char *claim = store_text(query, 2), *contrast = store_text(query, 3);
	const char *side = store_text(query, 5);
	int purpose = purpose_of(store_text(query, 1));
	struct verdict row = {
		.result = result_of(summary, sqlite3_column_int64(query, 0)),
		.purpose = purpose >= 0 ? (enum purpose)purpose : PURPOSE_SCREENING,
		.measure = measure_time(),
		.plant_percent = sqlite3_column_double(query, 4),
		.plant_side = side != NULL && strcmp(side, "A") == 0 ? SIDE_A : SIDE_B,
		.events = NAN,
		.units = NAN,
		.exercised_per_unit = NAN,
	};

	if (claim != NULL && contrast != NULL)
		row.contrast = claims_contrast(&verdicts->claims, claim, contrast);
	if (row.contrast != NULL)
		row.measure = row.contrast->measure;
	return row;
}

static void add_row(struct verdict **rows, size_t *count, const struct verdict *row)
{
	*rows = lab_grow(*rows, *count, sizeof(**rows));
	(*rows)[(*count)++] = *row;
}

/* Of a counting build, and no answer to a contrast by itself. */
static bool is_supplier(const struct verdict *row)
{
	return row->purpose == PURPOSE_FURTHER ||
	       (strcmp(row->result->flavour, "counting") == 0 && row->contrast == NULL);
}

static int load_rows(struct verdicts *verdicts, struct store *store, const struct summary *summary)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT id, purpose, claim, contrast, plant_percent, plant_side FROM plan "
		"ORDER BY id",
		"");

	if (query == NULL)
		return LAB_ENVIRONMENT;
	while (store_next(query)) {
		struct verdict row = new_row(verdicts, summary, query);

		if (row.result == NULL) {
			lab_error("%s is damaged: row %lld of its plan lacks its cell or its arms; "
				  "restore it or run again",
				  store->path, (long long)sqlite3_column_int64(query, 0));
			sqlite3_finalize(query);
			return LAB_ENVIRONMENT;
		}
		if (is_supplier(&row))
			add_row(&verdicts->suppliers, &verdicts->supplier_count, &row);
		else
			add_row(&verdicts->rows, &verdicts->count, &row);
	}
	sqlite3_finalize(query);
	return store_failed() ? LAB_ENVIRONMENT : LAB_OK;
}

/* ---------------------------------------------------------------- pairs -- */

static double median_probe(struct store *store, int64_t pair, const char *moment)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT ns FROM probe WHERE pair = ? AND moment = ? AND ns "
		"IS NOT NULL ORDER BY cpu_a, cpu_b",
		"is", pair, moment);
	double values[16];
	size_t count = 0;

	while (count < 16 && store_next(query))
		values[count++] = sqlite3_column_double(query, 0);
	sqlite3_finalize(query);
	return median_of(values, count);
}

static struct pair_datum load_pair(struct store *store, sqlite3_stmt *query)
{
	int64_t id = sqlite3_column_int64(query, 0);

	return (struct pair_datum){
		.id = id,
		.datum = sqlite3_column_type(query, 1) == SQLITE_NULL ?
				 NAN :
				 sqlite3_column_double(query, 1),
		.flagged = sqlite3_column_int(query, 2) != 0,
		.flag_reason = store_text(query, 3),
		.layout_a = (unsigned int)sqlite3_column_int(query, 4),
		.layout_b = (unsigned int)sqlite3_column_int(query, 5),
		.heap_a = sqlite3_column_int(query, 6),
		.heap_b = sqlite3_column_int(query, 7),
		.probe_ns = { median_probe(store, id, "before"), median_probe(store, id, "after") },
		.regime = REGIME_ONE,
	};
}

static int load_pairs(struct verdict *row, struct store *store)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT id, log_ratio, flagged, flag_reason, layout_a, layout_b, "
		"ifnull(heap_a, -1), ifnull(heap_b, -1) FROM pair WHERE "
		"plan = ? AND NOT EXISTS (SELECT 1 FROM sample s WHERE s.pair = pair.id AND "
		"s.cause "
		"= 'interrupted') ORDER BY position",
		"i", row->result->measured);

	if (query == NULL)
		return LAB_ENVIRONMENT;
	while (store_next(query)) {
		row->pairs = lab_grow(row->pairs, row->pair_count, sizeof(*row->pairs));
		row->pairs[row->pair_count++] = load_pair(store, query);
	}
	sqlite3_finalize(query);
	return LAB_OK;
}

static size_t count_reds(struct store *store, const struct result *result, int64_t arm)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT count(*) FROM sample WHERE red AND cell = ? AND arm "
		"= ?",
		"ii", result->cell, arm);

	return (size_t)store_first_number(query, 0);
}

static const char *first_red(struct store *store, const struct result *result)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT a.name || ' (' || s.status || '): ' || ifnull(s.cause, 'no cause was "
		"given') "
		"FROM sample s JOIN arm a ON s.arm = a.id WHERE s.red AND s.cell = ? AND s.arm IN "
		"(?, ?) ORDER BY s.id",
		"iii", result->cell, result->baseline.id, result->arm.id);

	return store_first_text(query, NULL);
}

double verdict_ns(const struct result *result, enum side side)
{
	const struct spread *ns = &result->sides[side].ns;

	return ns->n > 0 ? ns->median : NAN;
}

static void load_row(struct verdict *row, struct store *store)
{
	row->reds[SIDE_A] = count_reds(store, row->result, row->result->baseline.id);
	row->reds[SIDE_B] = count_reds(store, row->result, row->result->arm.id);
	row->red = first_red(store, row->result);
	row->levels[SIDE_A] = verdict_ns(row->result, SIDE_A);
	row->levels[SIDE_B] = verdict_ns(row->result, SIDE_B);
}

/* The row that answers a contrast with these pairs, which it had measured. */
static const struct verdict *row_of(const struct verdict *rows, size_t count, int64_t plan)
{
	for (size_t i = 0; i < count; i++)
		if (rows[i].result->plan == plan && rows[i].contrast != NULL)
			return &rows[i];
	return NULL;
}

static int load_pairs_of(struct verdict *rows, size_t count, const struct verdicts *verdicts,
			 struct store *store)
{
	int status = LAB_OK;

	for (size_t i = 0; i < count && status == LAB_OK; i++) {
		int64_t measured = rows[i].result->measured;

		if (measured != rows[i].result->plan)
			rows[i].measured_with = row_of(verdicts->rows, verdicts->count, measured);
		if (measured != rows[i].result->plan && rows[i].measured_with == NULL)
			rows[i].measured_with = row_of(verdicts->suppliers,
						       verdicts->supplier_count, measured);
		status = load_pairs(&rows[i], store);
		load_row(&rows[i], store);
	}
	return status;
}

/* Every pair of the run once, in the order of rows and pairs. */
struct all_pairs {
	struct pair_datum **pairs;
	size_t count;
};

static void add_pairs(struct all_pairs *all, struct verdict *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; rows[i].measured_with == NULL && j < rows[i].pair_count; j++) {
			all->pairs = lab_grow(all->pairs, all->count, sizeof(*all->pairs));
			all->pairs[all->count++] = &rows[i].pairs[j];
		}
}

static int bin_regimes(struct verdicts *verdicts)
{
	struct all_pairs all = { NULL, 0 };
	enum regime *regimes;
	double *probes;

	add_pairs(&all, verdicts->rows, verdicts->count);
	verdicts->pairs = all.count;
	add_pairs(&all, verdicts->suppliers, verdicts->supplier_count);
	regimes = lab_alloc((all.count + 1) * sizeof(*regimes));
	probes = lab_alloc((2 * all.count + 1) * sizeof(*probes));
	for (size_t i = 0; i < all.count; i++)
		memcpy(&probes[2 * i], all.pairs[i]->probe_ns, sizeof(all.pairs[i]->probe_ns));
	if (regime_bin(regimes, &verdicts->regime_threshold_ns, probes, all.count) != 0)
		return LAB_ENVIRONMENT;
	for (size_t i = 0; i < all.count; i++)
		all.pairs[i]->regime = (int)regimes[i];
	return LAB_OK;
}

/* Rows that refer to others have theirs. */
static void share_pairs(struct verdict *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (rows[i].measured_with != NULL)
			rows[i].pairs = rows[i].measured_with->pairs;
}

/* Rows, claims, pairs, reds, regimes. */
static int load_store(struct verdicts *verdicts, struct store *store, const struct summary *summary)
{
	int status = load_claims(verdicts, store);

	if (status == LAB_OK)
		status = load_rows(verdicts, store, summary);
	if (status == LAB_OK)
		status = load_pairs_of(verdicts->rows, verdicts->count, verdicts, store);
	if (status == LAB_OK)
		status = load_pairs_of(verdicts->suppliers, verdicts->supplier_count, verdicts,
				       store);
	if (status == LAB_OK)
		status = bin_regimes(verdicts);
	share_pairs(verdicts->rows, verdicts->count);
	share_pairs(verdicts->suppliers, verdicts->supplier_count);
	return status;
}

/* ------------------------------------------------------------------ all -- */

static int load(struct verdicts *verdicts, struct store *store, const struct summary *summary,
		bool measures)
{
	int status;

	memset(verdicts, 0, sizeof(*verdicts));
	status = load_store(verdicts, store, summary);
	if (status == LAB_OK && measures)
		status = verdicts_load_measures(verdicts, store);
	if (status != LAB_OK)
		return status;
	for (size_t i = 0; i < verdicts->count; i++)
		verdict_load_exposure(&verdicts->rows[i], store);
	for (size_t i = 0; i < verdicts->further_count; i++)
		verdict_load_exposure(&verdicts->further[i], store);
	verdicts->looks = store_meta(store, "looks") != NULL;
	verdicts->cut = strstr(folder_state(store), BUDGET_OVER) != NULL;
	verdict_envelopes(verdicts->rows, verdicts->count, verdicts->rows, verdicts->count);
	if (measures)
		verdicts_measure_envelopes(verdicts, store);
	status = verdicts_judge(verdicts);
	if (status != LAB_OK)
		return status;
	calibration_load(verdicts, store);
	verdicts_word(verdicts, summary);
	return LAB_OK;
}

int verdicts_load(struct verdicts *verdicts, struct store *store, const struct summary *summary)
{
	return load(verdicts, store, summary, true);
}

int verdicts_load_time(struct verdicts *verdicts, struct store *store,
		       const struct summary *summary)
{
	return load(verdicts, store, summary, false);
}

static void copy_rows(struct verdict **rows, size_t count)
{
	struct verdict *copy = lab_alloc((count + 1) * sizeof(*copy));

	if (count > 0)
		memcpy(copy, *rows, count * sizeof(*copy));
	*rows = copy;
}

struct verdicts verdicts_copy(const struct verdicts *verdicts)
{
	struct verdicts copy = *verdicts;

	copy_rows(&copy.rows, copy.count);
	copy_rows(&copy.further, copy.further_count);
	return copy;
}

int verdicts_judge_again(struct verdicts *copy, const struct summary *summary)
{
	int status;

	copy->planted_count = 0;
	memset(copy->planted, 0, sizeof(copy->planted));
	status = verdicts_judge(copy);
	if (status == LAB_OK)
		verdicts_word(copy, summary);
	return status;
}
