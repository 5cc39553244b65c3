/* SPDX-License-Identifier: MIT */
/* subject_lists.c - workloads, claims, suites and peers, a line each. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lab/arms/arms.h"
#include "lab/arms/build.h"
#include "lab/arms/presets.h"
#include "lab/base/data.h"
#include "lab/plan/suite.h"
#include "lab/show/subject_parts.h"

#define TIMEOUT_NS 10000000000u

/* ------------------------------------------------------------ workloads -- */

static json_t *params_json(const struct workload_info *workload)
{
	json_t *params = json_array();

	for (size_t i = 0; i < workload->param_count; i++)
		json_array_append_new(params,
				      json_pack("{s:s, s:I, s:s}", "name", workload->params[i].name,
						"default", (json_int_t)workload->params[i].fallback,
						"meaning", workload->params[i].meaning));
	return params;
}

/* What the program without an engine says: every arm has the same. */
int subject_workloads(json_t *list)
{
	struct strings only = { NULL, 0 };
	struct arm_set set;
	int status;

	strings_add(&only, "bench-null");
	status = arm_set_load(&set, NULL, &only, TIMEOUT_NS);
	for (size_t i = 0; status == LAB_OK && i < set.arms[0].workload_count; i++) {
		const struct workload_info *workload = &set.arms[0].workloads[i];

		json_array_append_new(
			list, json_pack("{s:s, s:s, s:s, s:s, s:o}", "name", workload->name, "unit",
					workload->unit, "measures", workload->measures, "origin",
					workload->origin, "params", params_json(workload)));
	}
	if (status == LAB_OK)
		arm_set_free(&set);
	return status;
}

void subject_print_workloads(json_t *list)
{
	json_t *workload, *param;
	size_t index, other;

	json_array_foreach(list, index, workload) {
		printf("%-22s per %-8s %s\n", subject_text(workload, "name"),
		       subject_text(workload, "unit"), subject_text(workload, "measures"));
		if (json_array_size(list) > 1)
			continue;
		json_array_foreach(json_object_get(workload, "params"), other, param)
			printf("  %s=%" JSON_INTEGER_FORMAT "  %s\n", subject_text(param, "name"),
			       json_integer_value(json_object_get(param, "default")),
			       subject_text(param, "meaning"));
	}
	if (json_array_size(list) > 1)
		printf("Parameters: schedlab list workloads NAME\n");
}

/* --------------------------------------------------------------- claims -- */

int subject_all_claims(struct claim_set *claims)
{
	struct strings all = { NULL, 0 };

	strings_add(&all, "*");
	return claims_load(claims, NULL, &all);
}

int subject_claims(json_t *list)
{
	struct claim_set claims;
	int status = subject_all_claims(&claims);

	for (size_t i = 0; i < claims.count && status == LAB_OK; i++) {
		const struct claim *claim = &claims.claims[i];

		json_array_append_new(list,
				      json_pack("{s:s, s:s, s:s, s:s, s:i}", "name", claim->name,
						"title", claim->title, "axis", claim->axis,
						"decided_by", decided_by_name(claim->decided_by),
						"contrasts", (int)claim->count));
	}
	return status;
}

void subject_print_claims(json_t *list)
{
	json_t *claim;
	size_t index;

	json_array_foreach(list, index, claim)
		printf("%-16s %-12s %s (on %s)\n", subject_text(claim, "name"),
		       subject_text(claim, "decided_by"), subject_text(claim, "title"),
		       subject_text(claim, "axis"));
	printf("Measure some: schedlab run --claims NAME; what became of them: schedlab "
	       "validate\n");
}

/* --------------------------------------------------------------- suites -- */

int subject_suites(json_t *list)
{
	struct strings names = { NULL, 0 };
	int status = suite_names(NULL, &names);

	for (size_t i = 0; i < names.count && status == LAB_OK; i++) {
		struct suite suite;

		memset(&suite, 0, sizeof(suite));
		status = suite_load(&suite, names.items[i], NULL);
		if (status == LAB_OK)
			json_array_append_new(
				list, json_pack("{s:s, s:s, s:I}", "name", suite.name, "title",
						suite.title, "budget_s",
						(json_int_t)(suite.budget_ns / 1000000000u)));
	}
	return status;
}

void subject_print_suites(json_t *list)
{
	json_t *suite;
	size_t index;

	json_array_foreach(list, index, suite) {
		int64_t budget = json_integer_value(json_object_get(suite, "budget_s"));

		printf("%-10s %s%s\n", subject_text(suite, "name"), subject_text(suite, "title"),
		       budget > 0 ? lab_printf(" (at most %" PRId64 " s)", budget) : "");
	}
	printf("schedlab run --suite NAME; --dry-run shows its plan and its time\n");
}

/* ---------------------------------------------------------------- peers -- */

int subject_peers(json_t *list)
{
	struct strings peers = { NULL, 0 };
	const char *folder = build_programs();

	peer_names(&peers);
	for (size_t i = 0; i < peers.count; i++) {
		const char *program = lab_printf("%s/bench-%s", folder, peers.items[i]);

		json_array_append_new(list, json_pack("{s:s, s:b}", "name", peers.items[i], "built",
						      access(program, X_OK) == 0));
	}
	return LAB_OK;
}

void subject_print_peers(json_t *list)
{
	json_t *peer;
	size_t index;

	json_array_foreach(list, index, peer)
		printf("%-26s %s\n", subject_text(peer, "name"),
		       json_is_true(json_object_get(peer, "built")) ? "built" :
								      "built when a plan names it");
	if (json_array_size(list) == 0)
		printf("This build can make no peer; peers/README.md says what each needs.\n");
}
