/* SPDX-License-Identifier: MIT */
/*
 * suite.h - named plans, as data: lab/suites/NAME.json.
 *
 * {"name":"smoke", "title":"...", "label":"...", "budget_s":50,
 *  "defaults":{"workers":[2], "pin":"compact", "pairs":2, "blocks":4,
 *              "block_ms":4, "parks_block_ms":12},
 *  "rows":[{"baseline":["tokio-bare","tokio"], "arms":["null"],
 *           "workloads":["spawn_local"], "params":{"producers":[1,2]}, ...}]}
 *
 * A row may override any default.  What a row names and is not built becomes a
 * note of the plan, not an error.
 *
 * "claims":{"names":["*"], "primary":{"pairs":40}, "secondary":{"pairs":6},
 * "further":{"pairs":30}} adds the contrasts of claims/; the three objects hold what a row may
 * hold, the last one for pairs of builds that only supply further measures.  A row's "purpose"
 * is screening (the default), A/A, layout A/A or planted; planted rows say
 * "plant_percent" and "plant_side" (A is the baseline).
 *
 * "trial":"NAME": the claims are those of lab/trials/NAME, and "base" and "head" stand for the
 * arms of --base and --head, in the rows as well (lab/claims/sides.h).
 * A planted row may say "plant_effects":2 in place of "plant_percent": so many times the smallest
 * effect that it can show.
 *
 * "layout_pairs":24 (the default) is how many layout A/A pairs both arms of each judged
 * row of more pairs get in its cell; 0: none.  "until_trials":200 ends the run when so many
 * A/A trials (verdict/calibration.h) are complete that no gate flagged, however they came
 * out: the rate is then what it is.  "looks":true ends a primary row as soon as its word
 * is final; its pairs are then the most that it gets.
 */
#ifndef LAB_SUITE_H
#define LAB_SUITE_H

#include "lab/plan/claims_plan.h"

struct suite {
	const char *path; /* the file; NULL: asked for on the command line */
	const char *name;
	const char *title;
	const char *label;  /* shown with every result */
	uint64_t budget_ns; /* no new pair is started later; 0: no limit */
	struct request *requests;
	size_t count;
	struct strings claims;	    /* patterns; none: no claims */
	const char *trial;	    /* of two sides named when it is measured; or NULL */
	struct claim_requests from; /* what their contrasts start from ... */
	bool measures_claims;	    /* ... if the suite says so */
	unsigned int layout_pairs;  /* plan_add_layouts() */
	bool looks;		    /* primary rows end with their word (verdict/look.h) */
	unsigned int until_trials;  /* A/A trials after which it is done; 0: all pairs */
};

/* By name, or by path if `name` has a slash or ends in .json.  `directory` NULL:
 * $SCHEDLAB_SUITES, else the own tree's (data.h).  LAB_OK, LAB_USAGE, LAB_ENVIRONMENT. */
int suite_load(struct suite *suite, const char *name, const char *directory);
/* Those of the folder, by name. */
int suite_names(const char *directory, struct strings *names);

#endif
