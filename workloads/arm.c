/* SPDX-License-Identifier: MIT */
/*
 * arm.c - arm_self() of every C variant: sched.h plus the registered workloads.
 *
 * The workloads are found in the section they register in and sorted by name;
 * what a variant can run is decided by its capabilities, never by its name.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "workloads/workload.h"

#define KNOBS_MAX   64
#define METRICS_MAX 64

static struct arm_pair knobs[KNOBS_MAX];

/* Loud, in every run: what is cut off is missed by nobody. */
static size_t at_most(const char *what, size_t count, size_t max, const char *limit)
{
	if (count > max) {
		fprintf(stderr, "workloads/arm.c has no room for %zu %s: raise %s\n", count, what,
			limit);
		abort();
	}
	return count;
}

static bool is_known(const struct arm_workload *about)
{
	const struct arm_workload **entry = __start_workload_set;

	while (entry < __stop_workload_set && *entry != about)
		entry++;
	return entry < __stop_workload_set;
}

/* ------------------------------------------------------------- refuses -- */

static const char *refuses_by_capability(const struct arm_workload *workload, uint32_t workers)
{
	uint32_t can = sched_capabilities();
	uint32_t needs = workload->flags;

	if (workers == 0 || workers > SCHED_WORKERS_MAX)
		return "workers must be 1 to 1024";
	if ((needs & ARM_NEEDS_REMOTE) && !(can & SCHED_CAN_REMOTE))
		return "single-threaded executor: no spawn or wake from other threads";
	if ((needs & ARM_NEEDS_PARALLEL) && !(can & SCHED_CAN_PARALLEL))
		return "single-threaded executor: the workload needs two workers";
	if (workers > 1 && !(can & SCHED_CAN_PARALLEL))
		return "single-threaded executor: runs with one worker only";
	if ((needs & ARM_NEEDS_PARALLEL) && workers < 2)
		return "the workload needs at least two workers";
	if ((needs & ARM_NEEDS_FAULT) && !(can & SCHED_CAN_FAULT))
		return "the workload needs the fault build of this variant";
	if ((needs & ARM_NEEDS_CANCEL) && !(can & SCHED_CAN_CANCEL))
		return "the workload needs a shutdown that cancels what sleeps: this variant has "
		       "no list of its tasks";
	return NULL;
}

static const char *arm_refuses(const struct arm_workload *about, const uint64_t *params,
			       uint32_t workers)
{
	const struct workload *workload = workload_of(about);
	const char *why = refuses_by_capability(about, workers);

	if (why)
		return why;
	if (!is_known(about))
		return "not a workload of this program";
	return workload->refuses ? workload->refuses(params, workers) : NULL;
}

/* ----------------------------------------------------- start, run, stop -- */

struct arm_runtime {
	struct sched_runtime *sched;
	struct arm_config config;
	uint64_t runs_expected;	  /* in the block that ran last */
	uint32_t workers_created; /* of all runtimes so far */
	at_u32 workers_started;
	/* Counted by runtimes that others have taken the place of: a count of the arm never
	 * goes back.  In the order of sched_metrics; levels stay 0. */
	uint64_t retired[METRICS_MAX];
};

static void worker_started(uint32_t index, void *arg)
{
	struct arm_runtime *self = (struct arm_runtime *)arg;
	const struct arm_config *config = &self->config;

	if (config->on_thread_start)
		config->on_thread_start(ARM_THREAD_WORKER, index, config->arg);
	at_fetch_add_release(&self->workers_started, 1); /* pairs: WA1 - it is where it is to be */
	os_wake(&self->workers_started, 1);
}

static void worker_stopping(uint32_t index, void *arg)
{
	const struct arm_config *config = &((struct arm_runtime *)arg)->config;

	if (config->on_thread_stop)
		config->on_thread_stop(ARM_THREAD_WORKER, index, config->arg);
}

static int create_runtime(struct arm_runtime *self, struct sched_runtime **runtime)
{
	struct sched_config config = {
		.workers = self->config.workers,
		.seed = self->config.seed,
		.on_worker_start = worker_started,
		.on_worker_stop = worker_stopping,
		.arg = self,
	};
	int error = sched_runtime_create(&config, runtime);

	if (error == 0)
		self->workers_created += config.workers;
	return error;
}

static int arm_start(const struct arm_config *config, void **runtime)
{
	struct arm_runtime *self = (struct arm_runtime *)os_alloc(sizeof(*self), 16);
	int error;

	if (!self)
		return -ENOMEM;
	memset(self, 0, sizeof(*self));
	self->config = *config;
	at_init(&self->workers_started, 0);
	workload_checks_init();
	error = create_runtime(self, &self->sched);
	if (error != 0) {
		at_fini(&self->workers_started);
		workload_checks_fini();
		os_free(self, sizeof(*self));
		return error;
	}
	*runtime = self;
	return 0;
}

static size_t metrics_of(struct sched_runtime *sched, struct sched_metric *found)
{
	return at_most("metrics", sched_metrics(sched, found, METRICS_MAX), METRICS_MAX,
		       "METRICS_MAX");
}

