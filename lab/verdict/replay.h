/* SPDX-License-Identifier: MIT */
/*
 * replay.h - how many pairs would a row have taken, had one looked at it on the way?
 *
 * The stored pairs of a row, in the order they were run, are looked at after 16, 32,
 * 48, ... (stats/looks.h); the first look at which the word is final, without the
 * flagged pairs and with them, would have ended the row.  What the pairs after it say
 * is then not known, so the word may be another than that of all pairs.
 *
 * Weakness: the layouts' envelope is that of the whole run, as if layout A/A pairs
 * had come first.
 */
#ifndef LAB_VERDICT_REPLAY_H
#define LAB_VERDICT_REPLAY_H

#include "lab/verdict/verdict.h"

struct replay {
	size_t pairs; /* after which it would have ended */
	enum verdict_kind kind;
};

/* Of one row with pairs: with looks, and without.  LAB_OK or LAB_ENVIRONMENT. */
int verdict_replay(struct replay *looked_at, struct replay *unseen, const struct verdict *row);

#endif
