/* SPDX-License-Identifier: MIT */
/* plan.c - multiplies a request out into cells and rows; see plan.h. */
#include "lab/plan/plan.h"

#include <stdlib.h>
#include <string.h>

#include "lab/arms/expression.h"
#include "lab/arms/facts.h"
#include "lab/gates/cpus.h"
#include "lab/plan/combine.h"

/* Start of a process: load, topology, threads, pinning.  Only for estimates. */
#define START_NS 80000000u
/* The latency probes before and after a pair. */
#define PROBES_NS 10000000u

struct request request_default(void)
{
	struct request request;

	memset(&request, 0, sizeof(request));
	strings_add(&request.workers, lab_printf("%u", cpus_allowed_count()));
	request.pin = "compact";
	request.pairs = 5;
	request.blocks = 10;
	request.block_ns = 20000000u;
	request.parks_block_ns = 200000000u;
	request.purpose = PURPOSE_SCREENING;
	return request;
}

static const char *const purposes[PURPOSES] = { "primary",    "secondary", "screening", "A/A",
						"layout A/A", "planted",   "further" };

const char *purpose_name(enum purpose purpose)
{
	return purposes[purpose];
}

int purpose_of(const char *name)
{
	for (size_t i = 0; i < PURPOSES; i++)
		if (strcmp(purposes[i], name) == 0)
			return (int)i;
	return -1;
}

const struct workload_info *plan_workload(const struct arm_set *set, const char *name)
{
	for (size_t i = 0; i < set->count; i++) {
		const struct workload_info *workload = arm_workload(&set->arms[i], name);

		if (workload != NULL)
			return workload;
	}
	return NULL;
}

/* NULL: it is no arm; else why there is no program of it, and what makes one. */
static const char *why_not_built(const struct arm_set *set, const char *arm)
{
	struct expression expression;

	if (set->tokio_missing != NULL && strncmp(arm, "tokio-", 6) == 0)
		return lab_printf("Tokio is not built, because %s", set->tokio_missing);
	if (is_pattern(arm) || expression_read(&expression, arm) != NULL)
		return NULL;
	return lab_printf("there is no usable program of it in %s; schedlab build %s makes one, "
			  "--arms-dir names another folder",
			  set->directory, arm);
}

static int complain_unknown(const struct arm_set *set, const char *what, const char *name,
			    const struct strings *known)
{
	const char *closest = suggest_name(name, known);
	const char *why = strcmp(what, "arm") == 0 ? why_not_built(set, name) : NULL;

	if (why != NULL)
		lab_error("%s %s: %s", what, name, why);
	else if (closest != NULL)
		lab_error("no %s named \"%s\"; did you mean \"%s\"? (schedlab list shows all)",
			  what, name, closest);
	else
		lab_error("no %s matches \"%s\"; schedlab list shows all", what, name);
	return LAB_USAGE;
}

void plan_note(struct plan *plan, const char *left_out)
{
	if (!strings_contain(&plan->notes, left_out))
		strings_add(&plan->notes, left_out);
}

/* Every pattern must match something, or it is an error or a note. */
static int check_patterns(struct plan *plan, const struct arm_set *set, const char *what,
			  const struct strings *patterns, const struct strings *known, bool strict)
{
	for (size_t i = 0; i < patterns->count; i++) {
		struct strings one = { &patterns->items[i], 1 };
		const char *pattern = patterns->items[i];
		bool found = false;

		for (size_t j = 0; j < known->count && !found; j++)
			found = strings_match(&one, known->items[j]);
		if (found)
			continue;
		if (strict)
			return complain_unknown(set, what, pattern, known);
		plan_note(plan, lab_printf("%s %s, which is not built", what, pattern));
	}
	return LAB_OK;
}

static const struct arm_info *pick_baseline(const struct arm_set *set,
					    const struct request *request, const char *flavour)
{
	for (size_t i = 0; i < request->baselines.count; i++) {
		const struct arm_info *arm = arm_find(set, request->baselines.items[i], flavour);

		if (arm != NULL)
			return arm;
	}
	return NULL;
}

