/* SPDX-License-Identifier: MIT */
/*
 * claim.h - what people say about schedulers, in a form that can be decided.
 *
 * One file each, claims/NAME.json:
 *
 * {"name":"lifo", "title":"...", "axis":"LIFO slots",
 *  "says":"the sentence that is tested", "source":"where it stands",
 *  "question":"...", "explains":"...", "changes_our_mind":"...",
 *  "decided_by":"timing" | "counts" | "inspection",
 *  "finding":"inspection only: what the source says, with the place",
 *  "contrasts":[
 *   {"name":"slots4_data4k", "a":"tokio", "b":"tokio_lifo4",
 *    "diff":"SCHED_LIFO_SLOTS 1 -> 4",
 *    "workload":"spawn_burst", "params":{"data_kib":4}, "workers":1,
 *    "flavour":"timed", "block_ms":20, "blocks":6,
 *    "primary":true, "predicts":"faster", "margin_percent":10,
 *    "exercised":{"metric":"lifo_kept", "per_unit_at_least":0.01},
 *    "needs_cpus":4, "needs":"three or more producers in parallel",
 *    "ablates":"slots4_data64k", "transfers":"tokio-1.51"}]}
 *
 * A contrast is two arms in one cell.  `primary` contrasts are the preregistered
 * family that the verdicts are corrected over; the others are exploratory.
 * `predicts` is faster, slower, equivalent or none, said of b.  `margin_percent`
 * is the margin of equivalence.  Counts decide by `metric` in the same way.
 * Unknown members are errors: a misspelt margin must not become the default.
 */
#ifndef LAB_CLAIMS_CLAIM_H
#define LAB_CLAIMS_CLAIM_H

#include <jansson.h>

#include "lab/lab.h"

struct contrast {
	const char *claim, *name;
	const char *a, *b; /* arms: baseline, arm */
	const char *diff;  /* one line: what b changes */
	const char *workload;
	struct strings params; /* "NAME=V" */
	unsigned int workers;  /* 0: one per CPU */
	const char *flavour;   /* "timed", "fault" */
	unsigned int blocks;   /* 0: as the suite says */
	uint64_t block_ns;     /* 0: as the suite says */
	bool primary;
	const char *predicts; /* "faster", "slower", "equivalent", "none" */
	double margin;	      /* fraction: 0.1 is 10 % */
	const char *metric;   /* of the counting build: was b's mechanism used?  NULL: not asked */
	double metric_least;  /* per unit */
	unsigned int needs_cpus;
	const char *needs;     /* why, where needs_cpus is more than one has */
	const char *ablates;   /* the contrast that this one confirms by ablation, or NULL */
	const char *transfers; /* the contrast with real Tokio it must agree with, or NULL */
};

enum decided_by { DECIDED_BY_TIMING, DECIDED_BY_COUNTS, DECIDED_BY_INSPECTION };

struct claim {
	const char *name, *title, *axis, *says, *source, *question, *explains, *changes_our_mind;
	const char *finding; /* inspection only */
	enum decided_by decided_by;
	struct contrast *contrasts;
	size_t count;
	const char *text; /* the file as it is; kept with the results */
};

struct claim_set {
	struct claim *claims; /* by name */
	size_t count;
};

/* $SCHEDLAB_CLAIMS, else the own tree's; NULL with the complaint made. */
const char *claims_default_folder(void);

/* Everything in the directory (NULL: $SCHEDLAB_CLAIMS, else the own tree's)
 * whose name matches; LAB_OK, LAB_USAGE (bad file, no such claim),
 * LAB_ENVIRONMENT. */
int claims_load(struct claim_set *set, const char *directory, const struct strings *names);

/* From text, e.g. as kept with results; `where` is for complaints. */
int claim_parse(struct claim *claim, const char *text, const char *where);

/* By claim and contrast name; NULL if there is none. */
const struct contrast *claims_contrast(const struct claim_set *set, const char *claim,
				       const char *contrast);

#endif
