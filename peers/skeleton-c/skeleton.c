/* SPDX-License-Identifier: MIT */
/*
 * skeleton-c - a whole peer in C: copy this folder, and put your scheduler in the pool's place.
 *
 * The pool is pthreads around one list of tasks.  The harness, which is linked with it, pins
 * and counts the threads, speaks with the lab and looks at the clock.  Weakness: one workload,
 * and one mutex for everything.
 */
#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "workloads/arm.h"

/* ------------------------------------------------------------ the scheduler -- */

struct task {
	struct task *next;
	void (*run)(struct task *task);
	uint64_t value;
	bool ended;
};

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t work = PTHREAD_COND_INITIALIZER, end = PTHREAD_COND_INITIALIZER;
static struct task *first, **last;
static bool closing;
static struct arm_config config;
static pthread_t threads[1024];
static uint32_t thread_count;

/* Joined by the caller; NULL: no memory. */
static struct task *spawn(void (*run)(struct task *task), uint64_t value)
{
	struct task *task = malloc(sizeof(*task));

	if (!task)
		return NULL;
	*task = (struct task){ .run = run, .value = value };
	pthread_mutex_lock(&mutex);
	*last = task;
	last = &task->next;
	pthread_mutex_unlock(&mutex);
	pthread_cond_signal(&work);
	return task;
}

static uint64_t join(struct task *task)
{
	uint64_t value;

	pthread_mutex_lock(&mutex);
	while (!task->ended)
		pthread_cond_wait(&end, &mutex);
	pthread_mutex_unlock(&mutex);
	value = task->value;
	free(task);
	return value;
}

/* With the mutex, but while the task runs. */
static void run_first(void)
{
	struct task *task = first;

	first = task->next;
	if (!first)
		last = &first;
	pthread_mutex_unlock(&mutex);
	task->run(task);
	pthread_mutex_lock(&mutex);
	task->ended = true;
	pthread_cond_signal(&end);
}

static void *worker_main(void *arg)
{
	uint32_t index = (uint32_t)(uintptr_t)arg;

	config.on_thread_start(ARM_THREAD_WORKER, index, config.arg);
	pthread_mutex_lock(&mutex);
	while (first || !closing) {
		if (first)
			run_first();
		else
			pthread_cond_wait(&work, &mutex);
	}
	pthread_mutex_unlock(&mutex);
	config.on_thread_stop(ARM_THREAD_WORKER, index, config.arg);
	return NULL;
}

static void pool_stop(void *runtime)
{
	(void)runtime; /* one per process */
	pthread_mutex_lock(&mutex);
	closing = true;
	pthread_mutex_unlock(&mutex);
	pthread_cond_broadcast(&work);
	while (thread_count > 0)
		pthread_join(threads[--thread_count], NULL);
}

static int pool_start(const struct arm_config *asked, void **runtime)
{
	int error = 0;

	config = *asked;
	last = &first;
	for (uintptr_t i = 0; i < config.workers && error == 0; i++) {
		error = pthread_create(&threads[i], NULL, worker_main, (void *)i);
		thread_count += error == 0;
	}
	if (error != 0)
		pool_stop(NULL);
	*runtime = threads;
	return -error;
}

/* ------------------------------------------------------------- the workload -- */

static void unit_run(struct task *task)
{
	task->value++;
}

/* Spawns all, then joins all; each must return its own number plus one. */
static int iterate(struct task **handles, uint64_t tasks, struct arm_block *block)
{
	uint64_t spawned = 0;

	while (spawned < tasks && (handles[spawned] = spawn(unit_run, spawned)))
		spawned++;
	for (uint64_t i = 0; i < spawned; i++)
		if (join(handles[i]) != i + 1)
			snprintf(block->error, sizeof(block->error), "a wrong result");
	return spawned < tasks ? -ENOMEM : 0;
}

static uint64_t now_ns(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

static int block_run(void *runtime, const struct arm_workload *workload, struct arm_block *block)
{
	uint64_t start_ns, tasks = block->params[0];
	struct task **handles = calloc(tasks, sizeof(struct task *));
	int error = handles ? 0 : -ENOMEM;

	(void)runtime, (void)workload; /* there is but one of each */
	start_ns = now_ns();
	for (uint64_t i = 0; i < block->iterations && error == 0; i++)
		error = iterate(handles, tasks, block);
	block->timed_ns = now_ns() - start_ns;
	block->units = block->iterations * tasks;
	free(handles);
	return error;
}

/* What it means is in peers/README.md; all that is said of it is as everybody says it. */
static const struct arm_param params[] = {
	{ "tasks", "tasks spawned per iteration", 10000, 1, 10000000 },
};
static const struct arm_workload spawn_remote_idle = {
	.name = "spawn_remote_idle",
	.family = "spawn-heavy",
	.unit = "task",
	.measures = "Spawn from a thread that is no worker onto idle workers, and join.",
	.origin = "tokio rt_multi_threaded spawn_many_remote_idle",
	.params = params,
	.param_count = 1,
	.flags = ARM_NEEDS_REMOTE,
};

/* The program's without "bench-" and layout, so that a copy under another name is another arm. */
static const char *own_name(void)
{
	static char name[64];
	const char *program = program_invocation_short_name;

	if (strncmp(program, "bench-", 6) == 0)
		program += 6;
	snprintf(name, sizeof(name), "%.*s", (int)strcspn(program, "@"), program);
	return name;
}

const struct arm *arm_self(void)
{
	static const struct arm_workload *const workloads[] = { &spawn_remote_idle };
	static struct arm self = {
		.abi = ARM_ABI,
		.kind = "peer",
		.version = "skeleton 1",
		.flavour = "timed",
		.allocator = "libc",
		.isa = SCHED_ISA,
		.workloads = workloads,
		.workload_count = 1,
		.start = pool_start,
		.run = block_run,
		.stop = pool_stop,
	};

	self.name = own_name();
	return &self;
}
