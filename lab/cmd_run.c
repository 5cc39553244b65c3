/* SPDX-License-Identifier: MIT */
/* cmd_run.c - schedlab run: plan, run, store, print. */
#include "lab/cmd_run.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lab/commands.h"
#include "lab/data.h"
#include "lab/exchange/exchange.h"
#include "lab/gates/host_key.h"
#include "lab/host.h"
#include "lab/interrupt.h"
#include "lab/mimalloc.h"
#include "lab/output.h"
#include "lab/plan_print.h"
#include "lab/resume.h"
#include "lab/runner.h"
#include "lab/table.h"
#include "lab/verdict/calibration.h"

static const char *time_now(const char *format)
{
	char text[64];
	time_t now = time(NULL);
	struct tm local;

	localtime_r(&now, &local);
	strftime(text, sizeof(text), format, &local);
	return lab_strdup(text);
}

static const char *tokio_line(const struct arm_set *set)
{
	const char *why = set->tokio_missing;

	for (size_t i = 0; i < set->count; i++)
		if (arm_is_peer(&set->arms[i]) && strncmp(set->arms[i].name, "tokio", 5) == 0)
			return NULL;
	if (why == NULL)
		why = lab_printf("there is no bench-tokio-* of it in %s", set->directory);
	return lab_printf("Tokio: not built, because %s", why);
}

static const char *claims_folder(const struct plan *plan)
{
	const char *folder = plan->claims.count > 0 ? claims_default_folder() : "";

	return folder != NULL ? folder : "";
}

static int put_meta(struct store *store, const struct run_options *options,
		    const struct arm_set *set, const struct suite *suite, const struct plan *plan)
{
	const char *const facts[][2] = {
		{ "set_id", exchange_new_id() },
		{ "suite", suite->name },
		{ "suite_file", suite->path != NULL ? suite->path : "" },
		{ "claims_folder", claims_folder(plan) },
		{ "source_tree", data_tree() },
		{ "title", suite->title },
		{ "label", suite->label },
		{ "command", options->command_line },
		{ "date", time_now("%Y-%m-%dT%H:%M:%S%z") },
		{ "seed", lab_printf("%" PRId64, options->seed) },
		{ "allocator", options->mimalloc ? "mimalloc, preloaded into every sample" :
						   "as each arm says" },
		{ "host_key", host_key() },
		{ "timeout_ns", lab_printf("%" PRIu64, options->timeout_ns) },
		{ "notes", strings_join(&plan->notes, "; ") },
		{ "state", "running, or ended without finishing" },
	};
	const char *tokio = tokio_line(set);
	int status = host_put_provenance(store);

	for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]) && status == LAB_OK; i++)
		status = store_put_meta(store, facts[i][0], facts[i][1]);
	if (status == LAB_OK && tokio != NULL)
		status = store_put_meta(store, "tokio_missing", tokio);
	return status;
}

static const char *state_text(const struct run_result *result)
{
	const char *state = lab_printf("%zu pairs completed", result->pairs_done);

	if (result->interrupted)
		return lab_printf("%s, INTERRUPTED, %zu pairs left out", state,
				  result->pairs_left_out);
	if (result->out_of_time)
		return lab_printf("%s, cut by the time budget, %zu pairs left out", state,
				  result->pairs_left_out);
	if (result->status != LAB_OK)
		return lab_printf("%s, ended by a failure of the store", state);
	return lab_printf("%s, finished", state);
}

static int exit_status(const struct run_result *result, int written)
{
	if (result->interrupted)
		return LAB_INTERRUPTED;
	if (result->status != LAB_OK || written != LAB_OK)
		return result->status != LAB_OK ? result->status : written;
	if (result->reds > 0)
		return LAB_RED;
	return result->pairs_done > 0 ? LAB_OK : LAB_NO_DATA;
}

/* The A/A trials of this run into the history of the host. */
static void remember(struct store *store)
{
	struct verdicts verdicts;
	struct summary summary;

	if (summary_load(&summary, store, NULL) == LAB_OK &&
	    verdicts_load(&verdicts, store, &summary) == LAB_OK)
		calibration_remember(store, &verdicts);
}

static int print_results(struct store *store, const struct run_options *options,
			 const struct run_result *result, const char *out)
{
	struct summary summary;
	int written;

	if (result->status == LAB_OK) {
		store_put_meta(store, "state", state_text(result));
		remember(store);
	}
	written = output_write(store, &summary, out, options->counts);
	if (options->json) {
		json_t *json = summary_json(&summary);

		json_object_set_new(json, "out", json_string(out));
		json_dumpf(json, stdout, JSON_INDENT(1));
		putchar('\n');
		json_decref(json);
	} else {
		table_print(stdout, &summary);
		printf("\nresults: %s\n", out);
	}
	fflush(stdout);
	return written;
}

