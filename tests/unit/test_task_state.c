/* SPDX-License-Identifier: MIT */
/* Description: every transition of the task's state word, as a table */
#include "tests/unit/internals.h"

#define R STATE_RUNNING
#define C STATE_COMPLETE
#define N STATE_NOTIFIED
#define J STATE_JOIN_INTEREST
#define W STATE_JOIN_WAKER
#define X STATE_CANCELLED

#define PER_WAKE (SCHED_REF_PER_WAKE ? 1 : 0)

enum transition {
	TO_RUNNING,
	TO_IDLE,
	TO_COMPLETE,
	TO_TERMINAL_1,
	TO_TERMINAL_2,
	NOTIFY_BY_VALUE,
	NOTIFY_BY_REF,
	NOTIFY_AND_CANCEL,
	SHUTDOWN,
	DROP_JOIN_FAST,
	DROP_JOIN,
	SET_WAKER,
	UNSET_WAKER,
	UNSET_WAKER_AFTER,
	REF_INC,
	REF_DEC
};

struct row {
	enum transition transition;
	uint32_t bits_in;
	int refs_in;
	uint32_t bits_out;
	int refs_out;
	int action; /* the transition's enum, its bool, or 0 */
};

static const struct row rows[] = {
	/* The holder of the notified reference polls, or only drops it. */
	{ TO_RUNNING, N | J, 3, R | J, 3, STATE_RUN },
	{ TO_RUNNING, N, 2, R, 2, STATE_RUN },
	{ TO_RUNNING, N | J | W, 3, R | J | W, 3, STATE_RUN },
	{ TO_RUNNING, N | X | J, 3, R | X | J, 3, STATE_RUN_CANCELLED },
	{ TO_RUNNING, N | X, 1, R | X, 1, STATE_RUN_CANCELLED },
	{ TO_RUNNING, N | R, 2, N | R, 1, STATE_RUN_FAILED },
	{ TO_RUNNING, N | R | X, 2, N | R | X, 1, STATE_RUN_FAILED },
	{ TO_RUNNING, N | C | J, 2, N | C | J, 1, STATE_RUN_FAILED },
	{ TO_RUNNING, N | C, 1, N | C, 0, STATE_RUN_DEALLOC },
	{ TO_RUNNING, N | C | X, 1, N | C | X, 0, STATE_RUN_DEALLOC },
	/* The poll was pending. */
	{ TO_IDLE, R | J, 3, J, 2, STATE_IDLE },
	{ TO_IDLE, R | J | W, 3, J | W, 2, STATE_IDLE },
	{ TO_IDLE, R, 2, 0, 1, STATE_IDLE },
	{ TO_IDLE, R, 1, 0, 0, STATE_IDLE_DEALLOC },
	{ TO_IDLE, R | N | J, 3, N | J, 3 + PER_WAKE, STATE_IDLE_NOTIFIED },
	{ TO_IDLE, R | N, 1, N, 1 + PER_WAKE, STATE_IDLE_NOTIFIED },
	{ TO_IDLE, R | X | J, 3, R | X | J, 3, STATE_IDLE_CANCELLED },
	{ TO_IDLE, R | N | X, 2, R | N | X, 2, STATE_IDLE_CANCELLED },
	/* The end. */
	{ TO_COMPLETE, R | J, 3, C | J, 3, 0 },
	{ TO_COMPLETE, R, 1, C, 1, 0 },
	{ TO_COMPLETE, R | N | J | W, 4, C | N | J | W, 4, 0 },
	{ TO_COMPLETE, R | X | J, 3, C | X | J, 3, 0 },
	{ TO_TERMINAL_1, C, 1, C, 0, true },
	{ TO_TERMINAL_1, C | J, 2, C | J, 1, false },
	{ TO_TERMINAL_2, C, 2, C, 0, true },
	{ TO_TERMINAL_2, C | J, 3, C | J, 1, false },
	{ TO_TERMINAL_2, C | N, 5, C | N, 3, false },
	/* Wake, consuming the caller's reference. */
	{ NOTIFY_BY_VALUE, J, 3, N | J, 3 + PER_WAKE, STATE_NOTIFY_SUBMIT },
	{ NOTIFY_BY_VALUE, 0, 1, N, 1 + PER_WAKE, STATE_NOTIFY_SUBMIT },
	{ NOTIFY_BY_VALUE, X, 2, N | X, 2 + PER_WAKE, STATE_NOTIFY_SUBMIT },
	{ NOTIFY_BY_VALUE, R | J, 4, R | N | J, 3, STATE_NOTIFY_NOTHING },
	{ NOTIFY_BY_VALUE, R | N, 3, R | N, 2, STATE_NOTIFY_NOTHING },
	{ NOTIFY_BY_VALUE, R | X, 2, R | N | X, 1, STATE_NOTIFY_NOTHING },
	{ NOTIFY_BY_VALUE, N | J, 4, N | J, 3, STATE_NOTIFY_NOTHING },
	{ NOTIFY_BY_VALUE, C | J, 2, C | J, 1, STATE_NOTIFY_NOTHING },
	{ NOTIFY_BY_VALUE, C, 1, C, 0, STATE_NOTIFY_DEALLOC },
	{ NOTIFY_BY_VALUE, N, 1, N, 0, STATE_NOTIFY_DEALLOC },
	/* Wake without consuming. */
	{ NOTIFY_BY_REF, J, 2, N | J, 3, true },
	{ NOTIFY_BY_REF, X, 2, N | X, 3, true },
	{ NOTIFY_BY_REF, R | J, 3, R | N | J, 3, false },
	{ NOTIFY_BY_REF, R | N, 3, R | N, 3, false },
	{ NOTIFY_BY_REF, N | J, 3, N | J, 3, false },
	{ NOTIFY_BY_REF, C | J, 2, C | J, 2, false },
	{ NOTIFY_BY_REF, C, 1, C, 1, false },
	/* Abort. */
	{ NOTIFY_AND_CANCEL, J, 2, N | X | J, 3, true },
	{ NOTIFY_AND_CANCEL, J | W, 2, N | X | J | W, 3, true },
	{ NOTIFY_AND_CANCEL, R | J, 3, R | N | X | J, 3, false },
	{ NOTIFY_AND_CANCEL, R | N | J, 3, R | N | X | J, 3, false },
	{ NOTIFY_AND_CANCEL, N | J, 3, N | X | J, 3, false },
	{ NOTIFY_AND_CANCEL, X | J, 2, X | J, 2, false },
	{ NOTIFY_AND_CANCEL, N | X | J, 3, N | X | J, 3, false },
	{ NOTIFY_AND_CANCEL, C | J, 2, C | J, 2, false },
	/* Shutdown: idle tasks become the caller's. */
	{ SHUTDOWN, J, 2, R | X | J, 2, true },
	{ SHUTDOWN, N | J, 3, R | N | X | J, 3, true },
	{ SHUTDOWN, X, 1, R | X, 1, true },
	{ SHUTDOWN, R | J, 3, R | X | J, 3, false },
	{ SHUTDOWN, R | N, 2, R | N | X, 2, false },
	{ SHUTDOWN, C | J, 2, C | X | J, 2, false },
	/* The handle goes. */
	{ DROP_JOIN_FAST, N | J, 3, N, 2, true },
	{ DROP_JOIN_FAST, N | J, 4, N | J, 4, false },
	{ DROP_JOIN_FAST, J, 2, J, 2, false },
	{ DROP_JOIN_FAST, R | J, 3, R | J, 3, false },
	{ DROP_JOIN_FAST, C | J, 1, C | J, 1, false },
	{ DROP_JOIN, J, 2, 0, 2, 0 },
	{ DROP_JOIN, J | W, 2, 0, 2, 0 },
	{ DROP_JOIN, R | J | W, 3, R, 3, 0 },
	{ DROP_JOIN, N | J, 3, N, 3, 0 },
	{ DROP_JOIN, C | J, 2, C, 2, 0 },
	{ DROP_JOIN, C | J | W, 2, C | W, 2, 0 }, /* the runtime frees the waker */
	/* The join waker. */
	{ SET_WAKER, J, 2, J | W, 2, true },
	{ SET_WAKER, R | J, 3, R | J | W, 3, true },
	{ SET_WAKER, N | J, 3, N | J | W, 3, true },
	{ SET_WAKER, C | J, 2, C | J, 2, false },
	{ UNSET_WAKER, J | W, 2, J, 2, true },
	{ UNSET_WAKER, R | J | W, 3, R | J, 3, true },
	{ UNSET_WAKER, C | J | W, 2, C | J | W, 2, false },
	{ UNSET_WAKER, C | J, 2, C | J, 2, false },
	{ UNSET_WAKER_AFTER, C | J | W, 2, C | J, 2, 0 },
	{ UNSET_WAKER_AFTER, C | W, 2, C, 2, 0 },
	/* References. */
	{ REF_INC, J, 2, J, 3, 0 },
	{ REF_INC, C, 1, C, 2, 0 },
	{ REF_DEC, J, 2, J, 1, false },
	{ REF_DEC, C, 1, C, 0, true },
};

