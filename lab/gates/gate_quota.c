/* SPDX-License-Identifier: MIT */
/*
 * gate_quota.c - may the control group take the CPUs away in the middle of a
 * sample, and did it?
 *
 * Quota: the smallest of the own group and all above it; a quota of at least
 * the CPUs that are allowed can never be used up.  Throttled: periods in which any of
 * these groups had used up its quota, as a difference over the window.
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "lab/gates/cgroup.h"
#include "lab/gates/cpus.h"
#include "lab/gates/gate_file.h"
#include "lab/gates/gate_parts.h"

/* CPUs allowed by one group, INFINITY without a limit; false if it is odd.  The
 * group at the top, and one without the controller, have no such file. */
static bool quota_of(const char *root, const struct cgroup *group, double *cpus, char *why)
{
	char path[GATE_PATH_BYTES], text[64];
	int64_t quota, period;

	*cpus = INFINITY;
	if (!cgroup_file(group, group->unified ? "cpu.max" : "cpu.cfs_quota_us", path) ||
	    !file_exists(root, path))
		return true;
	if (!file_line(root, path, text, sizeof(text), why))
		return false;
	if (strncmp(text, "max", 3) == 0 || strcmp(text, "-1") == 0)
		return true;
	if (group->unified) {
		if (sscanf(text, "%" SCNd64 " %" SCNd64, &quota, &period) != 2)
			quota = period = 0;
	} else if (!file_number(root, path, &quota, why) ||
		   !cgroup_file(group, "cpu.cfs_period_us", path) ||
		   !file_number(root, path, &period, why)) {
		return false;
	}
	*cpus = (double)quota / (double)period;
	if (quota > 0 && period > 0)
		return true;
	snprintf(why, GATE_WHY_BYTES, "%.100s: it is not a quota", path);
	return false;
}

static void judge_quota(double quota, unsigned int allowed, struct gate_reading *reading)
{
	if (isinf(quota)) {
		reading_text(reading, GATE_PASS, "none");
		return;
	}
	reading_number(reading, quota);
	reading->state = quota < allowed ? GATE_BREACHED : GATE_PASS;
	reading_note(reading, "of %u CPU%s allowed", allowed, allowed == 1 ? "" : "s");
}

static void quota_read(const char *root, struct gate_reading *reading)
{
	hwloc_bitmap_t cpus = hwloc_bitmap_alloc();
	double least = INFINITY, quota = 0;
	char *why = reading->note;
	struct cgroup group;
	bool known;

	known = cgroup_find(root, &group, why) && cpus_allowed(root, cpus, why);
	while (known) {
		known = quota_of(root, &group, &quota, why);
		least = fmin(least, quota);
		if (!known || !cgroup_up(&group))
			break;
	}
	if (known)
		judge_quota(least, (unsigned int)hwloc_bitmap_weight(cpus), reading);
	hwloc_bitmap_free(cpus);
}

GATE(quota) = {
	.place = 80,
	.name = "quota",
	.meaning = "may the control group stop all threads until its next period?",
	.remedy = "run outside the limited group: docker run without --cpus, or "
		  "systemctl set-property UNIT CPUQuota=",
	.unit = "CPUs",
	.limit = NAN,
	.limit_reason = "a quota of all CPUs allowed cannot be used up",
	.read = quota_read,
};

/* A group without nr_throttled has no quota of its own; false if it is odd. */
static bool add_throttled(const char *root, const struct cgroup *group,
			  struct throttle_counts *throttle)
{
	char path[GATE_PATH_BYTES], unused[GATE_WHY_BYTES];
	int64_t periods, waited;

	if (!cgroup_file(group, "cpu.stat", path) || !file_exists(root, path))
		return true;
	if (group->unified && !file_key(root, path, "nr_periods", &periods, unused))
		return file_key(root, path, "usage_usec", &waited, throttle->why);
	if (!file_key(root, path, "nr_throttled", &periods, throttle->why) ||
	    !file_key(root, path, group->unified ? "throttled_usec" : "throttled_time", &waited,
		      throttle->why))
		return false;
	throttle->periods += (uint64_t)periods;
	throttle->ns += (uint64_t)waited * (group->unified ? 1000u : 1u);
	return true;
}

void throttle_read(const char *root, struct throttle_counts *throttle)
{
	struct cgroup group;

	if (!cgroup_find(root, &group, throttle->why))
		return;
	while (add_throttled(root, &group, throttle) && cgroup_up(&group))
		continue;
}

static void throttled_judge(const struct gate_window *window, struct gate_reading *reading)
{
	const struct throttle_counts *begin = &window->begin.throttle, *end = &window->end.throttle;
	const char *why = window_why(begin->why, end->why);

	if (why != NULL) {
		reading_unknown(reading, "%s", why);
	} else if (end->periods < begin->periods) {
		reading_unknown(reading, "cpu.stat: nr_throttled ran backwards");
	} else {
		reading_judge(reading, (double)(end->periods - begin->periods), 0);
		if (reading->state == GATE_BREACHED)
			reading_note(reading, "waited %.1f ms for the next period",
				     ((double)end->ns - (double)begin->ns) / 1e6);
	}
}

GATE(throttled) = {
	.place = 110,
	.name = "throttled",
	.meaning = "had the control group used up its quota, so that all threads "
		   "stood still?",
	.remedy = "run outside the limited group: docker run without --cpus, or "
		  "systemctl set-property UNIT CPUQuota=",
	.unit = "periods",
	.limit = 0,
	.limit_reason = "one period lasts longer than a block",
	.judge = throttled_judge,
};
