/* SPDX-License-Identifier: MIT */
/*
 * csv.h - comma-separated values (RFC 4180, but lines end in \n only).
 *
 * Texts are quoted, numbers are not; a field with nothing in it is NULL, "" is
 * the empty text.  Numbers are printed as short as reads back exactly.
 */
#ifndef LAB_EXCHANGE_CSV_H
#define LAB_EXCHANGE_CSV_H

#include <stdio.h>

#include "lab/base/lab.h"

/* NULL is printed as the empty text. */
void csv_text(FILE *out, const char *text);
void csv_real(FILE *out, double value);

struct csv_field {
	char *text;
	bool quoted;
};

/* Reading is in place: the texts of the last record live until the next one. */
struct csv {
	char *at, *end; /* what is left to read */
	size_t line;	/* of the record read last, from 1 */
	size_t next_line;
};

void csv_begin(struct csv *csv, char *bytes, size_t size);
bool csv_at_end(const struct csv *csv);
/* One record of exactly `count` fields; false if it is none. */
bool csv_record(struct csv *csv, struct csv_field *fields, size_t count);

#endif