static int step(enum transition transition, at_u64 *word)
{
	uint64_t after = 0;

	switch (transition) {
	case TO_RUNNING:
		return (int)state_to_running(word);
	case TO_IDLE:
		return (int)state_to_idle(word);
	case TO_COMPLETE:
		return state_to_complete(word) == at_load_relaxed(word) ? 0 : -1;
	case TO_TERMINAL_1:
		return state_to_terminal(word, 1);
	case TO_TERMINAL_2:
		return state_to_terminal(word, 2);
	case NOTIFY_BY_VALUE:
		return (int)state_to_notified_by_value(word);
	case NOTIFY_BY_REF:
		return state_to_notified_by_ref(word);
	case NOTIFY_AND_CANCEL:
		return state_to_notified_and_cancelled(word);
	case SHUTDOWN:
		return state_to_shutdown(word);
	case DROP_JOIN_FAST:
		return state_drop_join_handle_fast(word);
	case DROP_JOIN:
		state_to_join_handle_dropped(word, &after);
		return after == at_load_relaxed(word) ? 0 : -1;
	case SET_WAKER:
		return state_set_join_waker(word);
	case UNSET_WAKER:
		return state_unset_join_waker(word);
	case UNSET_WAKER_AFTER:
		return state_unset_waker_after_complete(word) == at_load_relaxed(word) ? 0 : -1;
	case REF_INC:
		state_ref_inc(word);
		return 0;
	case REF_DEC:
		return state_ref_dec(word);
	}
	return -1;
}

