/* SPDX-License-Identifier: MIT */
/*
 * made_run.h - a run that never was: its plan and pairs, through the lab's own writer.
 *
 * Whatever stands between a database and a verdict is gone through, and as every number is
 * made up, what must come out is known to the last digit.  There are three cells and a few
 * arms; a test says which rows and pairs there are.
 */
#ifndef LAB_TEST_MADE_RUN_H
#define LAB_TEST_MADE_RUN_H

#include <math.h>

#include "lab/run/record.h"
#include "lab/verdict/verdict.h"

/* "spin tasks=100" on 2 workers, the same of counting builds, "burst" on 1 worker. */
enum made_cell { CELL_SPIN, CELL_COUNTING, CELL_BURST, MADE_CELLS };

/* Each of them has a timed and a counting build. */
#define MADE_ARMS 4
extern const char *const made_arms[MADE_ARMS]; /* "old", "new", "third", "fixed": takes no --heap */

/* What is 0 is usual: an unflagged pair of right samples, 10 ns per unit on side A. */
struct made_pair {
	double datum; /* NAN: not completed */
	unsigned int layouts[2];
	int heaps[2];
	const char *flag; /* what it was flagged for */
	double probes[2]; /* before and after, ns; 0: none */
	enum sample_status status[2];
	const char *cause[2];
	const char *rows[2];   /* the object that the sample ended with */
	uint64_t units, ns[2]; /* 100000; 1000000, and what the datum makes of it */
	uint64_t blocks[2][5]; /* ns of each, of 10 units */
	size_t block_count;
};

#define MADE_ROWS 16

struct made_run {
	struct store store;
	struct summary summary;
	struct verdicts verdicts;
	struct arm_set set;
	struct plan plan;
	uint64_t position;
};

/* In memory; no history of A/A trials is known.  A row is added before the plan is written. */
void made_start(struct made_run *made);
void made_claim(struct made_run *made, const char *text);
/* `contrast`: of the last claim, or NULL.  Returns the number of the row. */
size_t made_row(struct made_run *made, enum made_cell cell, const char *baseline, const char *arm,
		enum purpose purpose, unsigned int pairs, const char *contrast);
void made_plan(struct made_run *made);

void made_pairs(struct made_run *made, size_t row, size_t count, struct made_pair pair);
/* A layout A/A row of an arm: `effect` is what layout 1 takes more than layout 0, which makes
 * an envelope of 1.25 times half of it. */
void made_layouts(struct made_run *made, size_t row, double effect);
/* A sample by itself, in mode "exercise" or "isolated". */
void made_single(struct made_run *made, enum made_cell cell, const char *arm, const char *mode,
		 const char *row, uint64_t units);
void made_meta(struct made_run *made, const char *key, const char *value);

/* Reads it back and judges it. */
void made_judge(struct made_run *made);
void made_end(struct made_run *made);

/* The judged row of the plan's row of that number; ends the test if there is none. */
const struct verdict *made_verdict(const struct made_run *made, size_t row);

/* Two arms and what their layouts do: rows 0 (the contrast), 1 (old's layouts), 2 (new's). */
void made_contrast(struct made_run *made, const char *claim, unsigned int pairs);

/* A claim "c" of these contrasts; one is "old" to "new" in spin with a margin of 10 %. */
#define MADE_CLAIM(contrasts) \
	"{\"name\":\"c\",\"title\":\"New beats old\",\"axis\":\"a\",\"says\":\"s\"," \
	"\"source\":\"h\",\"question\":\"q\",\"explains\":\"e\",\"changes_our_mind\":\"m\"," \
	"\"decided_by\":\"timing\",\"contrasts\":[" contrasts "]}"
#define MADE_CONTRAST(name, rest) \
	"{\"name\":\"" name "\",\"a\":\"old\",\"b\":\"new\",\"diff\":\"d\"," \
	"\"workload\":\"spin\",\"margin_percent\":10,\"primary\":true" rest "}"

#endif
