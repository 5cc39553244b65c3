/* SPDX-License-Identifier: MIT */
/* table_text.h - one table of the database to one file of a set, and back. */
#ifndef LAB_EXCHANGE_TABLE_TEXT_H
#define LAB_EXCHANGE_TABLE_TEXT_H

#include "lab/exchange/bundle.h"
#include "lab/exchange/documents.h"
#include "lab/exchange/tables.h"

/* Both: LAB_OK or LAB_ENVIRONMENT with the complaint made. */
int table_write(struct bundle *bundle, struct documents *documents,
		const struct exchange_table *table);
/* `where` names the set in complaints.  Uses up the file's bytes. */
int table_read(struct bundle *bundle, struct documents *documents,
	       const struct exchange_table *table, const char *where);

/* What SQLite said, in one line with the remedy that fits: a full disk is no fault
 * of the set.  LAB_ENVIRONMENT. */
int complain_of_database(struct store *store, const char *place);

/* Every line of an NDJSON file in turn, until `take` says no (and has said why).
 * LAB_OK, LAB_ENVIRONMENT with the complaint made. */
int ndjson_read(const struct bundle_file *file, const char *where,
		bool (*take)(void *context, json_t *line, const char *place), void *context);

/* A JSON string of any bytes: where they are no UTF-8, every byte that is not
 * ASCII becomes '?'. */
json_t *json_any_text(const char *text);

#endif