static void every_row_of_the_table(void **unused)
{
	(void)unused;
	for (size_t i = 0; i < TEST_COUNT(rows); i++) {
		const struct row *row = &rows[i];
		uint64_t expected = row->bits_out + (uint64_t)row->refs_out * STATE_REF_ONE;
		at_u64 word;
		int action;

		at_init(&word, row->bits_in + (uint64_t)row->refs_in * STATE_REF_ONE);
		action = step(row->transition, &word);
		if (action != row->action || at_load_relaxed(&word) != expected)
			print_error("row %zu: action %d, word %#llx\n", i, action,
				    (unsigned long long)at_load_relaxed(&word));
		assert_int_equal(action, row->action);
		assert_int_equal(at_load_relaxed(&word), expected);
		at_fini(&word);
	}
}

static void the_initial_word(void **unused)
{
	(void)unused;
	assert_int_equal(STATE_INITIAL, 3 * 64 + 8 + 4);
	assert_int_equal(state_refs(STATE_INITIAL), 3);
	assert_true(state_is_idle(STATE_INITIAL));
	assert_false(state_is_idle(STATE_RUNNING));
	assert_false(state_is_idle(STATE_COMPLETE));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_row_of_the_table),
		cmocka_unit_test(the_initial_word),
	};

	return cmocka_run_group_tests_name("task state", tests, NULL, NULL);
}
