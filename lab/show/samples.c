/* SPDX-License-Identifier: MIT */
/* samples.c - samples.csv: every block of every sample. */
#include "lab/show/table.h"

/* As in RFC 4180; NULL is the empty text. */
static void print_text(FILE *out, const char *text)
{
	fputc('"', out);
	for (; text != NULL && *text != '\0'; text++) {
		if (*text == '"')
			fputc('"', out);
		fputc(*text, out);
	}
	fputc('"', out);
}

int samples_print(FILE *out, struct store *store)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT c.workload, c.params, c.pin, a.name, a.flavour, a.version, s.mode, "
		"s.side, s.status, c.workers, s.pair, s.id, b.number, b.position, b.iterations, "
		"b.units, b.ns, b.cpu_ns FROM block b JOIN sample s ON b.sample = s.id "
		"JOIN cell c ON s.cell = c.id JOIN arm a ON s.arm = a.id ORDER BY s.id, b.number",
		"");

	if (query == NULL)
		return LAB_ENVIRONMENT;
	fprintf(out, "workload,params,pin,arm,flavour,version,mode,side,status,workers,pair,sample,"
		     "block,position,iterations,units,ns,cpu_ns\n");
	while (store_next(query)) {
		for (int column = 0; column < 9; column++) {
			print_text(out, (const char *)sqlite3_column_text(query, column));
			fputc(',', out);
		}
		for (int column = 9; column < 18; column++)
			fprintf(out, "%lld%c", sqlite3_column_int64(query, column),
				column < 17 ? ',' : '\n');
	}
	sqlite3_finalize(query);
	return LAB_OK;
}
