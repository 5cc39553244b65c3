/* SPDX-License-Identifier: MIT */
/* metrics.h - a metric that the timed build counts, and the counting build as well. */
#define METRIC_HOT(metrics, name, n) ((metrics)->name += (n))
