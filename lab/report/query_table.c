/* SPDX-License-Identifier: MIT */
/* query_table.c - see query_table.h. */
#include "lab/report/query_table.h"

#include <math.h>

#include "lab/show/table.h"

static void put_cell(struct page *page, sqlite3_stmt *query, int column, bool numeric)
{
	const char *text = store_text(query, column);
	double value = text != NULL ? sqlite3_column_double(query, column) : NAN;

	if (!numeric)
		page_cell(page, text != NULL ? text : "");
	else if (sqlite3_column_type(query, column) == SQLITE_INTEGER)
		page_cell_number(page, value, text);
	else
		page_cell_number(page, value, table_number(value, "-"));
}

size_t query_table(struct page *page, const char *caption, const struct column *columns,
		   size_t count, sqlite3_stmt *query)
{
	size_t rows = 0;

	for (; store_next(query); rows++) {
		if (rows == 0)
			page_table_begin(page, caption, columns, count);
		for (size_t i = 0; i < count; i++)
			put_cell(page, query, (int)i, columns[i].numeric);
	}
	sqlite3_finalize(query);
	if (rows > 0)
		page_table_end(page);
	return rows;
}
