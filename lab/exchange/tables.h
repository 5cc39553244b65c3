/* SPDX-License-Identifier: MIT */
/*
 * tables.h - which file holds what of the database.
 *
 * One row a file, in the order in which they can be read.  Files whose name ends
 * in .csv have a header line; the others are NDJSON, one object a line, with the
 * columns that are not NULL as members.  A test holds this against the schema:
 * no column can be forgotten.
 *
 * What is derived from other files is not written again:
 * - what a sample's row says that its arm, its cell, its pair or its blocks say
 *   as well, and what repeats from row to row: documents.h;
 * - gate, moment, state and note of a reading: reading_kinds.csv has each
 *   combination once.
 */
#ifndef LAB_EXCHANGE_TABLES_H
#define LAB_EXCHANGE_TABLES_H

#include "lab/base/lab.h"

#define EXCHANGE_COLUMNS 16u

struct exchange_table {
	const char *file;
	const char *columns; /* "id,plan,round": header of the file, columns of the table */
	const char *types;   /* one a column: i integer, r real, t text, j JSON in a text */
	const char *source;  /* a table or a query in parentheses */
	const char *order;
	const char *into; /* the table that is filled when it is read */
};

extern const struct exchange_table exchange_tables[];
extern const size_t exchange_table_count;

/* The columns of the table in sets of format 1: the first of today's, the others are
 * NULL then. */
const char *exchange_columns_1(const struct exchange_table *table);

/* Run before the first file is read and behind the last one. */
extern const char exchange_before_reading[], exchange_after_reading[];

/* Files that are no table: meta, and what repeats in arms and samples. */
#define PROVENANCE_FILE "provenance.json"
#define TOPOLOGY_FILE	"topology.xml"
#define WORKLOADS_FILE	"workloads.ndjson"
#define SHAPES_FILE	"shapes.ndjson"

/* Every file of a set but its MANIFEST, by index; NULL behind the last. */
const char *exchange_file(size_t index);
bool is_exchange_file(const char *name);

bool exchange_table_is_csv(const struct exchange_table *table);

#endif
