/* SPDX-License-Identifier: MIT */
/*
 * null - a single-threaded FIFO executor behind the API of sched.h; no engine.
 *
 * Everything runs inside sched_block_on on the calling thread, in first-in
 * first-out order, with plain fields and a free list: the least that these
 * semantics cost, so what a workload costs here is the floor under every other
 * variant.  One runtime at a time per process.
 *
 * Weakness: no other thread may touch it.  There is no atomic operation in it,
 * so spawns and wakes from other threads are not supported (no such capability),
 * and where a scheduler would sleep for one, block_on returns -EDEADLK.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "variants/null_task.h"

/* ------------------------------------------------------------- runtime -- */

int sched_runtime_create(const struct sched_config *config, struct sched_runtime **runtime)
{
	struct sched_runtime *self;

	*runtime = NULL;
	if (config->workers != 1)
		return -EINVAL;
	self = (struct sched_runtime *)os_alloc(sizeof(*self), 16);
	if (!self)
		return -ENOMEM;
	memset(self, 0, sizeof(*self));
	self->tail = &self->head;
	self->context.budget = &self->budget;
	self->config = *config;
	if (config->on_worker_start) /* the calling thread is the worker */
		config->on_worker_start(0, config->arg);
	*runtime = self;
	return 0;
}

int sched_runtime_shutdown(struct sched_runtime *runtime)
{
	if (os_current() == runtime)
		return -EDEADLK;
	if (runtime->stopped)
		return 0;
	runtime->closed = true;
	while (runtime->head || runtime->suspended) {
		while (runtime->suspended)
			task_wake(runtime->suspended);
		for (struct sched_task *task = queue_take(runtime), *next; task; task = next) {
			next = task->next;
			task_cancel(task);
		}
	}
	runtime->stopped = true;
	if (runtime->config.on_worker_stop)
		runtime->config.on_worker_stop(0, runtime->config.arg);
	return 0;
}

void sched_runtime_destroy(struct sched_runtime *runtime)
{
	if (sched_runtime_shutdown(runtime) != 0)
		return; /* inside of it: refused */
	os_free(runtime, sizeof(*runtime));
	free_plain_trim();
	free_lists_trim();
}

struct sched_runtime *sched_current(void)
{
	return (struct sched_runtime *)os_current();
}

int sched_worker_index(void)
{
	struct sched_runtime *runtime = sched_current();

	return runtime && runtime->context.waker.target != runtime->block_on ? 0 : -1;
}

/* --------------------------------------------------------- spawn, join -- */

static struct sched_task *task_create(struct sched_runtime *runtime,
				      const struct sched_task_ops *ops, const void *state)
{
	struct sched_task *task = (struct sched_task *)sched_alloc(task_bytes(ops));

	if (!task)
		return NULL;
	task->next = NULL;
	task->ops = ops;
	task->word = TASK_REFERENCE;
	task->runtime = runtime;
	if (ops->state_bytes)
		memcpy(task->state, state, ops->state_bytes);
	return task;
}

int sched_spawn_on(struct sched_runtime *runtime, const struct sched_task_ops *ops,
		   const void *state, struct sched_join *join)
{
	struct sched_task *task = task_create(runtime, ops, state);

	if (join)
		join->task = task;
	if (!task)
		return -ENOMEM;
	if (join) {
		task->word += TASK_REFERENCE | TASK_JOINED;
		task->join_waker = sched_waker_empty();
	}
	if (runtime->closed) {
		task_cancel(task);
		return -ECANCELED;
	}
	queue_push(runtime, task);
	return 0;
}

static __attribute__((noinline)) int spawn_here(const struct sched_task_ops *ops, const void *state,
						struct sched_join *join)
{
	struct sched_runtime *runtime = sched_current();

	if (runtime)
		return sched_spawn_on(runtime, ops, state, join);
	if (join)
		join->task = NULL;
	return -ENXIO;
}

/* The cells of plain tasks come back to their list, so the list feeds itself
 * after the first tasks. */
static __attribute__((noinline)) int spawn_first(const struct sched_task_ops *ops,
						 const void *state)
{
	size_t bytes = sizeof(struct sched_task) + PLAIN_BYTES;
	struct sched_task *task = (struct sched_task *)os_alloc(bytes, 16);

	if (!task)
		return -ENOMEM;
	task->ops = ops;
	task->word = TASK_PLAIN | TASK_REFERENCE;
	task->runtime = plain_runtime;
	if (ops->state_bytes)
		memcpy(task->state, state, ops->state_bytes);
	queue_push(plain_runtime, task);
	return 0;
}

