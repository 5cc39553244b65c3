/* SPDX-License-Identifier: MIT */
/* standing.h - what one row means for the claim that it carries or controls. */
#ifndef LAB_VERDICT_STANDING_H
#define LAB_VERDICT_STANDING_H

#include "lab/verdict/verdict.h"

enum standing {
	STANDS_SHOWN,	 /* a direction: beyond the margin */
	STANDS_UNSIZED,	 /* the direction is shown, the size on either side of the margin */
	STANDS_SLIGHTLY, /* the direction is shown, the size within the margin */
	STANDS_REFUTED,
	STANDS_OPPOSED, /* refuted, beyond the margin in the other direction */
	STANDS_SPLIT,	/* depends on the machine's state */
	STANDS_RED,
	STANDS_BEYOND, /* needs another host */
	STANDS_OPEN,   /* undecided, or not exercised */
	STANDS_ABSENT  /* no pair of it */
};
#define STANDINGS 10

struct part {
	const struct contrast *contrast;
	const struct verdict *row; /* NULL: the set does not have it */
	enum standing standing;
};

/* The contrasts of one role with their rows. */
struct parts {
	struct part *parts;
	size_t count;
	size_t of[STANDINGS];
};
struct parts parts_of(const struct claim *claim, const struct verdicts *verdicts,
		      enum contrast_role role);

/* "faster by at least 4 % in spawn_burst, parent_kib=4 (slots4_data4); ..." of the parts with
 * one of these standings (bits). */
const char *parts_text(const struct parts *parts, unsigned int standings);

/* What it would take to decide those that are open. */
const char *parts_needs(const struct parts *parts);

#define STANDING_BIT(standing) (1u << (standing))

#endif
