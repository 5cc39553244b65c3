/* SPDX-License-Identifier: MIT */
/*
 * store_schema.h - the tables of a result file: today's, and the oldest that is read.
 *
 * The oldest (STORE_SCHEMA_OLDEST) knows no heap placements.  A view with the columns
 * that it lacks, all NULL, stands before its table of pairs, so that no reader needs
 * to know: nothing is changed in the file.
 */
#ifndef LAB_STORE_SCHEMA_H
#define LAB_STORE_SCHEMA_H

#include "lab/store/store.h"

/* SQL that makes the tables, and the index of store_guard. */
extern const char store_schema[], store_schema_guard[];

/* SQL for a connection to a file of the oldest schema. */
extern const char store_schema_as_of_today[];

/* SQL for a connection that only reads: arms by the names that they have now, which the function
 * arm_name_now() of the connection gives (arms/expression.h).  Seen first where "arm" or "count" is
 * meant; main.arm has what the file says. */
extern const char store_schema_names[];

/* Has the file the tables of today's schema, or of the oldest?  LAB_OK, or
 * LAB_ENVIRONMENT with the complaint made. */
int store_check_tables(struct store *store, bool oldest);

/* Is the database that was opened one of ours, whole, and of a schema that is read?  The same. */
int store_check(struct store *store);

#endif
