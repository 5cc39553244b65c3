/* SPDX-License-Identifier: MIT */
/* trial_words.h - the outcomes of a trial in the words of trial.md. */
#ifndef LAB_REPORT_TRIAL_WORDS_H
#define LAB_REPORT_TRIAL_WORDS_H

#include "lab/verdict/trial.h"

/* "2 outcomes are worse: burst_500us (voluntary switches), ...", with both sides. */
const char *trial_headline(const struct trial *trial);

/* "burst_500us, 4 workers" */
const char *trial_cell_text(const struct verdict *row);
/* "1.31", per unit of work; "-" if it is not known. */
const char *trial_level_text(const struct verdict *row, enum side side);

/* Of one outcome in its cell: "burst_500us"; "spawn_local +1.2 %", how much worse it is at most;
 * "fan_out -3.0 % to +6.1 %, about 80 more pairs".  Ends of intervals are rounded outwards. */
typedef const char *(*trial_text)(const struct trial_outcome *outcome);
const char *trial_name_text(const struct trial_outcome *outcome);
const char *trial_bound_text(const struct trial_outcome *outcome);
const char *trial_range_text(const struct trial_outcome *outcome);

/* All of one standing, by outcome: "ns: spawn_local ..., ping_pong ...; voluntary switches: ...". */
const char *trial_list(const struct trial *trial, enum trial_standing standing, trial_text text);

/* What callgrind counted, cell by cell where the two differ. */
const char *trial_ledger_text(const struct trial *trial);

/* Outcomes and cells that nobody measured, and what the plan left out; "" if there is none. */
const char *trial_absent_text(const struct trial *trial, const struct summary *summary);

/* Of each row of the twin "ping_pong 1.02 [...]: agrees with Tokio", and what is known of the knob. */
const char *trial_twins_text(const struct trial *trial);

/* The controls that did not come out, or the others; "" if there is none. */
const char *trial_controls_text(const struct trial *trial, bool missed);

/* Which row has a wrong or missing result, and what. */
const char *trial_red_text(const struct verdict *row);

#endif
