/* SPDX-License-Identifier: MIT */
/*
 * claim.h - what people say about schedulers, in a form that can be decided.
 *
 * One file each, claims/NAME.json:
 *
 * {"name":"lifo", "title":"...", "axis":"lifo",
 *  "says":"the sentence that is tested", "source":"where it stands",
 *  "question":"...", "explains":"...", "changes_our_mind":"...",
 *  "decided_by":"timing" | "counts" | "inspection" | "model check",
 *  "finding":"inspection and model check: what was found, with the place", "holds":false,
 *  "engine":"model check: GenMC 0.10", "bound":"3 threads, 4 pushes", "complete":true,
 *  "subject":"four LIFO slots are", "object":"one",
 *  "margin_reason":"3 %: what nobody would trade code for",
 *  "transfer_margin_percent":5,
 *  "contrasts":[
 *   {"name":"slots4_data4k", "a":"tokio", "b":"tokio+lifo_slots=4",
 *    "workload":"spawn_burst", "params":{"data_kib":4}, "workers":1,
 *    "flavour":"timed", "block_ms":20, "blocks":6,
 *    "primary":true, "role":"carries", "predicts":"faster", "margin_percent":3,
 *    "measure":"ns", "also":["cpu_ns", "switches"],
 *    "exercised":{"metric":"lifo_kept", "per_unit_at_least":0.01},
 *    "needs_cpus":4, "needs":"three or more producers in parallel",
 *    "ablates":"slots4_data64k", "transfers":"tokio-1.51"}]}
 *
 * `axis` is one of schedlab list axes, or a list of them: arms that differ in a knob of another one
 * are refused; "peer" is what only peers differ in.  What a contrast changes is computed from its arms.
 *
 * A contrast is two arms in one cell.  `primary` contrasts are the preregistered
 * family whose words are true together; the others are exploratory.
 *
 * `role` says what a contrast is for.  One that carries the claim must come out as it
 * `predicts` (said of b: faster, slower, equivalent, not slower or not faster) for
 * the claim to hold, and is primary; a control must come out so for any answer
 * to count; one that explores decides nothing and may predict none.  Sets that
 * were stored before there were roles: what is primary and predicts, carries.
 *
 * `measure` (measures/measure.h) is what the two are compared by, time unless it says
 * otherwise; of another one "less", "more", "not less" and "not more" are predicted in place
 * of faster and slower.  What it costs besides is `also` measured: such further measures
 * decide nothing about the claim and have their own margins.
 *
 * "either":true beside the metric asks it of both arms, and one is enough.
 *
 * `margin_percent` is what does not matter, chosen before any run for a practical
 * reason, which `margin_reason` gives.  `transfers` names a contrast of the same claim
 * with real Tokio, which must have the same effect within `transfer_margin_percent`.
 * "`subject` faster than `object`" is how one would say the claim; without them its title.
 * A model check is of our re-implementation, never of Tokio itself.
 * Unknown members are errors: a misspelt margin must not become the default.
 */
#ifndef LAB_CLAIMS_CLAIM_H
#define LAB_CLAIMS_CLAIM_H

#include <jansson.h>

#include "lab/claims/sides.h"
#include "lab/measures/measure.h"

#define TRANSFER_PERCENT_DEFAULT 5.0

enum contrast_role { ROLE_CARRIES, ROLE_CONTROL, ROLE_EXPLORES };
/* "carries", "control", "explores" */
const char *contrast_role_name(enum contrast_role role);

struct contrast {
	const char *claim, *name;
	const char *a, *b; /* arms: baseline, arm */
	const char *diff;  /* computed: what b changes, "lifo_slots 1 -> 4" */
	const char *workload;
	struct strings params; /* "NAME=V" */
	unsigned int workers;  /* 0: one per CPU */
	const char *flavour;   /* "timed", "fault" */
	unsigned int blocks;   /* 0: as the suite says */
	uint64_t block_ns;     /* 0: as the suite says */
	bool primary;
	bool is_same; /* both arms are one program, as somebody wanted (sides.h) */
	enum contrast_role role;
	const struct measure *measure; /* the primary one */
	const struct measure **also;   /* further ones */
	size_t also_count;
	const char *predicts;	/* "faster", "not slower", ..., "none" */
	double margin;		/* fraction: 0.03 is 3 % */
	double transfer_margin; /* the claim's, a fraction */
	const char *metric;  /* of the counting build: was b's mechanism used?  NULL: not asked */
	double metric_least; /* per unit */
	bool metric_either;  /* ... or a's: a change that stops using it has it as well */
	unsigned int needs_cpus;
	const char *needs;     /* why, where needs_cpus is more than one has */
	const char *ablates;   /* the contrast that this one confirms by ablation, or NULL */
	const char *transfers; /* the contrast with real Tokio it must agree with, or NULL */
};

enum decided_by {
	DECIDED_BY_TIMING,
	DECIDED_BY_COUNTS,
	DECIDED_BY_INSPECTION,
	DECIDED_BY_MODEL_CHECK
};
/* As a file says it. */
const char *decided_by_name(enum decided_by decided_by);

struct claim {
	struct strings axes; /* what its arms may differ on; of a stored claim: not known */
	const char *axis;    /* the same in one line, or what a stored one says */
	const char *name, *title, *says, *source, *question, *explains, *changes_our_mind;
	const char *subject, *object; /* both or neither: "four LIFO slots are", "one" */
	const char *margin_reason;    /* NULL: a set stored before reasons were asked for */
	const char *finding;	      /* inspection and model check only */
	bool is_answered,
		holds; /* ... and what it says of the claim; sets older than that: not said */
	const char *engine, *bound; /* model check only */
	bool is_complete;	    /* within the bound */
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
/* NAME below $SCHEDLAB_TRIALS, else below lab/trials of the own tree. */
const char *claims_trial_folder(const char *name);

/* Everything in the directory (NULL: $SCHEDLAB_CLAIMS, else the own tree's)
 * whose name matches; LAB_OK, LAB_USAGE (bad file, no such claim),
 * LAB_ENVIRONMENT. */
int claims_load(struct claim_set *set, const char *directory, const struct strings *names);

/* All of that folder of trials, with the arms of a trial. */
int claims_load_trial(struct claim_set *set, const char *name, const struct sides *sides);

/* From the text kept with results, which may be older than some members; `where` is for
 * complaints. */
int claim_parse(struct claim *claim, const char *text, const char *where);

/* Its arms get the names that `now` gives to those of its set. */
void claim_rename_arms(struct claim *claim, const char *(*now)(const char *stored));

/* Has it a contrast that must agree with one of real Tokio? */
bool claim_transfers(const struct claim *claim);

/* By claim and contrast name; NULL if there is none. */
const struct contrast *claims_contrast(const struct claim_set *set, const char *claim,
				       const char *contrast);

#endif
