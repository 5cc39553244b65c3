/* SPDX-License-Identifier: MIT */
/* run_options.h - the command line of schedlab run (and of compare --run). */
#ifndef LAB_RUN_OPTIONS_H
#define LAB_RUN_OPTIONS_H

#include "lab/base/progress.h"
#include "lab/plan/run_plan.h"
#include "lab/verdict/trial_limits.h"

struct run_options {
	struct run_request request;
	const char *arms_directory, *out, *counts;
	const char *variant; /* the arm of a file that was given, or NULL */
	const char *resume;  /* result directory of a run that was cut short */
	uint64_t timeout_ns, budget_ns;
	int64_t seed;
	bool mimalloc, dry_run, json;
	bool changes_plan; /* an option was given that a run gone on with has fixed already */
	enum progress_mode progress;
	const char *command_line;
	const char *base_about, *head_about; /* what the sides of a trial are, or NULL */
	struct trial_limits limits;	     /* of a trial */
	const char *knob_about;		     /* what models say of the twin's knob, or NULL */
};

struct run_options run_options_default(void);
/* LAB_OK or LAB_USAGE. */
int run_options_parse(struct run_options *options, int argc, char **argv);

#endif
