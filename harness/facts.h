/* SPDX-License-Identifier: MIT */
/*
 * facts.h - provenance: which arm, built how, on what host, with what libraries.
 */
#ifndef HARNESS_FACTS_H
#define HARNESS_FACTS_H

#include <hwloc.h>
#include <jansson.h>

#include "harness/pin.h"
#include "workloads/arm.h"

struct facts_build {
	const char *compiler;
	const char *flags;
	const char *preset;
	const char *commit;  /* "+" behind it: with local changes; "unknown (why)" */
	const char *sources; /* hash of what all arms are compiled from */
};
extern const struct facts_build facts_build;

/* What --describe and rows have in common. */
json_t *facts_arm(const struct arm *arm);

/* "preload", and "malloc_from": the file that malloc really comes from. */
void facts_add_preload(json_t *row);

/* Of a machine whose topology could not be read: without its hash and CPUs. */
json_t *facts_host(const struct pin *pin);
json_t *facts_versions(void);

/* Text that need not be UTF-8 (error texts, arguments): other bytes become '?'. */
json_t *facts_text(const char *text);

#endif