struct measurement {
	const struct run_options *options;
	const struct suite *suite;
	struct plan *plan;
	struct store store;
	const char *out, *preload;
	struct run_done done; /* by an earlier run that is resumed */
};

static int run_and_print(struct measurement *measurement)
{
	const struct run_options *options = measurement->options;
	struct run_settings settings = { (uint64_t)options->seed, options->timeout_ns,
					 options->budget_ns != 0 ? options->budget_ns :
								   measurement->suite->budget_ns,
					 measurement->preload, options->progress };
	struct run_result result = runner_run(measurement->plan, &measurement->store, &settings,
					      &measurement->done);

	return exit_status(&result,
			   print_results(&measurement->store, options, &result, measurement->out));
}

static int measure(struct measurement *measurement, const struct arm_set *set)
{
	const struct run_options *options = measurement->options;
	struct store *store = &measurement->store;
	int status;

	measurement->out = options->out != NULL ?
				   options->out :
				   lab_printf("results/%s-%s", time_now("%Y%m%d-%H%M%S"),
					      measurement->suite->name);
	status = output_prepare(measurement->out, "--out");
	if (status == LAB_OK)
		status = store_create(store, lab_printf("%s/results.db", measurement->out));
	if (status == LAB_OK)
		status = put_meta(store, options, set, measurement->suite, measurement->plan);
	if (status == LAB_OK)
		status = store_put_plan(store, set, measurement->plan);
	if (status == LAB_OK)
		status = run_and_print(measurement);
	store_close(store);
	return status;
}

static int plan_and_run(const struct run_options *options, const struct arm_set *set)
{
	struct measurement measurement = { .options = options };
	struct suite suite;
	struct plan plan;
	int status = run_options_plan(options, set, &suite, &plan);

	measurement.suite = &suite;
	measurement.plan = &plan;
	if (status == LAB_OK && options->mimalloc)
		status = mimalloc_find(&measurement.preload);
	if (status != LAB_OK)
		return status;
	if (options->dry_run) {
		plan_print(&plan, set, &suite, options);
		return plan_pairs(&plan) > 0 ? LAB_OK : LAB_NO_DATA;
	}
	if (plan_pairs(&plan) == 0) {
		plan_print(&plan, set, &suite, options);
		lab_error("no pair of this plan can run; the reasons are above");
		return LAB_NO_DATA;
	}
	return measure(&measurement, set);
}

/* The plan and its settings come from the database; only how it is shown is new. */
static int resume(const struct run_options *asked, const struct arm_set *set)
{
	struct run_options options = *asked;
	struct measurement measurement = { .options = &options, .out = asked->resume };
	struct suite suite;
	struct plan plan;
	int status = store_reopen(&measurement.store, lab_printf("%s/results.db", asked->resume));

	if (status == LAB_OK)
		status = resume_load(&measurement.store, set, &plan, &options, &suite);
	if (status == LAB_OK && options.mimalloc)
		status = mimalloc_find(&measurement.preload);
	if (status == LAB_OK) {
		measurement.suite = &suite;
		measurement.plan = &plan;
		measurement.done = resume_done(&measurement.store, &plan);
		status = run_and_print(&measurement);
	}
	store_close(&measurement.store);
	return status;
}

int run_with_options(const struct run_options *options)
{
	struct arm_set set;
	int status;

	if (!interrupt_init()) {
		lab_error("cannot watch signals; is signalfd forbidden here?");
		return LAB_ENVIRONMENT;
	}
	status = arm_set_load(&set, options->arms_directory, (uint64_t)(DESCRIBE_TIMEOUT_S * 1e9));
	for (size_t i = 0; i < set.skipped_count && status == LAB_OK; i++)
		lab_error("%s skipped: %s", set.skipped[i].program, set.skipped[i].reason);
	if (status == LAB_OK)
		status = interrupted()		 ? LAB_INTERRUPTED :
			 options->resume != NULL ? resume(options, &set) :
						   plan_and_run(options, &set);
	arm_set_free(&set);
	return status;
}

int command_run(int argc, char **argv)
{
	struct run_options options = run_options_default();
	int status = run_options_parse(&options, argc, argv);

	return status == LAB_OK ? run_with_options(&options) : status;
}
