/* SPDX-License-Identifier: MIT */
/* fake_results.c - the store and the summary; see fake_results.h. */
#include "fake_results.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fake_verdicts.h"

#define PAIRS 12

struct fake_cell {
	const char *workload, *params, *unit, *flavour;
	int64_t workers;
	bool latency;
};

static const struct fake_cell cells[] = {
	{ "spawn_burst", "children=4 parent_kib=4", "task", "timed", 1, false },
	{ "spawn_burst", "children=4 parent_kib=4", "task", "timed", 2, false },
	{ "remote_spawn", "producers=1 tasks=12800 completion=0", "task", "timed", 2, false },
	{ "remote_spawn", "producers=2 tasks=12800 completion=0", "task", "timed", 2, false },
	{ "remote_spawn", "producers=4 tasks=12800 completion=0", "task", "timed", 2, false },
	{ "remote_spawn", "producers=8 tasks=12800 completion=0", "task", "timed", 2, false },
	{ "inject_latency", "probes=1000 load=0", "probe", "timed", 2, true },
	{ "stalled_thief", "hold_us=10 tasks=20000", "task", "fault", 2, true },
	{ "stalled_thief", "hold_us=100 tasks=20000", "task", "fault", 2, true },
	{ "stalled_thief", "hold_us=1000 tasks=20000", "task", "fault", 2, true },
};

#define CELLS (sizeof(cells) / sizeof(cells[0]))
#define ARMS  4

/* Each cell has a row for each arm but the first, which is the baseline. */
static const char *arm_name(enum fake_kind kind, size_t arm)
{
	static const char *const names[ARMS] = { "tokio", "tokio_lifo4", "tokio_inject_shards8",
						 "tokio-bare" };

	return kind == FAKE_HOSTILE_SET && arm == 2 ? FAKE_HOSTILE : names[arm];
}

static void must(bool done, const char *what)
{
	if (done)
		return;
	fprintf(stderr, "fake results: cannot %s\n", what);
	abort();
}

/* Runs a statement that returns nothing. */
static void put(sqlite3_stmt *statement)
{
	must(statement != NULL && sqlite3_step(statement) == SQLITE_DONE, "write");
	sqlite3_finalize(statement);
}

static void put_meta(struct store *store, enum fake_kind kind, const char *host_key)
{
	bool hostile = kind == FAKE_HOSTILE_SET;
	const char *const facts[][2] = {
		{ "suite", "quick" },
		{ "title", hostile ? FAKE_HOSTILE : "headline claims, preregistered" },
		{ "label", hostile ? FAKE_HOSTILE : "" },
		{ "state", "finished" },
		{ "command", hostile ? FAKE_HOSTILE : "schedlab run --suite quick" },
		{ "date", "2026-11-24T12:00:00+0000" },
		{ "host_class", "AMD EPYC, 2 CPUs, virtual machine" },
		{ "kernel", "Linux 6.1.0 x86_64" },
		{ "seed", "1" },
		{ "allocator", "as each arm says" },
		{ "notes", hostile ? FAKE_HOSTILE : "" },
		{ "ledger", "# comment\nrmw\tping_pong\toneshot weak count\t-2.000\t"
			    "ours has no weak references\n" },
		{ hostile ? FAKE_HOSTILE : "governor", hostile ? FAKE_HOSTILE : "none" },
		{ "host_key", host_key },
	};

	for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++)
		if (facts[i][1] != NULL)
			must(store_put_meta(store, facts[i][0], facts[i][1]) == LAB_OK, "write");
}

static void put_gates(struct store *store, enum fake_kind kind)
{
	const char *note = kind == FAKE_HOSTILE_SET ? FAKE_HOSTILE : "";

	put(store_query(store, "INSERT INTO host_gate VALUES('smt', 'pass', 0, 'off')", ""));
	put(store_query(store, "INSERT INTO host_gate VALUES('turbo', 'unknown', NULL, ?)", "s",
			note));
	put(store_query(store, "INSERT INTO host_gate VALUES('governor', 'breached', 1, ?)", "s",
			kind == FAKE_HOSTILE_SET ? note : "powersave"));
	put(store_query(store, "INSERT INTO host_gate VALUES(?, 'breached', 1, ?)", "ss",
			kind == FAKE_HOSTILE_SET ? FAKE_HOSTILE : "no-such-gate", note));
	put(store_query(store,
			"INSERT INTO reading SELECT id, 'before', 'steal', "
			"iif(flagged, 'breached', 'pass'), 3.1, '' FROM pair",
			""));
	put(store_query(store,
			"INSERT INTO reading SELECT id, 'during', 'foreign-load', 'unknown', "
			"NULL, '' FROM pair",
			""));
	put(store_query(store,
			"INSERT INTO probe SELECT id, 'before', 0, 1, 30 + id % 70 FROM pair", ""));
}

static void put_arms(struct store *store, enum fake_kind kind)
{
	for (size_t i = 0; i < ARMS; i++) {
		bool peer = i == 3;

		for (int fault = 0; fault < 2; fault++)
			put(store_query(
				store, "INSERT INTO arm VALUES(?, ?, ?, ?, ?, ?, 'x86-64', '{}')",
				"isssss", (int64_t)(2 * i + (size_t)fault + 1), arm_name(kind, i),
				fault ? "fault" : "timed", peer ? "peer" : "variant",
				peer ? "tokio 1.53.1, rustc 1.95" : "schedlab",
				peer ? "Rust's System" : "libc"));
	}
}

