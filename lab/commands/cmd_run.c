/* SPDX-License-Identifier: MIT */
/* cmd_run.c - schedlab run: plan, run, store, print. */
#include "lab/commands/cmd_run.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lab/arms/mimalloc.h"
#include "lab/base/data.h"
#include "lab/base/interrupt.h"
#include "lab/base/json_print.h"
#include "lab/base/shortage.h"
#include "lab/commands/commands.h"
#include "lab/commands/output.h"
#include "lab/commands/prepare.h"
#include "lab/exchange/exchange.h"
#include "lab/gates/host.h"
#include "lab/gates/host_key.h"
#include "lab/plan/run_plan.h"
#include "lab/report/trial_page.h"
#include "lab/run/resume.h"
#include "lab/run/runner.h"
#include "lab/show/ending.h"
#include "lab/show/left.h"
#include "lab/show/plan_print.h"
#include "lab/store/counts.h"
#include "lab/store/folder.h"
#include "lab/store/provenance.h"
#include "lab/verdict/calibration.h"
#include "lab/verdict/look.h"
#include "lab/verdict/promise.h"

static const char *claims_folder(const struct plan *plan, const struct suite *suite)
{
	const char *folder = plan->claims.count == 0 ? "" :
			     suite->trial != NULL    ? claims_trial_folder(suite->trial) :
						       claims_default_folder();

	return folder != NULL ? folder : "";
}

/* What a trial compares: the arms, and what a person calls them. */
static int put_sides(struct store *store, const struct run_options *options)
{
	const struct sides *sides = &options->request.sides;
	const char *const facts[][2] = {
		{ "trial_base", sides->base },
		{ "trial_head", sides->head },
		{ "trial_knob", sides->knob },
		{ "trial_base_about", options->base_about },
		{ "trial_head_about", options->head_about },
		{ "trial_knob_about", options->knob_about },
		{ "trial_limits",
		  options->limits.count > 0 ? trial_limits_text(&options->limits) : NULL },
	};
	int status = LAB_OK;

	for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]) && status == LAB_OK; i++)
		if (facts[i][1] != NULL)
			status = store_put_meta(store, facts[i][0], facts[i][1]);
	return status;
}

static int put_meta(struct store *store, const struct run_options *options,
		    const struct arm_set *set, const struct suite *suite, const struct plan *plan)
{
	const char *const facts[][2] = {
		{ "set_id", exchange_new_id() },
		{ "suite", suite->name },
		{ "suite_file", suite->path != NULL ? suite->path : "" },
		{ "claims_folder", claims_folder(plan, suite) },
		{ "source_tree", data_tree() },
		{ "title", suite->title },
		{ "label", suite->label },
		{ "command", options->command_line },
		{ "date", time_text("%Y-%m-%dT%H:%M:%S%z") },
		{ "seed", lab_printf("%" PRId64, options->seed) },
		{ "allocator", options->mimalloc ? "mimalloc, preloaded into every sample" :
						   "as each arm says" },
		{ "host_key", host_key() },
		{ "timeout_ns", lab_printf("%" PRIu64, options->timeout_ns) },
		{ "notes", strings_join(&plan->notes, "; ") },
		{ "state", FOLDER_RUNNING },
	};
	const char *tokio = tokio_missing(set);
	int status = provenance_put(store);

	for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]) && status == LAB_OK; i++)
		status = store_put_meta(store, facts[i][0], facts[i][1]);
	if (status == LAB_OK && suite->looks)
		status = store_put_meta(store, "looks", "primary rows");
	if (status == LAB_OK)
		status = put_sides(store, options);
	if (status == LAB_OK && tokio != NULL)
		status = store_put_meta(store, "tokio_missing", tokio);
	return status;
}

/* Counted in the database: an earlier run may have measured most of it. */
static const char *state_text(const struct run_result *result, int64_t pairs)
{
	const char *state = lab_printf("%s completed", lab_count((size_t)pairs, "pair"));
	const char *left_out = lab_printf("%s left out", lab_count(result->pairs_left_out, "pair"));

	if (result->interrupted)
		return lab_printf("%s, INTERRUPTED, %s", state, left_out);
	if (result->enough)
		return lab_printf("%s, finished: the A/A trials that were wanted are there, %s "
				  "not needed",
				  state, lab_count(result->pairs_left_out, "pair"));
	if (result->out_of_time)
		return lab_printf("%s, " BUDGET_OVER ", %s", state, left_out);
	if (result->displaced != NULL)
		return lab_printf("%s, cut because %s, %s", state, result->displaced, left_out);
	if (result->status != LAB_OK)
		return lab_printf("%s, ended by a failure of the store", state);
	return lab_printf("%s, finished", state);
}

