/* SPDX-License-Identifier: MIT */
/*
 * table.c - the plain text table: a section per cell and baseline.
 *
 * It describes and never judges: no "faster", no stars.
 */
#include "lab/show/table.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

bool table_section_starts(const struct summary *summary, size_t index)
{
	const struct result *now = &summary->results[index];

	return index == 0 || now->cell != now[-1].cell || now->baseline.id != now[-1].baseline.id;
}

const char *table_section_title(const struct result *result)
{
	return lab_printf("%s  %s  %s, pin %s, %" PRId64 " blocks of %g ms, "
			  "%" PRId64 " iteration%s each%s",
			  result->workload, result->params, result->workers_text, result->pin,
			  result->blocks, (double)result->block_ns * 1e-6, result->iterations,
			  result->iterations == 1 ? "" : "s",
			  strcmp(result->flavour, "timed") == 0 ? "" : ", fault build");
}

const char *table_number(double value, const char *otherwise)
{
	if (!isfinite(value))
		return otherwise;
	if (fabs(value) >= 1000)
		return lab_printf("%.0f", value);
	return value != 0 && fabs(value) < 0.001 ? lab_printf("%.1e", value) :
						   lab_printf("%.4g", value);
}

/* So wide that nothing in the column is wider. */
static int width_of(const struct summary_column *column)
{
	size_t heading = strlen(column->heading), otherwise = strlen(column->otherwise);

	return (int)fmax(9, (double)(heading > otherwise ? heading : otherwise));
}

static void print_side(FILE *out, const struct side_summary *side)
{
	fprintf(out, " %9s", table_number(side->ns.n > 0 ? side->ns.median : NAN, "-"));
	for (size_t i = 0; i < summary_column_count; i++)
		fprintf(out, " %*s", width_of(&summary_columns[i]),
			table_number(side->values[i], summary_columns[i].otherwise));
	fputc('\n', out);
}

/* What the numbers of a side are, and per what. */
static void print_headings(FILE *out, const char *unit)
{
	const char *per = lab_printf("/%s", unit);

	fprintf(out, "  %-28s %7s %17s %17s %6s %3s %9s", "arm", "ratio", "min..max", "quartiles",
		"MAD", "n", "ns");
	for (size_t i = 0; i < summary_column_count; i++)
		fprintf(out, " %*s", width_of(&summary_columns[i]), summary_columns[i].heading);
	fprintf(out, "\n  %-28s %7s %17s %17s %6s %3s %9s", "", "", "", "", "", "", per);
	for (size_t i = 0; i < summary_column_count; i++)
		fprintf(out, " %*s", width_of(&summary_columns[i]), per);
	fputc('\n', out);
}

static void print_header(FILE *out, const struct result *result)
{
	fprintf(out, "\n%s\n", table_section_title(result));
	print_headings(out, result->unit);
	fprintf(out, "  %-28s %7s %17s %17s %6s %3s",
		lab_printf("%s = baseline", result->baseline.name), "1", "", "", "", "");
	print_side(out, &result->sides[SIDE_A]);
}

static void print_result(FILE *out, const struct result *result)
{
	const struct spread *ratio = &result->ratio;

	fprintf(out, "  %-28s", result->arm.name);
	if (result->refused != NULL && ratio->n == 0) {
		fprintf(out, " not applicable: %s\n", result->refused);
		return;
	}
	if (ratio->n == 0) {
		fprintf(out, " no pair was completed\n");
		return;
	}
	fprintf(out, " %7.3f %17s %17s %5.1f%% %3zu", ratio->median,
		lab_printf("%.3f..%.3f", ratio->min, ratio->max),
		lab_printf("%.3f..%.3f", ratio->quartile1, ratio->quartile3), 100 * ratio->mad,
		ratio->n);
	print_side(out, &result->sides[SIDE_B]);
	if (result->refused != NULL)
		fprintf(out, "  %-28s INVALID, refused after %zu of %" PRId64 " pairs: %s\n", "",
			ratio->n, result->pairs, result->refused);
}

static void print_arm(FILE *out, const struct result_arm *arm, struct strings *seen)
{
	const char *line = lab_printf("  %s [%s]: %s, allocates from %s%s%s", arm->name,
				      arm->version, arm->kind, arm->allocator,
				      strcmp(arm->flavour, "timed") == 0 ? "" : ", build ",
				      strcmp(arm->flavour, "timed") == 0 ? "" : arm->flavour);

	if (strings_contain(seen, line))
		return;
	strings_add(seen, line);
	fprintf(out, "%s\n", line);
}

static void print_head(FILE *out, const struct summary *summary)
{
	struct strings seen = { NULL, 0 };

	fprintf(out, "%s%s%s\n", summary->suite, summary->title[0] != '\0' ? ": " : "",
		summary->title);
	if (summary->label[0] != '\0')
		fprintf(out, "%s\n", summary->label);
	fprintf(out, "host: %s; plan seed %s; allocator %s; %s\n", summary->host_class,
		summary->seed, summary->allocator, summary->state);
	if (summary->tokio != NULL)
		fprintf(out, "%s\n", summary->tokio);
	if (summary->left_out[0] != '\0')
		fprintf(out, "left out: %s\n", summary->left_out);
	fprintf(out, "arms:\n");
	for (size_t i = 0; i < summary->count; i++) {
		print_arm(out, &summary->results[i].baseline, &seen);
		print_arm(out, &summary->results[i].arm, &seen);
	}
	fprintf(out, "\n%s", TABLE_HOW_TO_READ);
}

static void print_reds(FILE *out, const struct summary *summary)
{
	if (summary->red_count == 0) {
		fprintf(out, "\nred rows: none\n");
		return;
	}
	fprintf(out, "\nred rows: %zu\n", summary->red_count);
	for (size_t i = 0; i < summary->red_count; i++) {
		const struct red_sample *red = &summary->reds[i];

		fprintf(out, "  RED %s [%s] %s %s, %" PRId64 " workers (%s): %s: %s\n", red->arm,
			red->version, red->workload, red->params, red->workers, red->mode,
			red->status, red->cause);
	}
}

void table_print(FILE *out, const struct summary *summary)
{
	print_head(out, summary);
	for (size_t i = 0; i < summary->count; i++) {
		if (table_section_starts(summary, i))
			print_header(out, &summary->results[i]);
		print_result(out, &summary->results[i]);
	}
	print_reds(out, summary);
	fprintf(out, "%s\n", summary->flags);
}
