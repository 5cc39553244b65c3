/* SPDX-License-Identifier: MIT */
/*
 * run_plan.c - makes the plan of a run from its options.
 *
 * A suite gives a list of requests; options override parts of each.  Without a
 * suite the options are the only request.  Either way a name that was given on the
 * command line and that nobody knows is an error.
 */
#include "lab/plan/run_plan.h"

#include <string.h>

#include "lab/arms/expression.h"
#include "lab/base/option.h"
#include "lab/plan/claims_plan.h"
#include "lab/plan/combine.h"

#define CLAIM_PAIRS  40
#define CLAIM_BLOCKS 6

static void replace(struct strings *list, const char *text)
{
	if (text == NULL)
		return;
	memset(list, 0, sizeof(*list));
	strings_split(list, text, ',');
}

/* Arms by their one names; what cannot be one was refused before (run_plan_arms). */
static void replace_arms(struct strings *list, const char *text)
{
	if (text == NULL)
		return;
	memset(list, 0, sizeof(*list));
	arm_names_split(list, text);
}

/* How it is measured: what the command line says wins over suite and defaults. */
static void override_how(struct request *request, const struct run_request *options)
{
	if (options->workers.count > 0)
		request->workers = options->workers;
	if (options->pin != NULL)
		request->pin = options->pin;
	if (options->pairs > 0)
		request->pairs = (unsigned int)options->pairs;
	if (options->blocks > 0)
		request->blocks = (unsigned int)options->blocks;
	if (options->block_ns > 0)
		request->block_ns = request->parks_block_ns = options->block_ns;
}

/* ... and what is compared. */
static void override(struct request *request, const struct run_request *options)
{
	struct strings params = { NULL, 0 };

	if (request->purpose == PURPOSE_SCREENING) { /* the lab's checks of itself stay */
		replace_arms(&request->arms, options->arms);
		replace_arms(&request->baselines, options->against);
	}
	override_how(request, options);
	for (size_t i = 0; i < options->params.count; i++)
		strings_add(&params, options->params.items[i]);
	for (size_t i = 0; i < request->params.count; i++)
		strings_add(&params, request->params.items[i]);
	request->params = params;
}

/* A suite does not excuse a name that nothing has. */
static int check_own_names(const struct run_request *options, const struct arm_set *set)
{
	struct request request = request_default();
	struct strings workloads = { NULL, 0 };
	int status;

	replace_arms(&request.arms, options->arms);
	replace_arms(&request.baselines, options->against);
	request.strict = true;
	status = plan_check_names(NULL, set, &request);
	if (status != LAB_OK)
		return status;
	workload_names(set, &workloads);
	request.params = options->params;
	return combine_check_params(&request, set, &workloads);
}

/* Claims that no suite says how to measure: enough pairs for 10 % in typical noise. */
static void claim_defaults(struct suite *suite)
{
	struct request request = request_default();

	request.pairs = CLAIM_PAIRS;
	request.blocks = CLAIM_BLOCKS;
	request.parks_block_ns = 2 * request.block_ns;
	suite->from = (struct claim_requests){ request, request, request };
}

static int load_claims(const struct run_request *options, const struct suite *suite,
		       struct claim_set *claims)
{
	if (suite->trial != NULL)
		return claims_load_trial(claims, suite->trial, &options->sides);
	return claims_load(claims, NULL, &suite->claims);
}

/* The claims of the suite, or those named on the command line.  A person who names
 * arms wants those arms and no claims. */
static int plan_claims(const struct run_request *options, const struct arm_set *set,
		       struct suite *suite, struct plan *plan)
{
	struct strings workloads = { NULL, 0 };
	struct claim_set claims;
	int status;

	replace(&suite->claims, options->claims);
	if (suite->claims.count == 0 || options->arms != NULL || options->against != NULL)
		return LAB_OK;
	if (!suite->measures_claims)
		claim_defaults(suite);
	status = load_claims(options, suite, &claims);
	override_how(&suite->from.primary, options);
	override_how(&suite->from.secondary, options);
	override_how(&suite->from.further, options);
	replace(&workloads, options->workloads);
	if (status == LAB_OK)
		status = claims_plan(plan, set, &claims, &suite->from, &workloads);
	return status;
}

/* --arms and --against replace those of the screening rows: without any they do nothing. */
static int check_replaces(const struct run_request *options, const struct suite *suite)
{
	if (options->arms == NULL && options->against == NULL)
		return LAB_OK;
	for (size_t i = 0; i < suite->count; i++)
		if (suite->requests[i].purpose == PURPOSE_SCREENING)
			return LAB_OK;
	return option_says_nothing(options->arms != NULL ? "--arms" : "--against",
				   lab_printf("with --suite %s: its rows have arms of their own; "
					      "leave one of them out",
					      options->suite));
}

static void name_sides(struct strings *arms, const struct sides *sides)
{
	struct strings named = { NULL, 0 };

	for (size_t i = 0; i < arms->count; i++)
		strings_add(&named, sides_arm(sides, arms->items[i]));
	*arms = named;
}

