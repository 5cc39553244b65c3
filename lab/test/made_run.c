/* SPDX-License-Identifier: MIT */
/* made_run.c - see made_run.h. */
#include "made_run.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const made_arms[MADE_ARMS] = { "old", "new", "third", "fixed" };

static void must(bool done, const char *what)
{
	if (done)
		return;
	fprintf(stderr, "made-up run: cannot %s\n", what);
	abort();
}

static void make_arm(struct arm_info *arm, const char *name, const char *flavour)
{
	*arm = (struct arm_info){ .name = name,
				  .kind = "variant",
				  .version = "schedlab",
				  .flavour = flavour,
				  .allocator = "libc",
				  .isa = "x86-64",
				  .takes_heap = strcmp(name, "fixed") != 0,
				  .layout_count = 2 };
	arm->layouts[0].what = "layout as it comes";
	arm->layouts[1].what = lab_printf("%s in another order", name);
	arm->describe = json_object();
}

static void make_cells(struct plan *plan)
{
	plan->cells = lab_alloc(MADE_CELLS * sizeof(*plan->cells));
	plan->cell_count = MADE_CELLS;
	for (size_t i = 0; i < MADE_CELLS; i++)
		plan->cells[i] = (struct cell){
			.workload = i == CELL_BURST ? "burst" : "spin",
			.unit = "task",
			.family = "f",
			.flavour = i == CELL_COUNTING ? "counting" : "timed",
			.params_text = i == CELL_BURST ? "" : "tasks=100",
			.workers = i == CELL_BURST ? 1 : 2,
			.pin = "compact",
			.blocks = 4,
			.block_ns = 1000000,
			.key = lab_printf("cell %zu", i),
		};
}

void made_start(struct made_run *made)
{
	memset(made, 0, sizeof(*made));
	/* Nobody's history of A/A trials counts. */
	must(unsetenv("SCHEDLAB_HISTORY") == 0 && unsetenv("XDG_STATE_HOME") == 0 &&
		     unsetenv("HOME") == 0,
	     "forget a variable");
	must(store_create(&made->store, ":memory:") == LAB_OK, "create the store");
	made->set.arms = lab_alloc(2 * MADE_ARMS * sizeof(*made->set.arms));
	for (size_t i = 0; i < MADE_ARMS; i++) {
		make_arm(&made->set.arms[made->set.count++], made_arms[i], "timed");
		make_arm(&made->set.arms[made->set.count++], made_arms[i], "counting");
	}
	make_cells(&made->plan);
	made->plan.rows = lab_alloc(MADE_ROWS * sizeof(*made->plan.rows));
	made_meta(made, "host_class", "a made-up host");
	made_meta(made, "date", "2026-01-02");
	made_meta(made, "state", "finished");
	made_meta(made, "allocator", "as each arm says");
	made_meta(made, "host_key", "here");
	made_meta(made, "suite", "quick");
}

void made_claim(struct made_run *made, const char *text)
{
	struct claim_set *set = &made->plan.claims;

	set->claims = lab_grow(set->claims, set->count, sizeof(*set->claims));
	must(claim_parse(&set->claims[set->count++], text, "here") == LAB_OK, "read the claim");
}

static const struct contrast *contrast_of(const struct claim_set *set, const char *name)
{
	const struct claim *claim = &set->claims[set->count - 1];

	for (size_t i = 0; i < claim->count; i++)
		if (strcmp(claim->contrasts[i].name, name) == 0)
			return &claim->contrasts[i];
	must(false, "find the contrast");
	return NULL;
}

size_t made_row(struct made_run *made, enum made_cell cell, const char *baseline, const char *arm,
		enum purpose purpose, unsigned int pairs, const char *contrast)
{
	const char *flavour = made->plan.cells[cell].flavour;

	must(made->plan.row_count < MADE_ROWS, "add a row");
	made->plan.rows[made->plan.row_count] = (struct plan_row){
		.cell = cell,
		.baseline = arm_find(&made->set, baseline, flavour),
		.arm = arm_find(&made->set, arm, flavour),
		.pairs = pairs,
		.purpose = purpose,
		.contrast = contrast != NULL ? contrast_of(&made->plan.claims, contrast) : NULL,
	};
	return made->plan.row_count++;
}

void made_plan(struct made_run *made)
{
	must(store_put_plan(&made->store, &made->set, &made->plan) == LAB_OK, "write the plan");
}

void made_meta(struct made_run *made, const char *key, const char *value)
{
	must(store_put_meta(&made->store, key, value) == LAB_OK, "write the facts");
}

/* ----------------------------------------------------------------- pairs -- */

