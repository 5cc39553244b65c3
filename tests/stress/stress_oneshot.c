/* SPDX-License-Identifier: MIT */
/* Description: pairs of tasks pass values by oneshots; halves are dropped at random */
/*
 * Each half of each oneshot writes into the oneshot's entry what became of it, and the two
 * must fit: what was sent is received, or nobody read it; what was refused nobody read.
 */
#include "sched/oneshot.h"
#include "tests/stress/stress.h"

#define PAIRS  10u
#define ROUNDS 60u

enum half_end {		 /* each adds its power of sixteen to the entry */
		SENT,	 /* a send that returned 0 */
		REFUSED, /* a send that found the receiver gone */
		UNSENT,	 /* the sender was dropped */
		RECEIVED,
		CANCELLED, /* the receiver saw that the sender was dropped */
		UNREAD,	   /* the receiver was dropped */
		HALF_ENDS
};

#define ENTRY_OF(end) (1u << 4 * (end))

struct table {
	at_u32 entries[PAIRS * ROUNDS];
	at_u32 surprises;
};

static void table_note(struct table *table, uint32_t entry, enum half_end end)
{
	at_fetch_add_release(&table->entries[entry], ENTRY_OF(end));
}

static void table_surprise(struct table *table, bool is_one)
{
	at_fetch_add_relaxed(&table->surprises, is_one);
}

static bool entry_fits(uint32_t entry)
{
	return entry == ENTRY_OF(SENT) + ENTRY_OF(RECEIVED) ||
	       entry == ENTRY_OF(SENT) + ENTRY_OF(UNREAD) ||
	       entry == ENTRY_OF(REFUSED) + ENTRY_OF(UNREAD) ||
	       entry == ENTRY_OF(UNSENT) + ENTRY_OF(CANCELLED) ||
	       entry == ENTRY_OF(UNSENT) + ENTRY_OF(UNREAD);
}

struct sender {
	struct table *table;
	struct sched_oneshot *oneshot;
	uint64_t value; /* 0: drop it without sending */
	uint32_t yields;
	uint32_t entry;
};

static void sender_drop(void *opaque)
{
	struct sender *sender = (struct sender *)opaque;

	sched_oneshot_drop_sender(sender->oneshot);
	table_note(sender->table, sender->entry, UNSENT);
}

/* A receiver that has gone before this is told of in the entry, and cannot be missed. */
static void sender_send(struct sender *sender)
{
	bool is_gone = word_get(&sender->table->entries[sender->entry]) != 0;
	int error = sched_oneshot_send(sender->oneshot, sender->value);

	table_note(sender->table, sender->entry, error == 0 ? SENT : REFUSED);
	table_surprise(sender->table, error != 0 && error != -EPIPE);
	table_surprise(sender->table, is_gone && error != -EPIPE);
}

static enum sched_poll sender_poll(void *opaque, struct sched_context *context)
{
	struct sender *sender = (struct sender *)opaque;

	if (sender->yields > 0) {
		sender->yields--;
		return sched_yield_now(context);
	}
	if (sender->value == 0)
		sender_drop(sender);
	else
		sender_send(sender);
	return SCHED_READY;
}

/* Dropped: the runtime may end before a sender whose receiver did not wait for it. */
static const struct sched_task_ops sender_ops = { .name = "sender",
						  .poll = sender_poll,
						  .drop = sender_drop,
						  .state_bytes = sizeof(struct sender) };

struct receiver {
	struct table *table;
	struct sched_oneshot *oneshot;
	uint64_t random;
	uint32_t round;
	uint32_t entry; /* of the oneshot in progress */
};

/* A new oneshot and a task that sends into it. */
static bool receiver_begin(struct receiver *receiver)
{
	uint64_t choice = test_random(&receiver->random);
	struct sender sender = { .table = receiver->table, .yields = choice % 3 };

	receiver->oneshot = sched_oneshot_create();
	if (!receiver->oneshot)
		return false;
	sender.entry = receiver->entry + receiver->round++;
	watchdog_progress();
	sender.oneshot = receiver->oneshot;
	sender.value = choice % 5 == 0 ? 0 : receiver->round;
	return sched_spawn(&sender_ops, &sender, NULL) == 0;
}

