/* SPDX-License-Identifier: MIT */
/*
 * placement.c - Cpus_allowed_list and scheduling of every thread of a sample; see placement.h.
 */
#include "lab/run/placement.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lab/base/priority.h"
#include "lab/gates/cpus.h"
#include "lab/gates/gate_file.h"

#define THREADS_MAX 4096u

/* What the kernel says of a sample: a set of CPUs for each of its threads, and the first
 * scheduling that is not the one they should have. */
struct threads {
	struct priority wanted, other;
	size_t others;
	hwloc_bitmap_t cpus[THREADS_MAX];
	size_t count;
};

static void look_at_priority(struct threads *threads, pid_t thread)
{
	struct priority priority;

	if (!priority_of(thread, &priority) || priority_is_same(&priority, &threads->wanted))
		return;
	if (threads->others++ == 0)
		threads->other = priority;
}

static void look(struct threads *threads, pid_t pid)
{
	char path[320], why[GATE_WHY_BYTES];
	struct dirent *entry;
	DIR *directory;

	snprintf(path, sizeof(path), "/proc/%d/task", (int)pid);
	directory = opendir(path);

	threads->count = threads->others = 0;
	threads->wanted = priority_inherited();
	while (directory != NULL && threads->count < THREADS_MAX &&
	       (entry = readdir(directory)) != NULL) {
		hwloc_bitmap_t cpus = hwloc_bitmap_alloc();

		snprintf(path, sizeof(path), "/proc/%d/task/%s/status", (int)pid, entry->d_name);
		if (entry->d_name[0] != '.')
			look_at_priority(threads, (pid_t)atoi(entry->d_name));
		if (entry->d_name[0] != '.' &&
		    file_cpus_of_key("", path, "Cpus_allowed_list", cpus, why))
			threads->cpus[threads->count++] = cpus;
		else /* a thread may end while we look */
			hwloc_bitmap_free(cpus);
	}
	if (directory != NULL)
		closedir(directory);
}

static void forget(struct threads *threads)
{
	while (threads->count > 0)
		hwloc_bitmap_free(threads->cpus[--threads->count]);
}

/* Threads that may run on this CPU and on no other. */
static size_t bound_to(const struct threads *threads, int cpu)
{
	size_t count = 0;

	for (size_t i = 0; i < threads->count; i++)
		count += hwloc_bitmap_weight(threads->cpus[i]) == 1 &&
			 hwloc_bitmap_first(threads->cpus[i]) == cpu;
	return count;
}

static size_t said_of(json_t *workers, int cpu)
{
	size_t index, count = 0;
	json_t *value;

	json_array_foreach(workers, index, value)
		count += json_is_integer(value) && json_integer_value(value) == cpu;
	return count;
}

/* Policy none: nobody is bound, and nobody says so. */
static bool check_unbound(struct sample *sample, const struct threads *threads, json_t *workers)
{
	hwloc_bitmap_t allowed = hwloc_bitmap_alloc();
	char why[GATE_WHY_BYTES];
	size_t bound = 0;

	for (size_t i = 0; cpus_allowed("", allowed, why) && i < threads->count; i++)
		bound += hwloc_bitmap_isincluded(allowed, threads->cpus[i]) == 0;
	hwloc_bitmap_free(allowed);
	if (bound > 0)
		return sample_fail(sample, SAMPLE_LIED,
				   "asked for no pinning, but %zu of its threads are bound", bound);
	return json_array_size(workers) == 0 ||
	       sample_fail(sample, SAMPLE_LIED, "asked for no pinning, it names CPUs of workers");
}

/* The CPU that explicit:0,4-6 has for a worker; -1: the policy names none. */
static int explicit_cpu(const char *policy, size_t worker)
{
	hwloc_bitmap_t range = hwloc_bitmap_alloc();
	struct strings parts = { NULL, 0 };
	int cpus[1024], cpu;
	size_t count = 0;

	if (strncmp(policy, "explicit:", 9) == 0)
		strings_split(&parts, policy + 9, ',');
	for (size_t i = 0; i < parts.count; i++) {
		hwloc_bitmap_list_sscanf(range, parts.items[i]);
		for (cpu = -1; count < 1024 && (cpu = hwloc_bitmap_next(range, cpu)) >= 0;)
			cpus[count++] = cpu;
	}
	hwloc_bitmap_free(range);
	return count > 0 ? cpus[worker % count] : -1;
}

