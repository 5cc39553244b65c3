/* SPDX-License-Identifier: MIT */
/*
 * agree.h - do two runs of the same contrasts say the same?
 *
 * Decided verdicts agree if they are the same; a decided one beside an undecided
 * one is no contradiction, but nothing is confirmed either.
 */
#ifndef LAB_VERDICT_AGREE_H
#define LAB_VERDICT_AGREE_H

#include "lab/verdict/verdict.h"

enum agreement {
	AGREEMENT_SAME,	       /* both decided, and alike */
	AGREEMENT_CONTRADICTS, /* both decided, and not alike */
	AGREEMENT_ONE_DECIDED, /* the other run is undecided, depends, ... */
	AGREEMENT_NONE_DECIDED,
	AGREEMENT_MISSING /* the other run does not have it */
};

const char *agreement_name(enum agreement agreement);

/* The row of the same claim and contrast; NULL if there is none. */
const struct verdict *verdicts_row(const struct verdicts *verdicts, const char *claim,
				   const char *contrast);

/* `other` may be NULL. */
enum agreement verdict_agreement(const struct verdict *row, const struct verdict *other);

#endif
