/* SPDX-License-Identifier: MIT */
/* claims_plan.c - see claims_plan.h. */
#include "lab/plan/claims_plan.h"

#include <string.h>

#include "lab/claims/names.h"
#include "lab/gates/cpus.h"

static void one(struct strings *list, const char *text)
{
	memset(list, 0, sizeof(*list));
	strings_add(list, text);
}

static struct request from_contrast(const struct contrast *contrast, const struct request *start)
{
	struct request request = *start;

	one(&request.baselines, contrast->a);
	one(&request.arms, contrast->b);
	one(&request.workloads, contrast->workload);
	request.params = contrast->params;
	request.purpose = contrast->primary ? PURPOSE_PRIMARY : PURPOSE_SECONDARY;
	request.contrast = contrast;
	request.flavour = contrast->flavour;
	if (contrast->workers > 0)
		one(&request.workers, lab_printf("%u", contrast->workers));
	if (contrast->blocks > 0)
		request.blocks = contrast->blocks;
	if (contrast->block_ns > 0)
		request.block_ns = request.parks_block_ns = contrast->block_ns;
	return request;
}

/* What a claim needs and this host has not is said, not tried. */
static void refuse_small_host(struct plan *plan, size_t first, const struct contrast *contrast)
{
	if (contrast->needs_cpus <= cpus_allowed_count())
		return;
	for (size_t i = first; i < plan->row_count; i++)
		if (plan->rows[i].refused == NULL)
			plan->rows[i].refused = lab_printf("needs %u CPUs (%s), allowed here: %s",
							   contrast->needs_cpus, contrast->needs,
							   cpus_allowed_text());
}

/* Both arms are there, or a note says which is not. */
static bool has_arms(struct plan *plan, const struct arm_set *set, const struct contrast *contrast,
		     const char *flavour)
{
	const char *const arms[] = { contrast->a, contrast->b };
	struct strings missing = { NULL, 0 };

	for (size_t i = 0; i < 2; i++)
		if (arm_find(set, arms[i], flavour) == NULL)
			strings_add(&missing,
				    arm_find(set, arms[i], "timed") == NULL ?
					    arms[i] :
					    lab_printf("the %s build of %s", flavour, arms[i]));
	if (missing.count > 0)
		plan_note(plan, lab_printf("%s/%s, because %s %s not built", contrast->claim,
					   contrast->name, strings_join(&missing, " and "),
					   missing.count > 1 ? "are" : "is"));
	return missing.count == 0;
}

static int add(struct plan *plan, const struct arm_set *set, const struct contrast *contrast,
	       struct request request, const struct strings *workloads)
{
	size_t first = plan->row_count;
	int status;

	if (workloads->count > 0 && !strings_match(workloads, contrast->workload))
		return LAB_OK; /* nobody asked for it */
	if (!has_arms(plan, set, contrast, request.flavour))
		return LAB_OK;
	request.filter = *workloads;
	status = plan_add(plan, set, &request);
	if (status == LAB_OK)
		refuse_small_host(plan, first, contrast);
	return status;
}

/* The build that supplies a measure of the contrast; callgrind needs no pairs. */
static const char *flavour_for(const struct contrast *contrast, const struct measure *measure)
{
	return measure->program == MEASURE_COUNTING ? "counting" : contrast->flavour;
}

/* Does a further measure need pairs of the build that the contrast is itself about, or (not
 * `own`) of another? */
static bool further_needs(const struct contrast *contrast, bool own)
{
	const char *flavour = flavour_for(contrast, contrast->measure);

	for (size_t i = 0; i < contrast->also_count; i++)
		if (contrast->also[i]->program != MEASURE_CALLGRIND &&
		    (strcmp(flavour_for(contrast, contrast->also[i]), flavour) == 0) == own)
			return true;
	return false;
}

/* The contrast's own row; what is counted by callgrind is counted without pairs. */
static int add_own(struct plan *plan, const struct arm_set *set, const struct contrast *contrast,
		   const struct claim_requests *requests, const struct strings *workloads)
{
	struct request request = from_contrast(contrast, contrast->primary ? &requests->primary :
									     &requests->secondary);

	request.flavour = flavour_for(contrast, contrast->measure);
	if (contrast->measure->program == MEASURE_CALLGRIND && !further_needs(contrast, true))
		request.pairs = 0;
	return add(plan, set, contrast, request, workloads);
}

/* The one other build that supplies further measures: counting, or that which is timed. */
static int add_further(struct plan *plan, const struct arm_set *set,
		       const struct contrast *contrast, const struct claim_requests *requests,
		       const struct strings *workloads)
{
	struct request request = from_contrast(contrast, &requests->further);

	if (!further_needs(contrast, false))
		return LAB_OK;
	request.purpose = PURPOSE_FURTHER;
	if (contrast->measure->program != MEASURE_COUNTING)
		request.flavour = "counting";
	return add(plan, set, contrast, request, workloads);
}

int claims_plan(struct plan *plan, const struct arm_set *set, const struct claim_set *claims,
		const struct claim_requests *requests, const struct strings *workloads)
{
	const struct request only = { .filter = *workloads };
	int status = claims_check_names(claims, set);

	plan->claims = *claims;
	if (status == LAB_OK)
		status = plan_check_names(plan, set, &only);
	for (size_t i = 0; i < claims->count; i++)
		for (size_t j = 0; j < claims->claims[i].count && status == LAB_OK; j++) {
			const struct contrast *contrast = &claims->claims[i].contrasts[j];

			status = add_own(plan, set, contrast, requests, workloads);
			if (status == LAB_OK)
				status = add_further(plan, set, contrast, requests, workloads);
		}
	return status;
}
