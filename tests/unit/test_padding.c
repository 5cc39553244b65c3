/* SPDX-License-Identifier: MIT */
/* Description: which words of a ring and of a runtime share a cache line, by queue_pad and
 * shared_pad */
#include "tests/unit/internals.h"

#define LINE 64

static size_t line_of(const void *word)
{
	return (uintptr_t)word / LINE;
}

/* In bytes; of what is padded, too. */
static size_t queue_pad(void)
{
	return SCHED_QUEUE_PAD == QUEUE_PAD_128 ? 128 : SCHED_QUEUE_PAD == QUEUE_PAD_64 ? 64 : 8;
}

static size_t shared_pad(void)
{
	return SCHED_SHARED_PAD == SHARED_PAD_128 ? 128 :
	       SCHED_SHARED_PAD == SHARED_PAD_64  ? 64 :
						    8;
}

/* Packed, as Tokio's: the tail 8 bytes behind the head.  The ring is inside the struct here. */
static void words_of_a_ring_are_so_far_apart(void **unused)
{
	size_t pad = queue_pad();

	(void)unused;
	assert_int_equal(offsetof(struct local_queue, head), 0);
	assert_int_equal(offsetof(struct local_queue, tail), pad);
	assert_int_equal(offsetof(struct local_queue, slots), pad * (2 + LIFO_IS_STEALABLE));
	if (LIFO_IS_STEALABLE)
		assert_int_equal(offsetof(struct local_queue, lifo), pad * 2);
	assert_int_equal(_Alignof(struct local_queue), pad);
	assert_int_equal(sizeof(struct local_queue) % pad, 0);
}

/* In every worker, wherever the array of workers was put. */
static void words_of_a_ring_stand_on_these_lines(void **unused)
{
	struct sched_runtime *runtime = runtime_without_threads(3);

	(void)unused;
	for (uint32_t i = 0; i < 3; i++) {
		struct local_queue *queue = &runtime->workers[i].queue;
		bool apart = line_of(&queue->head) != line_of(&queue->tail);

		assert_int_equal(apart, SCHED_QUEUE_PAD != QUEUE_PAD_PACKED);
		assert_int_equal((uintptr_t)&queue->head % SCHED_LINE, 0);
		assert_int_equal((uintptr_t)&queue->tail % queue_pad(), 0);
		assert_int_equal((uintptr_t)&queue->slots % queue_pad(), 0);
		assert_true(line_of(&runtime->workers[i].parker) >
			    line_of(&queue->slots[LOCAL_QUEUE_CAPACITY - 1]));
	}
	sched_runtime_destroy(runtime);
}

/* Packed, as in Tokio 1.53: length, idle word and mutex behind one another. */
static void packed_shared_words_are_one_line(struct sched_runtime *runtime)
{
	struct inject_shard *last = &runtime->inject.shards[INJECT_SHARDS - 1];

	assert_ptr_equal(&last->length + 1, &runtime->idle.word);
	assert_int_equal(offsetof(struct idle, workers), 8);
	assert_in_range(offsetof(struct idle, mutex), 12, 16);
	if (INJECT_SHARDS > 1)
		return; /* where the last one ends is the number's affair */
	assert_int_equal(line_of(&last->length), line_of(&runtime->idle.word));
	assert_int_equal(line_of(&runtime->idle.word), line_of(&runtime->idle.mutex));
}

/* As in Tokio 1.54: inject queue and idle word are alone, the sleepers' mutex is elsewhere. */
static void padded_shared_words_are_alone(struct sched_runtime *runtime)
{
	struct idle *idle = &runtime->idle;
	size_t pad = shared_pad();

	for (size_t i = 0; i < INJECT_SHARDS; i++) {
		assert_int_equal((uintptr_t)&runtime->inject.shards[i] % pad, 0);
		assert_true((char *)idle >= (char *)&runtime->inject.shards[i] + pad);
	}
	assert_true((char *)&runtime->inject.shards[0] >= (char *)&runtime->inject.occupancy + 8);
	assert_true(line_of(&runtime->inject) > line_of(&runtime->owned.count));
	assert_int_equal((uintptr_t)&idle->word % pad, 0);
	assert_int_equal((char *)&idle->mutex - (char *)&idle->word, pad);
	assert_int_equal(sizeof(*idle), 2 * pad);
}

static void shared_words_stand_on_these_lines(void **unused)
{
	struct sched_runtime *runtime = runtime_without_threads(2);

	(void)unused;
	assert_int_equal(_Alignof(struct inject_shard), shared_pad());
	assert_int_equal(_Alignof(struct inject_queue), shared_pad());
	assert_int_equal(_Alignof(struct idle), shared_pad());
	if (SCHED_SHARED_PAD == SHARED_PAD_PACKED)
		packed_shared_words_are_one_line(runtime);
	else
		padded_shared_words_are_alone(runtime);
	sched_runtime_destroy(runtime);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_of_a_ring_are_so_far_apart),
		cmocka_unit_test(words_of_a_ring_stand_on_these_lines),
		cmocka_unit_test(shared_words_stand_on_these_lines),
	};

	return cmocka_run_group_tests_name("padding", tests, NULL, NULL);
}