static size_t add_cell(struct plan *plan, const struct cell *wanted)
{
	for (size_t i = 0; i < plan->cell_count; i++)
		if (strcmp(plan->cells[i].key, wanted->key) == 0)
			return i;
	plan->cells = lab_grow(plan->cells, plan->cell_count, sizeof(*plan->cells));
	plan->cells[plan->cell_count] = *wanted;
	return plan->cell_count++;
}

static const char *missing_param(const struct cell *cell, const struct workload_info *workload)
{
	for (size_t i = 0; i < cell->param_count; i++) {
		bool found = false;

		for (size_t j = 0; j < workload->param_count && !found; j++)
			found = strcmp(workload->params[j].name, cell->params[i].name) == 0;
		if (!found)
			return cell->params[i].name;
	}
	return NULL;
}

static const char *refuse_arm(const struct cell *cell, const struct arm_info *arm)
{
	const struct workload_info *workload = arm_workload(arm, cell->workload);
	const char *missing;

	if (workload == NULL)
		return lab_printf("%s does not offer %s", arm->name, cell->workload);
	missing = missing_param(cell, workload);
	if (missing != NULL)
		return lab_printf("%s has no parameter %s", arm->name, missing);
	if (strcmp(workload->unit, cell->unit) != 0)
		return lab_printf("%s counts in %ss, not in %ss", arm->name, workload->unit,
				  cell->unit);
	/* Descriptions refuse for two workers; for others the program is asked. */
	if (workload->refused != NULL && cell->workers == 2)
		return lab_printf("%s: %s", arm->name, workload->refused);
	return NULL;
}

/* NULL, or why these two arms do not stand beside each other in this cell. */
static const char *refuse_pair(const struct cell *cell, const struct arm_info *baseline,
			       const struct arm_info *arm)
{
	const char *reason = refuse_arm(cell, baseline);

	if (reason == NULL)
		reason = refuse_arm(cell, arm);
	if (baseline->is_assumed || arm->is_assumed)
		return reason;
	if (reason == NULL && strcmp(baseline->allocator, arm->allocator) != 0 &&
	    (arm_is_peer(baseline) || arm_is_peer(arm)))
		reason = lab_printf("%s allocates from %s, %s from %s: a peer is compared under "
				    "equal allocators only",
				    arm->name, arm->allocator, baseline->name, baseline->allocator);
	return reason != NULL ? reason : facts_differ_described(baseline, arm);
}

/* A question that is asked already; a claim's contrast is always a row of its own. */
static bool has_row(const struct plan *plan, size_t cell, const struct arm_info *baseline,
		    const struct arm_info *arm, const struct request *request)
{
	for (size_t i = 0; i < plan->row_count; i++) {
		const struct plan_row *row = &plan->rows[i];

		if (row->cell == cell && row->baseline == baseline && row->arm == arm &&
		    row->purpose == request->purpose && row->contrast == request->contrast &&
		    row->plant_percent == request->plant_percent &&
		    row->plant_effects == request->plant_effects &&
		    row->plant_side == request->plant_side)
			return true;
	}
	return false;
}

/* What a contrast could refer to; NULL: these arms are not measured here. */
static struct plan_row *measured_in(const struct plan *plan, size_t cell,
				    const struct arm_info *baseline, const struct arm_info *arm)
{
	for (size_t i = 0; i < plan->row_count; i++) {
		struct plan_row *row = &plan->rows[i];

		if (row->cell == cell && row->baseline == baseline && row->arm == arm &&
		    row->contrast != NULL && row->refused == NULL && row->pairs > 0)
			return row;
	}
	return NULL;
}

const struct plan_row *plan_measured(const struct plan *plan, const struct plan_row *row)
{
	const struct plan_row *measured = row->pairs > 0 ? row :
							   measured_in(plan, row->cell,
								       row->baseline, row->arm);

	return measured != NULL ? measured : row;
}

