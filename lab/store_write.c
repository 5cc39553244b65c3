/* SPDX-License-Identifier: MIT */
/*
 * store_write.c - the plan, the pairs and the single samples into the store.
 *
 * All writes of one pair stand between BEGIN and COMMIT; the first failure
 * rolls back and is reported once.
 */
#include <math.h>
#include <stdlib.h>

#include "lab/store.h"

static bool begin(struct store *store)
{
	return sqlite3_exec(store->db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK;
}

static int commit(struct store *store, bool written)
{
	if (written && sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK)
		return LAB_OK;
	lab_error("%s: cannot write: %s; free some disk space or give another --out (what was "
		  "measured before is kept)",
		  store->path, sqlite3_errmsg(store->db));
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

static bool put_arm(struct store *store, const struct arm_info *arm, int64_t id)
{
	char *describe = json_dumps(arm->describe, JSON_COMPACT | JSON_SORT_KEYS);
	bool done = insert(store, store_query(store,
					      "INSERT INTO arm VALUES"
					      "(?, ?, ?, ?, ?, ?, ?, ?, ?)",
					      "issssssss", id, arm->name, arm->flavour, arm->kind,
					      arm->version, arm->allocator, arm->isa, arm->program,
					      describe)) >= 0;

	free(describe);
	return done;
}

static bool put_cell(struct store *store, struct cell *cell)
{
	cell->id = insert(store,
			  store_query(store,
				      "INSERT INTO cell VALUES"
				      "(NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
				      "ssissssiiis", cell->workload, cell->params_text,
				      (int64_t)cell->workers, cell->pin, cell->unit, cell->family,
				      cell->flavour, (int64_t)cell->blocks, (int64_t)cell->block_ns,
				      (int64_t)cell->iterations, cell->key));
	return cell->id >= 0;
}

static int64_t arm_id(struct store *store, const struct arm_info *arm)
{
	sqlite3_stmt *query = store_query(store,
					  "SELECT id FROM arm WHERE name = ? AND "
					  "flavour = ?",
					  "ss", arm->name, arm->flavour);
	int64_t id = -1;

	if (query != NULL && sqlite3_step(query) == SQLITE_ROW)
		id = sqlite3_column_int64(query, 0);
	sqlite3_finalize(query);
	return id;
}

static bool put_row(struct store *store, const struct plan *plan, struct plan_row *row)
{
	row->id = insert(store,
			 store_query(store, "INSERT INTO plan VALUES(NULL, ?, ?, ?, ?, ?)", "iiiis",
				     plan->cells[row->cell].id, arm_id(store, row->baseline),
				     arm_id(store, row->arm), (int64_t)row->pairs, row->refused));
	return row->id >= 0;
}

int store_put_plan(struct store *store, const struct arm_set *set, struct plan *plan)
{
	bool done = begin(store);

	for (size_t i = 0; i < set->count && done; i++)
		done = put_arm(store, &set->arms[i], (int64_t)i + 1);
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
		"INSERT INTO sample VALUES(NULL, nullif(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, "
		"?, ?, nullif(?, -1), ?)",
		"iiisssissiiiis", pair, cell, arm_id(store, sample->arm), mode, side,
		sample_status_name(sample->status), (int64_t)sample_is_red(sample->status),
		sample->cause, sample->last_state, (int64_t)sample->units, (int64_t)sample->ns,
		(int64_t)sample->cpu_ns, sample->switches, row);
	int64_t id = insert(store, statement);
	bool done = id >= 0;

	free(row);
	for (size_t i = 0; i < sample->block_count && done; i++)
		done = put_block(store, id, i, &sample->blocks[i]);
	return done;
}

int store_put_pair(struct store *store, const struct plan_row *row, unsigned int round,
		   uint64_t position, uint64_t seed, const struct pair *pair)
{
	bool valid = pair->complete && isfinite(pair->log_ratio), done = begin(store);
	sqlite3_stmt *statement = store_query(
		store,
		valid ? "INSERT INTO pair VALUES(NULL, ?, ?, ?, ?, ?)" :
			"INSERT INTO pair VALUES(NULL, ?, ?, ?, ?, NULL)",
		valid ? "iiiid" : "iiii", row->id, (int64_t)round, (int64_t)position, (int64_t)seed,
		pair->log_ratio);
	int64_t id = insert(store, statement), cell = -1;
	sqlite3_stmt *query = store_query(store, "SELECT cell FROM plan WHERE id = ?", "i",
					  row->id);

	if (query != NULL && sqlite3_step(query) == SQLITE_ROW)
		cell = sqlite3_column_int64(query, 0);
	sqlite3_finalize(query);
	done = done && id >= 0 && cell >= 0 &&
	       put_sample(store, id, cell, "pair", "A", &pair->side[SIDE_A]) &&
	       put_sample(store, id, cell, "pair", "B", &pair->side[SIDE_B]);
	return commit(store, done);
}

int store_put_single(struct store *store, const struct cell *cell, const char *mode,
		     const struct sample *sample)
{
	bool done = begin(store) && put_sample(store, 0, cell->id, mode, "", sample);

	return commit(store, done);
}
