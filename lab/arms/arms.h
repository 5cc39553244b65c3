/* SPDX-License-Identifier: MIT */
/*
 * arms.h - the sample programs (`bench-*`) and what they say about themselves.
 *
 * A program that does not answer, garbles or contradicts itself is put on the
 * list of skipped programs with the reason; the others are used.  Programs of
 * one name and flavour are the layouts of one arm, by the number they give;
 * two that claim one layout: the first by file name is used.
 */
#ifndef LAB_ARMS_H
#define LAB_ARMS_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "lab/arms/program.h"
#include "lab/base/lab.h"

#define CONTRACT_VERSION 1

struct param_info {
	const char *name;
	const char *meaning;
	int64_t fallback, min, max;
};

struct workload_info {
	const char *name, *family, *unit, *measures, *origin;
	const char *refused; /* NULL, or why not with default parameters and 2 workers */
	bool parks;	     /* wants long blocks */
	bool needs_fault;    /* runs on the fault build only */
	const struct param_info *params;
	size_t param_count;
};

/* The same arm, laid out differently in memory. */
struct arm_layout {
	const char *program;  /* full path */
	struct program *file; /* what it was when it was described; NULL: made up by a test */
	const char *what;     /* "link order seed 2, functions aligned to 64" */
};

#define LAYOUTS_MAX 16u

struct arm_info {
	const char *name, *kind, *version, *flavour, *allocator, *isa;
	json_t *describe; /* borrowed from the set */
	const struct workload_info *workloads;
	size_t workload_count;
	bool takes_heap;     /* --heap: where its heap lies can be chosen */
	unsigned int layout; /* that the program says it is; of an arm in a set 0 */
	struct arm_layout layouts[LAYOUTS_MAX];
	unsigned int layout_count; /* at least 1 */
	bool is_assumed;	   /* not built yet: what it refuses is not known (known.h) */
};

struct skipped_program {
	const char *program;
	const char *reason;
};

struct arm_set {
	const char *directory;
	struct arm_info *arms;
	size_t count;
	struct skipped_program *skipped;
	size_t skipped_count;
	const char *tokio_missing; /* why the peers on Tokio were not built, or NULL */
};

/* `directory` NULL: $SCHEDLAB_ARMS, else where this program is.  `only` NULL, or the names of the
 * programs that are asked, others are as if they were not there.  LAB_OK or
 * LAB_ENVIRONMENT with the complaint made: a program that could not be asked for want of
 * files, processes or memory is not left out, since the others are not all. */
int arm_set_load(struct arm_set *set, const char *directory, const struct strings *only,
		 uint64_t timeout_ns);
void arm_set_free(struct arm_set *set);

/* One program by itself.  NULL, and the caller gives back arm->describe; or what is wrong. */
const char *arm_ask(struct arm_info *arm, const char *program, uint64_t timeout_ns);

/* [{"program":..., "reason":...}, ...]; the caller owns it. */
json_t *arm_set_skipped_json(const struct arm_set *set);

const struct arm_info *arm_find(const struct arm_set *set, const char *name, const char *flavour);
const struct workload_info *arm_workload(const struct arm_info *arm, const char *name);

/* Names without repetition, in order of file name. */
void arm_names(const struct arm_set *set, struct strings *names);
void workload_names(const struct arm_set *set, struct strings *names);

bool arm_is_peer(const struct arm_info *arm);
/* "tokio [schedlab]", "tokio-bare [tokio 1.53.1, ...]" */
const char *arm_label(const struct arm_info *arm);

#endif
