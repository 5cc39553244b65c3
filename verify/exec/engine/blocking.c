/* SPDX-License-Identifier: MIT */
/*
 * blocking.c - mc.h's wait and wake, mutexes, condition variables and threads.
 *
 * Each call is one step and then happens at once; a thread that has to sleep goes on
 * in the same call when it is picked after its wake.
 */
#include <inttypes.h>
#include <string.h>

#include "verify/exec/engine/core.h"

/* -------------------------------------------------------- wait and wake -- */

bool mc_wait(void *word, uint32_t expected, uint64_t timeout_ns, const struct mc_site *site)
{
	enum exec_outcome woken;
	struct object *object;
	uint32_t value;

	engine_step(EXEC_WAIT, word, site);
	object = engine_object(word, OBJECT_ATOMIC, site);
	value = *(const uint32_t *)word;
	if (value != expected) {
		engine_trace(EXEC_WAIT, site, object->number, value, 0, OUTCOME_FAILED);
		return true;
	}
	engine_trace(EXEC_WAIT, site, object->number, value, timeout_ns, OUTCOME_SLEEPS);
	woken = engine_sleep(THREAD_WAITS, word, timeout_ns);
	engine_trace(EXEC_WAIT, site, objects_find(word)->number, 0, 0, woken);
	return woken != OUTCOME_TIMED_OUT;
}

/* Wake up to `count` of those that sleep so on this; how many. */
static uint32_t wake_some(enum thread_state state, const void *on, uint32_t count)
{
	struct exec_os *os = engine.options->os;
	uint64_t sleepers = engine_sleepers(state, on);
	uint32_t woken = 0;

	for (; sleepers && woken < count; woken++) {
		uint32_t chosen = os->choose(os, sleepers, engine.waiters);

		sleepers &= ~((uint64_t)1 << chosen);
		engine_wake(chosen, OUTCOME_WOKEN);
	}
	return woken;
}

/*
 * As a futex, it may be called when the word is gone: the address is all it takes.  A
 * waker that unlocks or notifies last cannot do better.
 */
void mc_wake(void *word, uint32_t count, const struct mc_site *site)
{
	struct object *object;

	engine_step(EXEC_WAKE, word, site);
	object = objects_find(word);
	engine_trace(EXEC_WAKE, site, object ? object->number : 0,
		     wake_some(THREAD_WAITS, word, count), 0, OUTCOME_NONE);
}

/* ---------------------------------------------------------------- mutex -- */

static void add_object(const void *address, enum object_kind kind, const struct mc_site *site)
{
	struct object *object = objects_add(address, kind);

	if (!object)
		engine_fail(EXEC_LIMIT, site, "no memory for another %s", site->name);
	engine_trace(EXEC_INIT, site, object->number, 0, 0, OUTCOME_NONE);
}

static void retire_object(const void *address, enum object_kind kind, const struct mc_site *site)
{
	struct object *object = engine_object(address, kind, site);

	if (object->owner)
		engine_fail(EXEC_MISUSE, site, "the mutex is still held by %s",
			    engine.threads[object->owner - 1].name);
	object->is_retired = true;
	engine_trace(EXEC_FINI, site, object->number, 0, 0, OUTCOME_NONE);
}

void mc_mutex_init(void *mutex, const struct mc_site *site)
{
	add_object(mutex, OBJECT_MUTEX, site);
}

void mc_mutex_fini(void *mutex, const struct mc_site *site)
{
	retire_object(mutex, OBJECT_MUTEX, site);
}

static void lock(void *mutex, const struct mc_site *site)
{
	struct object *object = engine_object(mutex, OBJECT_MUTEX, site);
	uint32_t self = engine.current + 1;

	if (object->owner == self)
		engine_fail(EXEC_MISUSE, site, "locks a mutex it holds");
	while (object->owner && object->owner != self) { /* or handed over */
		engine_trace(EXEC_LOCK, site, object->number, 0, 0, OUTCOME_SLEEPS);
		engine_sleep(THREAD_LOCKS, mutex, EXEC_NEVER);
		object = engine_object(mutex, OBJECT_MUTEX, site);
	}
	object->owner = self;
	engine_trace(EXEC_LOCK, site, object->number, 0, 0, OUTCOME_OK);
}

