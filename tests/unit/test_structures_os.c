/* SPDX-License-Identifier: MIT */
/*
 * Description: what the seam to the system asks of it, call by call
 *
 * os.c is inside the test.  On the thread that has a script, the system's calls are the
 * script's, and every access to an atomic is counted, so that another thread can be played in
 * between two of them; all other threads get the system's own.
 */
#define AT_PAUSE() os_step()
static void os_step(void);
#include "tests/support/support.h"

#include <linux/futex.h>
#include <pthread.h>
#include <sched.h>
#include <sys/random.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

struct futex_call {
	at_u32 *word;
	int operation;
	uint32_t value; /* expected, or how many */
	bool is_timed;
	struct timespec timeout;
};

static _Thread_local struct script {
	bool is_on;
	uint32_t accesses;
	void (*before_access)(uint32_t number);
	void (*during_wait)(uint32_t number);
	struct futex_call calls[8];
	uint32_t futex_calls;
	uint32_t waits;
	int wait_error;	 /* 0: woken */
	bool is_refused; /* neither memory nor a thread */
	size_t allocated_bytes;
	size_t allocated_align; /* 0: malloc */
	struct timespec clock;
	clockid_t clock_id;
	ssize_t random_bytes;
	unsigned int random_flags;
	uint32_t yields;
} script;

static struct os_mutex *played; /* that the script plays with */
static at_u32 starts;		/* of threads, allocated and not freed */

static void os_step(void)
{
	if (!script.is_on)
		return;
	script.accesses++;
	if (script.before_access)
		script.before_access(script.accesses);
}

static long futex(at_u32 *word, int operation, uint32_t value, const struct timespec *timeout)
{
	struct futex_call *call = &script.calls[script.futex_calls % 8];

	if (!script.is_on)
		return syscall(SYS_futex, word, operation, value, timeout, NULL, 0);
	script.futex_calls++;
	call->word = word;
	call->operation = operation;
	call->value = value;
	call->is_timed = timeout != NULL;
	if (timeout)
		call->timeout = *timeout;
	if (operation != FUTEX_WAIT_PRIVATE)
		return 0;
	script.waits++;
	if (script.during_wait)
		script.during_wait(script.waits);
	errno = script.wait_error;
	return script.wait_error ? -1 : 0;
}

static int create(pthread_t *thread, void *(*run)(void *), void *arg)
{
	return script.is_refused ? EAGAIN : pthread_create(thread, NULL, run, arg);
}

static void *allocate(size_t bytes)
{
	script.allocated_bytes = bytes;
	script.allocated_align = 0;
	at_fetch_add_relaxed(&starts, 1);
	return malloc(bytes);
}

static void *allocate_aligned(size_t align, size_t bytes)
{
	script.allocated_bytes = bytes;
	script.allocated_align = align;
	at_fetch_add_relaxed(&starts, 1);
	return aligned_alloc(align, bytes);
}

static void release(void *pointer)
{
	at_fetch_sub_relaxed(&starts, 1);
	free(pointer);
}

static int read_clock(clockid_t id, struct timespec *now)
{
	if (!script.is_on)
		return clock_gettime(id, now);
	script.clock_id = id;
	*now = script.clock;
	return 0;
}

static ssize_t draw(void *bytes, size_t count, unsigned int flags)
{
	script.random_flags = flags;
	memset(bytes, 0x5a, count);
	return script.random_bytes;
}

static int yield_counted(void)
{
	script.yields++;
	return 0;
}

#undef os_thread_start
#define syscall(number, word, operation, value, timeout, second, third) \
	futex(word, operation, value, timeout)
#define pthread_create(thread, attributes, run, arg) create(thread, run, arg)
#define malloc(bytes)				     allocate(bytes)
#define aligned_alloc(align, bytes)		     allocate_aligned(align, bytes)
#define free(pointer)				     release(pointer)
#define clock_gettime(id, now)			     read_clock(id, now)
#define getrandom(bytes, count, flags)		     draw(bytes, count, flags)
#define sched_yield()				     yield_counted()
#include "sched/os.c"
#undef syscall
#undef pthread_create
#undef malloc
#undef aligned_alloc
#undef free
#undef clock_gettime
#undef getrandom
#undef sched_yield

