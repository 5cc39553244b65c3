/* SPDX-License-Identifier: MIT */
/*
 * record.h - what was run, into the store: pairs with what stood around them, samples
 * by themselves, and the gates of the host.
 *
 * All of these: LAB_OK or LAB_ENVIRONMENT with the complaint made.
 */
#ifndef LAB_RECORD_H
#define LAB_RECORD_H

#include "lab/run/pair.h"
#include "lab/store/store.h"

/* What stood around a pair: see store_schema.c for the words. */
struct reading_record {
	const char *moment, *gate, *state;
	double value; /* NAN: not known */
	const char *note;
};

struct probe_record {
	const char *moment;
	int cpu_a, cpu_b;
	double ns;
};

struct pair_context {
	unsigned int round;
	uint64_t position, seed;
	bool flagged;
	const char *flag_reason;
	const struct reading_record *readings;
	size_t reading_count;
	const struct probe_record *probes;
	size_t probe_count;
};

int record_pair(struct store *store, const struct plan_row *row, const struct cell *cell,
		const struct pair *pair, const struct pair_context *context);
/* `mode`: "isolated", "calibration" or "exercise" (a counting run: was it used?). */
int record_single(struct store *store, const struct cell *cell, const char *mode,
		  const struct sample *sample);
int record_host_gate(struct store *store, const struct reading_record *reading);

#endif
