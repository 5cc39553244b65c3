/* SPDX-License-Identifier: MIT */
#define METRICS_RARE(X) X(parks)
#define METRICS_HOT(X) X(polls) X(steals) X(nobody_counts) \
	X(elsewhere) X(by_another_name) X(not_here) X(remarked)
#define METRICS_INJECT(X) X(locks)
