/* SPDX-License-Identifier: MIT */
/*
 * foreign.h - a set in the formats of other programs.
 *
 * Only pairs in which both sides finished right, without the slowed-down ones
 * (planted).  An arm in a cell is called
 *   WORKLOAD/PARAM:VALUE/.../workers:N/PIN/block_ms:MS/ARM
 * (ARM-fault for the fault build), the same in both formats.
 */
#ifndef LAB_EXCHANGE_FOREIGN_H
#define LAB_EXCHANGE_FOREIGN_H

#include <stdio.h>

#include "lab/store/store.h"

/* Name of arm `a` in cell `c`, and which samples `s` of pair `p` of plan row `l`
 * are taken: for a query over these five. */
#define FOREIGN_NAME \
	"c.workload || CASE c.params WHEN '' THEN '' ELSE '/' || " \
	"replace(replace(c.params, '=', ':'), ' ', '/') END || '/workers:' || c.workers || " \
	"'/' || replace(c.pin, ',', '_') || printf('/block_ms:%g/', c.block_ns / 1e6) || a.name" \
	" || CASE a.flavour WHEN 'timed' THEN '' ELSE '-' || a.flavour END"
#define FOREIGN_SAMPLES \
	"sample s JOIN pair p ON s.pair = p.id JOIN plan l ON p.plan = l.id " \
	"JOIN cell c ON s.cell = c.id JOIN arm a ON s.arm = a.id WHERE p.log_ratio IS NOT NULL " \
	"AND " \
	"s.units > 0 AND coalesce(l.plant_percent, 0) = 0"

/* Both: LAB_OK; LAB_NO_DATA or LAB_ENVIRONMENT with the complaint made. */

/* Google Benchmark's JSON: each pair is a repetition; real_time and cpu_time are
 * ns per unit of work, a counter is its number per unit of work. */
int gbench_print(FILE *out, struct store *store);

/* A HdrHistogram log, a line per arm and cell that has latencies.  The workloads'
 * histograms give lower bounds of buckets of 6 %, and the exact maximum. */
int hlog_print(FILE *out, struct store *store);

#endif
