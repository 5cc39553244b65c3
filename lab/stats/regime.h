/* SPDX-License-Identifier: MIT */
/*
 * regime.h - near or far: does a result depend on where the CPUs are right now?
 *
 * On a virtual machine the latency between two CPUs flips within seconds,
 * because the hypervisor moves them.  It is probed before and after each pair;
 * of several pairs of CPUs in use the median counts.  The run's own probes tell
 * whether there are two regimes: sorted, the widest gap between neighbours by
 * ratio splits them, if it is at least a factor REGIME_GAP and leaves at least a
 * tenth of the probes on either side, so that a few disturbed probes are no
 * regime.  The rule is the lab's own.
 *
 * Weakness: at most two regimes; a latency that drifts without a gap is one.
 */
#ifndef LAB_STATS_REGIME_H
#define LAB_STATS_REGIME_H

#include <stdbool.h>
#include <stddef.h>

#include "lab/stats/interval.h"

#define REGIME_GAP 1.6

enum regime {
	REGIME_ONE,  /* the run knows only one */
	REGIME_NEAR, /* both probes below the threshold */
	REGIME_FAR,  /* both above */
	REGIME_MIXED /* it changed during the pair, or a probe is missing */
};

/* The latency that splits the probes (ns, caller's, sorted
 * in place); NAN: one regime.  NAN, 0 and negative probes are missing ones. */
double regime_threshold(double *probes, size_t count);

/* Bins all pairs of a run.  `probes` in ns: of each pair before and after, NAN where one is
 * missing.  Writes `regimes`, one a pair, and the threshold; NAN: one regime.  Arrays are the
 * caller's.  0 or -ENOMEM. */
int regime_bin(enum regime *regimes, double *threshold, const double *probes, size_t pairs);

/*
 * Do near and far disagree?  Each bin's median gets an interval of level
 * 1 - alpha / 2.  They disagree if both exist, they have no value in common, and
 * they do not lie on the same side of 0: so one says faster and the other
 * slower, or one says either and the other excludes every effect the first
 * allows.  If the medians are the same that happens with probability at most
 * alpha.  "Faster in both, but not equally" is no disagreement about the verdict.
 */
struct regime_effects {
	struct median_interval near, far;
	size_t mixed; /* pairs in no bin */
	bool disagree;
};

/* Arrays are the caller's, n long; `regimes` NULL: one regime.  0; -EINVAL if a
 * log ratio is not finite or alpha not within 0..1, both excluded; -ENOMEM. */
int regime_compare(struct regime_effects *effects, const double *log_ratios,
		   const enum regime *regimes, size_t n, double alpha);

#endif