static void unlock(void *mutex, const struct mc_site *site)
{
	struct exec_os *os = engine.options->os;
	struct object *object = engine_object(mutex, OBJECT_MUTEX, site);
	uint64_t sleepers = engine_sleepers(THREAD_LOCKS, mutex);

	if (object->owner != engine.current + 1)
		engine_fail(EXEC_MISUSE, site, "unlocks a mutex it does not hold");
	object->owner = 0;
	if (sleepers && os->heir) {
		uint32_t heir = os->heir(os, sleepers, engine.waiters);

		object->owner = heir + 1;
		sleepers = (uint64_t)1 << heir;
	}
	engine_trace(EXEC_UNLOCK, site, object->number, 0, 0, OUTCOME_NONE);
	for (; sleepers; sleepers &= sleepers - 1)
		engine_wake((uint32_t)__builtin_ctzll(sleepers), OUTCOME_WOKEN);
}

void mc_mutex_lock(void *mutex, const struct mc_site *site)
{
	if (engine.is_quiet)
		return;
	engine_step(EXEC_LOCK, mutex, site);
	lock(mutex, site);
}

void mc_mutex_unlock(void *mutex, const struct mc_site *site)
{
	if (engine.is_quiet)
		return;
	engine_step(EXEC_UNLOCK, mutex, site);
	unlock(mutex, site);
}

/* --------------------------------------------------- condition variable -- */

void mc_cond_init(void *cond, const struct mc_site *site)
{
	add_object(cond, OBJECT_COND, site);
}

void mc_cond_fini(void *cond, const struct mc_site *site)
{
	retire_object(cond, OBJECT_COND, site);
}

bool mc_cond_wait_for(void *cond, void *mutex, uint64_t timeout_ns, const struct mc_site *site)
{
	enum exec_outcome woken;
	struct object *object;

	engine_step(EXEC_COND_WAIT, cond, site);
	object = engine_object(cond, OBJECT_COND, site);
	engine_trace(EXEC_COND_WAIT, site, object->number, 0, 0, OUTCOME_SLEEPS);
	unlock(mutex, site);
	woken = engine_sleep(THREAD_COND, cond, timeout_ns);
	engine_trace(EXEC_COND_WAIT, site, engine_object(cond, OBJECT_COND, site)->number, 0, 0,
		     woken);
	lock(mutex, site);
	return woken != OUTCOME_TIMED_OUT;
}

void mc_cond_wait(void *cond, void *mutex, const struct mc_site *site)
{
	mc_cond_wait_for(cond, mutex, EXEC_NEVER, site);
}

void mc_cond_notify_one(void *cond, const struct mc_site *site)
{
	struct object *object;

	engine_step(EXEC_NOTIFY, cond, site);
	object = engine_object(cond, OBJECT_COND, site);
	engine_trace(EXEC_NOTIFY, site, object->number, wake_some(THREAD_COND, cond, 1), 0,
		     OUTCOME_NONE);
}

/* -------------------------------------------------------------- threads -- */

uintptr_t mc_thread_start(const char *name, void (*run)(void *arg), void *arg,
			  const struct mc_site *site)
{
	uint32_t number;

	engine_step(EXEC_THREAD_START, NULL, site);
	number = engine_start(name, run, arg);
	engine_trace(EXEC_THREAD_START, site, 0, number, 0,
		     number == EXEC_THREADS_MAX ? OUTCOME_FAILED : OUTCOME_NONE);
	return number == EXEC_THREADS_MAX ? 0 : number + 1;
}

void mc_thread_join(uintptr_t thread, const struct mc_site *site)
{
	const struct exec_thread *joined;

	engine_step(EXEC_THREAD_JOIN, NULL, site);
	if (thread == 0 || thread > engine.thread_count || thread - 1 == engine.current)
		engine_fail(EXEC_MISUSE, site, "joins thread %" PRIuPTR ", which is none", thread);
	joined = &engine.threads[thread - 1];
	if (joined->state != THREAD_ENDED) {
		engine_trace(EXEC_THREAD_JOIN, site, 0, thread - 1, 0, OUTCOME_SLEEPS);
		engine_sleep(THREAD_JOINS, joined, EXEC_NEVER);
	}
	engine_trace(EXEC_THREAD_JOIN, site, 0, thread - 1, 0, OUTCOME_OK);
}

void *mc_slot_get(enum mc_slot slot)
{
	return engine_self()->slots[slot];
}

void mc_slot_set(enum mc_slot slot, void *value)
{
	engine_self()->slots[slot] = value;
}

void mc_slot_at_exit(void (*at_exit)(void *cache))
{
	engine_self()->at_exit = at_exit;
}

uint32_t mc_thread_number(void)
{
	return engine.current + 1;
}
