/* SPDX-License-Identifier: MIT */
/* tables.c - see tables.h. */
#include "lab/exchange/tables.h"

#include <string.h>

/* Number of a combination: stable, because it is its rank. */
#define READING_KIND "dense_rank() OVER (ORDER BY gate, moment, state, note) AS kind"

/* Since format 2. */
#define HEAP_COLUMNS ",heap_a,heap_b"

/* main.: the names that the set has, not those that they have now (store_schema_names). */
const struct exchange_table exchange_tables[] = {
	{ "arms.ndjson", "id,name,flavour,kind,version,allocator,isa,describe", "ittttttj",
	  "main.arm", "id", "arm" },
	{ "layouts.csv", "arm,number,what,hash", "iitt", "layout", "arm, number", "layout" },
	{ "claims.ndjson", "name,text", "tt", "claim", "name", "claim" },
	{ "cells.ndjson",
	  "id,workload,params,workers,pin,unit,family,flavour,blocks,block_ns,iterations,"
	  "expected_ns,key",
	  "ittittttiiiit", "cell", "id", "cell" },
	{ "plan.ndjson",
	  "id,cell,baseline,arm,pairs,purpose,claim,contrast,plant_percent,plant_side,refused",
	  "iiiiitttrtt", "plan", "id", "plan" },
	{ "pairs.csv",
	  "id,plan,round,position,seed,layout_a,layout_b,log_ratio,flagged,"
	  "flag_reason" HEAP_COLUMNS,
	  "iiiiiiiritii", "pair", "id", "pair" },
	{ "blocks.csv", "sample,number,position,iterations,units,ns,cpu_ns", "iiiiiii", "block",
	  "sample, number", "block" },
	{ "samples.ndjson",
	  "id,pair,cell,arm,layout,mode,side,status,red,cause,last_state,units,ns,cpu_ns,"
	  "switches,row",
	  "iiiiitttittiiiij", "sample", "id", "sample" },
	{ "reading_kinds.csv", "kind,moment,gate,state,note", "itttt",
	  "(SELECT DISTINCT " READING_KIND ", moment, gate, state, note FROM reading)", "kind",
	  "reading_kind" },
	{ "readings.csv", "pair,kind,value", "iir",
	  "(SELECT pair, " READING_KIND ", value FROM reading)", "pair, kind", "reading_value" },
	{ "probes.csv", "pair,moment,cpu_a,cpu_b,ns", "itiir", "probe",
	  "pair, moment, cpu_a, cpu_b", "probe" },
	{ "host_gates.csv", "gate,state,value,note", "ttrt", "host_gate", "gate", "host_gate" },
	{ "counts.csv", "arm,workload,params,instructions,rmw", "tttrr", "main.count",
	  "arm, workload, params", "count" },
};

const size_t exchange_table_count = sizeof(exchange_tables) / sizeof(exchange_tables[0]);

const char exchange_before_reading[] =
	"BEGIN;"
	"CREATE TEMP TABLE reading_kind(kind INTEGER PRIMARY KEY, moment, gate, state, note);"
	"CREATE TEMP TABLE reading_value(pair, kind, value)";

const char *exchange_columns_1(const struct exchange_table *table)
{
	size_t length = strlen(table->columns), added = strlen(HEAP_COLUMNS);

	if (length <= added || strcmp(table->columns + length - added, HEAP_COLUMNS) != 0)
		return table->columns;
	return lab_printf("%.*s", (int)(length - added), table->columns);
}

/* A kind that is not there gives a NULL where the table forbids it. */
const char exchange_after_reading[] =
	"INSERT INTO reading SELECT pair, moment, gate, state, value, note FROM reading_value "
	"LEFT JOIN reading_kind USING(kind);"
	"DROP TABLE reading_kind; DROP TABLE reading_value";

const char *exchange_file(size_t index)
{
	static const char *const others[] = { PROVENANCE_FILE, TOPOLOGY_FILE, WORKLOADS_FILE,
					      SHAPES_FILE, NULL };

	return index < exchange_table_count ? exchange_tables[index].file :
					      others[index - exchange_table_count];
}

bool is_exchange_file(const char *name)
{
	for (size_t i = 0; exchange_file(i) != NULL; i++)
		if (strcmp(exchange_file(i), name) == 0)
			return true;
	return false;
}

bool exchange_table_is_csv(const struct exchange_table *table)
{
	return strcmp(strrchr(table->file, '.'), ".csv") == 0;
}
