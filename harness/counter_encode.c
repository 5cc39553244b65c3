/* SPDX-License-Identifier: MIT */
/*
 * counter_encode.c - libpfm4 for hardware and software events, tracefs for
 * tracepoints (libpfm finds them only where debugfs is mounted).
 */
#include "harness/counter_encode.h"

#include <errno.h>
#include <perfmon/pfmlib.h>
#include <stdio.h>
#include <string.h>

static int encode_tracepoint(const char *name, struct perf_event_attr *attr, char *reason,
			     size_t reason_bytes)
{
	static const char *const roots[] = { "/sys/kernel/tracing", "/sys/kernel/debug/tracing" };
	const char *colon = strchr(name, ':');
	unsigned long long id;
	char path[256];
	size_t i;

	for (i = 0; i < sizeof roots / sizeof roots[0]; i++) {
		FILE *file;
		int read;

		snprintf(path, sizeof path, "%s/events/%.*s/%s/id", roots[i], (int)(colon - name),
			 name, colon + 1);
		file = fopen(path, "re");
		if (!file)
			continue;
		read = fscanf(file, "%llu", &id);
		fclose(file);
		if (read == 1) {
			attr->type = PERF_TYPE_TRACEPOINT;
			attr->config = id;
			return 0;
		}
	}
	snprintf(reason, reason_bytes,
		 "tracepoint %s: no id in tracefs (not mounted or not readable)", name);
	return -ENOENT;
}

static int encode_pfm(const char *name, bool user_only, struct perf_event_attr *attr, char *reason,
		      size_t reason_bytes)
{
	pfm_perf_encode_arg_t arg = { .attr = attr, .size = sizeof arg };
	int levels = user_only ? PFM_PLM3 : PFM_PLM0 | PFM_PLM3;
	int error = pfm_initialize();

	if (error == PFM_SUCCESS)
		error = pfm_get_os_event_encoding(name, levels, PFM_OS_PERF_EVENT, &arg);
	if (error == PFM_SUCCESS)
		return 0;
	snprintf(reason, reason_bytes, "%s: libpfm: %s", name, pfm_strerror(error));
	return -ENOENT;
}

int counter_encode(const struct counter_way *way, bool user_only, struct perf_event_attr *attr,
		   char *reason, size_t reason_bytes)
{
	int error;

	memset(attr, 0, sizeof *attr);
	if (way->rung == RUNG_TRACEPOINT)
		error = encode_tracepoint(way->name, attr, reason, reason_bytes);
	else
		error = encode_pfm(way->name, user_only, attr, reason, reason_bytes);
	attr->size = sizeof *attr;
	attr->exclude_hv = 1;
	attr->exclude_kernel = user_only;
	attr->read_format = PERF_FORMAT_TOTAL_TIME_ENABLED | PERF_FORMAT_TOTAL_TIME_RUNNING;
	return error;
}

static json_t *way_json(const struct counter_way *way, bool user_only)
{
	char reason[COUNTER_REASON_BYTES] = "", config[32];
	struct perf_event_attr attr;
	json_t *json = json_object();
	int error = counter_encode(way, user_only, &attr, reason, sizeof reason);

	json_object_set_new(json, "rung", json_string(counter_rung_name(way->rung)));
	json_object_set_new(json, "name", json_string(way->name));
	json_object_set_new(json, "encoded", json_boolean(!error));
	json_object_set_new(json, "reason", json_string(reason));
	if (error)
		return json;
	snprintf(config, sizeof config, "0x%llx", (unsigned long long)attr.config);
	json_object_set_new(json, "type", json_integer(attr.type));
	json_object_set_new(json, "config", json_string(config));
	return json;
}

static json_t *event_json(const struct counter_event *event)
{
	json_t *ways = json_array();
	size_t i;

	for (i = 0; i < COUNTER_WAYS_MAX && event->ways[i].name; i++)
		if (event->ways[i].rung != RUNG_RUSAGE)
			json_array_append_new(ways, way_json(&event->ways[i], event->user_only));
	return json_pack("{s:s, s:o}", "event", event->name, "ways", ways);
}

static json_t *pmus_json(void)
{
	json_t *pmus = json_array();
	int i;

	if (pfm_initialize() != PFM_SUCCESS)
		return pmus;
	for (i = 0; i < PFM_PMU_MAX; i++) {
		pfm_pmu_info_t info = { .size = sizeof info };

		if (pfm_get_pmu_info((pfm_pmu_t)i, &info) == PFM_SUCCESS && info.is_present)
			json_array_append_new(pmus, json_string(info.name));
	}
	return pmus;
}

json_t *counter_encode_json(const struct counter_group *group)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < COUNTER_EVENTS_MAX && group->events[i]; i++)
		json_array_append_new(list, event_json(counter_event_find(group->events[i])));
	return json_pack("{s:s, s:s, s:o, s:o}", "event", "encode", "group", group->name, "pmus",
			 pmus_json(), "events", list);
}
