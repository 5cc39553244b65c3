/* SPDX-License-Identifier: MIT */
/* query_table.h - a table of what a query of the store gives; within lab/report only. */
#ifndef LAB_REPORT_QUERY_TABLE_H
#define LAB_REPORT_QUERY_TABLE_H

#include "lab/report/page.h"
#include "lab/store/store.h"

/* A row for each of the query, which has the same columns and is freed; no table if it gives
 * none.  How many rows there were. */
size_t query_table(struct page *page, const char *caption, const struct column *columns,
		   size_t count, sqlite3_stmt *query);

#endif
