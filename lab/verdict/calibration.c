/* SPDX-License-Identifier: MIT */
/* calibration.c - see calibration.h. */
#include "lab/verdict/calibration.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lab/base/data.h"
#include "lab/base/out_file.h"
#include "lab/stats/interval.h"
#include "lab/stats/proportion.h"

/* Another schedlab may write at the same time. */
#define BUSY_MS 10000

static bool is_alarm(double *log_ratios)
{
	struct median_interval interval;

	return median_interval(&interval, log_ratios, CALIBRATION_TRIAL_PAIRS, 0.05) == 0 &&
	       interval.exists && (interval.lower > 0 || interval.upper < 0);
}

static void add_row(struct calibration_counts *counts, const struct verdict *row)
{
	double trial[CALIBRATION_TRIAL_PAIRS];
	size_t filled = 0;

	for (size_t i = 0; i < row->pair_count; i++) {
		if (isnan(row->pairs[i].datum) || row->pairs[i].flagged)
			continue;
		counts->pairs++;
		trial[filled++] = row->pairs[i].datum;
		if (filled < CALIBRATION_TRIAL_PAIRS)
			continue;
		counts->trials++;
		counts->alarms += is_alarm(trial);
		filled = 0;
	}
}

struct calibration_counts calibration_of(const struct verdicts *verdicts)
{
	struct calibration_counts counts = { 0, 0, 0 };

	for (size_t i = 0; i < verdicts->count; i++)
		if (verdict_is_aa(&verdicts->rows[i]))
			add_row(&counts, &verdicts->rows[i]);
	return counts;
}

/* ---------------------------------------------------------- the history -- */

/* NULL: nowhere to keep it. */
static const char *history_path(void)
{
	const char *path = getenv("SCHEDLAB_HISTORY"), *state = getenv("XDG_STATE_HOME");
	const char *home = getenv("HOME");

	if (path != NULL)
		return path;
	if (state != NULL && state[0] == '/')
		return lab_printf("%s/schedlab/history.db", state);
	return home != NULL ? lab_printf("%s/.local/state/schedlab/history.db", home) : NULL;
}

static sqlite3 *complain(sqlite3 *db, const char *path)
{
	static const char remedy[] = "point SCHEDLAB_HISTORY to a file that can be written, or "
				     "this run counts alone";

	if (path == NULL)
		lab_error("the history of A/A trials has no place, as HOME is not set; %s", remedy);
	else
		lab_error("the history of A/A trials %s cannot be used (%s); %s", path,
			  db != NULL ? sqlite3_errmsg(db) : "no memory", remedy);
	sqlite3_close(db);
	return NULL;
}

static sqlite3 *open_history(void)
{
	const char *path = history_path();
	sqlite3 *db = NULL;

	if (path == NULL)
		return complain(NULL, NULL);
	make_parents(path);
	if (sqlite3_open(path, &db) != SQLITE_OK)
		return complain(db, path);
	sqlite3_busy_timeout(db, BUSY_MS);
	if (sqlite3_exec(db,
			 "CREATE TABLE IF NOT EXISTS aa(host TEXT, set_id TEXT, pairs INTEGER, "
			 "trials INTEGER, alarms INTEGER, PRIMARY KEY(host, set_id)) WITHOUT ROWID",
			 NULL, NULL, NULL) != SQLITE_OK)
		return complain(db, path);
	return db;
}

static void put(sqlite3 *db, const char *host, const char *set_id, struct calibration_counts counts)
{
	char *sql = sqlite3_mprintf("INSERT OR REPLACE INTO aa VALUES(%Q, %Q, %lld, %lld, %lld)",
				    host, set_id, (long long)counts.pairs, (long long)counts.trials,
				    (long long)counts.alarms);

	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		lab_error("the A/A trials were not kept: %s; see SCHEDLAB_HISTORY",
			  sqlite3_errmsg(db));
	sqlite3_free(sql);
}

static struct calibration_counts sums(sqlite3 *db, const char *host)
{
	struct calibration_counts counts = { 0, 0, 0 };
	sqlite3_stmt *query = NULL;

