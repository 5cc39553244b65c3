/* SPDX-License-Identifier: MIT */
/* Description: pairs of tasks pass values by oneshots; halves are dropped at random */
#include "sched/oneshot.h"
#include "tests/stress/stress.h"

#define PAIRS  10u
#define ROUNDS 60u

struct table {
	at_u64 sum;	  /* received */
	at_u32 cancelled; /* receivers that saw the sender dropped */
	at_u32 refused;	  /* sends that found the receiver gone */
	at_u32 surprises;
};

struct sender {
	struct table *table;
	struct sched_oneshot *oneshot;
	uint64_t value; /* 0: drop it without sending */
	uint32_t yields;
};

static enum sched_poll sender_poll(void *opaque, struct sched_context *context)
{
	struct sender *sender = (struct sender *)opaque;

	if (sender->yields > 0) {
		sender->yields--;
		return sched_yield_now(context);
	}
	if (sender->value == 0)
		sched_oneshot_drop_sender(sender->oneshot);
	else if (sched_oneshot_send(sender->oneshot, sender->value) == -EPIPE)
		at_fetch_add_relaxed(&sender->table->refused, 1);
	return SCHED_READY;
}

/* The runtime may end before a sender whose receiver did not wait for it. */
static void sender_drop(void *opaque)
{
	sched_oneshot_drop_sender(((struct sender *)opaque)->oneshot);
}

static const struct sched_task_ops sender_ops = { .name = "sender",
						  .poll = sender_poll,
						  .drop = sender_drop,
						  .state_bytes = sizeof(struct sender) };

struct receiver {
	struct table *table;
	struct sched_oneshot *oneshot;
	uint64_t random;
	uint32_t round;
};

/* A new oneshot and a task that sends into it. */
static bool receiver_begin(struct receiver *receiver)
{
	uint64_t choice = test_random(&receiver->random);
	struct sender sender = { .table = receiver->table, .yields = choice % 3 };

	receiver->oneshot = sched_oneshot_create();
	if (!receiver->oneshot)
		return false;
	receiver->round++;
	watchdog_progress();
	sender.oneshot = receiver->oneshot;
	sender.value = choice % 5 == 0 ? 0 : receiver->round;
	return sched_spawn(&sender_ops, &sender, NULL) == 0;
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
			if (!receiver_begin(receiver))
				at_fetch_add_relaxed(&receiver->table->surprises, 1);
		}
		if (test_random(&receiver->random) % 6 != 0) {
			if (sched_oneshot_poll(receiver->oneshot, context, &value, &status) ==
			    SCHED_PENDING)
				return SCHED_PENDING;
			at_fetch_add_relaxed(&receiver->table->sum, value);
			at_fetch_add_relaxed(&receiver->table->cancelled, status == -ECANCELED);
			if (status == 0 && value != receiver->round)
				at_fetch_add_relaxed(&receiver->table->surprises, 1);
		}
		sched_oneshot_drop_receiver(receiver->oneshot); /* perhaps unread */
		receiver->oneshot = NULL;
	}
}

static const struct sched_task_ops receiver_ops = { .name = "receiver",
						    .poll = receiver_poll,
						    .state_bytes = sizeof(struct receiver) };

static void oneshots_between_tasks(void **unused)
{
	static const uint32_t worker_counts[] = { 1, 2, 4 };

	(void)unused;
	for (size_t k = 0; k < TEST_COUNT(worker_counts); k++) {
		struct sched_runtime *runtime = runtime_start(worker_counts[k]);
		struct sched_join joins[PAIRS];
		struct table table;

		at_init(&table.sum, 0);
		at_init(&table.cancelled, 0);
		at_init(&table.refused, 0);
		at_init(&table.surprises, 0);
		for (uint32_t i = 0; i < PAIRS; i++) {
			struct receiver receiver = { &table, NULL, stress_seed + i, 0 };

			assert_int_equal(
				sched_spawn_on(runtime, &receiver_ops, &receiver, &joins[i]), 0);
		}
		for (uint32_t i = 0; i < PAIRS; i++)
			assert_int_equal(sched_block_on_join(runtime, &joins[i], NULL), 0);
		runtime_stop(runtime);
		assert_int_equal(word_get(&table.surprises), 0);
		assert_true(at_load_acquire(&table.sum) <= PAIRS * ROUNDS * (ROUNDS + 1) / 2);
		assert_true(at_load_acquire(&table.sum) > 0);
	}
}

int stress_oneshot_tests(void)
{
	static const struct CMUnitTest tests[] = { cmocka_unit_test(oneshots_between_tasks) };

	return cmocka_run_group_tests_name("oneshot", tests, NULL, NULL);
}
