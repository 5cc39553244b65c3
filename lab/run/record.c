/* SPDX-License-Identifier: MIT */
/* record.c - see record.h.  All writes of one pair are one transaction. */
#include "lab/run/record.h"

#include <math.h>
#include <stdlib.h>

static bool put_block(struct store *store, int64_t sample, size_t number, const struct block *block)
{
	return store_insert(store,
			    store_query(store, "INSERT INTO block VALUES(?, ?, ?, ?, ?, ?, ?)",
					"iiiiiii", sample, (int64_t)number,
					(int64_t)block->position, (int64_t)block->iterations,
					(int64_t)block->units, (int64_t)block->ns,
					(int64_t)block->cpu_ns)) >= 0;
}

static bool put_sample(struct store *store, int64_t pair, int64_t cell, const char *mode,
		       const char *side, const struct sample *sample)
{
	char *row = sample->row != NULL ? json_dumps(sample->row, JSON_COMPACT) : NULL;
	sqlite3_stmt *statement = store_query(
		store,
		"INSERT INTO sample VALUES(NULL, nullif(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
		"?, ?, nullif(?, -1), ?)",
		"iiiisssissiiiis", pair, cell, store_arm_id(store, sample->arm),
		(int64_t)sample->treatment.layout, mode, side, sample_status_name(sample->status),
		(int64_t)sample_is_red(sample->status), sample->cause, sample->last_state,
		(int64_t)sample->units, (int64_t)sample->ns, (int64_t)sample->cpu_ns,
		sample->switches, row);
	int64_t id = store_insert(store, statement);
	bool done = id >= 0;

	free(row);
	for (size_t i = 0; i < sample->block_count && done; i++)
		done = put_block(store, id, i, &sample->blocks[i]);
	return done;
}

static bool put_readings(struct store *store, int64_t pair, const struct pair_context *context)
{
	bool done = true;

	for (size_t i = 0; i < context->reading_count && done; i++) {
		const struct reading_record *row = &context->readings[i];

		done = store_insert(store,
				    store_query(store,
						"INSERT INTO reading VALUES(?, ?, ?, ?, ?, ?)",
						"isssds", pair, row->moment, row->gate, row->state,
						row->value, row->note)) >= 0;
	}
	for (size_t i = 0; i < context->probe_count && done; i++) {
		const struct probe_record *row = &context->probes[i];

		done = store_insert(store,
				    store_query(store, "INSERT INTO probe VALUES(?, ?, ?, ?, ?)",
						"isiid", pair, row->moment, (int64_t)row->cpu_a,
						(int64_t)row->cpu_b, row->ns)) >= 0;
	}
	return done;
}

/* -1: not varied. */
static int64_t heap_of(const struct sample *sample)
{
	return sample->arm->takes_heap ? sample->treatment.heap : -1;
}

/* A ratio that is not finite is stored as NULL (SQLite has no NaN). */
static int64_t put_pair(struct store *store, const struct plan_row *row, const struct pair *pair,
			const struct pair_context *context)
{
	const struct sample *a = &pair->side[SIDE_A], *b = &pair->side[SIDE_B];
	double datum = pair->complete && isfinite(pair->log_ratio) ? pair->log_ratio : NAN;

	return store_insert(store,
			    store_query(store,
					"INSERT INTO pair VALUES(NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
					"nullif(?, -1), nullif(?, -1))",
					"iiiiiidisii", row->id, (int64_t)context->round,
					(int64_t)context->position, (int64_t)context->seed,
					(int64_t)a->treatment.layout, (int64_t)b->treatment.layout,
					datum, (int64_t)context->flagged, context->flag_reason,
					heap_of(a), heap_of(b)));
}

int record_pair(struct store *store, const struct plan_row *row, const struct cell *cell,
		const struct pair *pair, const struct pair_context *context)
{
	bool done = store_begin(store);
	int64_t id = done ? put_pair(store, row, pair, context) : -1;

	done = done && id >= 0 && put_readings(store, id, context) &&
	       put_sample(store, id, cell->id, "pair", "A", &pair->side[SIDE_A]) &&
	       put_sample(store, id, cell->id, "pair", "B", &pair->side[SIDE_B]);
	return store_commit(store, done);
}

int record_single(struct store *store, const struct cell *cell, const char *mode,
		  const struct sample *sample)
{
	bool done = store_begin(store) && put_sample(store, 0, cell->id, mode, "", sample);

	return store_commit(store, done);
}

int record_host_gate(struct store *store, const struct reading_record *reading)
{
	sqlite3_stmt *statement = store_query(store,
					      "INSERT OR REPLACE INTO host_gate VALUES(?, ?, ?, ?)",
					      "ssds", reading->gate, reading->state, reading->value,
					      reading->note);

	return store_insert(store, statement) >= 0 ? LAB_OK : store_complain(store, "write it");
}
