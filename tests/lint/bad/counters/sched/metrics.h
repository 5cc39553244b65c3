/* SPDX-License-Identifier: MIT */
#define METRICS_WORKER(X) X(parks, ALWAYS) X(polls, COUNTING) X(steals, COUNTING) X(nobody_counts, COUNTING) \
	X(elsewhere, COUNTING) X(by_another_name, EXPOSURE) X(not_here, EXPOSURE) X(remarked, EXPOSURE)
#define METRICS_RUNTIME(X) X(locks, COUNTING) X(remote, COUNTING)