/* Perhaps unread.  The entry is told last: the sender may look at it. */
static void receiver_end(struct receiver *receiver, enum half_end end)
{
	sched_oneshot_drop_receiver(receiver->oneshot);
	receiver->oneshot = NULL;
	table_note(receiver->table, receiver->entry + receiver->round - 1, end);
}

static enum sched_poll receiver_poll(void *opaque, struct sched_context *context)
{
	struct receiver *receiver = (struct receiver *)opaque;

	for (;;) {
		uint64_t value = 0;
		int status = 0;

		if (!receiver->oneshot) {
			if (receiver->round == ROUNDS)
				return SCHED_READY;
			table_surprise(receiver->table, !receiver_begin(receiver));
		}
		if (test_random(&receiver->random) % 6 == 0) {
			receiver_end(receiver, UNREAD);
			continue;
		}
		if (sched_oneshot_poll(receiver->oneshot, context, &value, &status) ==
		    SCHED_PENDING)
			return SCHED_PENDING;
		table_surprise(receiver->table, value != (status == 0 ? receiver->round : 0));
		table_surprise(receiver->table, status != 0 && status != -ECANCELED);
		receiver_end(receiver, status == 0 ? RECEIVED : CANCELLED);
	}
}

static const struct sched_task_ops receiver_ops = { .name = "receiver",
						    .poll = receiver_poll,
						    .state_bytes = sizeof(struct receiver) };

static void table_init(struct table *table)
{
	for (uint32_t i = 0; i < PAIRS * ROUNDS; i++)
		at_init(&table->entries[i], 0);
	at_init(&table->surprises, 0);
}

/* Each half must have ended in each way.  A receiver that leaves at once is before its
 * sender for sure where there is one worker; elsewhere the sender may always be faster. */
static void table_check(struct table *table, bool must_refuse)
{
	uint32_t ends[HALF_ENDS] = { 0 };

	assert_int_equal(word_get(&table->surprises), 0);
	for (uint32_t i = 0; i < PAIRS * ROUNDS; i++) {
		uint32_t entry = word_get(&table->entries[i]);

		if (!entry_fits(entry))
			fail_msg("oneshot %u: its halves ended as %#x", i, entry);
		for (uint32_t end = 0; end < HALF_ENDS; end++)
			ends[end] += entry >> 4 * end & 15;
	}
	for (uint32_t end = 0; end < HALF_ENDS; end++)
		assert_true(ends[end] > 0 || (end == REFUSED && !must_refuse));
}

static void oneshots_between_tasks(void **unused)
{
	static const uint32_t worker_counts[] = { 1, 2, 4 };
	static struct table table;

	(void)unused;
	for (size_t k = 0; k < TEST_COUNT(worker_counts); k++) {
		struct sched_runtime *runtime = runtime_start(worker_counts[k]);
		struct sched_join joins[PAIRS];

		table_init(&table);
		for (uint32_t i = 0; i < PAIRS; i++) {
			struct receiver receiver = { &table, NULL, stress_seed + i, 0, i * ROUNDS };

			assert_int_equal(
				sched_spawn_on(runtime, &receiver_ops, &receiver, &joins[i]), 0);
		}
		for (uint32_t i = 0; i < PAIRS; i++)
			assert_int_equal(sched_block_on_join(runtime, &joins[i], NULL), 0);
		runtime_stop(runtime);
		table_check(&table, worker_counts[k] == 1);
	}
}

int stress_oneshot_tests(void)
{
	static const struct CMUnitTest tests[] = { cmocka_unit_test(oneshots_between_tasks) };

	return cmocka_run_group_tests_name("oneshot", tests, NULL, NULL);
}
