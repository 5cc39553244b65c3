/* SPDX-License-Identifier: MIT */
/* resume.c - see resume.h. */
#include "lab/run/resume.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lab/arms/build.h"
#include "lab/gates/host.h"
#include "lab/gates/host_key.h"
#include "lab_build.h" /* generated: commit */

static void load_cells(struct store *store, struct plan *plan)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT id, workload, params, workers, pin, unit, family, flavour, blocks, "
		"block_ns, iterations, expected_ns, key FROM cell ORDER BY id",
		"");

	while (store_next(query)) {
		struct cell cell = {
			.id = sqlite3_column_int64(query, 0),
			.workload = store_text(query, 1),
			.params_text = store_text(query, 2),
			.workers = (unsigned int)sqlite3_column_int(query, 3),
			.pin = store_text(query, 4),
			.unit = store_text(query, 5),
			.family = store_text(query, 6),
			.flavour = store_text(query, 7),
			.blocks = (unsigned int)sqlite3_column_int(query, 8),
			.block_ns = (uint64_t)sqlite3_column_int64(query, 9),
			.iterations = (uint64_t)sqlite3_column_int64(query, 10),
			.expected_ns = (uint64_t)sqlite3_column_int64(query, 11),
			.key = store_text(query, 12),
		};

		cell.params = params_parse(cell.params_text, &cell.param_count);
		plan->cells = lab_grow(plan->cells, plan->cell_count, sizeof(cell));
		plan->cells[plan->cell_count++] = cell;
	}
	sqlite3_finalize(query);
}

static int load_claims(struct store *store, struct plan *plan)
{
	sqlite3_stmt *query = store_query(store, "SELECT name, text FROM claim ORDER BY name", "");
	struct claim_set *set = &plan->claims;
	int status = LAB_OK;

	while (status == LAB_OK && store_next(query)) {
		set->claims = lab_grow(set->claims, set->count, sizeof(*set->claims));
		status = claim_parse(&set->claims[set->count++], store_text(query, 1), store->path);
	}
	sqlite3_finalize(query);
	return status;
}

static size_t cell_of(const struct plan *plan, int64_t id)
{
	size_t index = 0;

	while (index + 1 < plan->cell_count && plan->cells[index].id != id)
		index++;
	return index;
}

static const struct contrast *contrast_of(const struct plan *plan, const char *claim,
					  const char *contrast)
{
	return claim != NULL && contrast != NULL ? claims_contrast(&plan->claims, claim, contrast) :
						   NULL;
}

static int load_row(struct plan *plan, const struct arm_set *set, sqlite3_stmt *query)
{
	const char *baseline = store_text(query, 2), *arm = store_text(query, 3);
	const char *flavour = store_text(query, 4);
	int purpose = purpose_of(store_text(query, 6));
	struct plan_row row = {
		.id = sqlite3_column_int64(query, 0),
		.cell = cell_of(plan, sqlite3_column_int64(query, 1)),
		.baseline = arm_find(set, baseline, flavour),
		.arm = arm_find(set, arm, flavour),
		.pairs = (unsigned int)sqlite3_column_int(query, 5),
		.purpose = (enum purpose)purpose,
		.contrast = contrast_of(plan, store_text(query, 7), store_text(query, 8)),
		.plant_percent = sqlite3_column_double(query, 9),
		.plant_side = strcmp(store_text(query, 10), "A") == 0 ? SIDE_A : SIDE_B,
		.refused = store_text(query, 11),
		.reds = (unsigned int)sqlite3_column_int(query, 12),
	};

	if (row.baseline == NULL || row.arm == NULL || purpose < 0) {
		lab_error("cannot resume: this schedlab cannot measure the row of %s against %s; "
			  "run anew",
			  arm, baseline);
		return LAB_ENVIRONMENT;
	}
	plan_find_exercise(&row, set);
	plan->rows = lab_grow(plan->rows, plan->row_count, sizeof(row));
	plan->rows[plan->row_count++] = row;
	return LAB_OK;
}

static int load_rows(struct store *store, struct plan *plan, const struct arm_set *set)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT l.id, l.cell, a.name, b.name, b.flavour, l.pairs, l.purpose, l.claim, "
		"l.contrast, l.plant_percent, l.plant_side, l.refused, (SELECT count(*) FROM "
		"sample s WHERE s.red AND s.cell = l.cell AND s.arm IN (l.arm, l.baseline)) "
		"FROM plan l JOIN arm a ON l.baseline = a.id JOIN arm b ON l.arm = b.id "
		"ORDER BY l.id",
		"");
	int status = LAB_OK;

	while (status == LAB_OK && store_next(query))
		status = load_row(plan, set, query);
	sqlite3_finalize(query);
	return status;
}

/* What puts it there again: the build's own folder is filled by schedlab build, any other one by
 * whoever filled it. */
static const char *made_by(struct store *store, const struct arm_set *set, const char *arm,
			   const char *flavour, unsigned int layout)
{
	bool is_timed = strcmp(flavour, "timed") == 0;

	if (strcmp(set->directory, build_programs()) != 0)
		return "put it back, or name its folder with --arms-dir";
	return lab_printf("schedlab build %s%s%s, of commit %s, makes it again",
			  is_timed ? "" : lab_printf("--flavour %s ", flavour),
			  layout > 0 ? "--layouts " : "", arm,
			  store_meta_text(store, "lab_commit"));
}

