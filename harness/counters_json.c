/* SPDX-License-Identifier: MIT */
/*
 * counters_json.c - counters as they go into rows: a value, or null and why.
 */
#include "harness/counters.h"

static json_t *usage_json(uint64_t value, const char *reason)
{
	return json_pack("{s:I, s:s, s:s, s:s}", "value", (json_int_t)value, "rung", "rusage",
			 "reason", reason, "scope", "process");
}

static uint64_t usage_field(const struct usage *usage, enum counter_usage field)
{
	switch (field) {
	case USAGE_CPU_NS:
		return usage->cpu_ns;
	case USAGE_SWITCHES:
		return usage->switches_voluntary + usage->switches_involuntary;
	case USAGE_FAULTS:
		return usage->faults_minor + usage->faults_major;
	default:
		return usage->faults_major;
	}
}

static bool reads_zero(const struct counter *counter)
{
	return counter->rung == RUNG_HARDWARE && counter->running_ns && counter->value < 1;
}

/* What cannot be 0 is: then no 0 of this PMU is one. */
static bool pmu_is_idle(const struct counters *counters)
{
	size_t i;

	for (i = 0; i < counters->count; i++)
		if (counters->events[i].event->never_zero && reads_zero(&counters->events[i]))
			return true;
	return false;
}

/* NULL, or why a value that the kernel gave is none. */
static const char *implausible(const struct counters *counters, const struct counter *counter)
{
	if (counter->enabled_ns && !counter->running_ns)
		return "the kernel opened it but never scheduled it (all hardware counters taken?)";
	if (reads_zero(counter) && pmu_is_idle(counters))
		return "reads 0 where no 0 can be: the PMU is there but not counting (guest?)";
	return NULL;
}

static json_t *unavailable_json(const char *reason)
{
	return json_pack("{s:n, s:s, s:s}", "value", "rung", counter_rung_name(RUNG_UNAVAILABLE),
			 "reason", reason);
}

static json_t *perf_json(const struct counters *counters, const struct counter *counter)
{
	const char *why = implausible(counters, counter);
	json_t *json;

	if (why)
		return unavailable_json(why);
	json = json_pack("{s:I, s:s, s:s, s:s}", "value", (json_int_t)(counter->value + 0.5),
			 "rung", counter_rung_name(counter->rung), "reason", counter->reason,
			 "scope", counter->event->user_only ? "threads, user mode" : "threads");
	if (counter->running_ns < counter->enabled_ns) {
		json_object_set_new(json, "scaled", json_true());
		json_object_set_new(json, "enabled_ns",
				    json_integer((json_int_t)counter->enabled_ns));
		json_object_set_new(json, "running_ns",
				    json_integer((json_int_t)counter->running_ns));
	}
	return json;
}

static json_t *counter_json(const struct counters *counters, const struct counter *counter,
			    const struct usage *usage)
{
	if (counter->rung == RUNG_UNAVAILABLE)
		return unavailable_json(counter->reason);
	if (counter->rung == RUNG_RUSAGE)
		return usage_json(usage_field(usage, counter->usage), counter->reason);
	return perf_json(counters, counter);
}

json_t *counters_json(struct counters *counters, const struct usage *usage)
{
	json_t *json = json_object();
	size_t i;

	json_object_set_new(json, "cpu_ns", usage_json(usage->cpu_ns, ""));
	json_object_set_new(json, "switches_voluntary", usage_json(usage->switches_voluntary, ""));
	json_object_set_new(json, "switches_involuntary",
			    usage_json(usage->switches_involuntary, ""));
	pthread_mutex_lock(&counters->mutex);
	for (i = 0; i < counters->count; i++)
		json_object_set_new(json, counters->events[i].event->name,
				    counter_json(counters, &counters->events[i], usage));
	pthread_mutex_unlock(&counters->mutex);
	return json;
}