static int exit_status(const struct run_result *result, int64_t pairs, int written)
{
	if (result->interrupted)
		return LAB_INTERRUPTED;
	if (result->status != LAB_OK || written != LAB_OK)
		return result->status != LAB_OK ? result->status : written;
	if (result->displaced != NULL) {
		lab_error("%s: give it back its CPUs and go on with %s --resume", result->displaced,
			  data_run());
		return LAB_ENVIRONMENT;
	}
	if (result->reds > 0)
		return LAB_RED;
	return pairs > 0 ? LAB_OK : LAB_NO_DATA;
}

/* The A/A trials of this run into the history of the host. */
static void remember(struct store *store)
{
	struct verdicts verdicts;
	struct summary summary;

	if (output_judge(&summary, &verdicts, store) == LAB_OK)
		calibration_remember(store, &verdicts);
}

static int print_results(struct store *store, const struct run_options *options,
			 const struct run_result *result, const char *out)
{
	int64_t pairs = store_pairs(store);
	struct summary summary;
	struct verdicts verdicts;
	int written;

	if (result->status == LAB_OK) {
		if (result->pairs_repeated > 0)
			store_put_meta(store, "pairs_repeated",
				       lab_printf("%zu", result->pairs_repeated));
		store_put_meta(store, "state", state_text(result, pairs));
		remember(store);
	}
	written = output_write(store, &summary, &verdicts, out, NULL);
	if (options->json) {
		json_t *json = summary_json(&summary);

		json_object_set_new(json, "out", json_string(out));
		json_print(json);
	} else {
		ending_print(stdout, &summary, &verdicts, out);
	}
	return exit_status(result, pairs, written);
}

/* The command line's, or else the suite's; 0: no limit. */
static uint64_t budget(const struct run_options *options, const struct suite *suite)
{
	return options->budget_ns != 0 ? options->budget_ns : suite->budget_ns;
}

struct measurement {
	struct run_options *options;
	const struct suite *suite;
	struct plan *plan;
	struct store store;
	struct folder folder;
	const char *out, *preload;
	struct run_done done; /* by an earlier run that is resumed */
};

/* Of a trial, what is exact, before any clock runs: it may settle the matter. */
static void print_ledger(struct store *store)
{
	const struct trial_limits none = { NULL, 0 };
	struct verdicts verdicts;
	struct summary summary;
	struct trial trial;

	if (output_judge(&summary, &verdicts, store) == LAB_OK &&
	    trial_judge(&trial, &verdicts, &summary, store, &none) == LAB_OK)
		trial_ledger_print(stdout, &trial);
	fflush(stdout);
}

/* Counts are stored before the first pair: nothing at the end depends on their file. */
static int run_and_print(struct measurement *measurement)
{
	const struct run_options *options = measurement->options;
	int counted = options->counts != NULL ?
			      counts_import(&measurement->store, options->counts) :
			      LAB_OK;
	struct run_settings settings = { (uint64_t)options->seed,
					 options->timeout_ns,
					 budget(options, measurement->suite),
					 measurement->suite->until_trials,
					 measurement->suite->looks ? look_ends_row : NULL,
					 measurement->preload,
					 options->progress };
	struct run_result result;

	if (counted != LAB_OK)
		return counted;
	if (options->request.sides.base != NULL && !options->json)
		print_ledger(&measurement->store);
	result = runner_run(measurement->plan, &measurement->store, &settings, &measurement->done);
	return print_results(&measurement->store, options, &result, measurement->out);
}

static int measure(struct measurement *measurement, const struct arm_set *set)
{
	struct run_options *options = measurement->options;
	struct store *store = &measurement->store;
	int status;

	interrupt_defer();
	if (options->out == NULL)
		options->out = lab_printf("results/%s-%s", time_text("%Y%m%d-%H%M%S"),
					  measurement->suite->name);
	measurement->out = options->out;
	status = output_prepare(measurement->out, "--out");
	if (status == LAB_OK)
		status = folder_own(&measurement->folder, measurement->out);
	if (status == LAB_OK)
		status = folder_check_unused(measurement->out);
	if (status == LAB_OK)
		status = store_create(store, lab_printf("%s/results.db", measurement->out));
	if (status == LAB_OK)
		status = store_guard(store);
	if (status == LAB_OK)
		status = put_meta(store, options, set, measurement->suite, measurement->plan);
	if (status == LAB_OK)
		status = store_put_plan(store, set, measurement->plan);
	if (status == LAB_OK)
		status = run_and_print(measurement);
	store_close(store);
	folder_leave(&measurement->folder);
	return status;
}

