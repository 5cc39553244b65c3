/* SPDX-License-Identifier: MIT */
/*
 * pin_order.c - policies as orders of CPUs.
 *
 * Every allowed CPU gets its rank at each level of the machine (package, L3 in
 * package, core in L3, hardware thread in core); compact, scatter, l3 and core
 * are a filter and a sort over these ranks.  Levels the machine does not report
 * count as one.  Weakness: kinds of cores (performance, efficiency) are not
 * told apart; use explicit there.
 */
#include "harness/pin_order.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness/options.h"

struct place {
	unsigned cpu;	  /* OS number */
	unsigned package; /* ranks among the allowed, each within the level above */
	unsigned l3;
	unsigned core;
	unsigned thread;
	hwloc_obj_t l3_object;
};

struct request {
	hwloc_topology_t topology;
	hwloc_const_cpuset_t allowed;
	const char *policy;
	unsigned *order;
	size_t room;
	char *message;
	size_t message_bytes;
};

static hwloc_obj_t core_of(hwloc_topology_t topology, hwloc_obj_t pu)
{
	hwloc_obj_t core = hwloc_get_ancestor_obj_by_type(topology, HWLOC_OBJ_CORE, pu);

	return core ? core : pu;
}

/* Ranks from the previous place: hwloc lists PUs depth first, so a level that
 * changes starts the levels below it anew. */
static void rank_place(struct place *place, const struct place *previous, bool new_package,
		       bool new_l3, bool new_core)
{
	place->package = previous->package + new_package;
	place->l3 = new_package ? 0 : previous->l3 + new_l3;
	place->core = new_package || new_l3 ? 0 : previous->core + new_core;
	place->thread = new_core ? 0 : previous->thread + 1;
}

static size_t list_places(const struct request *request, struct place *places)
{
	hwloc_obj_t pu = NULL, package = NULL, l3 = NULL, core = NULL;
	struct place previous = { 0 };
	size_t count = 0;

	while ((pu = hwloc_get_next_obj_by_type(request->topology, HWLOC_OBJ_PU, pu))) {
		struct place *place = &places[count];
		hwloc_obj_t its_package, its_core;

		if (!hwloc_bitmap_isset(request->allowed, pu->os_index) || count == request->room)
			continue;
		its_package = hwloc_get_ancestor_obj_by_type(request->topology, HWLOC_OBJ_PACKAGE,
							     pu);
		its_core = core_of(request->topology, pu);
		*place = (struct place){ .cpu = pu->os_index };
		place->l3_object = hwloc_get_ancestor_obj_by_type(request->topology,
								  HWLOC_OBJ_L3CACHE, pu);
		if (count)
			rank_place(place, &previous, its_package != package, place->l3_object != l3,
				   its_core != core);
		package = its_package;
		l3 = place->l3_object;
		core = its_core;
		previous = *place;
		count++;
	}
	return count;
}

static int compare(unsigned a, unsigned b)
{
	return (a > b) - (a < b);
}

/* Farthest apart first: packages, then L3s, then cores, then hardware threads. */
static int compare_scatter(const void *left, const void *right)
{
	const struct place *a = left, *b = right;
	int by_thread = compare(a->thread, b->thread);
	int by_core = compare(a->core, b->core);
	int by_l3 = compare(a->l3, b->l3);

	return by_thread ? by_thread :
	       by_core	 ? by_core :
	       by_l3	 ? by_l3 :
			   compare(a->package, b->package);
}

/* Inside one L3: all cores before second hardware threads. */
static int compare_cores_first(const void *left, const void *right)
{
	const struct place *a = left, *b = right;
	int by_thread = compare(a->thread, b->thread);

	return by_thread ? by_thread : compare(a->core, b->core);
}

static size_t keep_core_leaders(struct place *places, size_t count)
{
	size_t kept = 0, i;

	for (i = 0; i < count; i++)
		if (places[i].thread == 0)
			places[kept++] = places[i];
	return kept;
}

static size_t keep_l3(struct place *places, size_t count, const hwloc_obj_t l3)
{
	size_t kept = 0, i;

	for (i = 0; i < count; i++)
		if (places[i].l3_object == l3)
			places[kept++] = places[i];
	qsort(places, kept, sizeof *places, compare_cores_first);
	return kept;
}