/* A trial has two sides, and nothing else has. */
static int check_sides(const struct run_request *options, const struct suite *suite)
{
	const struct sides *sides = &options->sides;

	if (suite->trial != NULL && (sides->base == NULL || sides->head == NULL)) {
		lab_error("--suite %s is a trial of two arms; name them with --base and --head",
			  options->suite);
		return LAB_USAGE;
	}
	if (suite->trial != NULL && options->claims != NULL)
		return option_says_nothing("--claims", "with a trial, which has claims of its own");
	if (suite->trial == NULL && sides->base != NULL)
		return option_says_nothing(
			"--base", lab_printf("with --suite %s, which is no trial", options->suite));
	return LAB_OK;
}

static int load_suite(const struct run_request *options, struct suite *suite)
{
	int status = suite_load(suite, options->suite, options->suite_directory);

	if (status == LAB_OK)
		status = check_sides(options, suite);
	for (size_t i = 0; i < suite->count && status == LAB_OK; i++) {
		name_sides(&suite->requests[i].baselines, &options->sides);
		name_sides(&suite->requests[i].arms, &options->sides);
	}
	return status;
}

static int plan_suite(const struct run_request *options, const struct arm_set *set,
		      struct suite *suite, struct plan *plan)
{
	int status = load_suite(options, suite);

	if (status == LAB_OK)
		status = check_replaces(options, suite);
	if (status == LAB_OK)
		status = check_own_names(options, set);
	if (status == LAB_OK)
		status = plan_claims(options, set, suite, plan);
	for (size_t i = 0; i < suite->count && status == LAB_OK; i++) {
		struct request *request = &suite->requests[i];

		override(request, options);
		if (options->workloads != NULL)
			strings_split(&request->filter, options->workloads, ',');
		status = plan_add(plan, set, request);
	}
	return status;
}

static int plan_alone(const struct run_request *options, const struct arm_set *set,
		      struct suite *suite, struct plan *plan)
{
	struct request request = request_default();

	suite->name = "custom";
	suite->title = suite->label = "";
	strings_add(&request.workloads, "*");
	replace(&request.workloads, options->workloads);
	override(&request, options);
	request.strict = true;
	if (options->against == NULL) {
		/* The default is a preference, not a name that must exist. */
		if (arm_find(set, "tokio-bare", "timed") != NULL)
			strings_add(&request.baselines, "tokio-bare");
		else
			strings_add(&request.baselines, "tokio");
	}
	return plan_add(plan, set, &request);
}

static int plan_claims_alone(const struct run_request *options, const struct arm_set *set,
			     struct suite *suite, struct plan *plan)
{
	suite->name = "claims";
	suite->title = lab_printf("the claims %s", options->claims);
	suite->label = "";
	return plan_claims(options, set, suite, plan);
}

static int plan_rows(const struct run_request *options, const struct arm_set *set,
		     struct suite *suite, struct plan *plan)
{
	if (options->suite == NULL && options->arms == NULL)
		return plan_claims_alone(options, set, suite, plan);
	return options->suite != NULL ? plan_suite(options, set, suite, plan) :
					plan_alone(options, set, suite, plan);
}

int run_plan(const struct run_request *options, const struct arm_set *set, struct suite *suite,
	     struct plan *plan)
{
	int status;

	memset(plan, 0, sizeof(*plan));
	memset(suite, 0, sizeof(*suite));
	suite->layout_pairs = LAYOUT_PAIRS_DEFAULT;
	status = plan_rows(options, set, suite, plan);
	if (options->layout_pairs >= 0)
		suite->layout_pairs = (unsigned int)options->layout_pairs;
	if (status == LAB_OK)
		plan_add_layouts(plan, set, suite->layout_pairs, options->suite == NULL);
	return status;
}

/* ------------------------------------------------------ what it names -- */

static void add_all(struct strings *names, const struct strings *more)
{
	for (size_t i = 0; i < more->count; i++)
		strings_add(names, more->items[i]);
}

static void add_claims(struct strings *names, const struct claim_set *claims)
{
	for (size_t i = 0; i < claims->count; i++)
		for (size_t j = 0; j < claims->claims[i].count; j++) {
			strings_add(names, claims->claims[i].contrasts[j].a);
			strings_add(names, claims->claims[i].contrasts[j].b);
		}
}

static int add_suite(struct strings *names, const struct run_request *options)
{
	struct claim_set claims = { NULL, 0 };
	struct suite suite;
	int status;

	memset(&suite, 0, sizeof(suite));
	status = load_suite(options, &suite);
	for (size_t i = 0; i < suite.count && status == LAB_OK; i++) {
		add_all(names, &suite.requests[i].baselines);
		add_all(names, &suite.requests[i].arms);
	}
	if (status == LAB_OK && suite.claims.count > 0 && options->claims == NULL)
		status = load_claims(options, &suite, &claims);
	add_claims(names, &claims);
	return status;
}

int run_plan_arms(const struct run_request *options, struct strings *names)
{
	struct strings patterns = { NULL, 0 };
	struct claim_set claims = { NULL, 0 };
	int status = LAB_OK;

	if (options->arms != NULL)
		status = arm_names_split(names, options->arms);
	if (status == LAB_OK && options->against != NULL)
		status = arm_names_split(names, options->against);
	if (status == LAB_OK && options->suite != NULL)
		status = add_suite(names, options);
	if (status == LAB_OK && options->claims != NULL) {
		strings_split(&patterns, options->claims, ',');
		status = claims_load(&claims, NULL, &patterns);
		add_claims(names, &claims);
	}
	return status;
}
