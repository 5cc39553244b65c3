/* SPDX-License-Identifier: MIT */
/*
 * Description: each misuse of wakers and handles is told with the operation that made it
 *
 * One build for each value of SCHED_GUARD, all with SCHED_DEBUG 0: what is told is told
 * in release builds.  A misuse is made in a child, which must end with one line and
 * SIGABRT.  GUARD_NONE tells nothing: where the misuse has a defined outcome all the same
 * (the task lives on, with a reference too few) the child must end well; where it has
 * none, it is not run.
 */
#include "tests/unit/internals.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static struct sched_runtime *runtime;
static struct worker *worker;
static struct sched_join handle;
static struct sched_waker waker;     /* owned */
static struct sched_waker copy;	     /* of it: not a waker of its own */
static struct sched_context context; /* the poll's, kept beyond it */
static bool is_dropped_in_poll;
static int polls;

/* Pending with a waker left in `waker`, then ready. */
static enum sched_poll twice_poll(void *state, struct sched_context *poll_context)
{
	(void)state;
	if (polls++ > 0)
		return SCHED_READY;
	waker = sched_waker_clone(&poll_context->waker);
	copy = waker;
	context = *poll_context;
	if (!is_dropped_in_poll)
		return SCHED_PENDING;
	sched_waker_drop(&waker);
	sched_waker_drop(&copy); /* the poll's, in truth */
	return SCHED_PENDING;
}

static const struct sched_task_ops twice_ops = { .name = "twice", .poll = twice_poll };

/* The test is the worker.  The task has been polled once. */
static void begin(void)
{
	uint64_t taken;
	struct sched_task *task;

	polls = 0;
	runtime = runtime_without_threads(1);
	worker = &runtime->workers[0];
	if (sched_spawn_on(runtime, &twice_ops, NULL, &handle) != 0)
		_exit(2);
	os_set_current(&worker->context);
	task = inject_queue_pop(&runtime->inject, 0, 1, &taken);
	task_run(worker, task);
}

static void complete(void)
{
	sched_waker_wake_by_ref(&waker);
	task_run(worker, worker_pop_lifo(worker));
}

/* The last reference is gone. */
static void release(void)
{
	complete();
	sched_waker_drop(&waker);
	sched_join_detach(&handle);
}

static void end(void)
{
	os_set_current(NULL); /* from a worker of its own it would not be freed */
	sched_runtime_destroy(runtime);
}

/* -------------------------------------------------------- the misuses -- */

static void woken_twice(void)
{
	sched_waker_wake(&waker);
	sched_waker_wake(&copy);
}

static void woken_after_drop(void)
{
	sched_waker_drop(&waker);
	sched_waker_wake(&copy);
}

static void dropped_twice(void)
{
	sched_waker_drop(&waker);
	sched_waker_drop(&copy);
}

static void dropped_after_wake(void)
{
	sched_waker_wake(&waker);
	sched_waker_drop(&copy);
}

static void cloned_after_drop(void)
{
	sched_waker_drop(&waker);
	sched_waker_clone(&copy);
}

static void woken_by_ref_after_wake(void)
{
	sched_waker_wake(&waker);
	sched_waker_wake_by_ref(&copy);
}

static void dropped_more_than_cloned(void)
{
	struct sched_waker clone = sched_waker_clone(&waker);

	sched_waker_drop(&waker);
	sched_waker_drop(&copy); /* takes the clone's place */
	sched_waker_drop(&clone);
}

static void woken_after_completion(void)
{
	complete();
	sched_waker_drop(&waker);
	sched_waker_wake(&copy);
}

static void borrowed_waker_woken(void)
{
	sched_waker_drop(&waker);
	sched_waker_wake(&context.waker);
}

static void yielded_after_the_poll(void)
{
	sched_waker_drop(&waker);
	sched_yield_now(&context);
}

/* The same where the list of deferred tasks has room: a way of its own. */
static void yielded_after_the_poll_with_room(void)
{
	if (!defer_list_grow(&worker->defer))
		_exit(2);
	sched_waker_drop(&waker);
	sched_yield_now(&context);
}

/* A yield in order, whose waker was then dropped by somebody else. */
static void resumed_without_waker(void)
{
	sched_yield_now(&context);
	sched_waker_drop(&waker);
	sched_waker_drop(&copy);
	worker_wake_deferred(worker);
}

static void resumed_without_waker_with_room(void)
{
	if (!defer_list_grow(&worker->defer))
		_exit(2);
	resumed_without_waker();
}

static void resumed_after_completion(void)
{
	sched_yield_now(&context);
	complete();
	sched_waker_drop(&waker);
	sched_waker_drop(&copy);
	worker_wake_deferred(worker);
}

/* In the first poll, so that it is done before this. */
static void borrowed_waker_dropped(void)
{
}

static struct sched_join detached_copy(void)
{
	struct sched_join other = handle;

	sched_join_detach(&handle);
	return other;
}

