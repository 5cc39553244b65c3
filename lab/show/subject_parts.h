/* SPDX-License-Identifier: MIT */
/* subject_parts.h - the makers and printers of subjects.c; each maker fills an array. */
#ifndef LAB_SUBJECT_PARTS_H
#define LAB_SUBJECT_PARTS_H

#include <jansson.h>

#include "lab/claims/claim.h"

int subject_axes(json_t *list);
void subject_print_axes(json_t *list);
int subject_hooks(json_t *list);
void subject_print_hooks(json_t *list);
int subject_arms(json_t *list);
void subject_print_arms(json_t *list);
int subject_workloads(json_t *list);
void subject_print_workloads(json_t *list);
int subject_claims(json_t *list);
void subject_print_claims(json_t *list);
int subject_suites(json_t *list);
void subject_print_suites(json_t *list);
int subject_peers(json_t *list);
void subject_print_peers(json_t *list);

/* LAB_OK or LAB_ENVIRONMENT, as claims_load. */
int subject_all_claims(struct claim_set *claims);

/* A text member, or "". */
const char *subject_text(json_t *item, const char *member);

#endif