/* The pairs of a new row: none, if the contrast refers to another one's.  A primary one has them
 * itself, so that it is looked at while it runs (verdict/look.h), and the other refers to it. */
static unsigned int pairs_for(struct plan *plan, size_t cell, const struct arm_info *baseline,
			      const struct arm_info *arm, const struct request *request)
{
	struct plan_row *measured = request->contrast != NULL ?
					    measured_in(plan, cell, baseline, arm) :
					    NULL;

	unsigned int pairs = request->pairs;

	if (measured == NULL)
		return pairs;
	if (measured->pairs > pairs)
		pairs = measured->pairs;
	if (request->purpose == PURPOSE_PRIMARY && measured->purpose != PURPOSE_PRIMARY) {
		measured->pairs = 0;
		return pairs;
	}
	measured->pairs = pairs;
	return 0;
}

/* A fault build counts what it needs itself. */
void plan_find_exercise(struct plan_row *row, const struct arm_set *set)
{
	const struct contrast *contrast = row->contrast;

	if (contrast == NULL || contrast->metric == NULL || strcmp(row->arm->flavour, "timed") != 0)
		return;
	row->exercise = arm_find(set, row->arm->name, "counting");
	if (contrast->metric_either)
		row->exercise_baseline = arm_find(set, row->baseline->name, "counting");
}

void plan_add_row(struct plan *plan, const struct arm_set *set, size_t cell,
		  const struct arm_info *baseline, const struct arm_info *arm,
		  const struct request *request)
{
	struct plan_row *row;
	unsigned int pairs;

	if (has_row(plan, cell, baseline, arm, request))
		return;
	pairs = pairs_for(plan, cell, baseline, arm, request);
	plan->rows = lab_grow(plan->rows, plan->row_count, sizeof(*plan->rows));
	row = &plan->rows[plan->row_count++];
	row->cell = cell;
	row->baseline = baseline;
	row->arm = arm;
	row->pairs = pairs;
	row->purpose = request->purpose;
	row->plant_percent = request->plant_percent;
	row->plant_effects = request->plant_effects;
	row->plant_side = request->plant_side;
	row->contrast = request->contrast;
	row->refused = refuse_pair(&plan->cells[cell], baseline, arm);
	plan_find_exercise(row, set);
	if (row->refused == NULL && row->purpose == PURPOSE_AA_LAYOUT && arm->layout_count < 2)
		row->refused = lab_printf("%s is built in one layout only", arm->name);
}

static void add_rows(struct plan *plan, const struct arm_set *set, const struct request *request,
		     size_t cell, const struct arm_info *baseline)
{
	for (size_t i = 0; i < set->count; i++) {
		const struct arm_info *arm = &set->arms[i];

		if (strcmp(arm->flavour, plan->cells[cell].flavour) != 0 ||
		    !strings_match(&request->arms, arm->name))
			continue;
		/* An arm stands against itself only if it is asked for by name. */
		if (arm != baseline || strings_contain(&request->arms, arm->name))
			plan_add_row(plan, set, cell, baseline, arm, request);
	}
}

static int add_workload(struct plan *plan, const struct arm_set *set, const struct request *request,
			const char *name)
{
	const struct workload_info *workload = plan_workload(set, name);
	const char *flavour = request->flavour != NULL ? request->flavour :
			      workload->needs_fault    ? "fault" :
							 "timed";
	const struct arm_info *baseline = pick_baseline(set, request, flavour);
	struct cell *cells;
	size_t count = 0;
	int status;

	if (baseline == NULL) {
		plan_note(plan,
			  lab_printf("%s, because there is no %s build of its baseline %s", name,
				     flavour, strings_join(&request->baselines, " or ")));
		return LAB_OK;
	}
	if (arm_workload(baseline, name) != NULL)
		workload = arm_workload(baseline, name);
	status = combine_cells(request, workload, flavour, &cells, &count);
	for (size_t i = 0; i < count && status == LAB_OK; i++)
		add_rows(plan, set, request, add_cell(plan, &cells[i]), baseline);
	return status;
}

