/* SPDX-License-Identifier: MIT */
/*
 * plan.h - what is to be measured: cells, and in each cell pairs of arms.
 *
 * A cell is a workload with all its parameters, a number of workers, a pin
 * policy and a block length.  A plan row is two arms in a cell.  A request is
 * what a person or a suite asks for; plan_add multiplies it out.  Whether a row
 * can run is decided here as far as descriptions tell, else when it is run.
 */
#ifndef LAB_PLAN_H
#define LAB_PLAN_H

#include "lab/arms/arms.h"
#include "lab/arms/build.h"
#include "lab/base/param.h"
#include "lab/claims/claim.h"

enum side { SIDE_A, SIDE_B }; /* baseline, arm */

/* What a row is measured for. */
enum purpose {
	PURPOSE_PRIMARY,   /* a claim's, in the family the verdicts are corrected over */
	PURPOSE_SECONDARY, /* a claim's, exploratory */
	PURPOSE_SCREENING, /* no claim's: shown, not judged */
	PURPOSE_AA_SAME,   /* one program against itself: must not differ */
	PURPOSE_AA_LAYOUT, /* two layouts of one arm */
	PURPOSE_PLANTED,   /* one program against itself slowed down on purpose */
	PURPOSE_FURTHER	   /* a claim's, by other builds: for measures that its row cannot supply */
};
#define PURPOSES		7u
#define CALIBRATION_TRIAL_PAIRS 6u /* consecutive A/A pairs without a flag */
const char *purpose_name(enum purpose purpose);
/* -1: there is none of that name. */
int purpose_of(const char *name);

struct request {
	struct strings baselines; /* the first that was built is used */
	struct strings arms;	  /* patterns */
	struct strings workloads; /* patterns */
	struct strings filter;	  /* patterns that must match too; empty: all */
	struct strings params;	  /* "NAME=V,V,..." */
	struct strings workers;
	const char *pin;
	unsigned int pairs, blocks;
	uint64_t block_ns, parks_block_ns;
	const char *flavour; /* NULL: "timed", or "fault" where the workload needs it */
	enum purpose purpose;
	double plant_percent; /* PURPOSE_PLANTED */
	double plant_effects; /* ... or so many times the smallest effect that the row can show */
	enum side plant_side;
	const struct contrast *contrast; /* a claim's, or NULL */
	bool strict;			 /* an unknown name is an error, not a note */
};

struct cell {
	const char *workload, *unit, *family, *flavour;
	struct param_value *params; /* all of them, defaults written out */
	size_t param_count;
	const char *params_text; /* "tasks=10000 producers=2" */
	unsigned int workers;
	const char *pin;
	unsigned int blocks;
	uint64_t block_ns;
	const char *key; /* all of the above; unique */
	/* while running */
	uint64_t iterations;  /* per block, for every arm; 0: not calibrated */
	uint64_t expected_ns; /* of one block on the arm that calibrated */
	const char *dead;     /* why nothing can run here, or NULL */
	int64_t id;	      /* in the store */
};

struct plan_row {
	size_t cell;
	const struct arm_info *baseline, *arm;
	/* 0: another contrast measures these arms in this cell, and this one refers to its
	 * pairs (plan_measured). */
	unsigned int pairs;
	enum purpose purpose;
	double plant_percent;
	double plant_effects; /* 0: the percentage is given; else see verdict/promise.h */
	enum side plant_side;
	const struct contrast *contrast; /* or NULL */
	/* The counting builds of the arm, and of the baseline, if the claim asks; or NULL. */
	const struct arm_info *exercise, *exercise_baseline;
	const char *refused; /* "not applicable" because, or NULL */
	/* while running */
	unsigned int reds;
	unsigned int calm; /* pairs that are complete and not flagged */
	bool ended;	   /* it has its word: no more pairs */
	int64_t id;	   /* in the store */
};

struct plan {
	struct cell *cells;
	size_t cell_count;
	struct plan_row *rows;
	size_t row_count;
	struct strings notes; /* what is left out, and why: "arm x, which is not built" */
	struct claim_set claims;
};

struct request request_default(void);

/* As the first arm describes it that has it, which defines its flavour and unit; or NULL. */
const struct workload_info *plan_workload(const struct arm_set *set, const char *name);

/* A note, once. */
void plan_note(struct plan *plan, const char *left_out);

/* Does every name match something?  LAB_USAGE with the complaint made if one does not; of
 * a request that is not strict, arms and workloads become notes of the plan instead (which
 * may be NULL if it is). */
int plan_check_names(struct plan *plan, const struct arm_set *set, const struct request *request);

/* LAB_OK or LAB_USAGE with the complaint made. */
int plan_add(struct plan *plan, const struct arm_set *set, const struct request *request);

/* Two arms in a cell, measured as the request says; not if that is in the plan already.  What
 * two contrasts ask is measured once, with the more pairs of the two. */
void plan_add_row(struct plan *plan, const struct arm_set *set, size_t cell,
		  const struct arm_info *baseline, const struct arm_info *arm,
		  const struct request *request);

/* So many layout A/A pairs of both arms of each row that is judged (`screening`: those count
 * as judged) and has more pairs than that. */
void plan_add_layouts(struct plan *plan, const struct arm_set *set, unsigned int pairs,
		      bool screening);
#define LAYOUT_PAIRS_DEFAULT 24u /* four pairs of each two of four layouts */

/* The counting builds that show whether what the row is about came into play. */
void plan_find_exercise(struct plan_row *row, const struct arm_set *set);

/* The row whose pairs answer this one: itself, or the one it refers to. */
const struct plan_row *plan_measured(const struct plan *plan, const struct plan_row *row);

/* The programs that it runs. */
void plan_wanted(const struct plan *plan, struct wanted *wanted);

/* Pairs that can run, as far as is known; and how long they will take. */
size_t plan_pairs(const struct plan *plan);
uint64_t plan_estimate_ns(const struct plan *plan);

/* Every row of the cell with this arm is "not applicable" from now on. */
void plan_refuse_arm(struct plan *plan, size_t cell, const struct arm_info *arm,
		     const char *reason);

#endif
