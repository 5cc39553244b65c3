/* SPDX-License-Identifier: MIT */
/*
 * store_write.c - transactions, and the plan into the store.
 *
 * All writes of one thing stand between BEGIN and COMMIT; the first failure
 * rolls back and is reported once.
 */
#include <stdlib.h>

#include "lab/store/store.h"

bool store_begin(struct store *store)
{
	return sqlite3_exec(store->db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK;
}

int store_commit(struct store *store, bool written)
{
	if (written && sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK)
		return LAB_OK;
	store_complain(store, "write it");
	sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	return LAB_ENVIRONMENT;
}

int64_t store_insert(struct store *store, sqlite3_stmt *statement)
{
	int step = statement != NULL ? sqlite3_step(statement) : SQLITE_ERROR;

	sqlite3_finalize(statement);
	return step == SQLITE_DONE ? sqlite3_last_insert_rowid(store->db) : -1;
}

static bool put_layout(struct store *store, int64_t arm, unsigned int number,
		       const struct arm_layout *layout)
{
	const char *hash = layout->file != NULL ? program_hash(layout->file) : "unreadable";

	return store_insert(store, store_query(store, "INSERT INTO layout VALUES(?, ?, ?, ?)",
					       "iiss", arm, (int64_t)number, layout->what, hash)) >=
	       0;
}

static bool put_arm(struct store *store, const struct arm_info *arm, int64_t id)
{
	char *describe = json_dumps(arm->describe, JSON_COMPACT | JSON_SORT_KEYS);
	bool done = store_insert(
			    store,
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
	cell->id = store_insert(store,
				store_query(store,
					    "INSERT INTO cell VALUES"
					    "(NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
					    "ssissssiiiis", cell->workload, cell->params_text,
					    (int64_t)cell->workers, cell->pin, cell->unit,
					    cell->family, cell->flavour, (int64_t)cell->blocks,
					    (int64_t)cell->block_ns, (int64_t)cell->iterations,
					    (int64_t)cell->expected_ns, cell->key));
	return cell->id >= 0;
}

int64_t store_arm_id(struct store *store, const struct arm_info *arm)
{
	return store_first_number(store_query(store,
					      "SELECT id FROM arm WHERE name = ? AND flavour = ?",
					      "ss", arm->name, arm->flavour),
				  -1);
}

static bool put_row(struct store *store, const struct plan *plan, struct plan_row *row)
{
	const struct contrast *contrast = row->contrast;

	row->id = store_insert(
		store,
		store_query(store,
			    "INSERT INTO plan VALUES"
			    "(NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
			    "iiiisssdss", plan->cells[row->cell].id,
			    store_arm_id(store, row->baseline), store_arm_id(store, row->arm),
			    (int64_t)row->pairs, purpose_name(row->purpose),
			    contrast != NULL ? contrast->claim : NULL,
			    contrast != NULL ? contrast->name : NULL, row->plant_percent,
			    row->plant_side == SIDE_A ? "A" : "B", row->refused));
	return row->id >= 0;
}

static bool put_claim(struct store *store, const struct claim *claim)
{
	return store_insert(store, store_query(store, "INSERT INTO claim VALUES(?, ?)", "ss",
					       claim->name, claim->text)) >= 0;
}

int store_put_plan(struct store *store, const struct arm_set *set, struct plan *plan)
{
	bool done = store_begin(store);

	for (size_t i = 0; i < set->count && done; i++)
		done = put_arm(store, &set->arms[i], (int64_t)i + 1);
	for (size_t i = 0; i < plan->claims.count && done; i++)
		done = put_claim(store, &plan->claims.claims[i]);
	for (size_t i = 0; i < plan->cell_count && done; i++)
		done = put_cell(store, &plan->cells[i]);
	for (size_t i = 0; i < plan->row_count && done; i++)
		done = put_row(store, plan, &plan->rows[i]);
	return store_commit(store, done);
}
