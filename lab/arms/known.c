/* SPDX-License-Identifier: MIT */
/* known.c - arms that are not built yet; see known.h. */
#include "lab/arms/known.h"

#include <string.h>
#include <unistd.h>

#include "lab/arms/build.h"
#include "lab/arms/expression.h"
#include "lab/base/data.h"

static const char *const flavours[] = { "timed", "counting", "fault" };

/* The same workloads, refused by nobody, and those that the arm's own program (or NULL) has besides:
 * it may be older than a workload, and may have some that no other arm has. */
static void take_workloads(struct arm_info *arm, const struct arm_info *reference,
			   const struct arm_info *own)
{
	size_t count = reference->workload_count, more = own != NULL ? own->workload_count : 0;
	struct workload_info *workloads = lab_alloc((count + more) * sizeof(*workloads));

	memcpy(workloads, reference->workloads, count * sizeof(*workloads));
	for (size_t i = 0; i < count; i++)
		workloads[i].refused = NULL;
	for (size_t i = 0; i < more; i++)
		if (arm_workload(reference, own->workloads[i].name) == NULL)
			workloads[count++] = own->workloads[i];
	arm->workloads = workloads;
	arm->workload_count = count;
}

/* What a program says that is there already; NULL: there is none, or it does not answer. */
static const struct arm_info *ask(const char *file, uint64_t timeout_ns)
{
	const char *program = lab_printf("%s/%s", own_directory(), file);
	struct arm_info *arm = lab_alloc(sizeof(*arm));

	if (access(program, X_OK) != 0 || arm_ask(arm, program, timeout_ns) != NULL)
		return NULL;
	return arm;
}

static void assume(struct arm_set *set, const struct arm_info *reference,
		   const struct arm_info *own, const char *name, const char *flavour)
{
	struct arm_info arm = *reference;
	const char *file = program_file(name, flavour);

	if (is_peer(name) && !peer_is_made(file, false))
		return;

	arm.name = name;
	arm.flavour = flavour;
	arm.kind = is_peer(name) ? "peer" : "variant";
	arm.version = "not built yet";
	take_workloads(&arm, reference, own);
	arm.layout_count = !is_peer(name) || peer_is_made(file, true) ? BUILD_LAYOUTS : 1;
	arm.is_assumed = true;
	json_incref(arm.describe);
	set->arms = lab_grow(set->arms, set->count, sizeof(*set->arms));
	set->arms[set->count++] = arm;
}

/* What can be built: an arm of a preset that there is, a peer's row; not a pattern. */
static bool can_be_built(const char *name, const struct strings *peers)
{
	struct expression expression;

	if (strings_contain(peers, name))
		return true;
	return !is_pattern(name) && expression_read(&expression, name) == NULL;
}

static void add(struct strings *list, const char *name)
{
	if (!strings_contain(list, name))
		strings_add(list, name);
}

static void add_all(struct strings *list, const struct strings *names, const struct strings *peers)
{
	for (size_t i = 0; i < names->count; i++)
		if (can_be_built(names->items[i], peers))
			add(list, names->items[i]);
}

int arm_set_assume(struct arm_set *set, const char *folder, const struct strings *names,
		   uint64_t timeout_ns)
{
	struct strings only = { NULL, 0 }, list = { NULL, 0 }, peers = { NULL, 0 };
	struct strings before = { NULL, 0 };
	struct arm_info reference;
	int status;

	strings_add(&only, "bench-null");
	status = arm_set_load(set, NULL, &only, timeout_ns);
	if (status != LAB_OK)
		return status;
	reference = set->arms[0];
	peer_names(&peers);
	preset_names(&list);
	add_all(&list, &peers, &peers);
	build_known(folder, &before);
	add_all(&list, &before, &peers);
	add_all(&list, names, &peers);
	set->count = 0;
	for (size_t i = 0; i < list.count; i++) {
		const char *name = list.items[i];
		const struct arm_info *own = is_peer(name) && strings_contain(names, name) ?
						     ask(program_file(name, "timed"), timeout_ns) :
						     NULL;

		for (size_t j = 0; j < sizeof(flavours) / sizeof(flavours[0]); j++)
			assume(set, &reference, own, name, flavours[j]);
	}
	json_decref(reference.describe);
	return LAB_OK;
}
