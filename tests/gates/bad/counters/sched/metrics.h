/* SPDX-License-Identifier: MIT */
#define METRICS_RARE(X) X(parks)
#define METRICS_HOT(X) X(polls) X(steals) X(nobody_counts)
#define METRICS_INJECT(X) X(locks)
