/* SPDX-License-Identifier: MIT */
/* programs.c - the programs of programs.h, against the two seams. */
#include "verify/exec/test/programs.h"

#include <stdlib.h>

#include "sched/atomics.h"
#include "sched/os.h"

#define CHECK(condition, text) mc_check(condition, text, SEAM_SITE("check"))

/* Statics, so that nothing lives on a stack that another thread uses. */
static at_u32 word;
static at_u32 other;
static struct os_mutex mutex;
static struct os_mutex second;
static struct os_cond cond;
static uint32_t plain;

static void begin(void)
{
	at_init(&word, 0);
	at_init(&other, 0);
	os_mutex_init(&mutex);
	os_mutex_init(&second);
	os_cond_init(&cond);
	plain = 0;
}

static void end(void)
{
	at_fini(&word);
	at_fini(&other);
	os_mutex_fini(&mutex);
	os_mutex_fini(&second);
	os_cond_fini(&cond);
}

/* Run the functions as threads, to their ends. */
static void run_all(void (*const *runs)(void *), uint32_t count)
{
	struct os_thread threads[4];

	for (uint32_t i = 0; i < count; i++)
		CHECK(os_thread_start(&threads[i], i ? "two" : "one", runs[i], NULL) == 0, "start");
	for (uint32_t i = 0; i < count; i++)
		os_thread_join(&threads[i]);
}

static void run_two(void (*one)(void *), void (*two)(void *))
{
	void (*const runs[])(void *) = { one, two };

	begin();
	run_all(runs, 2);
}

/* ---------------------------------------------------------------- right -- */

static void add_locked(void *arg)
{
	(void)arg;
	for (int i = 0; i < 5; i++) {
		os_mutex_lock(&mutex);
		plain++;
		os_mutex_unlock(&mutex);
		at_fetch_add_relaxed(&word, 1);
	}
}

void program_counter(void *arg)
{
	void (*const runs[])(void *) = { add_locked, add_locked, add_locked };
	uint32_t added;

	(void)arg;
	begin();
	run_all(runs, 3);
	added = at_load_relaxed(&word);
	CHECK(plain == 15 && added == 15, "fifteen additions");
	end();
}

static void hand_over(void *arg)
{
	(void)arg;
	at_store_release(&word, 1);
	os_wake(&word, 1);
	os_mutex_lock(&mutex);
	plain = 1;
	os_mutex_unlock(&mutex);
	os_cond_notify_one(&cond);
	at_store_release(&other, 1);
}

static void take_over(void *arg)
{
	uint32_t seen = at_load_acquire(&word);

	(void)arg;
	while (seen == 0) {
		os_wait(&word, 0, OS_FOREVER);
		seen = at_load_acquire(&word);
	}
	os_mutex_lock(&mutex);
	while (plain == 0)
		os_cond_wait(&cond, &mutex);
	os_mutex_unlock(&mutex);
	for (seen = 0; seen == 0; seen = at_load_acquire(&other))
		at_spin_hint();
}

void program_handover(void *arg)
{
	(void)arg;
	run_two(hand_over, take_over);
	end();
}

void program_timeout(void *arg)
{
	uint64_t before = os_now();

	(void)arg;
	begin();
	while (os_wait(&word, 0, 1000000)) /* true: for no reason */
		;
	CHECK(os_now() - before >= 1000000, "time has passed");
	before = os_now();
	os_mutex_lock(&mutex);
	while (os_cond_wait_for(&cond, &mutex, 1000000))
		;
	os_mutex_unlock(&mutex); /* which it holds again */
	CHECK(os_now() - before >= 1000000, "time has passed on a condition variable");
	end();
}

/* ------------------------------------------------------ wrong sometimes -- */

static void add_torn(void *arg)
{
	uint32_t seen = at_load_relaxed(&word);

	(void)arg;
	at_store_relaxed(&word, seen + 1);
}

void program_lost_update(void *arg)
{
	uint32_t added;

	(void)arg;
	run_two(add_torn, add_torn);
	added = at_load_relaxed(&word);
	CHECK(added == 2, "two additions");
	end();
}

/* Fails only if two reads between two stores of one, both in the middle of a hundred
 * steps that do not matter. */
static void stores_that_do_not_matter(void)
{
	for (int i = 0; i < 50; i++)
		at_store_relaxed(&other, 1);
}

static void one_of_two(void *arg)
{
	(void)arg;
	stores_that_do_not_matter();
	at_store_relaxed(&word, 1);
	at_store_relaxed(&word, 2);
	stores_that_do_not_matter();
}

