/* SPDX-License-Identifier: MIT */
/*
 * store_write.c - the plan, the pairs and the single samples into the store.
 *
 * All writes of one pair stand between BEGIN and COMMIT; the first failure
 * rolls back and is reported once.
 */
#include <math.h>
#include <stdlib.h>

#include "lab/store/store.h"

static bool begin(struct store *store)
{
	return sqlite3_exec(store->db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK;
}

static int commit(struct store *store, bool written)
{
	if (written && sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK)
		return LAB_OK;
	store_complain(store, "write it");
	sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	return LAB_ENVIRONMENT;
}

/* Runs and frees; the id of the new row, or -1. */
static int64_t insert(struct store *store, sqlite3_stmt *statement)
{
	int step = statement != NULL ? sqlite3_step(statement) : SQLITE_ERROR;

	sqlite3_finalize(statement);
	return step == SQLITE_DONE ? sqlite3_last_insert_rowid(store->db) : -1;
}

static bool put_layout(struct store *store, int64_t arm, unsigned int number,
		       const struct arm_layout *layout)
{
	const char *hash = layout->file != NULL ? program_hash(layout->file) : "unreadable";

	return insert(store, store_query(store, "INSERT INTO layout VALUES(?, ?, ?, ?)", "iiss",
					 arm, (int64_t)number, layout->what, hash)) >= 0;
}

static bool put_arm(struct store *store, const struct arm_info *arm, int64_t id)
{
	char *describe = json_dumps(arm->describe, JSON_COMPACT | JSON_SORT_KEYS);
	bool done = insert(store,
			   store_query(store, "INSERT INTO arm VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
				       "isssssss", id, arm->name, arm->flavour, arm->kind,
				       arm->version, arm->allocator, arm->isa, describe)) >= 0;

	free(describe);
	for (unsigned int i = 0; i < arm->layout_count && done; i++)
		done = put_layout(store, id, i, &arm->layouts[i]);
	return done;
}

static bool put_cell(struct store *store, struct cell *cell)
{
	cell->id = insert(store, store_query(store,
					     "INSERT INTO cell VALUES"
					     "(NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
					     "ssissssiiiis", cell->workload, cell->params_text,
					     (int64_t)cell->workers, cell->pin, cell->unit,
					     cell->family, cell->flavour, (int64_t)cell->blocks,
					     (int64_t)cell->block_ns, (int64_t)cell->iterations,
					     (int64_t)cell->expected_ns, cell->key));
	return cell->id >= 0;
}

static int64_t arm_id(struct store *store, const struct arm_info *arm)
{
	sqlite3_stmt *query = store_query(store,
					  "SELECT id FROM arm WHERE name = ? AND "
					  "flavour = ?",
					  "ss", arm->name, arm->flavour);
	int64_t id = -1;

	if (store_next(query))
		id = sqlite3_column_int64(query, 0);
	sqlite3_finalize(query);
	return id;
}

static bool put_row(struct store *store, const struct plan *plan, struct plan_row *row)
{
	const struct contrast *contrast = row->contrast;

	row->id = insert(store,
			 store_query(store,
				     "INSERT INTO plan VALUES"
				     "(NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
				     "iiiisssdss", plan->cells[row->cell].id,
				     arm_id(store, row->baseline), arm_id(store, row->arm),
				     (int64_t)row->pairs, purpose_name(row->purpose),
				     contrast != NULL ? contrast->claim : NULL,
				     contrast != NULL ? contrast->name : NULL, row->plant_percent,
				     row->plant_side == SIDE_A ? "A" : "B", row->refused));
	return row->id >= 0;
}

static bool put_claim(struct store *store, const struct claim *claim)
{
	return insert(store, store_query(store, "INSERT INTO claim VALUES(?, ?)", "ss", claim->name,
					 claim->text)) >= 0;
}

int store_put_plan(struct store *store, const struct arm_set *set, struct plan *plan)
{
	bool done = begin(store);

	for (size_t i = 0; i < set->count && done; i++)
		done = put_arm(store, &set->arms[i], (int64_t)i + 1);
	for (size_t i = 0; i < plan->claims.count && done; i++)
		done = put_claim(store, &plan->claims.claims[i]);
	for (size_t i = 0; i < plan->cell_count && done; i++)
		done = put_cell(store, &plan->cells[i]);
	for (size_t i = 0; i < plan->row_count && done; i++)
		done = put_row(store, plan, &plan->rows[i]);
	return commit(store, done);
}

static bool put_block(struct store *store, int64_t sample, size_t number, const struct block *block)
{
	return insert(store,
		      store_query(store, "INSERT INTO block VALUES(?, ?, ?, ?, ?, ?, ?)", "iiiiiii",
				  sample, (int64_t)number, (int64_t)block->position,
				  (int64_t)block->iterations, (int64_t)block->units,
				  (int64_t)block->ns, (int64_t)block->cpu_ns)) >= 0;
}

static bool put_sample(struct store *store, int64_t pair, int64_t cell, const char *mode,
		       const char *side, const struct sample *sample)
{
	char *row = sample->row != NULL ? json_dumps(sample->row, JSON_COMPACT) : NULL;
	sqlite3_stmt *statement = store_query(
		store,
		"INSERT INTO sample VALUES(NULL, nullif(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
		"?, ?, nullif(?, -1), ?)",
		"iiiisssissiiiis", pair, cell, arm_id(store, sample->arm),
		(int64_t)sample->treatment.layout, mode, side, sample_status_name(sample->status),
		(int64_t)sample_is_red(sample->status), sample->cause, sample->last_state,
		(int64_t)sample->units, (int64_t)sample->ns, (int64_t)sample->cpu_ns,
		sample->switches, row);
	int64_t id = insert(store, statement);
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
		const struct reading_row *row = &context->readings[i];

		done = insert(store,
			      store_query(store, "INSERT INTO reading VALUES(?, ?, ?, ?, ?, ?)",
					  "isssds", pair, row->moment, row->gate, row->state,
					  row->value, row->note)) >= 0;
	}
	for (size_t i = 0; i < context->probe_count && done; i++) {
		const struct probe_row *row = &context->probes[i];

		done = insert(store, store_query(store, "INSERT INTO probe VALUES(?, ?, ?, ?, ?)",
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

	return insert(store, store_query(store,
					 "INSERT INTO pair VALUES(NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
					 "nullif(?, -1), nullif(?, -1))",
					 "iiiiiidisii", row->id, (int64_t)context->round,
					 (int64_t)context->position, (int64_t)context->seed,
					 (int64_t)a->treatment.layout, (int64_t)b->treatment.layout,
					 datum, (int64_t)context->flagged, context->flag_reason,
					 heap_of(a), heap_of(b)));
}

int store_put_pair(struct store *store, const struct plan_row *row, const struct cell *cell,
		   const struct pair *pair, const struct pair_context *context)
{
	bool done = begin(store);
	int64_t id = done ? put_pair(store, row, pair, context) : -1;

	done = done && id >= 0 && put_readings(store, id, context) &&
	       put_sample(store, id, cell->id, "pair", "A", &pair->side[SIDE_A]) &&
	       put_sample(store, id, cell->id, "pair", "B", &pair->side[SIDE_B]);
	return commit(store, done);
}

int store_put_single(struct store *store, const struct cell *cell, const char *mode,
		     const struct sample *sample)
{
	bool done = begin(store) && put_sample(store, 0, cell->id, mode, "", sample);

	return commit(store, done);
}
