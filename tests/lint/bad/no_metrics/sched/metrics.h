/* SPDX-License-Identifier: MIT */
/* metrics.h - a metric that the timed build counts, and the counting build as well. */
#define METRICS_WORKER(X) X(polls, COUNTING)
#define COUNT(metrics, name, n) ((metrics)->name += (n))
