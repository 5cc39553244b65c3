/* SPDX-License-Identifier: MIT */
/*
 * host.c - reads /proc and /sys, asks hwloc for the topology.
 *
 * A fact that cannot be had is said to be unknown, never guessed.
 */
#include "lab/gates/host.h"

#include <hwloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "lab/base/lab.h"
#include "lab/base/priority.h"
#include "lab/gates/cpus.h"
#include "lab/gates/gate_file.h"

/* NULL: it cannot be read, or is empty. */
static const char *first_line(const char *path)
{
	char text[256], why[GATE_WHY_BYTES];

	if (!file_text("", path, text, sizeof(text), why))
		return NULL;
	text[strcspn(text, "\n")] = '\0';
	return lab_strdup(text);
}

/* The value behind the first "key : value" of /proc/cpuinfo. */
static const char *cpuinfo(const char *root, const char *key)
{
	FILE *file = fopen(lab_printf("%s/proc/cpuinfo", root), "r");
	const char *value = NULL;
	size_t bytes = 0;
	char *line = NULL;

	while (file != NULL && value == NULL && getline(&line, &bytes, file) > 0) {
		char *colon = strchr(line, ':');

		if (strncmp(line, key, strlen(key)) != 0 || colon == NULL)
			continue;
		line[strcspn(line, "\n")] = '\0';
		value = lab_strdup(colon + 1 + (colon[1] == ' '));
	}
	if (file != NULL)
		fclose(file);
	free(line);
	return value;
}

const char *host_cpu_model(void)
{
	const char *model = cpuinfo("", "model name");
	struct utsname name;

	if (model != NULL)
		return model;
	model = first_line("/sys/firmware/devicetree/base/model");
	if (model != NULL)
		return model;
	return uname(&name) == 0 ? lab_printf("%s CPU of unknown model", name.machine) :
				   "unknown CPU";
}

bool host_is_guest(const char *root)
{
	const char *flags = cpuinfo(root, "flags");

	return (flags != NULL && strstr(flags, " hypervisor") != NULL) ||
	       access(lab_printf("%s/sys/hypervisor/type", root), R_OK) == 0;
}

const char *host_class(void)
{
	const char *cpus = cpus_allowed_text();

	return lab_printf("%s, %s CPU%s, %s", host_cpu_model(), cpus,
			  strcmp(cpus, "1") == 0 ? "" : "s",
			  host_is_guest("") ? "virtual machine" : "no hypervisor seen");
}

const char *host_release(void)
{
	struct utsname name;

	return uname(&name) == 0 ? lab_printf("%s %s", name.sysname, name.release) : "unknown";
}

const char *host_kernel(void)
{
	struct utsname name;

	return uname(&name) == 0 ? lab_printf("%s %s", host_release(), name.machine) : "unknown";
}

const char *host_governor(void)
{
	const char *governor = first_line("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");

	return governor != NULL ? governor : "none";
}

const char *host_perf_permission(void)
{
	const char *level = first_line("/proc/sys/kernel/perf_event_paranoid");

	if (level == NULL)
		return "no perf_event in this kernel";
	return lab_printf("perf_event_paranoid %s%s", level,
			  geteuid() == 0 ? ", but we are root" : "");
}

const char *host_topology_xml(void)
{
	hwloc_topology_t topology;
	const char *text = "unknown";
	char *xml = NULL;
	int bytes = 0;

	if (hwloc_topology_init(&topology) != 0)
		return text;
	if (hwloc_topology_load(topology) == 0 &&
	    hwloc_topology_export_xmlbuffer(topology, &xml, &bytes, 0) == 0) {
		text = lab_strdup(xml);
		hwloc_free_xmlbuffer(topology, xml);
	}
	hwloc_topology_destroy(topology);
	return text;
}

const char *host_scheduling(void)
{
	struct priority priority = priority_inherited();

	return priority_text(&priority);
}
