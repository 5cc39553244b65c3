/* SPDX-License-Identifier: MIT */
/*
 * Description: the transitions that first try their usual edge, against the loops behind it
 *
 * The loop is the whole truth, but it is come to only where the edge does not apply or
 * another thread was faster.  So for every state word that may be there, both must say the
 * same and leave the same; and what that is stands here once more.
 */
#include "tests/unit/internals.h"

#define WORDS (64u * 4 * 2) /* six bits, one to four references, with a waker and without */

struct outcome {
	int action;
	uint64_t word;
};

static uint64_t word_of(uint32_t number)
{
	uint64_t word = number % 64;

	word += (1 + number / 64 % 4) * STATE_REF_ONE;
	return number / 256 ? word + STATE_WAKER_ONE : word;
}

static struct outcome outcome_of(uint64_t word, int (*transition)(at_u64 *word))
{
	struct outcome outcome;
	at_u64 atomic;

	at_init(&atomic, word);
	outcome.action = transition(&atomic);
	outcome.word = at_load_relaxed(&atomic);
	return outcome;
}

static void expect_outcome(uint64_t before, int (*transition)(at_u64 *word), int action,
			   uint64_t word)
{
	struct outcome outcome = outcome_of(before, transition);

	if (outcome.action != action || outcome.word != word)
		fail_msg("%#llx became %#llx with %d, not %#llx with %d",
			 (unsigned long long)before, (unsigned long long)outcome.word,
			 outcome.action, (unsigned long long)word, action);
}

/* ---------------------------------------------------------- to running -- */

static int to_running(at_u64 *word)
{
	return state_to_running(word);
}

static int to_running_any(at_u64 *word)
{
	return state_to_running_any(word);
}

static void a_notified_task_runs_or_its_reference_goes(void **unused)
{
	(void)unused;
	for (uint32_t i = 0; i < WORDS; i++) {
		uint64_t word = word_of(i);
		uint64_t next = word - STATE_REF_ONE;
		int action = state_refs(word) == 1 ? STATE_RUN_DEALLOC : STATE_RUN_FAILED;

		if (!(word & STATE_NOTIFIED))
			continue;
		if (!(word & (STATE_RUNNING | STATE_COMPLETE))) {
			next = word - STATE_NOTIFIED + STATE_RUNNING;
			action = word & STATE_CANCELLED ? STATE_RUN_CANCELLED : STATE_RUN;
		}
		expect_outcome(word, to_running, action, next);
		expect_outcome(word, to_running_any, action, next);
	}
}

/* ------------------------------------------------------------- to idle -- */

static int to_idle(at_u64 *word)
{
	return state_to_idle(word);
}

static int to_idle_any(at_u64 *word)
{
	return state_to_idle_any(word);
}

static void a_pending_poll_leaves_its_task_idle_or_queued(void **unused)
{
	(void)unused;
	for (uint32_t i = 0; i < WORDS; i++) {
		uint64_t word = word_of(i);
		uint64_t next = word - STATE_RUNNING - STATE_REF_ONE;
		int action = state_refs(word) == 1 ? STATE_IDLE_DEALLOC : STATE_IDLE;

		if (!(word & STATE_RUNNING) || (word & STATE_COMPLETE))
			continue;
		if (word & STATE_NOTIFIED) {
			next = word - STATE_RUNNING + (SCHED_REF_PER_WAKE ? STATE_REF_ONE : 0);
			action = STATE_IDLE_NOTIFIED;
		}
		if (word & STATE_CANCELLED) {
			next = word;
			action = STATE_IDLE_CANCELLED;
		}
		expect_outcome(word, to_idle, action, next);
		expect_outcome(word, to_idle_any, action, next);
	}
}

/* --------------------------------------------------------------- wakes -- */

static int by_value(at_u64 *word)
{
	return state_to_notified_by_value(word);
}

static int by_value_any(at_u64 *word)
{
	return state_to_notified_by_value_any(word);
}

static void a_wake_by_value_queues_a_task_or_gives_its_reference_back(void **unused)
{
	(void)unused;
	for (uint32_t i = 0; i < WORDS; i++) {
		uint64_t word = word_of(i);
		uint64_t next = word - STATE_REF_ONE - STATE_WAKER_ONE;
		int action = state_refs(word) == 1 ? STATE_NOTIFY_DEALLOC : STATE_NOTIFY_NOTHING;

		if (word & STATE_RUNNING) {
			if (state_refs(word) == 1)
				continue; /* the runner's is one more */
			next |= STATE_NOTIFIED;
		} else if (!(word & (STATE_COMPLETE | STATE_NOTIFIED))) {
			next = word + STATE_NOTIFIED - STATE_WAKER_ONE;
			next += SCHED_REF_PER_WAKE ? STATE_REF_ONE : 0;
			action = STATE_NOTIFY_SUBMIT;
		}
		if (SCHED_GUARD != GUARD_NONE && i < 256) {
			next = word;
			action = STATE_NOTIFY_MISUSE;
		}
		expect_outcome(word, by_value, action, next);
		expect_outcome(word, by_value_any, action, next);
	}
}