static void detached_twice(void)
{
	struct sched_join other = detached_copy();

	sched_join_detach(&other);
}

static void polled_after_detach(void)
{
	struct sched_join other = detached_copy();
	int status;

	sched_join_poll(&other, &context, NULL, &status);
}

static void taken_after_detach(void)
{
	struct sched_join other = detached_copy();

	sched_join_take(&other, NULL);
}

static void aborted_after_detach(void)
{
	struct sched_join other = detached_copy();

	sched_join_abort(&other);
}

static void asked_after_detach(void)
{
	struct sched_join other = detached_copy();

	sched_join_is_finished(&other);
}

static void woken_after_release(void)
{
	release();
	sched_waker_wake(&copy);
}

static void woken_by_ref_after_release(void)
{
	release();
	sched_waker_wake_by_ref(&copy);
}

static void cloned_after_release(void)
{
	release();
	sched_waker_clone(&copy);
}

static void dropped_after_release(void)
{
	release();
	sched_waker_drop(&copy);
}

static void detached_after_release(void)
{
	struct sched_join other = handle;

	release();
	sched_join_detach(&other);
}

/* Ends a waker of the thread twice, by the operation that `state` names. */
static enum sched_poll thread_poll(void *state, struct sched_context *poll_context)
{
	void (*end_waker)(struct sched_waker *) = *(void (**)(struct sched_waker *))state;
	struct sched_waker mine = sched_waker_clone(&poll_context->waker);
	struct sched_waker again = mine;

	end_waker(&mine);
	end_waker(&again);
	return SCHED_READY;
}

static void end_thread_waker_twice(void (*end_waker)(struct sched_waker *))
{
	os_set_current(NULL);
	sched_block_on(runtime, thread_poll, &end_waker);
}

static void thread_waker_dropped_twice(void)
{
	end_thread_waker_twice(sched_waker_drop);
}

static void thread_waker_woken_twice(void)
{
	end_thread_waker_twice(sched_waker_wake);
}

/* ---------------------------------------------------------- the table -- */

struct misuse {
	const char *name;
	void (*run)(void);
	enum guard_operation operation; /* that is told */
	const char *wrong;
	const char *detail;	/* GUARD_SENTINEL tells besides */
	enum knob_guard needed; /* GUARD_NONE: defined without, and then not told */
};

#define AFTER_WAKE "the last waker ended in sched_waker_wake"
#define AFTER_DROP "the last waker ended in sched_waker_drop"
#define MISUSE(id, operation, wrong, detail, needed) \
	{ \
#id, id, operation, wrong, detail, needed \
	}

static const struct misuse misuses[] = {
	MISUSE(woken_twice, GUARD_WAKE, "no waker is left", AFTER_WAKE, GUARD_NONE),
	MISUSE(woken_after_drop, GUARD_WAKE, "no waker is left", AFTER_DROP, GUARD_NONE),
	MISUSE(dropped_twice, GUARD_DROP, "no waker is left", AFTER_DROP, GUARD_NONE),
	MISUSE(dropped_after_wake, GUARD_DROP, "no waker is left", AFTER_WAKE, GUARD_NONE),
	MISUSE(cloned_after_drop, GUARD_CLONE, "no waker is left", AFTER_DROP, GUARD_NONE),
	MISUSE(woken_by_ref_after_wake, GUARD_WAKE_BY_REF, "no waker is left", AFTER_WAKE,
	       GUARD_NONE),
	MISUSE(dropped_more_than_cloned, GUARD_DROP, "no waker is left", AFTER_DROP, GUARD_NONE),
	MISUSE(woken_after_completion, GUARD_WAKE, "used after completion", AFTER_DROP, GUARD_NONE),
	MISUSE(borrowed_waker_woken, GUARD_WAKE, "no waker is left", AFTER_DROP, GUARD_NONE),
	MISUSE(borrowed_waker_dropped, GUARD_DROP, "no waker is left", AFTER_DROP, GUARD_NONE),
	MISUSE(yielded_after_the_poll, GUARD_YIELD, "no waker is left", AFTER_DROP, GUARD_NONE),
	MISUSE(yielded_after_the_poll_with_room, GUARD_YIELD, "no waker is left", AFTER_DROP,
	       GUARD_NONE),
	MISUSE(resumed_without_waker, GUARD_RESUME, "no waker is left", AFTER_DROP, GUARD_NONE),
	MISUSE(resumed_after_completion, GUARD_RESUME, "used after completion", AFTER_DROP,
	       GUARD_NONE),
	MISUSE(resumed_without_waker_with_room, GUARD_RESUME, "no waker is left", AFTER_DROP,
	       GUARD_NONE),
	MISUSE(detached_twice, GUARD_JOIN_DETACH, "detached before", "", GUARD_NONE),
	MISUSE(polled_after_detach, GUARD_JOIN_POLL, "detached before", "", GUARD_NONE),
	MISUSE(taken_after_detach, GUARD_JOIN_TAKE, "detached before", "", GUARD_NONE),
	MISUSE(aborted_after_detach, GUARD_JOIN_ABORT, "detached before", "", GUARD_NONE),
	MISUSE(asked_after_detach, GUARD_JOIN_IS_FINISHED, "detached before", "", GUARD_NONE),
	MISUSE(thread_waker_dropped_twice, GUARD_DROP, "no waker is left", "", GUARD_DEBUG),
	MISUSE(thread_waker_woken_twice, GUARD_WAKE, "no waker is left", "", GUARD_DEBUG),
	MISUSE(woken_after_release, GUARD_WAKE, "released", AFTER_DROP, GUARD_SENTINEL),
	MISUSE(woken_by_ref_after_release, GUARD_WAKE_BY_REF, "released", AFTER_DROP,
	       GUARD_SENTINEL),
	MISUSE(cloned_after_release, GUARD_CLONE, "released", AFTER_DROP, GUARD_SENTINEL),
	MISUSE(dropped_after_release, GUARD_DROP, "released", AFTER_DROP, GUARD_SENTINEL),
	MISUSE(detached_after_release, GUARD_JOIN_DETACH, "released", AFTER_DROP, GUARD_SENTINEL),
};