/* Each program that the plan uses must be the one that was used. */
static int check_program(struct store *store, const struct arm_set *set, sqlite3_stmt *query)
{
	const char *name = store_text(query, 0), *flavour = store_text(query, 1);
	const struct arm_info *arm = arm_find(set, name, flavour);
	unsigned int number = (unsigned int)sqlite3_column_int(query, 2);

	if (arm == NULL || number >= arm->layout_count)
		lab_error("cannot resume: the program of %s (%s, layout %u) is missing in %s: %s; "
			  "or run anew",
			  name, flavour, number, set->directory,
			  made_by(store, set, name, flavour, number));
	else if (strcmp(program_hash(arm->layouts[number].file), store_text(query, 3)) != 0)
		lab_error("cannot resume: %s is not the program that was measured; build commit %s "
			  "again, or run anew",
			  arm->layouts[number].program, store_meta_text(store, "lab_commit"));
	else
		return LAB_OK;
	return LAB_ENVIRONMENT;
}

static int check_programs(struct store *store, const struct arm_set *set)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT a.name, a.flavour, o.number, o.hash FROM layout o JOIN arm a ON o.arm = "
		"a.id WHERE a.id IN (SELECT arm FROM plan UNION SELECT baseline FROM plan)",
		"");
	int status = LAB_OK;

	while (status == LAB_OK && store_next(query))
		status = check_program(store, set, query);
	sqlite3_finalize(query);
	return status;
}

static int check_unfinished(struct store *store)
{
	if (store_number(store, "SELECT count(*) FROM plan") == 0) {
		lab_error("%s: nothing was planned: this run ended before its plan was stored; run "
			  "anew, into another directory",
			  store->path);
		return LAB_NO_DATA;
	}
	if (strstr(store_meta_text(store, "state"), ", finished") == NULL)
		return LAB_OK;
	lab_error("%s: this run is finished, there is nothing to resume; schedlab show prints it",
		  store->path);
	return LAB_USAGE;
}

/* Pairs of two hosts do not belong into one row either. */
static int check_host(struct store *store)
{
	const char *key = store_meta_text(store, "host_key");

	if (key[0] == '\0' || strcmp(key, host_key()) == 0)
		return LAB_OK;
	lab_error(
		"cannot resume: %s was measured on another host (%s, key %s; here: %s, key %s); go "
		"on there, or run anew here",
		store->path, store_meta_text(store, "host_class"), key, host_class(), host_key());
	return LAB_ENVIRONMENT;
}

static void load_settings(struct store *store, struct resumed *resumed)
{
	resumed->suite.name = store_meta_text(store, "suite");
	resumed->suite.title = store_meta_text(store, "title");
	resumed->suite.label = store_meta_text(store, "label");
	resumed->suite.looks = store_meta(store, "looks") != NULL;
	resumed->seed = strtoull(store_meta_text(store, "seed"), NULL, 10);
	resumed->timeout_ns = strtoull(store_meta_text(store, "timeout_ns"), NULL, 10);
	resumed->mimalloc = strncmp(store_meta_text(store, "allocator"), "mimalloc", 8) == 0;
}

int resume_load(struct resumed *resumed, struct store *store, const struct arm_set *set)
{
	struct plan *plan = &resumed->plan;
	int status = check_unfinished(store);

	memset(resumed, 0, sizeof(*resumed));
	if (status == LAB_OK)
		status = check_host(store);
	if (status == LAB_OK)
		status = check_programs(store, set);
	if (status == LAB_OK)
		status = load_claims(store, plan);
	if (status == LAB_OK) {
		load_settings(store, resumed);
		load_cells(store, plan);
		status = load_rows(store, plan, set);
	}
	return status;
}

int resume_note(struct store *store)
{
	const char *before = store_meta(store, "resumed"),
		   *commit = store_meta_text(store, "lab_commit");
	const char *date = time_text("%Y-%m-%dT%H:%M:%S%z");

	if (strcmp(commit, LAB_COMMIT) != 0)
		lab_error("the run was begun by schedlab %s and goes on with %s, on the same "
			  "programs; its provenance says so",
			  commit, LAB_COMMIT);
	return store_put_meta(store, "resumed",
			      lab_printf("%s%s%s by schedlab %s on %s, %s",
					 before != NULL ? before : "", before != NULL ? "; " : "",
					 date, LAB_COMMIT, host_kernel(), host_scheduling()));
}

/* -------------------------------------------------------- what is done -- */

struct done {
	struct store *store;
	const struct plan *plan;
};

/* A pair that Ctrl-C cut is done again. */
static bool pair_is_done(void *arg, size_t row, unsigned int round)
{
	struct done *done = arg;

	sqlite3_stmt *query = store_query(
		done->store,
		"SELECT 1 FROM pair p WHERE p.plan = ? AND p.round = ? AND NOT EXISTS (SELECT 1 "
		"FROM sample s WHERE s.pair = p.id AND s.cause = 'interrupted')",
		"ii", done->plan->rows[row].id, (int64_t)round);

	return store_first_number(query, 0) != 0;
}

static bool alone_is_done(void *arg, const struct work *work)
{
	struct done *done = arg;

	sqlite3_stmt *query = store_query(
		done->store,
		"SELECT 1 FROM sample s JOIN arm a ON s.arm = a.id WHERE s.cell = ? AND s.mode = ? "
		"AND a.name = ? AND s.status != 'cut'",
		"iss", done->plan->cells[done->plan->rows[work->row].cell].id,
		work->kind == WORK_ISOLATED ? "isolated" : "exercise", work->arm->name);

	return store_first_number(query, 0) != 0;
}

struct run_done resume_done(struct store *store, const struct plan *plan)
{
	struct done *done = lab_alloc(sizeof(*done));
	int64_t position = store_number(store, "SELECT ifnull(max(position), -1) + 1 FROM pair");

	done->store = store;
	done->plan = plan;
	return (struct run_done){ pair_is_done, alone_is_done, done, (uint64_t)position };
}