	sqlite3_prepare_v2(db, "SELECT sum(pairs), sum(trials), sum(alarms) FROM aa WHERE host = ?",
			   -1, &query, NULL);
	sqlite3_bind_text(query, 1, host, -1, SQLITE_TRANSIENT);
	if (sqlite3_step(query) == SQLITE_ROW) {
		counts.pairs = (size_t)sqlite3_column_int64(query, 0);
		counts.trials = (size_t)sqlite3_column_int64(query, 1);
		counts.alarms = (size_t)sqlite3_column_int64(query, 2);
	}
	sqlite3_finalize(query);
	return counts;
}

struct calibration_counts calibration_recall(const char *host_key)
{
	struct calibration_counts counts = { 0, 0, 0 };
	const char *path = history_path();
	sqlite3 *db;

	if (path == NULL || access(path, F_OK) != 0)
		return counts; /* asking makes no history */
	db = open_history();
	if (db != NULL)
		counts = sums(db, host_key);
	sqlite3_close(db);
	return counts;
}

int calibration_remember(struct store *store, const struct verdicts *verdicts)
{
	const char *host = store_meta(store, "host_key"), *set_id = store_meta(store, "set_id");
	struct calibration_counts counts = calibration_of(verdicts);
	sqlite3 *db = open_history();

	if (db != NULL && host != NULL && set_id != NULL) {
		if (counts.pairs > 0)
			put(db, host, set_id, counts);
		counts = sums(db, host);
	}
	sqlite3_close(db);
	return store_put_meta(store, "calibration",
			      lab_printf("%zu %zu %zu", counts.pairs, counts.trials,
					 counts.alarms));
}

/* ------------------------------------------------------------- the word -- */

static const char *verdict_on(const struct calibration *calibration)
{
	if (calibration->sufficient)
		return "sufficient";
	if (calibration->trials < CALIBRATION_TRIALS_LEAST)
		return lab_printf("calibration insufficient on this host: %u trials are needed "
				  "(%s --suite calibrate makes 200)",
				  CALIBRATION_TRIALS_LEAST, data_run());
	return lab_printf(
		"calibration insufficient on this host: the bound must be %.0f %% or less",
		100 * CALIBRATION_HIGH_MOST);
}

void calibration_judge(struct calibration *calibration, const char *host_key,
		       struct calibration_counts counts)
{
	struct proportion rate = { NAN, 0, 1 };

	clopper_pearson(&rate, counts.alarms, counts.trials, 0.05);
	*calibration = (struct calibration){
		.host_key = host_key,
		.pairs = counts.pairs,
		.trials = counts.trials,
		.alarms = counts.alarms,
		.rate = rate.estimate,
		.low = rate.lower,
		.high = rate.upper,
		.sufficient = counts.trials >= CALIBRATION_TRIALS_LEAST &&
			      rate.upper <= CALIBRATION_HIGH_MOST,
	};
	if (counts.trials == 0)
		calibration->state = lab_printf("A/A: no trials yet; %s", verdict_on(calibration));
	else
		calibration->state = lab_printf(
			"A/A: %zu of %zu trials differ, %.1f %% [%.1f, %.1f]; %s", counts.alarms,
			counts.trials, 100 * rate.estimate, 100 * rate.lower, 100 * rate.upper,
			verdict_on(calibration));
}

void calibration_load(struct verdicts *verdicts, struct store *store)
{
	const char *kept = store_meta(store, "calibration"), *host = store_meta(store, "host_key");
	struct calibration_counts then = calibration_of(verdicts), now = { 0, 0, 0 };

	if (kept != NULL)
		sscanf(kept, "%zu %zu %zu", &then.pairs, &then.trials, &then.alarms);
	if (host != NULL)
		now = calibration_recall(host);
	calibration_judge(&verdicts->calibration, host != NULL ? host : "unknown",
			  now.trials > then.trials ? now : then);
	if (now.trials > then.trials)
		verdicts->calibration.state = lab_printf(
			"%s (as known today; %zu trials when it was measured)",
			verdicts->calibration.state, then.trials);
}
