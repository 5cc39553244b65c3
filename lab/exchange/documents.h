/* SPDX-License-Identifier: MIT */
/*
 * documents.h - the JSON documents of arms and samples, made small and whole again.
 *
 * An arm's description names some twenty workloads, which nearly all arms
 * describe alike: each different one stands once in workloads.ndjson, and the
 * description has their numbers.
 *
 * A sample's row says again what its arm's description, its cell, its pair and
 * its blocks say: those members are left out and named.  What is left goes by
 * shape (shape.h): the shapes, with the names, stand in shapes.ndjson, a sample
 * has the number of its shape and its values.  A row that contradicts its
 * surroundings (a red one may) keeps what differs.  Nothing is lost.
 */
#ifndef LAB_EXCHANGE_DOCUMENTS_H
#define LAB_EXCHANGE_DOCUMENTS_H

#include <jansson.h>
#include <stdio.h>

#include "lab/store/store.h"

/* Items numbered from 1 by first appearance. */
struct dictionary {
	json_t *numbers; /* by the item's text */
	json_t *items;
};

struct documents {
	struct store *store; /* has the arms, cells, pairs and blocks */
	struct dictionary workloads, shapes;
	json_t *arms, *cells; /* what they imply, by id */
};

void documents_begin(struct documents *documents, struct store *store);
void documents_end(struct documents *documents);

/* One object a line: {"item":...,"number":1}. */
void dictionary_write(FILE *out, const struct dictionary *dictionary);
/* False: this line is not the next item. */
bool dictionary_add_line(struct dictionary *dictionary, json_t *line);

/* A row of the table in `file` as its members, changed in place.  Rows of other
 * tables stay as they are.  Unpacking: false if what it refers to is not there. */
void documents_pack(struct documents *documents, const char *file, json_t *line);
bool documents_unpack(struct documents *documents, const char *file, json_t *line);

#endif
