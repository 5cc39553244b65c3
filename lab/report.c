/* SPDX-License-Identifier: MIT */
/* report.c - report.md and samples.csv from the store. */
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "lab/exchange/csv.h"
#include "lab/table.h"

static void print_side(FILE *out, const struct side_summary *side)
{
	fprintf(out, " %s | %s | %s | %s | %s |\n",
		table_number(side->ns.n > 0 ? side->ns.median : NAN, "-"),
		table_number(side->cpu_ns, "-"), table_number(side->switches, "not known"),
		table_number(side->instructions, "not counted"),
		table_number(side->rmw, "not counted"));
}

static void print_section(FILE *out, const struct result *result)
{
	const char *unit = result->unit;

	fprintf(out, "\n### %s\n\n", table_section_title(result));
	fprintf(out,
		"| arm | ratio | min..max | quartiles | MAD | n | ns/%s | CPU ns/%s | "
		"switches/%s | instructions/%s | RMW/%s |\n",
		unit, unit, unit, unit, unit);
	fprintf(out, "|---|---|---|---|---|---|---|---|---|---|---|\n");
	fprintf(out, "| %s = baseline | 1 | | | | |", result_arm_label(&result->baseline));
	print_side(out, &result->sides[SIDE_A]);
}

static void print_result(FILE *out, const struct result *result)
{
	const struct spread *ratio = &result->ratio;

	fprintf(out, "| %s |", result_arm_label(&result->arm));
	if (ratio->n == 0) {
		fprintf(out, " %s%s | | | | 0 | | | | | |\n",
			result->refused != NULL ? "not applicable: " : "no pair was completed",
			result->refused != NULL ? result->refused : "");
		return;
	}
	fprintf(out, " %.3f | %.3f..%.3f | %.3f..%.3f | %.1f %% | %zu |", ratio->median, ratio->min,
		ratio->max, ratio->quartile1, ratio->quartile3, 100 * ratio->mad, ratio->n);
	print_side(out, &result->sides[SIDE_B]);
}

static void print_reds(FILE *out, const struct summary *summary)
{
	fprintf(out, "\n## Red rows\n\n");
	if (summary->red_count == 0)
		fprintf(out, "None.\n");
	for (size_t i = 0; i < summary->red_count; i++) {
		const struct red_row *red = &summary->reds[i];

		fprintf(out, "- **%s** [%s], %s %s, %" PRId64 " workers (%s): **%s**: %s\n",
			red->arm, red->version, red->workload, red->params, red->workers, red->mode,
			red->status, red->cause);
		if (red->last_state != NULL && red->last_state[0] != '\0')
			fprintf(out, "\n```\n%.4000s\n```\n", red->last_state);
	}
}

static void print_provenance(FILE *out, struct store *store)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT key, value FROM meta WHERE key NOT IN ('topology_xml', 'notes') "
		"ORDER BY key",
		"");

	fprintf(out, "\n## Provenance\n\n| what | value |\n|---|---|\n");
	while (query != NULL && sqlite3_step(query) == SQLITE_ROW)
		fprintf(out, "| %s | %s |\n", (const char *)sqlite3_column_text(query, 0),
			(const char *)sqlite3_column_text(query, 1));
	sqlite3_finalize(query);
	query = store_query(store,
			    "SELECT DISTINCT b.name, b.flavour, b.version, b.allocator FROM "
			    "arm b JOIN plan l ON b.id IN (l.arm, l.baseline) ORDER BY b.id",
			    "");
	while (query != NULL && sqlite3_step(query) == SQLITE_ROW)
		fprintf(out, "| arm %s, %s build | %s; allocates from %s |\n",
			(const char *)sqlite3_column_text(query, 0),
			(const char *)sqlite3_column_text(query, 1),
			(const char *)sqlite3_column_text(query, 2),
			(const char *)sqlite3_column_text(query, 3));
	sqlite3_finalize(query);
}

void report_print(FILE *out, struct store *store, const struct summary *summary)
{
	fprintf(out, "# schedlab %s\n\n%s%s%s\n\n", summary->suite, summary->title,
		summary->title[0] != '\0' ? "\n\n" : "", summary->label);
	fprintf(out, "Host: %s. Plan seed %s, allocator %s. State: %s.\n", summary->host_class,
		summary->seed, summary->allocator, summary->state);
	if (summary->tokio != NULL)
		fprintf(out, "\n%s\n", summary->tokio);
	if (summary->left_out[0] != '\0')
		fprintf(out, "\nLeft out: %s\n", summary->left_out);
	fprintf(out, "\n## Results\n\n%s", TABLE_HOW_TO_READ);
	for (size_t i = 0; i < summary->count; i++) {
		if (table_section_starts(summary, i))
			print_section(out, &summary->results[i]);
		print_result(out, &summary->results[i]);
	}
	fprintf(out, "\n## Plots\n\nIn `plots/`, each with its data (`.dat`) and script (`.gp`): "
		     "`cd plots && gnuplot ratio.gp` draws it again.\n");
	print_reds(out, summary);
	print_provenance(out, store);
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
	while (sqlite3_step(query) == SQLITE_ROW) {
		for (int column = 0; column < 9; column++) {
			csv_text(out, (const char *)sqlite3_column_text(query, column));
			fputc(',', out);
		}
		for (int column = 9; column < 18; column++)
			fprintf(out, "%lld%c", sqlite3_column_int64(query, column),
				column < 17 ? ',' : '\n');
	}
	sqlite3_finalize(query);
	return LAB_OK;
}