/* "l3" is the L3 of the first allowed CPU, "l3:N" that with logical index N. */
static int order_l3(const struct request *request, struct place *places, size_t count)
{
	int l3_count = hwloc_get_nbobjs_by_type(request->topology, HWLOC_OBJ_L3CACHE);
	uint64_t index = 0;
	hwloc_obj_t l3;
	size_t kept;

	if (request->policy[2] == ':' &&
	    options_number(request->policy + 3, 0, UINT32_MAX, &index)) {
		snprintf(request->message, request->message_bytes,
			 "--pin %s: write it as l3 or l3:INDEX", request->policy);
		return -EINVAL;
	}
	if (l3_count <= 0) {
		snprintf(
			request->message, request->message_bytes,
			"--pin %s: this machine reports no L3 cache; use compact, core or explicit",
			request->policy);
		return -ENOENT;
	}
	if (index >= (uint64_t)l3_count) {
		snprintf(request->message, request->message_bytes,
			 "--pin %s: this machine has L3 caches 0 to %d; use one of them",
			 request->policy, l3_count - 1);
		return -ENOENT;
	}
	l3 = request->policy[2] == ':' ?
		     hwloc_get_obj_by_type(request->topology, HWLOC_OBJ_L3CACHE, (unsigned)index) :
		     places[0].l3_object;
	kept = keep_l3(places, count, l3);
	if (kept)
		return (int)kept;
	snprintf(request->message, request->message_bytes,
		 "--pin %s: this process may use no CPU of that L3; widen its cpuset (taskset, "
		 "cgroup) or use compact",
		 request->policy);
	return -ENOENT;
}

static int bad_list(const struct request *request, const char *why)
{
	snprintf(request->message, request->message_bytes,
		 "--pin %s: %s; write it as explicit:CPU,CPU,... or with ranges, explicit:0,2-5",
		 request->policy, why);
	return -EINVAL;
}

static int add_range(const struct request *request, unsigned long first, unsigned long last,
		     size_t *count)
{
	char *list;

	for (; first <= last; first++) {
		if (first <= UINT32_MAX && hwloc_bitmap_isset(request->allowed, (unsigned)first)) {
			if (*count == request->room)
				return bad_list(request, "too many CPUs");
			request->order[(*count)++] = (unsigned)first;
			continue;
		}
		hwloc_bitmap_list_asprintf(&list, request->allowed);
		snprintf(request->message, request->message_bytes,
			 "--pin %s: CPU %lu is not one this process may use (%s); name one of "
			 "those or widen its cpuset (taskset, cgroup)",
			 request->policy, first, list);
		free(list);
		return -ENOENT;
	}
	return 0;
}

static int order_explicit(const struct request *request)
{
	const char *at = request->policy + strlen("explicit:");
	size_t count = 0;

	do {
		unsigned long first, last;
		char *end;
		int error;

		if (*at < '0' || *at > '9')
			return bad_list(request, "expected a CPU number");
		first = last = strtoul(at, &end, 10);
		if (*end == '-' && end[1] >= '0' && end[1] <= '9')
			last = strtoul(end + 1, &end, 10);
		if ((*end && *end != ',') || last < first)
			return bad_list(request, "not a list of CPUs");
		error = add_range(request, first, last, &count);
		if (error)
			return error;
		at = *end ? end + 1 : NULL;
	} while (at);
	return (int)count;
}

static int order_by_rank(const struct request *request, struct place *places)
{
	size_t count = list_places(request, places);
	int kept = (int)count;
	int i;

	if (!count) {
		snprintf(request->message, request->message_bytes,
			 "--pin %s: hwloc finds no CPU this process may use; use --pin none",
			 request->policy);
		return -ENOENT;
	}
	if (strcmp(request->policy, "scatter") == 0)
		qsort(places, count, sizeof *places, compare_scatter);
	else if (strcmp(request->policy, "core") == 0)
		kept = (int)keep_core_leaders(places, count);
	else if (strncmp(request->policy, "l3", 2) == 0)
		kept = order_l3(request, places, count);
	for (i = 0; i < kept; i++)
		request->order[i] = places[i].cpu;
	return kept;
}

static bool is_ranked(const char *policy)
{
	return strcmp(policy, "compact") == 0 || strcmp(policy, "scatter") == 0 ||
	       strcmp(policy, "core") == 0 || strcmp(policy, "l3") == 0 ||
	       strncmp(policy, "l3:", 3) == 0;
}

int pin_order(hwloc_topology_t topology, hwloc_const_cpuset_t allowed, const char *policy,
	      unsigned *order, size_t room, char *message, size_t message_bytes)
{
	struct request request = { topology, allowed, policy, order, room, message, message_bytes };
	struct place *places;
	int count;

	if (strncmp(policy, "explicit:", 9) == 0)
		return order_explicit(&request);
	if (!is_ranked(policy)) {
		snprintf(message, message_bytes,
			 "--pin %s: no such policy; there are compact, "
			 "scatter, l3, l3:INDEX, core, none, explicit:CPU,CPU,...",
			 policy);
		return -EINVAL;
	}
	places = calloc(room, sizeof *places);
	if (!places) {
		snprintf(message, message_bytes, "--pin %s: out of memory", policy);
		return -ENOENT;
	}
	count = order_by_rank(&request, places);
	free(places);
	return count;
}
