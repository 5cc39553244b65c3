/* SPDX-License-Identifier: MIT */
/*
 * combine.c - the cartesian product of parameter values and worker counts.
 *
 * A request gives "NAME=V,V"; parameters it does not give keep their default,
 * written out, so that both arms of a pair are told the same numbers.
 */
#include "lab/plan/combine.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lab/base/option.h"

static bool split_param(const char *text, char **name, struct strings *values)
{
	const char *equals = strchr(text, '=');

	if (equals == NULL || equals == text || equals[1] == '\0')
		return false;
	*name = lab_strdup(text);
	(*name)[equals - text] = '\0';
	strings_split(values, equals + 1, ',');
	return values->count > 0;
}

static const struct param_info *find_param(const struct workload_info *workload, const char *name)
{
	for (size_t i = 0; i < workload->param_count; i++)
		if (strcmp(workload->params[i].name, name) == 0)
			return &workload->params[i];
	return NULL;
}

/* Where any arm describes the parameter for one of the workloads. */
static const struct param_info *lookup(const struct arm_set *set, const struct strings *workloads,
				       const char *name, struct strings *known)
{
	for (size_t i = 0; i < set->count; i++) {
		for (size_t j = 0; j < workloads->count; j++) {
			const struct workload_info *workload = arm_workload(&set->arms[i],
									    workloads->items[j]);
			const struct param_info *param = workload != NULL ?
								 find_param(workload, name) :
								 NULL;

			if (param != NULL)
				return param;
			for (size_t k = 0; workload != NULL && k < workload->param_count; k++)
				if (!strings_contain(known, workload->params[k].name))
					strings_add(known, workload->params[k].name);
		}
	}
	return NULL;
}

static int check_param(const struct arm_set *set, const struct strings *workloads, const char *text)
{
	struct strings values = { NULL, 0 }, known = { NULL, 0 };
	const struct param_info *param;
	char *name;
	int64_t number;

	if (!split_param(text, &name, &values)) {
		lab_error("parameter \"%s\" is not NAME=VALUE[,VALUE...]", text);
		return LAB_USAGE;
	}
	param = lookup(set, workloads, name, &known);
	if (param == NULL) {
		lab_error("%s", unknown_name("parameter of a chosen workload", name, &known));
		return LAB_USAGE;
	}
	for (size_t i = 0; i < values.count; i++) {
		if (parse_number(values.items[i], param->min, param->max, &number))
			continue;
		lab_error("parameter %s=%s: give a whole number from %" PRId64 " to %" PRId64, name,
			  values.items[i], param->min, param->max);
		return LAB_USAGE;
	}
	return LAB_OK;
}

int combine_check_params(const struct request *request, const struct arm_set *set,
			 const struct strings *workloads)
{
	int status = LAB_OK;

	for (size_t i = 0; i < request->params.count && status == LAB_OK; i++)
		status = check_param(set, workloads, request->params.items[i]);
	return status;
}

/* The values asked for, or the default alone. */
static struct strings values_for(const struct request *request, const struct param_info *param)
{
	struct strings values = { NULL, 0 };
	char *name;

	for (size_t i = 0; i < request->params.count; i++) {
		struct strings given = { NULL, 0 };

		if (split_param(request->params.items[i], &name, &given) &&
		    strcmp(name, param->name) == 0)
			return given;
	}
	strings_add(&values, lab_printf("%" PRId64, param->fallback));
	return values;
}

static void cell_finish(struct cell *cell, const struct request *request,
			const struct workload_info *workload, const char *flavour)
{
	cell->workload = workload->name;
	cell->unit = workload->unit;
	cell->family = workload->family;
	cell->flavour = flavour;
	cell->pin = request->pin;
	cell->blocks = request->blocks;
	cell->block_ns = workload->parks ? request->parks_block_ns : request->block_ns;
	cell->params_text = params_text(cell->params, cell->param_count);
	cell->key = lab_printf("%s %s workers=%u pin=%s blocks=%u block_ns=%" PRIu64 " %s",
			       cell->workload, cell->params_text, cell->workers, cell->pin,
			       cell->blocks, cell->block_ns, flavour);
}

static size_t product(const struct strings *values, size_t params, size_t workers)
{
	for (size_t i = 0; i < params; i++)
		workers *= values[i].count;
	return workers;
}

/* The index-th combination, counted like an odometer. */
static void fill_cell(struct cell *cell, size_t index, const struct strings *values,
		      const struct workload_info *workload, const struct request *request)
{
	cell->param_count = workload->param_count;
	cell->params = lab_alloc(workload->param_count * sizeof(*cell->params));
	cell->workers = (unsigned int)strtoul(
		request->workers.items[index % request->workers.count], NULL, 10);
	index /= request->workers.count;
	for (size_t i = 0; i < workload->param_count; i++) {
		cell->params[i].name = workload->params[i].name;
		cell->params[i].value = strtoll(values[i].items[index % values[i].count], NULL, 10);
		index /= values[i].count;
	}
}

int combine_cells(const struct request *request, const struct workload_info *workload,
		  const char *flavour, struct cell **cells, size_t *count)
{
	struct strings *values = lab_alloc((workload->param_count + 1) * sizeof(*values));

	for (size_t i = 0; i < workload->param_count; i++)
		values[i] = values_for(request, &workload->params[i]);
	*count = product(values, workload->param_count, request->workers.count);
	if (*count > 4096) {
		lab_error("%s: %zu combinations of parameters and workers are too many; "
			  "give fewer values",
			  workload->name, *count);
		return LAB_USAGE;
	}
	*cells = lab_alloc(*count * sizeof(**cells));
	for (size_t i = 0; i < *count; i++) {
		fill_cell(&(*cells)[i], i, values, workload, request);
		cell_finish(&(*cells)[i], request, workload, flavour);
	}
	return LAB_OK;
}
