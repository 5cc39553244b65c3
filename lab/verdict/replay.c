/* SPDX-License-Identifier: MIT */
/* replay.c - see replay.h. */
#include "lab/verdict/replay.h"

#include "lab/stats/looks.h"
#include "lab/verdict/parts.h"

/* The first pairs of a row as if there were no more yet. */
static int look(struct decision *decision, const struct decide_row *all, size_t looks, size_t n,
		size_t family)
{
	struct decide_row row = *all;

	row.n = n;
	row.looks = looks_at;
	row.look_count = looks;
	return decide_row(decision, &row, VERDICT_ALPHA, family);
}

int verdict_replay(struct replay *looked_at, struct replay *unseen, const struct verdict *row)
{
	struct decide_row all = verdict_input(row);
	struct decision decision;
	size_t looks = 0, count = looks_before(all.n);
	int error = look(&decision, &all, 0, all.n, row->family);

	*unseen = (struct replay){ all.n, decision.kind };
	for (; error == 0 && looks < count; looks++) {
		error = look(&decision, &all, looks, looks_at[looks], row->family);
		*looked_at = (struct replay){ looks_at[looks], decision.kind };
		if (error == 0 && verdict_kind_is_final(decision.kind_unflagged) &&
		    decision.kind_unflagged == decision.kind_all &&
		    decision.kind == decision.kind_all)
			return LAB_OK;
	}
	if (error == 0)
		error = look(&decision, &all, looks, all.n, row->family);
	*looked_at = (struct replay){ all.n, decision.kind };
	return error == 0 ? LAB_OK : LAB_ENVIRONMENT;
}