static int plan_and_run(struct run_options *options, const struct arm_set *set)
{
	struct measurement measurement = { .options = options };
	struct suite suite;
	struct plan plan;
	int status = run_plan(&options->request, set, &suite, &plan);
	struct run_told told = { &suite, (uint64_t)options->seed, budget(options, &suite),
				 options->json };

	measurement.suite = &suite;
	measurement.plan = &plan;
	if (status == LAB_OK && options->mimalloc)
		status = mimalloc_find(&measurement.preload);
	if (status != LAB_OK)
		return status;
	promise_plants(&plan);
	if (options->dry_run) {
		plan_print(&plan, set, &told);
		return plan_pairs(&plan) > 0 ? LAB_OK : LAB_NO_DATA;
	}
	if (plan_pairs(&plan) == 0) {
		plan_print(&plan, set, &told);
		lab_error(
			plan.row_count > 0 ?
				"no pair of this plan can run; the reasons are above, and --arms, "
				"--against and --workloads choose others" :
				"nothing is planned: no arm is compared with another; name some "
				"with --arms and --against");
		return LAB_NO_DATA;
	}
	plan_print_left_out(stderr, &plan, set);
	return measure(&measurement, set);
}

/* Reads only, so that it may be asked while the run goes on. */
static int resume_dry(const struct run_options *asked, const struct arm_set *set)
{
	const char *owner = folder_owner(asked->resume);
	struct resumed resumed;
	struct store store;
	int status = store_open(&store, lab_printf("%s/results.db", asked->resume));

	if (status == LAB_OK && owner != NULL)
		lab_error("%s is in use by %s; what is left of it now:", asked->resume, owner);
	if (status == LAB_OK)
		status = resume_load(&resumed, &store, set);
	if (status == LAB_OK)
		left_print(&store, &resumed, asked->resume, asked->json);
	store_close(&store);
	return status;
}

/* The plan and its settings come from the database; only how it is shown is new. */
static int resume(struct run_options *asked, const struct arm_set *set)
{
	struct run_options options = *asked;
	struct measurement measurement = { .options = &options, .out = asked->resume };
	struct resumed resumed;
	const char *database = lab_printf("%s/results.db", asked->resume);
	int status = LAB_OK; /* without a database, opening it says why */

	interrupt_defer();
	if (access(database, F_OK) == 0)
		status = folder_own(&measurement.folder, asked->resume);
	asked->out = asked->resume;
	if (status == LAB_OK)
		status = store_reopen(&measurement.store, database);
	if (status == LAB_OK)
		status = resume_load(&resumed, &measurement.store, set);
	if (status == LAB_OK && resumed.mimalloc)
		status = mimalloc_find(&measurement.preload);
	if (status == LAB_OK) {
		options.seed = (int64_t)resumed.seed;
		options.timeout_ns = resumed.timeout_ns;
		measurement.suite = &resumed.suite;
		measurement.plan = &resumed.plan;
		measurement.done = resume_done(&measurement.store, &resumed.plan);
		/* Half of what was done would be done again. */
		status = store_failed() ? LAB_ENVIRONMENT : store_guard(&measurement.store);
	}
	if (status == LAB_OK)
		status = store_put_meta(&measurement.store, "state", FOLDER_RUNNING);
	if (status == LAB_OK)
		status = resume_note(&measurement.store);
	if (status == LAB_OK)
		status = run_and_print(&measurement);
	store_close(&measurement.store);
	folder_leave(&measurement.folder);
	return status;
}

/* The files that the end of the run reads: those named, and what stands in DIR already. */
static int check_inputs(const struct run_options *options)
{
	const char *directory = options->resume != NULL ? options->resume : options->out;
	const char *own = directory != NULL ? lab_printf("%s/counts.json", directory) : NULL;

	if (options->counts != NULL)
		return counts_check(options->counts);
	return own != NULL && access(own, F_OK) == 0 ? counts_check(own) : LAB_OK;
}

/* Building takes minutes: what hinders the end is told before.  measure() looks again. */
static int check_out(const char *out)
{
	int status = out != NULL ? output_check_new(out, "--out") : LAB_OK;

	if (out != NULL && status == LAB_OK)
		status = folder_check_free(out, "wait until that ends, or give another --out");
	if (out != NULL && status == LAB_OK)
		status = folder_check_unused(out);
	return status;
}

int run_with_options(struct run_options *options)
{
	struct arm_set set;
	int status;

	status = check_out(options->out);
	if (status == LAB_OK)
		status = check_inputs(options);
	if (status != LAB_OK)
		return status;
	status = prepare_arms(&set, options);
	for (size_t i = 0; i < set.skipped_count && status == LAB_OK; i++)
		lab_error("%s skipped: %s", set.skipped[i].program, set.skipped[i].reason);
	if (status == LAB_OK)
		status = options->resume != NULL && options->dry_run ? resume_dry(options, &set) :
			 options->resume != NULL		     ? resume(options, &set) :
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
