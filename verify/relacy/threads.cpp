// SPDX-License-Identifier: MIT
/*
 * threads.cpp - mc.h: threads, what belongs to each, mutexes and condition variables.
 *
 * All threads exist from the start; relacy gives them work.
 */
#include "verify/relacy/relacy.h"

struct thread {
	void (*run)(void *arg);
	void *arg;
	rl::win_waitable_object *object;
	void *slots[2];
	void (*at_exit)(void *cache);
	uint32_t number; /* in order of start; 0: the body */
	bool is_joined;
};

static struct thread threads[RELACY_THREADS]; /* by number */
static uint32_t thread_count;
static uint32_t numbers[RELACY_THREADS]; /* by relacy's index */
static uint64_t clock_ns;

void threads_reset()
{
	memset(threads, 0, sizeof(threads));
	numbers[0] = 0;
	thread_count = 1;
	clock_ns = 0;
	log_thread(0, "body");
}

uint32_t relacy_thread()
{
	return numbers[relacy_self().index_];
}

void threads_check_joined()
{
	for (uint32_t i = 1; i < thread_count; i++)
		if (!threads[i].is_joined)
			log_fail("misuse: a thread was not joined");
}

static void end_slots(struct thread *self)
{
	if (self->at_exit && self->slots[MC_SLOT_CACHE])
		self->at_exit(self->slots[MC_SLOT_CACHE]);
}

static void *thread_main(void *arg)
{
	struct thread *self = static_cast<struct thread *>(arg);

	numbers[relacy_self().index_] = self->number;
	self->run(self->arg);
	end_slots(self);
	log_thread_ended(self->number);
	return NULL;
}

extern "C" uintptr_t mc_thread_start(const char *name, void (*run)(void *arg), void *arg,
				     const struct mc_site *site)
{
	struct thread *thread = &threads[thread_count];

	if (thread_count == RELACY_THREADS)
		return 0;
	thread->number = thread_count++;
	thread->run = run;
	thread->arg = arg;
	log_thread(thread->number, name);
	relacy_record(site, NULL, LOG_THREAD, thread->number);
	thread->object = rl::ctx().create_thread(thread_main, thread);
	return thread->number;
}

extern "C" void mc_thread_join(uintptr_t number, const struct mc_site *site)
{
	relacy_announce(site, NULL);
	threads[number].object->wait(false, false, relacy_place(site));
	threads[number].is_joined = true;
	relacy_record(site, NULL, LOG_THREAD, number);
}

extern "C" void *mc_slot_get(enum mc_slot slot)
{
	return threads[relacy_thread()].slots[slot];
}

extern "C" void mc_slot_set(enum mc_slot slot, void *value)
{
	threads[relacy_thread()].slots[slot] = value;
}

extern "C" void mc_slot_at_exit(void (*at_exit)(void *cache))
{
	threads[relacy_thread()].at_exit = at_exit;
}

extern "C" uint32_t mc_thread_number(void)
{
	return relacy_thread();
}

/* Moves on with every look, so that nobody waits for it for ever. */
extern "C" uint64_t mc_now(void)
{
	clock_ns += 1000;
	return clock_ns;
}

extern "C" uint64_t mc_random_seed(void)
{
	return 1;
}

extern "C" void mc_check(bool condition, const char *text, const struct mc_site *site)
{
	char verdict[256];

	if (condition)
		return;
	snprintf(verdict, sizeof(verdict), "broken: %s", text);
	if (relacy_search.is_running)
		relacy_announce(site, NULL);
	log_fail(verdict);
}

/* ------------------------------------------------- mutex, condition variable -- */

/* A constructor of the program may come here; the model does it again itself. */
extern "C" void mc_mutex_init(void *mutex, const struct mc_site *site)
{
	if (!relacy_search.is_running)
		return;
	object_create(mutex, OBJECT_MUTEX, site)->as.mutex = rl::ctx().mutex_ctor(false, false,
										  false, false);
	relacy_record(site, mutex, LOG_NAME);
}

extern "C" void mc_mutex_fini(void *mutex, const struct mc_site *site)
{
	relacy_announce(site, mutex);
	object_retire(object_find(mutex, OBJECT_MUTEX, site), site);
	relacy_record(site, mutex, LOG_NAME);
}

extern "C" void mc_mutex_lock(void *mutex, const struct mc_site *site)
{
	relacy_announce(site, mutex);
	object_find(mutex, OBJECT_MUTEX, site)->as.mutex->lock_exclusive(false, relacy_place(site));
	relacy_record(site, mutex, LOG_NAME);
}

extern "C" void mc_mutex_unlock(void *mutex, const struct mc_site *site)
{
	relacy_announce(site, mutex);
	object_find(mutex, OBJECT_MUTEX, site)->as.mutex->unlock_exclusive(relacy_place(site));
	relacy_record(site, mutex, LOG_NAME);
}

extern "C" void mc_cond_init(void *cond, const struct mc_site *site)
{
	object_create(cond, OBJECT_COND, site)->as.cond = rl::ctx().condvar_ctor(false);
	relacy_record(site, cond, LOG_NAME);
}

extern "C" void mc_cond_fini(void *cond, const struct mc_site *site)
{
	relacy_announce(site, cond);
	object_retire(object_find(cond, OBJECT_COND, site), site);
	relacy_record(site, cond, LOG_NAME);
}

/* How relacy's condition variables take a mutex. */
struct held_mutex : rl::mutex_wrapper {
	rl::generic_mutex_data *mutex;

	explicit held_mutex(rl::generic_mutex_data *held) : mutex(held)
	{
	}
	void lock(rl::debug_info_param place) const override
	{
		mutex->lock_exclusive(false, place);
	}
	void unlock(rl::debug_info_param place) const override
	{
		mutex->unlock_exclusive(place);
	}
};

extern "C" void mc_cond_wait(void *cond, void *mutex, const struct mc_site *site)
{
	held_mutex held(object_find(mutex, OBJECT_MUTEX, site)->as.mutex);
	struct object *object = object_find(cond, OBJECT_COND, site);
	bool is_early = relacy_is_surprised();

	relacy_announce(site, cond);
	if (is_early) {
		held.unlock(relacy_place(site));
		held.lock(relacy_place(site));
	} else {
		object->as.cond->wait(held, false, relacy_place(site));
	}
	relacy_record(site, cond, is_early ? LOG_EARLY : LOG_NAME);
}

/* Its time may pass at once, or while others run. */
extern "C" bool mc_cond_wait_for(void *cond, void *mutex, uint64_t timeout_ns,
				 const struct mc_site *site)
{
	held_mutex held(object_find(mutex, OBJECT_MUTEX, site)->as.mutex);

	if (timeout_ns == UINT64_MAX) {
		mc_cond_wait(cond, mutex, site);
		return true;
	}
	relacy_announce(site, cond);
	object_find(cond, OBJECT_COND, site);
	held.unlock(relacy_place(site));
	rl::ctx().yield(1, relacy_place(site));
	held.lock(relacy_place(site));
	relacy_record(site, cond, LOG_NAME);
	return false;
}

extern "C" void mc_cond_notify_one(void *cond, const struct mc_site *site)
{
	relacy_announce(site, cond);
	object_find(cond, OBJECT_COND, site)->as.cond->notify_one(relacy_place(site));
	relacy_record(site, cond, LOG_NAME);
}
