/* SPDX-License-Identifier: MIT */
/* cmd_noise.c - schedlab noise: how noisy was this host, and what would decide what. */
#include <argp.h>
#include <ctype.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#include "lab/base/data.h"
#include "lab/commands/arguments.h"
#include "lab/commands/commands.h"
#include "lab/commands/output.h"
#include "lab/exchange/exchange.h"
#include "lab/verdict/scatter.h"
#include "lab/verdict/treatment_effect.h"

static const struct argp argp = {
	.parser = arguments_parse_alone,
	.args_doc = "DIR",
	.doc = "How far identical programs differ in a result directory, as Markdown tables: the "
	       "standard deviation of the log ratio in lock-step, between processes one after the "
	       "other, and with the lower quartile of the blocks; the pairs that 5, 10 and 30 % "
	       "would need in a family of 40 cells; what another layout alone does; and what "
	       "another heap placement does. The suite calibrate makes the pairs.\v" LAB_EXIT_HELP,
};

static const char *pairs_text(size_t pairs)
{
	return pairs == 0 ? "out of reach" : lab_printf("%zu", pairs);
}

static const char *sd_text(double sd)
{
	return isnan(sd) ? "-" : lab_printf("%.3f", sd);
}

static void print(const struct scatters *scatters)
{
	printf("| cell | workers | against itself | pairs | lock-step | one after the other | "
	       "lower "
	       "quartile | pairs for 5 / 10 / 30 %% |\n|---|---|---|---|---|---|---|---|\n");
	for (size_t i = 0; i < scatters->count; i++) {
		const struct scatter *row = &scatters->rows[i];

		printf("| %s %s | %s | %s | %zu | %s | %s | %s | %s / %s / %s |\n",
		       row->result->workload, row->result->params, result_workers(row->result),
		       row->layouts ? "in another layout" : "the same program", row->pairs,
		       sd_text(row->lockstep), sd_text(row->one_after_other),
		       sd_text(row->low_quartile), pairs_text(row->pairs_5),
		       pairs_text(row->pairs_10), pairs_text(row->pairs_30));
	}
	printf("\nCore to core: %.0f to %.0f ns, median %.0f.\n", scatters->probe_min_ns,
	       scatters->probe_max_ns, scatters->probe_median_ns);
}

static const char *ratio_text(const struct median_interval *interval)
{
	if (interval->n == 0)
		return "-";
	return lab_printf("%.3f %s", exp(interval->median),
			  interval->exists ? lab_printf("[%.3f, %.3f]", exp(interval->lower),
							exp(interval->upper)) :
					     "(too few pairs)");
}

static void print_layout_effects(const struct treatment_effects *effects, struct store *store)
{
	printf("\n| cell | workers | layout, against that of the build | pairs | ratio [95 %% "
	       "interval] |\n|---|---|---|---|---|\n");
	for (size_t i = 0; i < effects->count; i++) {
		const struct treatment_effect *row = &effects->rows[i];

		printf("| %s %s | %s | %d: %s | %zu | %s |\n", row->result->workload,
		       row->result->params, result_workers(row->result), row->treatment,
		       layout_made_of(store, row->result->arm.name, row->treatment),
		       row->over_zero.n, ratio_text(&row->over_zero));
	}
}

static void print_heap_effects(const struct treatment_effects *effects, const char *unvaried)
{
	if (unvaried != NULL)
		printf("\n%c%s.\n", toupper((unsigned char)unvaried[0]), unvaried + 1);
	if (effects->count == 0)
		return;
	printf("\n| cell | workers | arm | heap moved by | pairs | against 0: ratio [95 %% "
	       "interval] | pairs | against the other steps "
	       "|\n|---|---|---|---|---|---|---|---|\n");
	for (size_t i = 0; i < effects->count; i++) {
		const struct treatment_effect *row = &effects->rows[i];

		printf("| %s %s | %s | %s | %d bytes | %zu | %s | %zu | %s |\n",
		       row->result->workload, row->result->params, result_workers(row->result),
		       row->result->arm.name, row->treatment, row->over_zero.n,
		       ratio_text(&row->over_zero), row->over_others.n,
		       ratio_text(&row->over_others));
	}
}

int command_noise(int argc, char **argv)
{
	const char *directory = NULL;
	struct arguments arguments = ONE_DIRECTORY(directory,
						   "give a result directory with A/A pairs");
	struct treatment_effects layouts, heaps;
	struct scatters scatters;
	struct verdicts verdicts;
	struct summary summary;
	struct store store;
	int status;

	if (argp_parse(&argp, argc, argv, 0, NULL, &arguments) != 0)
		return LAB_USAGE;
	status = store_open_set(&store, directory);
	if (status == LAB_OK)
		status = output_judge(&summary, &verdicts, &store);
	if (status == LAB_OK)
		status = scatters_load(&scatters, &store, &verdicts);
	if (status == LAB_OK && scatters.count == 0) {
		lab_error("%s has no A/A pairs; %s --suite calibrate makes some", directory,
			  data_run());
		status = LAB_NO_DATA;
	}
	if (status == LAB_OK)
		status = treatment_effects_load(&layouts, &verdicts, PURPOSE_AA_LAYOUT);
	if (status == LAB_OK)
		status = treatment_effects_load(&heaps, &verdicts, PURPOSE_AA_SAME);
	if (status == LAB_OK) {
		print(&scatters);
		print_layout_effects(&layouts, &store);
		print_heap_effects(&heaps, heap_unvaried(&verdicts));
	}
	store_close(&store);
	return status;
}