static const char *sample_row(const struct fake_cell *cell, size_t arm)
{
	size_t scale = 100 * (arm + 1);

	if (strcmp(cell->workload, "remote_spawn") == 0)
		return lab_printf("{\"extras\":{\"open_waits\":{\"value\":%zu,\"unit\":\"task\"}}}",
				  scale);
	if (!cell->latency)
		return "{}";
	if (arm == 2 && strcmp(cell->workload, "inject_latency") == 0) /* nobody's wait ended */
		return "{\"latency\":{\"count\":0,\"sum_ns\":0,\"max_ns\":0,\"buckets\":[]}}";
	return lab_printf("{\"latency\":{\"count\":1110,\"max_ns\":%zu,\"buckets\":"
			  "[[%zu,500],[%zu,400],[%zu,100],[%zu,100],[%zu,9],[%zu,1]]},\"extras\":{"
			  "\"pops_during_steal\":{\"value\":%zu,\"unit\":\"pop\"}}}",
			  900 * scale, scale, 2 * scale, 3 * scale, 8 * scale, 90 * scale,
			  800 * scale, scale);
}

static void put_sample(struct store *store, size_t cell, size_t arm, int64_t pair, double ns,
		       bool red)
{
	bool fault = strcmp(cells[cell].flavour, "fault") == 0;
	const int64_t units = 100000;

	put(store_query(store,
			"INSERT INTO sample VALUES(NULL, ?, ?, ?, 0, 'pair', ?, ?, ?, ?, ?, ?, ?, "
			"?, ?, ?)",
			"iiississiiiis", pair, (int64_t)cell + 1,
			(int64_t)(2 * arm + (size_t)fault + 1), arm == 0 ? "A" : "B",
			red ? "wrong" : "ok", (int64_t)red, red ? FAKE_HOSTILE : "",
			red ? "worker 0: parked\n" FAKE_HOSTILE "\n```\nworker 1: running\n" : "",
			units, (int64_t)((double)units * ns), (int64_t)((double)units * ns * 1.7),
			(int64_t)(200 + 10 * arm), sample_row(&cells[cell], arm)));
}

/* A small, even scatter that depends on nothing but its arguments. */
static double scatter(size_t cell, size_t arm, size_t pair, unsigned int seed)
{
	size_t mixed = (cell * 7 + arm * 13 + pair * 29 + seed * 17) * 2654435761u % 1000;

	return ((double)mixed - 500) * 1e-4;
}

static void put_row(struct store *store, enum fake_kind kind, size_t cell, size_t arm,
		    unsigned int seed)
{
	bool fault = strcmp(cells[cell].flavour, "fault") == 0;
	bool refused = kind == FAKE_HOSTILE_SET && arm == 3 && fault;
	bool red = kind == FAKE_HOSTILE_SET && arm == 2 && cell == 1;
	int64_t plan;

	put(store_query(store,
			"INSERT INTO plan VALUES(NULL, ?, ?, ?, ?, 'screening', NULL, NULL, NULL, "
			"'B', ?)",
			"iiiis", (int64_t)cell + 1, (int64_t)fault + 1,
			(int64_t)(2 * arm + (size_t)fault + 1), (int64_t)PAIRS,
			refused ? "it has no fault build" : NULL));
	plan = sqlite3_last_insert_rowid(store->db);
	for (size_t pair = 0; pair < PAIRS && !refused; pair++) {
		double base = 100 + 60 * (double)cell + 4 * (double)(pair % 3);
		double log_ratio = 0.08 * ((double)arm - 2) + scatter(cell, arm, pair, seed);
		int64_t flagged = kind == FAKE_HOSTILE_SET ? pair % 2 : pair == 5;
		int64_t id;

		put(store_query(store,
				"INSERT INTO pair VALUES(NULL, ?, ?, ?, 1, 0, 0, ?, ?, ?, "
				"NULL, NULL)",
				"iiidis", plan, (int64_t)pair, (int64_t)pair, red ? NAN : log_ratio,
				flagged, flagged ? "before: steal 3.1 %" : ""));
		id = sqlite3_last_insert_rowid(store->db);
		put_sample(store, cell, 0, id, base, false);
		put_sample(store, cell, arm, id, base * exp(log_ratio), red);
	}
}

static void put_cells(struct store *store, enum fake_kind kind, unsigned int seed)
{
	for (size_t i = 0; i < CELLS; i++) {
		const struct fake_cell *cell = &cells[i];

		put(store_query(store,
				"INSERT INTO cell VALUES(?, ?, ?, ?, 'compact', ?, 'family', ?, 8, "
				"20000000, 10, 0, ?)",
				"ississs", (int64_t)i + 1, cell->workload, cell->params,
				cell->workers, cell->unit, cell->flavour,
				lab_printf("cell %zu", i)));
		for (size_t arm = 1; arm < ARMS; arm++)
			put_row(store, kind, i, arm, seed);
	}
}

void fake_set_make(struct fake_set *set, const char *directory, enum fake_kind kind,
		   unsigned int seed, const char *host_key)
{
	struct store *store = &set->store;

	memset(set, 0, sizeof(*set));
	set->directory = lab_strdup(directory);
	must(store_create(store, lab_printf("%s/results.db", directory)) == LAB_OK, "create");
	must(sqlite3_exec(store->db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK, "begin");
	put_meta(store, kind, host_key);
	if (kind != FAKE_EMPTY) {
		put_arms(store, kind);
		put_cells(store, kind, seed);
		put_gates(store, kind);
	}
	must(sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK, "commit");
	must(summary_load(&set->summary, store, NULL) == LAB_OK, "load");
	if (kind == FAKE_EMPTY)
		must(verdicts_load(&set->verdicts, store, &set->summary) == LAB_OK, "judge");
	else
		fake_verdicts_make(&set->verdicts, &set->summary, kind, seed);
}

void fake_set_close(struct fake_set *set)
{
	store_close(&set->store);
}
