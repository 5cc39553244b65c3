/* SPDX-License-Identifier: MIT */
/* csv.c - see csv.h. */
#include "lab/exchange/csv.h"

#include <stdlib.h>
#include <string.h>

void csv_text(FILE *out, const char *text)
{
	fputc('"', out);
	for (; text != NULL && *text != '\0'; text++) {
		if (*text == '"')
			fputc('"', out);
		fputc(*text, out);
	}
	fputc('"', out);
}

void csv_real(FILE *out, double value)
{
	char text[40];

	for (int digits = 15; digits <= 17; digits++) {
		snprintf(text, sizeof(text), "%.*g", digits, value);
		if (strtod(text, NULL) == value)
			break;
	}
	fputs(text, out);
}

void csv_begin(struct csv *csv, char *bytes, size_t size)
{
	*csv = (struct csv){ bytes, bytes + size, 0, 1 };
}

bool csv_at_end(const struct csv *csv)
{
	return csv->at == csv->end;
}

/* Doubled quotes become one; stops behind the closing one. */
static bool quoted_field(struct csv *csv, struct csv_field *field)
{
	char *to = ++csv->at;

	*field = (struct csv_field){ to, true };
	for (; csv->at < csv->end; csv->at++) {
		if (*csv->at == '"' && (csv->at + 1 == csv->end || csv->at[1] != '"')) {
			csv->at++;
			*to = '\0';
			return true;
		}
		csv->at += *csv->at == '"';
		csv->next_line += *csv->at == '\n';
		*to++ = *csv->at;
	}
	return false;
}

static bool bare_field(struct csv *csv, struct csv_field *field)
{
	*field = (struct csv_field){ csv->at, false };
	while (csv->at < csv->end && *csv->at != ',' && *csv->at != '\n' && *csv->at != '"')
		csv->at++;
	return true;
}

static bool read_field(struct csv *csv, struct csv_field *field, char terminator)
{
	bool quoted = csv->at < csv->end && *csv->at == '"';

	if (!(quoted ? quoted_field(csv, field) : bare_field(csv, field)) || csv->at == csv->end ||
	    *csv->at != terminator)
		return false;
	*csv->at++ = '\0';
	return true;
}

bool csv_record(struct csv *csv, struct csv_field *fields, size_t count)
{
	csv->line = csv->next_line;
	for (size_t i = 0; i < count; i++)
		if (!read_field(csv, &fields[i], i + 1 < count ? ',' : '\n'))
			return false;
	csv->next_line++;
	return true;
}