static void script_begin(void)
{
	memset(&script, 0, sizeof(script));
	script.is_on = true;
}

static void expect_call(uint32_t number, at_u32 *word, int operation, uint32_t value)
{
	assert_true(number < script.futex_calls);
	assert_ptr_equal(script.calls[number].word, word);
	assert_int_equal(script.calls[number].operation, operation);
	assert_int_equal(script.calls[number].value, value);
}

/* Behind the count of accesses. */
static void mutex_becomes(uint32_t word)
{
	at_init(&played->word, word);
}

static void expect_mutex(uint32_t word)
{
	script.is_on = false;
	assert_int_equal(at_load_relaxed(&played->word), word);
}

/* --------------------------------------------------------- wait and wake -- */

static void a_wait_says_whether_its_time_passed(void **unused)
{
	static const int errors[] = { 0, EAGAIN, EINTR, ETIMEDOUT };
	at_u32 word;

	(void)unused;
	at_init(&word, 3);
	for (size_t i = 0; i < TEST_COUNT(errors); i++) {
		script_begin();
		script.wait_error = errors[i];
		assert_int_equal(os_wait(&word, 3, OS_FOREVER), errors[i] != ETIMEDOUT);
		expect_call(0, &word, FUTEX_WAIT_PRIVATE, 3);
		assert_false(script.calls[0].is_timed);
	}
	script.is_on = false;
}

static void a_time_is_cut_into_seconds_and_the_rest(void **unused)
{
	at_u32 word;

	(void)unused;
	at_init(&word, 0);
	script_begin();
	os_wait(&word, 0, 3000000007u);
	assert_true(script.calls[0].is_timed);
	assert_int_equal(script.calls[0].timeout.tv_sec, 3);
	assert_int_equal(script.calls[0].timeout.tv_nsec, 7);
	os_wake(&word, 5);
	expect_call(1, &word, FUTEX_WAKE_PRIVATE, 5);
	script.is_on = false;
}

/* ----------------------------------------------------------------- mutex -- */

static void freed_in_the_first_wait(uint32_t number)
{
	(void)number;
	mutex_becomes(0);
}

static void a_held_mutex_is_looked_at_a_hundred_times_then_slept_on(void **unused)
{
	struct os_mutex held;

	(void)unused;
	played = &held;
	script_begin();
	script.during_wait = freed_in_the_first_wait;
	mutex_becomes(1);
	os_mutex_lock_contended(&held);
	assert_int_equal(script.accesses, 1 + 100 + 1 + 2); /* look, mark, and look and take */
	assert_int_equal(script.futex_calls, 1);
	expect_call(0, &held.word, FUTEX_WAIT_PRIVATE, 2);
	expect_mutex(2); /* others may sleep as well */
}

static void free_at_the_fifth(uint32_t number)
{
	if (number == 5)
		mutex_becomes(0);
}

static void a_mutex_freed_meanwhile_is_taken_without_sleep(void **unused)
{
	struct os_mutex held;

	(void)unused;
	played = &held;
	script_begin();
	script.before_access = free_at_the_fifth;
	mutex_becomes(1);
	os_mutex_lock_contended(&held);
	assert_int_equal(script.accesses, 5 + 1);
	assert_int_equal(script.futex_calls, 0);
	expect_mutex(1);
}

static void taken_by_another_at_the_sixth(uint32_t number)
{
	free_at_the_fifth(number);
	if (number == 6)
		mutex_becomes(1);
}

static void a_mutex_that_another_takes_first_is_slept_on(void **unused)
{
	struct os_mutex held;

	(void)unused;
	played = &held;
	script_begin();
	script.before_access = taken_by_another_at_the_sixth;
	script.during_wait = freed_in_the_first_wait;
	mutex_becomes(1);
	os_mutex_lock_contended(&held);
	assert_int_equal(script.accesses, 5 + 1 + 1 + 2);
	assert_int_equal(script.waits, 1);
	expect_mutex(2);
}

/* Taken, without a mark, by one who came before us; free in the second sleep. */
static void freed_in_the_second_wait(uint32_t number)
{
	mutex_becomes(number == 1 ? 1 : 0);
}