/* NULL, or why the policy does not put a worker there. */
static const char *misplaced(const struct sample *sample, json_t *workers, size_t worker, int cpu)
{
	int wanted = explicit_cpu(sample->cell->pin, worker);
	hwloc_bitmap_t allowed = hwloc_bitmap_alloc();
	char why[GATE_WHY_BYTES];
	bool known = cpus_allowed("", allowed, why);
	size_t room = known ? (size_t)hwloc_bitmap_weight(allowed) : 0;
	bool has_room = wanted < 0 && sample->cell->workers <= room &&
			(strcmp(sample->cell->pin, "compact") == 0 ||
			 strcmp(sample->cell->pin, "scatter") == 0);
	const char *wrong = NULL;

	if (wanted >= 0 && wanted != cpu)
		wrong = lab_printf("--pin %s puts it on CPU %d", sample->cell->pin, wanted);
	else if (known && (cpu < 0 || !hwloc_bitmap_isset(allowed, (unsigned int)cpu)))
		wrong = "that CPU is not allowed";
	else if (has_room && said_of(workers, cpu) > 1)
		wrong = "it is not the only one there, and there are CPUs for all";
	hwloc_bitmap_free(allowed);
	return wrong;
}

static bool check_workers(struct sample *sample, const struct threads *threads, json_t *workers)
{
	size_t index;
	json_t *value;

	if (json_array_size(workers) != sample->cell->workers)
		return sample_fail(sample, SAMPLE_LIED,
				   "it names CPUs for %zu workers, asked for %u",
				   json_array_size(workers), sample->cell->workers);
	json_array_foreach(workers, index, value) {
		int cpu = json_is_integer(value) ? (int)json_integer_value(value) : -1;
		const char *wrong = misplaced(sample, workers, index, cpu);

		if (wrong != NULL)
			return sample_fail(sample, SAMPLE_LIED,
					   "it says worker %zu is on CPU %d: %s", index, cpu,
					   wrong);
		if (bound_to(threads, cpu) < said_of(workers, cpu))
			return sample_fail(sample, SAMPLE_LIED,
					   "it says that %zu of its workers are on CPU %d, the "
					   "kernel has %zu of its threads bound there",
					   said_of(workers, cpu), cpu, bound_to(threads, cpu));
	}
	return true;
}

/* The thread whose number is the process's; one that says null is bound nowhere. */
static bool check_main(struct sample *sample, json_t *said)
{
	const char *path = lab_printf("/proc/%d/task/%d/status", (int)sample->child.pid,
				      (int)sample->child.pid);
	hwloc_bitmap_t cpus = hwloc_bitmap_alloc();
	char why[GATE_WHY_BYTES];
	bool known = file_cpus_of_key("", path, "Cpus_allowed_list", cpus, why), right;

	right = said == NULL || json_is_null(said) || !known ||
		(json_is_integer(said) && hwloc_bitmap_weight(cpus) == 1 &&
		 hwloc_bitmap_first(cpus) == json_integer_value(said)) ||
		sample_fail(sample, SAMPLE_LIED,
			    "it says its main thread is on CPU %" JSON_INTEGER_FORMAT
			    ", the kernel has not bound it there",
			    json_integer_value(said));
	hwloc_bitmap_free(cpus);
	return right;
}

static bool check_priority(struct sample *sample, const struct threads *threads)
{
	return threads->others == 0 ||
	       sample_fail(sample, SAMPLE_LIED,
			   "%zu of its threads have %s, the lab gave them %s: it must leave that "
			   "alone",
			   threads->others, priority_text(&threads->other),
			   priority_text(&threads->wanted));
}

bool placement_check(struct sample *sample, json_t *pin)
{
	json_t *workers = json_object_get(pin, "workers");
	static struct threads threads;
	bool right;

	if (!json_is_array(workers))
		return sample_fail(sample, SAMPLE_LIED, "it does not say where its workers are");
	look(&threads, sample->child.pid);
	right = check_priority(sample, &threads) &&
		(strcmp(sample->cell->pin, "none") == 0 ? check_unbound(sample, &threads, workers) :
							  check_workers(sample, &threads, workers));
	forget(&threads);
	return right && check_main(sample, json_object_get(pin, "main"));
}