static void two_of_two(void *arg)
{
	uint32_t seen;

	(void)arg;
	stores_that_do_not_matter();
	seen = at_load_relaxed(&word);
	CHECK(seen != 1, "never seen half way");
}

void program_depth_two(void *arg)
{
	(void)arg;
	run_two(one_of_two, two_of_two);
	end();
}

static void lock_both(struct os_mutex *first, struct os_mutex *then)
{
	os_mutex_lock(first);
	os_mutex_lock(then);
	os_mutex_unlock(then);
	os_mutex_unlock(first);
}

static void lock_forth(void *arg)
{
	(void)arg;
	lock_both(&mutex, &second);
}

static void lock_back(void *arg)
{
	(void)arg;
	lock_both(&second, &mutex);
}

void program_lock_order(void *arg)
{
	(void)arg;
	run_two(lock_forth, lock_back);
	end();
}

static void publish(void *arg)
{
	uint32_t asleep;

	(void)arg;
	at_store_release(&word, 1);
	asleep = at_load_acquire(&other);
	if (asleep) {
		at_store_release(&other, 0);
		os_wake(&other, 1);
	}
}

static void look_then_announce(void *arg)
{
	uint32_t work = at_load_acquire(&word);

	(void)arg;
	if (work)
		return;
	at_store_release(&other, 1);
	os_wait(&other, 1, OS_FOREVER);
}

void program_check_then_sleep(void *arg)
{
	(void)arg;
	run_two(publish, look_then_announce);
	end();
}

static at_u32 *shared_atomic;

static void reads_shared(void *arg)
{
	(void)arg;
	at_load_relaxed(shared_atomic);
}

void program_freed_early(void *arg)
{
	struct os_thread thread;

	(void)arg;
	shared_atomic = (at_u32 *)os_alloc(sizeof(*shared_atomic), 16);
	at_init(shared_atomic, 0);
	os_thread_start(&thread, "one", reads_shared, NULL);
	at_load_relaxed(shared_atomic);
	at_fini(shared_atomic);
	os_free(shared_atomic, sizeof(*shared_atomic));
	os_thread_join(&thread);
}

/* --------------------------------------------------------- wrong always -- */

void program_leak(void *arg)
{
	(void)arg;
	CHECK(os_alloc(24, 16) != NULL, "memory");
}

void program_freed_twice(void *arg)
{
	void *block = os_alloc(24, 16);

	(void)arg;
	os_free(block, 24);
	os_free(block, 24);
}

void program_freed_short(void *arg)
{
	(void)arg;
	os_free(os_alloc(24, 16), 16);
}

void program_scribbles(void *arg)
{
	volatile char *block = (volatile char *)os_alloc(24, 16);

	(void)arg;
	os_free((void *)(uintptr_t)block, 24);
	block[7] = 1;
}

void program_never_initialised(void *arg)
{
	static at_u32 never;

	(void)arg;
	at_load_relaxed(&never);
}

void program_retired(void *arg)
{
	(void)arg;
	begin();
	end();
	at_store_relaxed(&word, 1);
}

static void unlocks(void *arg)
{
	(void)arg;
	os_mutex_unlock(&mutex);
}

void program_unlocks_foreign(void *arg)
{
	struct os_thread thread;

	(void)arg;
	begin();
	os_mutex_lock(&mutex);
	os_thread_start(&thread, "one", unlocks, NULL);
	os_thread_join(&thread);
}

void program_spins_for_ever(void *arg)
{
	(void)arg;
	for (;;)
		at_spin_hint();
}

void program_crashes(void *arg)
{
	(void)arg;
	begin();
	at_load_relaxed(&word);
	abort();
}

static uint32_t deeper(uint32_t depth)
{
	volatile char room[1024];

	room[0] = (char)depth;
	return depth == 0 ? 0 : deeper(depth - 1) + (uint32_t)room[0];
}

void program_overflows(void *arg)
{
	(void)arg;
	CHECK(deeper(1u << 20) == 0, "is not reached");
}

void program_wrong_result(void *arg)
{
	(void)arg;
	exec_wrong("seven, expected eight");
}

void program_sleeps_with_work(void *arg)
{
	(void)arg;
	begin();
	at_store_relaxed(&other, 1); /* work */
	os_wait(&word, 0, 1000000);
	end();
}

const char *program_has_work(void *arg)
{
	uint32_t work = at_load_relaxed(&other);

	(void)arg;
	return work ? "there is work and everybody sleeps" : NULL;
}

void program_allocates(void *arg)
{
	void *first = os_alloc(24, 16);
	void *then = os_alloc(24, 16);

	(void)arg;
	CHECK(first && then, "memory");
	os_free(first, 24);
	os_free(then, 24);
}
