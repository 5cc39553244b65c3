/* SPDX-License-Identifier: MIT */
/* request.c - see request.h. */
#include "lab/claims/request.h"

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

static int add_contrast(struct plan *plan, const struct arm_set *set,
			const struct contrast *contrast, const struct request *start,
			const struct strings *workloads)
{
	struct request request = from_contrast(contrast, start);
	size_t first = plan->row_count;
	int status;

	request.filter = *workloads;
	status = plan_add(plan, set, &request);
	if (status == LAB_OK)
		refuse_small_host(plan, first, contrast);
	return status;
}

int claims_plan(struct plan *plan, const struct arm_set *set, const struct claim_set *claims,
		const struct request *primary, const struct request *secondary,
		const struct strings *workloads)
{
	int status = claims_check_names(claims, set);

	plan->claims = *claims;
	for (size_t i = 0; i < claims->count; i++)
		for (size_t j = 0; j < claims->claims[i].count && status == LAB_OK; j++) {
			const struct contrast *contrast = &claims->claims[i].contrasts[j];

			status = add_contrast(plan, set, contrast,
					      contrast->primary ? primary : secondary, workloads);
		}
	return status;
}