static void make_blocks(struct sample *sample, const struct made_pair *pair, int side)
{
	sample->block_count = pair->block_count;
	sample->blocks = lab_alloc((pair->block_count + 1) * sizeof(*sample->blocks));
	for (size_t i = 0; i < pair->block_count; i++)
		sample->blocks[i] = (struct block){
			.position = i, .iterations = 1, .units = 10, .ns = pair->blocks[side][i]
		};
}

static void make_sample(struct sample *sample, const struct plan_row *row,
			const struct made_pair *pair, int side)
{
	double ns = side == SIDE_A || isnan(pair->datum) ? 1e6 : 1e6 * exp(pair->datum);

	sample->arm = side == SIDE_A ? row->baseline : row->arm;
	sample->treatment.layout = pair->layouts[side];
	sample->treatment.heap = pair->heaps[side];
	sample->status = pair->status[side];
	snprintf(sample->cause, sizeof(sample->cause), "%s",
		 pair->cause[side] != NULL ? pair->cause[side] : "");
	sample->units = pair->units > 0 ? pair->units : 100000;
	sample->ns = pair->ns[side] > 0 ? pair->ns[side] : (uint64_t)llround(ns);
	sample->switches = -1;
	if (pair->rows[side] != NULL) {
		sample->row = json_loads(pair->rows[side], 0, NULL);
		must(sample->row != NULL, "read the row of a sample");
	}
	make_blocks(sample, pair, side);
}

static void put_pair(struct made_run *made, const struct plan_row *row,
		     const struct made_pair *made_up)
{
	struct pair pair = { .complete = !isnan(made_up->datum), .log_ratio = made_up->datum };
	struct probe_record probes[2] = { { "before", 0, 1, made_up->probes[0] },
					  { "after", 0, 1, made_up->probes[1] } };
	struct pair_context context = { .round = (unsigned int)made->position,
					.position = made->position,
					.flagged = made_up->flag != NULL,
					.flag_reason = made_up->flag,
					.probes = probes,
					.probe_count = made_up->probes[0] > 0 ? 2 : 0 };

	made->position++;
	make_sample(&pair.side[SIDE_A], row, made_up, SIDE_A);
	make_sample(&pair.side[SIDE_B], row, made_up, SIDE_B);
	must(record_pair(&made->store, row, &made->plan.cells[row->cell], &pair, &context) ==
		     LAB_OK,
	     "write a pair");
	json_decref(pair.side[SIDE_A].row);
	json_decref(pair.side[SIDE_B].row);
}

void made_pairs(struct made_run *made, size_t row, size_t count, struct made_pair pair)
{
	for (size_t i = 0; i < count; i++)
		put_pair(made, &made->plan.rows[row], &pair);
}

void made_layouts(struct made_run *made, size_t row, double effect)
{
	made_pairs(made, row, 1, (struct made_pair){ .datum = effect, .layouts = { 0, 1 } });
	made_pairs(made, row, 1, (struct made_pair){ .datum = -effect, .layouts = { 1, 0 } });
}

void made_single(struct made_run *made, enum made_cell cell, const char *arm, const char *mode,
		 const char *row, uint64_t units)
{
	struct sample sample = { .arm = arm_find(&made->set, arm, "counting"),
				 .units = units,
				 .ns = 1,
				 .switches = -1,
				 .row = json_loads(row, 0, NULL) };

	must(record_single(&made->store, &made->plan.cells[cell], mode, &sample) == LAB_OK,
	     "write a sample");
	json_decref(sample.row);
}

/* ------------------------------------------------------------ what it says -- */

void made_judge(struct made_run *made)
{
	must(summary_load(&made->summary, &made->store, NULL) == LAB_OK, "read it");
	must(verdicts_load(&made->verdicts, &made->store, &made->summary) == LAB_OK, "judge it");
}

void made_end(struct made_run *made)
{
	store_close(&made->store);
	for (size_t i = 0; i < made->set.count; i++)
		json_decref(made->set.arms[i].describe);
}

const struct verdict *made_verdict(const struct made_run *made, size_t row)
{
	int64_t id = made->plan.rows[row].id;

	for (size_t i = 0; i < made->verdicts.count; i++)
		if (made->verdicts.rows[i].result->plan == id)
			return &made->verdicts.rows[i];
	must(false, "find the row");
	return NULL;
}

void made_contrast(struct made_run *made, const char *claim, unsigned int pairs)
{
	made_start(made);
	made_claim(made, claim);
	made_row(made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, pairs,
		 made->plan.claims.claims[0].contrasts[0].name);
	made_row(made, CELL_SPIN, "old", "old", PURPOSE_AA_LAYOUT, 8, NULL);
	made_row(made, CELL_SPIN, "new", "new", PURPOSE_AA_LAYOUT, 8, NULL);
	made_plan(made);
}