static void a_mutex_that_others_sleep_on_is_not_looked_at_for_long(void **unused)
{
	struct os_mutex held;

	(void)unused;
	played = &held;
	script_begin();
	script.during_wait = freed_in_the_second_wait;
	mutex_becomes(2);
	os_mutex_lock_contended(&held);
	assert_int_equal(script.waits, 2);
	assert_int_equal(script.accesses, 1 + 1 + 100 + 1 + 2);
	expect_mutex(2);
}

static void an_unlock_wakes_one_where_somebody_may_sleep(void **unused)
{
	struct os_mutex held;

	(void)unused;
	played = &held;
	os_mutex_init(&held);
	script_begin();
	assert_false(os_mutex_was_held(&held));
	os_mutex_lock(&held);
	assert_true(os_mutex_was_held(&held));
	os_mutex_unlock(&held);
	assert_int_equal(script.futex_calls, 0);
	mutex_becomes(2);
	os_mutex_unlock(&held);
	assert_int_equal(script.futex_calls, 1);
	expect_call(0, &held.word, FUTEX_WAKE_PRIVATE, 1);
	expect_mutex(0);
}

/* ---------------------------------------------------- condition variable -- */

static uint32_t word_during_wait;

static void look_at_the_mutex(uint32_t number)
{
	(void)number;
	word_during_wait = at_load_relaxed(&played->word);
}

static void a_wait_gives_the_mutex_away_meanwhile(void **unused)
{
	struct os_mutex held;
	struct os_cond cond;

	(void)unused;
	played = &held;
	os_cond_init(&cond);
	script_begin();
	script.during_wait = look_at_the_mutex;
	os_cond_notify_one(&cond);
	expect_call(0, &cond.sequence, FUTEX_WAKE_PRIVATE, 1);
	mutex_becomes(1);
	os_cond_wait(&cond, &held);
	assert_int_equal(script.futex_calls, 2);
	expect_call(1, &cond.sequence, FUTEX_WAIT_PRIVATE, 1);
	assert_false(script.calls[1].is_timed);
	assert_int_equal(word_during_wait, 0);
	expect_mutex(1);
}

static void a_timed_wait_has_the_mutex_again_when_its_time_passed(void **unused)
{
	struct os_mutex held;
	struct os_cond cond;

	(void)unused;
	played = &held;
	os_cond_init(&cond);
	script_begin();
	script.during_wait = look_at_the_mutex;
	mutex_becomes(1);
	assert_true(os_cond_wait_for(&cond, &held, 2000000005u));
	script.wait_error = ETIMEDOUT;
	assert_false(os_cond_wait_for(&cond, &held, 2000000005u));
	expect_call(1, &cond.sequence, FUTEX_WAIT_PRIVATE, 0);
	assert_true(script.calls[1].is_timed);
	assert_int_equal(script.calls[1].timeout.tv_sec, 2);
	assert_int_equal(script.calls[1].timeout.tv_nsec, 5);
	assert_int_equal(word_during_wait, 0);
	expect_mutex(1);
}

/* --------------------------------------------------------------- threads -- */

struct visit {
	char name[32];
	uint32_t number;
	void *cache_before;
	void *ended; /* the cache that the end of the thread was given */
	bool had_slot_at_end;
};

static struct visit *visiting;

static void visit_end(void *cache)
{
	visiting->ended = cache;
	visiting->had_slot_at_end = os_cache() != NULL;
}

static void visit_main(void *opaque)
{
	struct visit *visit = (struct visit *)opaque;

	pthread_getname_np(pthread_self(), visit->name, sizeof(visit->name));
	visit->number = os_thread_number();
	visit->cache_before = os_cache();
	os_set_cache(visit, visit_end);
}

