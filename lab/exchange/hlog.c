/* SPDX-License-Identifier: MIT */
/*
 * hlog.c - latencies as a HdrHistogram log, one tagged line each; see foreign.h.
 *
 * Log version 1.3.  All lines start at 0 and are as long as their blocks took:
 * the tag tells them apart.  The maximum of a line is in ms, as the log's readers
 * expect, the histogram is in ns.
 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "lab/exchange/foreign.h"
#include "lab/exchange/hdr.h"

/* The line that is being gathered. */
struct line {
	int64_t cell, arm;
	char *tag; /* malloc'ed, or NULL: none yet */
	uint64_t ns;
	struct hdr hdr;
	size_t printed;
};

static void print_line(FILE *out, struct line *line)
{
	char *text;

	if (line->hdr.total == 0)
		return;
	text = hdr_text(&line->hdr);
	fprintf(out, "Tag=%s,0.000,%.3f,%.6f,%s\n", line->tag, (double)line->ns * 1e-9,
		(double)line->hdr.max * 1e-6, text);
	free(text);
	line->printed++;
}

static void start_line(FILE *out, struct line *line, sqlite3_stmt *query)
{
	int64_t cell = sqlite3_column_int64(query, 1), arm = sqlite3_column_int64(query, 2);

	if (line->tag != NULL && cell == line->cell && arm == line->arm)
		return;
	print_line(out, line);
	free(line->tag);
	line->tag = strdup((const char *)sqlite3_column_text(query, 0));
	line->cell = cell;
	line->arm = arm;
	line->ns = 0;
	hdr_clear(&line->hdr);
}

/* One of the highest bucket's is the maximum, which is known exactly. */
static void add_latency(struct line *line, json_t *latency)
{
	json_t *buckets = json_object_get(latency, "buckets"), *bucket;
	json_int_t max = json_integer_value(json_object_get(latency, "max_ns"));
	size_t index, count = json_array_size(buckets);

	json_array_foreach(buckets, index, bucket) {
		json_int_t value = json_integer_value(json_array_get(bucket, 0));
		json_int_t times = json_integer_value(json_array_get(bucket, 1));
		bool highest = index + 1 == count && max > value;

		if (value < 0 || times < 1)
			continue;
		hdr_record(&line->hdr, (uint64_t)value, (uint64_t)(times - highest));
		if (highest)
			hdr_record(&line->hdr, (uint64_t)max, 1);
	}
}

static void add_sample(struct line *line, sqlite3_stmt *query)
{
	json_t *row = json_loads((const char *)sqlite3_column_text(query, 4), 0, NULL);
	json_t *latency = json_object_get(row, "latency");

	if (latency != NULL)
		line->ns += (uint64_t)sqlite3_column_int64(query, 3);
	add_latency(line, latency);
	json_decref(row);
}

int hlog_print(FILE *out, struct store *store)
{
	sqlite3_stmt *query = store_query(store,
					  "SELECT " FOREIGN_NAME
					  ", c.id, a.id, s.ns, s.row FROM " FOREIGN_SAMPLES
					  " AND s.row IS NOT NULL ORDER BY c.id, a.id, s.id",
					  "");
	struct line line = { .tag = NULL };

	if (query == NULL)
		return LAB_ENVIRONMENT;
	fputs("#[Logged with schedlab export]\n#[Histogram log format version 1.3]\n"
	      "#[Latencies in ns, one line per tag]\n"
	      "\"StartTimestamp\",\"Interval_Length\",\"Interval_Max\","
	      "\"Interval_Compressed_Histogram\"\n",
	      out);
	hdr_begin(&line.hdr);
	while (store_next(query)) {
		start_line(out, &line, query);
		add_sample(&line, query);
	}
	print_line(out, &line);
	sqlite3_finalize(query);
	hdr_end(&line.hdr);
	free(line.tag);
	if (line.printed > 0)
		return LAB_OK;
	lab_error("%s has no latencies; measure a workload that fills a histogram, e.g. "
		  "inject_latency",
		  store->path);
	return LAB_NO_DATA;
}
