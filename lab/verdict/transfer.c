/* SPDX-License-Identifier: MIT */
/* transfer.c - see transfer.h. */
#include "lab/verdict/transfer.h"

#include <math.h>

#include "lab/stats/word.h"
#include "lab/verdict/agree.h"
#include "lab/verdict/rows.h"

const char *transfer_name(enum transfer transfer)
{
	static const char *const names[] = { "agrees with Tokio", "contradicts Tokio",
					     "agreement with Tokio open",
					     "transfer to Tokio not shown" };

	return names[transfer];
}

static enum transfer judge(const struct verdict *twin, const struct transfer_answer *answer)
{
	int directions = verdict_kind_direction(twin->kind) *
			 verdict_kind_direction(answer->real->kind);

	if (isnan(answer->low) || isnan(answer->high))
		return TRANSFER_OPEN;
	if (directions < 0 || answer->low > answer->margin || answer->high < -answer->margin)
		return TRANSFER_CONTRADICTS;
	return answer->low >= -answer->margin && answer->high <= answer->margin ? TRANSFER_AGREES :
										  TRANSFER_OPEN;
}

struct transfer_answer verdict_transfer(const struct verdict *twin, const struct verdicts *verdicts)
{
	struct transfer_answer answer = { TRANSFER_NOT_SHOWN, NULL, NAN, NAN, NAN };
	const struct contrast *contrast = twin->contrast;
	const struct verdict *real;

	if (contrast == NULL || contrast->transfers == NULL)
		return answer;
	real = verdicts_row(verdicts, contrast->claim, contrast->transfers);
	if (real == NULL || real->used == 0 || twin->used == 0 || real->measure != twin->measure ||
	    twin->measure->datum != DATUM_LOG_RATIO)
		return answer;
	answer.real = real;
	answer.margin = log1p(contrast->transfer_margin);
	if (verdict_is_readable(twin) && verdict_is_readable(real)) {
		answer.low = twin->low - real->high;
		answer.high = twin->high - real->low;
	}
	answer.transfer = judge(twin, &answer);
	return answer;
}

static bool is_within(const struct verdict *row, double margin)
{
	return row->low >= -margin && row->high <= margin;
}

const char *transfer_text(const struct transfer_answer *answer)
{
	double margin = 100 * expm1(answer->margin);
	bool none = answer->transfer == TRANSFER_AGREES && is_within(answer->real, answer->margin);

	if (isnan(answer->low))
		return lab_printf("the difference of the effects is not known, margin %.3g %%",
				  margin);
	return lab_printf("the effects differ by %+.2g %% to %+.2g %% where both intervals hold, "
			  "margin %.3g %%%s",
			  100 * expm1(answer->low), 100 * expm1(answer->high), margin,
			  none ? "; Tokio's own is within that, so a twin without any would agree "
				 "as well" :
				 "");
}