static void a_thread_has_a_name_a_number_and_a_cache(void **unused)
{
	struct visit visits[2];
	struct os_thread thread;
	uint32_t own = os_thread_number();

	(void)unused;
	for (uint32_t i = 0; i < 2; i++) {
		memset(&visits[i], 0xa5, sizeof(visits[i]));
		visiting = &visits[i];
		assert_int_equal(os_thread_start(&thread, i ? "short" : "0123456789abcdefgh",
						 visit_main, &visits[i]),
				 0);
		os_thread_join(&thread);
		assert_string_equal(visits[i].name, i ? "short" : "0123456789abcde");
		assert_null(visits[i].cache_before);
		assert_ptr_equal(visits[i].ended, &visits[i]);
		assert_false(visits[i].had_slot_at_end);
		assert_true(visits[i].number != own && visits[i].number != 0);
	}
	assert_true(visits[0].number != visits[1].number);
	assert_int_equal(os_thread_number(), own);
	assert_int_equal(word_get(&starts), 0); /* what was handed to the threads is gone */
}

static void a_refused_thread_leaves_nothing(void **unused)
{
	struct visit visit;
	struct os_thread thread;

	(void)unused;
	script.is_refused = true;
	assert_int_equal(os_thread_start(&thread, "refused", visit_main, &visit), -EAGAIN);
	script.is_refused = false;
	assert_int_equal(word_get(&starts), 0);
}

static void a_yield_is_the_systems(void **unused)
{
	(void)unused;
	script.yields = 0;
	os_yield();
	assert_int_equal(script.yields, 1);
}

/* ------------------------------------------------------ memory and clock -- */

static void expect_allocation(size_t bytes, size_t align, size_t asked, size_t asked_align)
{
	void *memory = os_alloc(bytes, align);

	assert_non_null(memory);
	assert_int_equal(script.allocated_bytes, asked);
	assert_int_equal(script.allocated_align, asked_align);
	os_free(memory, bytes);
	assert_int_equal(word_get(&starts), 0);
}

static void memory_is_asked_for_in_whole_alignments(void **unused)
{
	(void)unused;
	expect_allocation(100, 8, 100, 0);
	expect_allocation(100, 16, 100, 0);
	expect_allocation(1, 32, 32, 32);
	expect_allocation(128, 128, 128, 128);
	expect_allocation(129, 128, 256, 128);
}

static void the_clock_is_monotonic_and_in_nanoseconds(void **unused)
{
	(void)unused;
	script_begin();
	script.clock.tv_sec = 5;
	script.clock.tv_nsec = 11;
	assert_int_equal(os_now(), 5000000011u);
	assert_int_equal(script.clock_id, CLOCK_MONOTONIC);
	script.is_on = false;
}

static void a_seed_is_the_systems_or_the_clocks(void **unused)
{
	(void)unused;
	script_begin();
	script.clock.tv_nsec = 77;
	script.random_bytes = 8;
	assert_int_equal(os_random_seed(), 0x5a5a5a5a5a5a5a5a);
	assert_int_equal(script.random_flags, GRND_NONBLOCK); /* a start never waits for it */
	script.random_bytes = -1;
	assert_int_equal(os_random_seed(), 77);
	script.is_on = false;
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_wait_says_whether_its_time_passed),
		cmocka_unit_test(a_time_is_cut_into_seconds_and_the_rest),
		cmocka_unit_test(a_held_mutex_is_looked_at_a_hundred_times_then_slept_on),
		cmocka_unit_test(a_mutex_freed_meanwhile_is_taken_without_sleep),
		cmocka_unit_test(a_mutex_that_another_takes_first_is_slept_on),
		cmocka_unit_test(a_mutex_that_others_sleep_on_is_not_looked_at_for_long),
		cmocka_unit_test(an_unlock_wakes_one_where_somebody_may_sleep),
		cmocka_unit_test(a_wait_gives_the_mutex_away_meanwhile),
		cmocka_unit_test(a_timed_wait_has_the_mutex_again_when_its_time_passed),
		cmocka_unit_test(a_thread_has_a_name_a_number_and_a_cache),
		cmocka_unit_test(a_refused_thread_leaves_nothing),
		cmocka_unit_test(a_yield_is_the_systems),
		cmocka_unit_test(memory_is_asked_for_in_whole_alignments),
		cmocka_unit_test(the_clock_is_monotonic_and_in_nanoseconds),
		cmocka_unit_test(a_seed_is_the_systems_or_the_clocks),
	};

	at_init(&starts, 0);
	watchdog_start(); /* a lock that nobody gives away hangs */
	return cmocka_run_group_tests_name("os structures", tests, NULL, NULL);
}