static void await_workers(struct arm_runtime *self)
{
	for (;;) {
		uint32_t started = at_load_acquire(&self->workers_started); /* pairs: WA1 */

		if (started == self->workers_created)
			return;
		os_wait(&self->workers_started, started, OS_FOREVER);
	}
}

/* The new one first: who cannot have it keeps the old one. */
static int renew_runtime(struct arm_runtime *self)
{
	struct sched_metric found[METRICS_MAX];
	struct sched_runtime *old = self->sched, *fresh;
	size_t count;
	int error = create_runtime(self, &fresh);

	if (error != 0)
		return error;
	await_workers(self);
	self->sched = fresh;
	sched_runtime_shutdown(old);
	count = metrics_of(old, found);
	for (size_t i = 0; i < count; i++) {
		if (!found[i].is_level)
			self->retired[i] += found[i].value;
	}
	sched_runtime_destroy(old);
	return 0;
}

static int arm_run(void *runtime, const struct arm_workload *about, struct arm_block *block)
{
	struct arm_runtime *self = (struct arm_runtime *)runtime;
	const struct workload *workload = workload_of(about);
	struct workload_env env = {
		.config = &self->config,
		.params = block->params,
		.block = block,
		.started_ns = 0,
		.runs_expected = 0,
	};
	int error = 0;

	if (!is_known(about))
		return -ENOENT;
	if (workload->wants_fresh_runtime && workload->wants_fresh_runtime(block->params))
		error = renew_runtime(self);
	if (error != 0)
		return error;
	env.runtime = self->sched;
	workload_checks_start(&env);
	error = workload->run(&env);
	if (error == 0)
		workload_expect_equal(&env, "units", block->units,
				      block->iterations * workload->units(block->params));
	self->runs_expected = env.runs_expected;
	return error;
}

static int arm_verify(void *runtime, struct arm_block *block)
{
	struct arm_runtime *self = (struct arm_runtime *)runtime;
	struct workload_env env = {
		.runtime = self->sched,
		.config = &self->config,
		.params = block->params,
		.block = block,
		.started_ns = 0,
		.runs_expected = self->runs_expected,
	};

	return workload_checks_stop(&env);
}

static void arm_stop(void *runtime)
{
	struct arm_runtime *self = (struct arm_runtime *)runtime;

	sched_runtime_shutdown(self->sched);
	sched_runtime_destroy(self->sched);
	at_fini(&self->workers_started);
	workload_checks_fini();
	os_free(self, sizeof(*self));
}

/* ------------------------------------------------------- introspection -- */

static size_t arm_metrics(void *runtime, struct arm_metric *metrics, size_t max)
{
	struct arm_runtime *self = (struct arm_runtime *)runtime;
	struct sched_metric found[METRICS_MAX];
	size_t count = metrics_of(self ? self->sched : NULL, found);

	for (size_t i = 0; i < count && i < max; i++) {
		metrics[i].name = found[i].name;
		metrics[i].counted = found[i].counted;
		metrics[i].is_level = found[i].is_level;
		metrics[i].value = found[i].value + (self ? self->retired[i] : 0);
	}
	return count;
}

static void arm_dump(void *runtime, int fd)
{
	struct arm_runtime *self = (struct arm_runtime *)runtime;

	sched_dump(self->sched, fd);
}

static const char *flavour(void)
{
	if (sched_capabilities() & SCHED_CAN_FAULT)
		return "fault";
	return sched_capabilities() & SCHED_CAN_COUNT ? "counting" : "timed";
}

/* By name; there are too few for anything but insertion. */
static uint32_t sort_workloads(void)
{
	const struct arm_workload **first = __start_workload_set;
	size_t count = (size_t)(__stop_workload_set - first);

	for (size_t i = 1; i < count; i++) {
		const struct arm_workload *workload = first[i];
		size_t place = i;

		for (; place > 0 && strcmp(workload->name, first[place - 1]->name) < 0; place--)
			first[place] = first[place - 1];
		first[place] = workload;
	}
	return (uint32_t)count;
}

static uint32_t collect_knobs(const char **allocator)
{
	size_t count;
	const struct sched_knob *list = sched_knobs(&count);

	*allocator = "libc";
	at_most("knobs", count, KNOBS_MAX, "KNOBS_MAX");
	for (size_t i = 0; i < count; i++) {
		knobs[i].name = list[i].name;
		knobs[i].value = list[i].value;
		if (strcmp(list[i].name, "SCHED_TASK_ALLOC") == 0)
			*allocator = strcasestr(list[i].value, "slab") ? "slab" : "libc";
	}
	return (uint32_t)count;
}

static struct arm self = {
	.abi = ARM_ABI,
	.kind = "variant",
	.version = "schedlab",
	.isa = SCHED_ISA,
	.knobs = knobs,
	.workloads = __start_workload_set,
	.refuses = arm_refuses,
	.start = arm_start,
	.run = arm_run,
	.stop = arm_stop,
	.metrics = arm_metrics,
	.dump = arm_dump,
	.verify = arm_verify,
};

const struct arm *arm_self(void)
{
	if (!self.name) {
		self.flavour = flavour();
		self.knob_count = collect_knobs(&self.allocator);
		self.workload_count = sort_workloads();
		self.name = sched_variant_name();
	}
	return &self;
}