static inline void plain_state_copy(struct sched_task *task, const void *state, uint64_t bytes)
{
	if (bytes == 16)
		memcpy(task->state, state, 16);
	else
		memcpy(task->state, state, 8);
}

/* The short way, for a task that is small, detached and without output, has no
 * call in it, so it needs no stack frame. */
int sched_spawn(const struct sched_task_ops *ops, const void *state, struct sched_join *join)
{
	uint64_t bytes = (uint64_t)ops->output_bytes << 32 | ops->state_bytes;
	struct sched_task *task = free_plain_tasks;

	if (__builtin_expect(bytes >= plain_end || bytes % 8 || ops->drop_output || join, 0))
		return spawn_here(ops, state, join);
	if (__builtin_expect(!task, 0))
		return spawn_first(ops, state);
	free_plain_tasks = task->next;
	task->ops = ops;
	task->word = TASK_PLAIN | TASK_REFERENCE;
	task->runtime = plain_runtime;
	if (__builtin_expect(bytes != 0, 0))
		plain_state_copy(task, state, bytes);
	queue_push(plain_runtime, task);
	return 0;
}

int sched_join_take(struct sched_join *join, void *output)
{
	struct sched_task *task = join->task;

	if (!task || task->word & TASK_TAKEN)
		return -EINVAL;
	if (task_phase(task) != TASK_COMPLETE)
		return -EAGAIN;
	task->word |= TASK_TAKEN;
	if (task->word & TASK_CANCELLED)
		return -ECANCELED;
	if (output)
		memcpy(output, task->state, task->ops->output_bytes);
	return 0;
}

enum sched_poll sched_join_poll(struct sched_join *join, struct sched_context *context,
				void *output, int *status)
{
	struct sched_task *task = join->task;

	if (!sched_coop_proceed(context))
		return SCHED_PENDING;
	*status = sched_join_take(join, output);
	if (*status != -EAGAIN)
		return SCHED_READY;
	sched_coop_refund(context);
	if (!sched_waker_will_wake(&task->join_waker, &context->waker)) {
		sched_waker_drop(&task->join_waker);
		task->join_waker = sched_waker_clone(&context->waker);
	}
	return SCHED_PENDING;
}

void sched_join_detach(struct sched_join *join)
{
	struct sched_task *task = join->task;

	if (!task)
		return;
	join->task = NULL;
	task->word &= ~(uint64_t)TASK_JOINED;
	if (task_phase(task) != TASK_COMPLETE)
		sched_waker_drop(&task->join_waker);
	else if (task->ops->drop_output && !(task->word & (TASK_CANCELLED | TASK_TAKEN)))
		task->ops->drop_output(task->state);
	task_release(task);
}

void sched_join_abort(struct sched_join *join)
{
	struct sched_task *task = join->task;

	if (!task || task_phase(task) == TASK_COMPLETE)
		return;
	task->word |= TASK_ABORTED;
	if (task_phase(task) == TASK_SUSPENDED)
		task_wake(task);
}

bool sched_join_is_finished(const struct sched_join *join)
{
	return !join->task || task_phase(join->task) == TASK_COMPLETE;
}

/* -------------------------------------------------------------- wakers -- */

struct sched_waker sched_waker_clone(const struct sched_waker *waker)
{
	struct sched_task *task = (struct sched_task *)waker->target;

	if (task)
		task->word += TASK_REFERENCE;
	return *waker;
}

void sched_waker_wake_by_ref(const struct sched_waker *waker)
{
	if (waker->target)
		task_wake((struct sched_task *)waker->target);
}

void sched_waker_drop(struct sched_waker *waker)
{
	struct sched_task *task = (struct sched_task *)waker->target;

	*waker = sched_waker_empty();
	if (task)
		task_release(task);
}

void sched_waker_wake(struct sched_waker *waker)
{
	sched_waker_wake_by_ref(waker);
	sched_waker_drop(waker);
}

/* --------------------------------------------------- inside a poll only -- */

enum sched_poll sched_yield_now(struct sched_context *context)
{
	sched_waker_wake_by_ref(&context->waker);
	return SCHED_PENDING;
}