/* Of several baselines the first that was built is used. */
static bool has_any(const struct strings *patterns, const struct strings *known)
{
	for (size_t i = 0; i < known->count; i++)
		if (strings_match(patterns, known->items[i]))
			return true;
	return false;
}

int plan_check_names(struct plan *plan, const struct arm_set *set, const struct request *request)
{
	struct strings arms = { NULL, 0 }, workloads = { NULL, 0 };
	int status;

	arm_names(set, &arms);
	workload_names(set, &workloads);
	status = check_patterns(plan, set, "arm", &request->arms, &arms, request->strict);
	if (status == LAB_OK && request->strict && !has_any(&request->baselines, &arms))
		status = check_patterns(plan, set, "arm", &request->baselines, &arms, true);
	if (status == LAB_OK)
		status = check_patterns(plan, set, "workload", &request->workloads, &workloads,
					request->strict);
	if (status == LAB_OK)
		status = check_patterns(plan, set, "workload", &request->filter, &workloads, true);
	return status;
}

int plan_add(struct plan *plan, const struct arm_set *set, const struct request *request)
{
	struct strings known = { NULL, 0 }, chosen = { NULL, 0 };
	int status;

	workload_names(set, &known);
	status = plan_check_names(plan, set, request);
	for (size_t i = 0; i < known.count; i++)
		if (strings_match(&request->workloads, known.items[i]) &&
		    (request->filter.count == 0 || strings_match(&request->filter, known.items[i])))
			strings_add(&chosen, known.items[i]);
	/* A suite's defaults name parameters that not every row's workloads have. */
	if (status == LAB_OK && request->strict)
		status = combine_check_params(request, set, &chosen);
	for (size_t i = 0; i < chosen.count && status == LAB_OK; i++)
		status = add_workload(plan, set, request, chosen.items[i]);
	return status;
}

void plan_wanted(const struct plan *plan, struct wanted *wanted)
{
	for (size_t i = 0; i < plan->row_count; i++) {
		const struct plan_row *row = &plan->rows[i];
		bool in_layouts = row->purpose == PURPOSE_AA_LAYOUT;

		if (row->refused != NULL)
			continue;
		wanted_add(wanted, row->baseline->name, row->baseline->flavour, in_layouts);
		wanted_add(wanted, row->arm->name, row->arm->flavour, in_layouts);
		if (row->exercise != NULL)
			wanted_add(wanted, row->exercise->name, row->exercise->flavour, false);
		if (row->exercise_baseline != NULL)
			wanted_add(wanted, row->exercise_baseline->name,
				   row->exercise_baseline->flavour, false);
	}
}

size_t plan_pairs(const struct plan *plan)
{
	size_t pairs = 0;

	for (size_t i = 0; i < plan->row_count; i++)
		if (plan->rows[i].refused == NULL)
			pairs += plan->rows[i].pairs;
	return pairs;
}

uint64_t plan_estimate_ns(const struct plan *plan)
{
	uint64_t total = 0;

	for (size_t i = 0; i < plan->row_count; i++) {
		const struct cell *cell = &plan->cells[plan->rows[i].cell];
		uint64_t side = START_NS + (cell->blocks + 2u) * cell->block_ns;

		if (plan->rows[i].refused == NULL && plan->rows[i].pairs > 0) /* and one alone */
			total += (2u * plan->rows[i].pairs + 1u) * side +
				 plan->rows[i].pairs * PROBES_NS;
	}
	return total;
}

void plan_refuse_arm(struct plan *plan, size_t cell, const struct arm_info *arm, const char *reason)
{
	for (size_t i = 0; i < plan->row_count; i++) {
		struct plan_row *row = &plan->rows[i];

		if (row->cell == cell && row->refused == NULL &&
		    (row->arm == arm || row->baseline == arm))
			row->refused = lab_printf("%s: %s", arm->name, reason);
	}
}