static int by_ref(at_u64 *word)
{
	return state_to_notified_by_ref(word);
}

static int cancelled(at_u64 *word)
{
	return state_to_notified_and_cancelled(word);
}

static int shut_down(at_u64 *word)
{
	return state_to_shutdown(word);
}

/* What a wake that keeps its waker, an abort and a shutdown make of it. */
static void a_wake_an_abort_and_a_shutdown_mark_the_task(void **unused)
{
	(void)unused;
	for (uint32_t i = 0; i < WORDS; i++) {
		uint64_t word = word_of(i);
		bool is_idle = !(word & (STATE_RUNNING | STATE_COMPLETE));
		bool submits = is_idle && !(word & STATE_NOTIFIED);
		uint64_t next = (word | STATE_NOTIFIED) + (submits ? STATE_REF_ONE : 0);
		bool is_over = word & STATE_COMPLETE;

		expect_outcome(word, by_ref, submits, is_over ? word : next);
		is_over = is_over || (word & STATE_CANCELLED);
		expect_outcome(word, cancelled, submits && !is_over,
			       is_over ? word : next | STATE_CANCELLED);
		expect_outcome(word, shut_down, is_idle,
			       word | STATE_CANCELLED | (is_idle ? STATE_RUNNING : 0));
	}
}

/* ---------------------------------------------------------- references -- */

static int drop_fast(at_u64 *word)
{
	return state_drop_join_handle_fast(word);
}

static int drop_complete(at_u64 *word)
{
	return state_drop_complete_join_handle(word);
}

static int drop_reference(at_u64 *word)
{
	return state_ref_dec(word);
}

static int drop_two(at_u64 *word)
{
	return state_to_terminal(word, 2);
}

static void the_last_reference_is_told(void **unused)
{
	(void)unused;
	for (uint32_t i = 0; i < WORDS; i++) {
		uint64_t word = word_of(i);
		uint64_t refs = state_refs(word);
		bool is_new = word == STATE_INITIAL;

		assert_int_equal(refs, 1 + i / 64 % 4);
		expect_outcome(word, drop_reference, refs == 1, word - STATE_REF_ONE);
		if (refs >= 2)
			expect_outcome(word, drop_two, refs == 2, word - 2 * STATE_REF_ONE);
		expect_outcome(word, drop_fast, is_new,
			       is_new ? word - STATE_REF_ONE - STATE_JOIN_INTEREST : word);
		if (word & STATE_JOIN_INTEREST)
			expect_outcome(word, drop_complete, refs == 1,
				       word - STATE_REF_ONE - STATE_JOIN_INTEREST);
	}
}

/* --------------------------------------------------------- join handle -- */

static int set_waker(at_u64 *word)
{
	return state_set_join_waker(word);
}

static int unset_waker(at_u64 *word)
{
	return state_unset_join_waker(word);
}

static void expect_dropped_handle(uint64_t word)
{
	uint64_t kept = word & STATE_COMPLETE ? word : word & ~(uint64_t)STATE_JOIN_WAKER;
	uint64_t after = 0;
	at_u64 atomic;

	at_init(&atomic, word);
	assert_true(state_to_join_handle_dropped(&atomic, &after) == word);
	assert_true(after == (kept & ~(uint64_t)STATE_JOIN_INTEREST));
	assert_true(at_load_relaxed(&atomic) == after);
}

static void a_handle_has_its_waker_until_completion(void **unused)
{
	(void)unused;
	for (uint32_t i = 0; i < WORDS; i++) {
		uint64_t word = word_of(i);
		bool is_open = !(word & STATE_COMPLETE);

		if (!(word & STATE_JOIN_INTEREST))
			continue;
		expect_dropped_handle(word);
		if (word & STATE_JOIN_WAKER)
			expect_outcome(word, unset_waker, is_open,
				       is_open ? word - STATE_JOIN_WAKER : word);
		else
			expect_outcome(word, set_waker, is_open,
				       is_open ? word + STATE_JOIN_WAKER : word);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_notified_task_runs_or_its_reference_goes),
		cmocka_unit_test(a_pending_poll_leaves_its_task_idle_or_queued),
		cmocka_unit_test(a_wake_by_value_queues_a_task_or_gives_its_reference_back),
		cmocka_unit_test(a_wake_an_abort_and_a_shutdown_mark_the_task),
		cmocka_unit_test(the_last_reference_is_told),
		cmocka_unit_test(a_handle_has_its_waker_until_completion),
	};

	return cmocka_run_group_tests_name("every state word", tests, NULL, NULL);
}