bool sched_coop_exhausted(struct sched_context *context)
{
	sched_waker_wake_by_ref(&context->waker);
	return false;
}

/* ------------------------------------------------------------- block_on -- */

/* block_on's future is a task in the queue like the others, except that it is
 * polled through a pointer and ends the loop. */
struct block_on {
	sched_poll_fn *poll;
	void *state;
	bool done;
};

static enum sched_poll block_on_poll(void *state, struct sched_context *context)
{
	struct block_on *block_on = *(struct block_on **)state;

	if (block_on->poll(block_on->state, context) == SCHED_PENDING)
		return SCHED_PENDING;
	block_on->done = true;
	sched_current()->block_on = NULL;
	return SCHED_READY;
}

static const struct sched_task_ops block_on_ops = {
	.name = "block_on",
	.poll = block_on_poll,
	.drop = NULL,
	.drop_output = NULL,
	.state_bytes = sizeof(struct block_on *),
	.output_bytes = 0,
};

/* Nothing is left that could wake the future. */
static void block_on_give_up(struct sched_runtime *runtime)
{
	struct sched_task *task = runtime->block_on;

	runtime->block_on = NULL;
	unsuspend(task);
	task_cancel(task);
}

static void runtime_enter(struct sched_runtime *runtime)
{
	os_set_current(runtime);
	plain_runtime = runtime;
	plain_end = runtime->closed ? 0 : PLAIN_BYTES + 1;
}

static void runtime_leave(void)
{
	os_set_current(NULL);
	plain_runtime = NULL;
	plain_end = 0;
}

int sched_block_on(struct sched_runtime *runtime, sched_poll_fn *poll, void *state)
{
	struct block_on block_on = { .poll = poll, .state = state, .done = false };
	struct block_on *self = &block_on;

	if (os_current())
		return -EDEADLK;
	runtime->block_on = task_create(runtime, &block_on_ops, &self);
	if (!runtime->block_on)
		return -ENOMEM;
	runtime_enter(runtime);
	queue_return(runtime, runtime->block_on); /* first: it is polled at once */
	run_tasks(runtime);
	runtime_leave();
	if (runtime->block_on)
		block_on_give_up(runtime);
	return block_on.done ? 0 : -EDEADLK;
}

struct join_future {
	struct sched_join *join;
	void *output;
	int status;
};

static enum sched_poll join_future_poll(void *state, struct sched_context *context)
{
	struct join_future *future = (struct join_future *)state;

	return sched_join_poll(future->join, context, future->output, &future->status);
}

int sched_block_on_join(struct sched_runtime *runtime, struct sched_join *join, void *output)
{
	struct join_future future = { .join = join, .output = output, .status = 0 };
	int error = sched_block_on(runtime, join_future_poll, &future);

	if (error != 0)
		return error;
	sched_join_detach(join);
	return future.status;
}

/* -------------------------------------------------------- introspection -- */

uint32_t sched_capabilities(void)
{
	return SCHED_CAN_CANCEL;
}

const char *sched_variant_name(void)
{
	return "null";
}

const struct sched_knob *sched_knobs(size_t *count)
{
	static const struct sched_knob knobs[] = {
		{ "SCHED_BUDGET", "128" },
		{ "SCHED_TASK_ALLOC", ALLOC_NAME },
	};

	*count = sizeof(knobs) / sizeof(knobs[0]);
	return knobs;
}

uint32_t sched_worker_interval(void)
{
	return 0; /* no inject queue */
}

size_t sched_metrics(struct sched_runtime *runtime, struct sched_metric *metrics, size_t max)
{
	(void)runtime;
	(void)metrics;
	(void)max;
	return 0; /* it never parks, steals or overflows */
}

void sched_dump(struct sched_runtime *runtime, int fd)
{
	static const char queued[] = "null: tasks are queued\n";
	static const char empty[] = "null: no task is queued\n";
	ssize_t written;

	written = runtime->head ? write(fd, queued, sizeof(queued) - 1) :
				  write(fd, empty, sizeof(empty) - 1);
	(void)written;
}

int sched_fault_hold_thief(struct sched_runtime *runtime, uint64_t hold_ns)
{
	(void)runtime;
	(void)hold_ns;
	return -ENOTSUP;
}
