/* SPDX-License-Identifier: MIT */
/*
 * own_settings.h - a sample obeys its own options only.
 *
 * Google Benchmark takes the defaults of its options from BENCHMARK_*, while the program
 * is loaded: its list instead of a run, or a filter that no workload passes.  That is what
 * --gbench is for; a sample starts itself again without them, because there is no other
 * way to take back what was read.
 */
#ifndef HARNESS_OWN_SETTINGS_H
#define HARNESS_OWN_SETTINGS_H

/* Returns only if there is none of them, or if the program cannot be started again. */
void own_settings(char **argv);

#endif
