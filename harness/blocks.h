/* SPDX-License-Identifier: MIT */
/* blocks.h - blocks of a sample, run by Google Benchmark. */
#ifndef HARNESS_BLOCKS_H
#define HARNESS_BLOCKS_H

#include <stdint.h>

struct sample;

/* One Google Benchmark run of `count` iterations, each a block of `iterations`
 * repetitions.  Stops at the first block that is wrong or could not run; the
 * sample's status says so.  0 if a block could be kept. */
int blocks_run(struct sample *sample, uint64_t iterations, uint64_t count);

#endif
