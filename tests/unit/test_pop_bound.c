/* SPDX-License-Identifier: MIT */
/*
 * Description: the owner's pop fails at most 17 times: the worst thieves there can be
 *
 * Before each claim of the owner an adversary does what makes it fail: a thief that is
 * active releases, otherwise one claims.  The owner adds nothing meanwhile, each claim
 * takes half, rounded up, and allows one release: 9 claims and 8 releases for 256
 * tasks, then the ring is empty (reference: Tokio 1.53 queue.rs, pop; strong CAS).
 */
#include "sched/atomics.h"

static void adversary_moves(void);

#undef at_cas_weak_acq_rel
#define at_cas_weak_acq_rel(p, expected, v) \
	(adversary_moves(), AT_CAS(strong, p, expected, v, acq_rel, acquire))

#include "tests/unit/internals.h"

#define CAPACITY LOCAL_QUEUE_CAPACITY

static struct sched_task tasks[CAPACITY];
static struct local_queue queue;
static struct worker_metrics metrics;

static struct {
	bool is_on; /* before claims of the owner only, not before its own */
	bool is_stealing;
	uint64_t head;
	uint32_t moves;
} adversary;

static void adversary_moves(void)
{
	if (!adversary.is_on)
		return;
	adversary.is_on = false;
	if (adversary.is_stealing)
		local_queue_release(&queue, adversary.head);
	else
		assert_true(local_queue_claim(&queue, &adversary.head) > 0);
	adversary.is_stealing = !adversary.is_stealing;
	adversary.moves++;
	adversary.is_on = true;
}

static void fill(uint32_t count)
{
	worker_metrics_init(&metrics);
	adversary.is_on = false;
	adversary.is_stealing = false;
	adversary.moves = 0;
	local_queue_init(&queue, UINT32_MAX - 3);
	for (uint32_t i = 0; i < count; i++)
		assert_int_equal(local_queue_try_push(&queue, &tasks[i]), PUSH_DONE);
}

static struct sched_task *pop_against_the_adversary(void)
{
	struct sched_task *task;

	adversary.is_on = true;
	task = local_queue_pop(&queue, &metrics);
	adversary.is_on = false;
	return task;
}

static uint32_t claims_to_empty(uint32_t count)
{
	uint32_t claims = 0;

	for (; count > 0; count /= 2)
		claims++;
	return claims;
}

/* Every claim and every release in between is one failure; the last claim leaves an
 * empty ring, which is seen without a claim. */
static void from_every_level(void **unused)
{
	(void)unused;
	for (uint32_t level = 1; level <= CAPACITY; level++) {
		uint32_t expected = 2 * claims_to_empty(level) - 1;

		fill(level);
		assert_null(pop_against_the_adversary());
		assert_int_equal(adversary.moves, expected);
		assert_int_equal(at_load_relaxed(metrics.pop_retries), expected);
		assert_int_equal(at_load_relaxed(metrics.pop_retries_max), expected);
		assert_true(expected <= 17);
	}
	if (CAPACITY == 256)
		assert_int_equal(at_load_relaxed(metrics.pop_retries_max), 17);
}

/* With a steal under way the first move is its release: one claim less. */
static void from_a_steal_under_way(void **unused)
{
	(void)unused;
	fill(CAPACITY);
	adversary.is_stealing = local_queue_claim(&queue, &adversary.head) > 0;
	assert_true(adversary.is_stealing);
	assert_null(pop_against_the_adversary());
	assert_int_equal(adversary.moves, 2 * claims_to_empty(CAPACITY) - 2);
	assert_int_equal(at_load_relaxed(metrics.pop_retries_max), adversary.moves);
}

static void alone(void **unused)
{
	(void)unused;
	fill(CAPACITY);
	for (uint32_t i = 0; i < CAPACITY; i++)
		assert_ptr_equal(local_queue_pop(&queue, &metrics), &tasks[i]);
	assert_int_equal(at_load_relaxed(metrics.pop_retries_max), 0);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(from_every_level),
		cmocka_unit_test(from_a_steal_under_way),
		cmocka_unit_test(alone),
	};

	fake_tasks_init(tasks, CAPACITY);
	return cmocka_run_group_tests_name("pop bound", tests, NULL, NULL);
}
