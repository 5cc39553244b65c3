/* SPDX-License-Identifier: MIT */
/* fake_verdicts.h - claims and verdicts for the rows of a fake summary. */
#ifndef LAB_TEST_FAKE_VERDICTS_H
#define LAB_TEST_FAKE_VERDICTS_H

#include "fake_results.h"

void fake_verdicts_make(struct verdicts *verdicts, const struct summary *summary,
			enum fake_kind kind, unsigned int seed);

#endif
