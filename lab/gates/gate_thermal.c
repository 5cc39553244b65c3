/* SPDX-License-Identifier: MIT */
/*
 * gate_thermal.c - was a CPU slowed down because it was hot?
 *
 * Two witnesses: the counters of thermal_throttle (Intel), as a difference over
 * the window, and thermal zones that are at or over their lowest trip point at
 * its end.  Weakness: AMD tells neither on many boards, and a guest sees none.
 */
#include <dirent.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "lab/gates/gate_file.h"
#include "lab/gates/gate_parts.h"

#define ZONES	  "/sys/class/thermal"
#define TRIPS_MAX 16

static void add_counter(const char *root, unsigned int cpu, const char *name,
			struct thermal_counts *thermal)
{
	char path[128], why[GATE_WHY_BYTES];
	int64_t events;

	snprintf(path, sizeof(path), "/sys/devices/system/cpu/cpu%u/thermal_throttle/%s", cpu,
		 name);
	if (!file_exists(root, path))
		return;
	if (file_number(root, path, &events, why) && events >= 0) {
		thermal->events += (uint64_t)events;
		thermal->counters++;
	} else if (thermal->why[0] == '\0') {
		snprintf(thermal->why, sizeof(thermal->why), "%s cannot be used", path);
	}
}

/* The lowest trip point at which the kernel slows down or worse, in millidegrees. */
static int64_t lowest_trip(const char *root, const char *zone)
{
	char path[GATE_PATH_BYTES], type[32], why[GATE_WHY_BYTES];
	int64_t lowest = INT64_MAX, temperature;

	for (int trip = 0; trip < TRIPS_MAX; trip++) {
		snprintf(path, sizeof(path), "%s/trip_point_%d_type", zone, trip);
		if (!file_line(root, path, type, sizeof(type), why))
			break;
		snprintf(path, sizeof(path), "%s/trip_point_%d_temp", zone, trip);
		if (strcmp(type, "active") != 0 && /* a fan, not a brake */
		    file_number(root, path, &temperature, why) && temperature > 0 &&
		    temperature < lowest)
			lowest = temperature;
	}
	return lowest;
}

/* Zones that are switched off refuse to tell their temperature. */
static void add_zone(const char *root, const char *name, struct thermal_counts *thermal)
{
	char zone[512], path[GATE_PATH_BYTES], type[24] = "zone", why[GATE_WHY_BYTES];
	int64_t temperature, trip;

	snprintf(zone, sizeof(zone), ZONES "/%s", name);
	snprintf(path, sizeof(path), "%s/temp", zone);
	trip = lowest_trip(root, zone);
	if (trip == INT64_MAX || !file_number(root, path, &temperature, why))
		return;
	thermal->zones++;
	if (temperature < trip)
		return;
	snprintf(path, sizeof(path), "%s/type", zone);
	file_line(root, path, type, sizeof(type), why);
	if (thermal->zones_hot++ == 0)
		snprintf(thermal->hot, sizeof(thermal->hot),
			 "%s at %" PRId64 " C, trip point %" PRId64 " C", type, temperature / 1000,
			 trip / 1000);
}

static void add_zones(const char *root, struct thermal_counts *thermal)
{
	char path[GATE_PATH_BYTES];
	struct dirent *entry;
	DIR *directory;

	if (snprintf(path, sizeof(path), "%s" ZONES, root) >= (int)sizeof(path))
		return;
	directory = opendir(path);
	if (directory == NULL)
		return;
	while ((entry = readdir(directory)) != NULL)
		if (strncmp(entry->d_name, "thermal_zone", 12) == 0)
			add_zone(root, entry->d_name, thermal);
	closedir(directory);
}

void thermal_read(const char *root, struct thermal_counts *thermal)
{
	hwloc_bitmap_t cpus = hwloc_bitmap_alloc();
	int cpu = -1;

	if (file_cpus_online(root, cpus, thermal->why))
		while ((cpu = hwloc_bitmap_next(cpus, cpu)) >= 0) {
			add_counter(root, (unsigned int)cpu, "core_throttle_count", thermal);
			add_counter(root, (unsigned int)cpu, "package_throttle_count", thermal);
		}
	hwloc_bitmap_free(cpus);
	add_zones(root, thermal);
}

static void thermal_judge(const struct gate_window *window, struct gate_reading *reading)
{
	const struct thermal_counts *begin = &window->begin.thermal, *end = &window->end.thermal;
	const char *why = window_why(begin->why, end->why);

	if (why != NULL) {
		reading_unknown(reading, "%s", why);
	} else if (end->counters == 0 && end->zones == 0) {
		reading_unknown(reading, "neither throttle counters nor thermal zones (usual in a "
					 "virtual machine)");
	} else if (begin->counters != end->counters || end->events < begin->events) {
		reading_unknown(reading, "the throttle counters changed or ran backwards");
	} else {
		reading_judge(reading, (double)(end->events - begin->events), 0);
		if (end->zones_hot > 0) {
			reading->state = GATE_BREACHED;
			reading_note(reading, "%s", end->hot);
		}
	}
}

GATE(thermal) = {
	.place = 130,
	.name = "thermal",
	.meaning = "was a CPU slowed down because it was hot?",
	.remedy = "let it cool, or cap the clock: sudo cpupower frequency-set -u FREQUENCY",
	.unit = "events",
	.limit = 0,
	.limit_reason = "no throttling, and every zone is below its trip points",
	.judge = thermal_judge,
};