/* What the child said, and how it ended. */
static int status_of_child(const struct misuse *misuse, char *said, size_t room)
{
	size_t length = 0;
	ssize_t count;
	int status = 0;
	int ends[2];
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		is_dropped_in_poll = misuse->run == borrowed_waker_dropped;
		begin();
		misuse->run();
		_exit(0);
	}
	close(ends[1]);
	while (length < room - 1 && (count = read(ends[0], said + length, room - 1 - length)) > 0)
		length += (size_t)count;
	said[length] = '\0';
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

static void assert_said(const char *said, const char *expected)
{
	if (!strstr(said, expected))
		fail_msg("expected '%s' in '%s'", expected, said);
}

static void misused(void **state)
{
	const struct misuse *misuse = (const struct misuse *)*state;
	char said[1024];
	char start[64];
	int status;

	if (SCHED_GUARD < misuse->needed) {
		print_message("%s: not run, it is undefined with this guard\n", misuse->name);
		skip();
	}
	status = status_of_child(misuse, said, sizeof(said));
	if (SCHED_GUARD == GUARD_NONE) {
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
		assert_string_equal(said, "");
		return;
	}
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
	snprintf(start, sizeof(start), "%s: task '", guard_name(misuse->operation));
	assert_ptr_equal(strstr(said, start), said);
	assert_said(said, misuse->wrong);
	if (SCHED_GUARD == GUARD_SENTINEL)
		assert_said(said, misuse->detail);
	assert_ptr_equal(strchr(said, '\n'), said + strlen(said) - 1);
}

/* ------------------------------------------------------ rightful use -- */

static void wakers_used_once_each(void **unused)
{
	struct sched_waker clone;

	(void)unused;
	begin();
	clone = sched_waker_clone(&waker);
	sched_waker_wake(&clone);
	sched_waker_wake(&clone); /* the same object: empty by now */
	complete();
	assert_int_equal(sched_join_take(&handle, NULL), 0);
	sched_waker_wake_by_ref(&waker); /* complete, and a waker all the same */
	clone = sched_waker_clone(&waker);
	sched_waker_wake(&waker);
	sched_join_detach(&handle);
	sched_waker_drop(&clone);
	end();
}

/* Yields by both ways, the first of which makes the room for the second. */
static void yields_and_resumes_in_order(void **unused)
{
	(void)unused;
	begin();
	for (int i = 0; i < 2; i++) {
		sched_yield_now(&context);
		worker_wake_deferred(worker);
	}
	complete();
	sched_waker_drop(&waker);
	sched_join_detach(&handle);
	end();
}

/* Kept memory is bounded, and goes with the runtime. */
static void more_tasks_than_are_kept(void **unused)
{
	(void)unused;
	polls = 1; /* ready at once */
	runtime = runtime_without_threads(1);
	worker = &runtime->workers[0];
	os_set_current(&worker->context);
	for (uint32_t i = 0; i < 2 * GUARD_KEPT + 1; i++) {
		assert_int_equal(sched_spawn(&twice_ops, NULL, NULL), 0);
		task_run(worker, worker_pop_lifo(worker));
	}
	end();
}

int main(void)
{
	struct CMUnitTest tests[TEST_COUNT(misuses) + 3] = {
		cmocka_unit_test(wakers_used_once_each),
		cmocka_unit_test(yields_and_resumes_in_order),
		cmocka_unit_test(more_tasks_than_are_kept),
	};

	for (size_t i = 0; i < TEST_COUNT(misuses); i++) {
		tests[i + 3].name = misuses[i].name;
		tests[i + 3].test_func = misused;
		tests[i + 3].initial_state = (void *)(uintptr_t)&misuses[i];
	}
	return cmocka_run_group_tests_name("guard", tests, NULL, NULL);
}
