/* SPDX-License-Identifier: MIT */
/* Description: the coop budget of a tick: who shares it, what it costs, what happens at its end */
#include "tests/policy/scene.h"

/* What an actor asks of the budget, and what it got. */
struct spender {
	uint32_t wanted; /* units to spend in each poll */
	uint32_t got;	 /* in the latest poll */
	struct actor *next;
	struct sched_join *join; /* polled last; NULL: none */
	uint32_t left;		 /* at the end of the latest poll */
	int status;
	enum sched_poll joined;
};

static uint32_t spend(struct sched_context *context, uint32_t wanted)
{
	uint32_t got = 0;

	while (got < wanted && sched_coop_proceed(context))
		got++;
	return got;
}

/* Done once it got all it wanted. */
static enum sched_poll act_spend(struct actor *actor, struct sched_context *context)
{
	struct spender *spender = (struct spender *)actor->arg;

	if (spender->next)
		actor_spawn(spender->next);
	spender->next = NULL;
	spender->got = spend(context, spender->wanted);
	spender->left = *context->budget;
	return spender->got == spender->wanted ? SCHED_READY : SCHED_PENDING;
}

static struct actor spender_of(char name, struct spender *spender, uint32_t wanted,
			       struct actor *next)
{
	struct actor actor = actor_of(name, act_spend);

	memset(spender, 0, sizeof(*spender));
	spender->wanted = wanted;
	spender->next = next;
	actor.arg = spender;
	return actor;
}

static void tick_has_128_units(void **unused)
{
	struct spender exact;
	struct actor actor = spender_of('E', &exact, 128, NULL);

	(void)unused;
	stage_begin(1);
	actor_spawn(&actor);
	stage_turn(0);
	assert_int_equal(exact.got, 128);
	assert_int_equal(exact.left, 0);
	assert_int_equal(counted("budget_forced_yields"), 0);
	stage_end();
}

/* The 129th unit is refused: the task is deferred, and counted. */
static void the_129th_unit_defers_the_task(void **unused)
{
	struct spender greedy;
	struct actor actor = spender_of('G', &greedy, 129, NULL);

	(void)unused;
	stage_begin(1);
	actor_spawn(&actor);
	stage_turn(0);
	assert_int_equal(greedy.got, 128);
	assert_int_equal(counted("budget_forced_yields"), 1);
	assert_int_equal(counted("deferred"), 1);
	assert_false(worker_has_tasks(&stage.runtime->workers[0]));
	stage_end();
}

/* The root spends 100, so 28 are left for what it wakes. */
static void chain_shares_one_budget(void **unused)
{
	struct spender first, second;
	struct actor next = spender_of('N', &second, 29, NULL);
	struct actor root = spender_of('R', &first, 100, &next);

	(void)unused;
	stage_begin(1);
	actor_spawn(&root);
	stage_turn(0);
	expect_polled("RN");
	assert_int_equal(second.got, 28);
	assert_int_equal(counted("budget_forced_yields"), 1);
	stage_end();
}

static void next_tick_has_the_whole_budget(void **unused)
{
	struct spender first, second;
	struct actor other = spender_of('O', &second, 128, NULL);
	struct actor actor = spender_of('A', &first, 100, NULL);

	(void)unused;
	stage_begin(1);
	actor_spawn(&other);
	actor_spawn(&actor);
	stage_turns(0, 2);
	expect_polled("AO");
	assert_int_equal(second.got, 128);
	stage_end();
}

/* A root that leaves `left` units wakes one into the slot, before a task in the ring. */
static void spend_all_but(uint32_t left, const char *tick, const char *rest)
{
	struct spender first;
	struct actor ring = actor_of('R', act_ready);
	struct actor next = actor_of('N', act_ready);
	struct actor root = spender_of('X', &first, SCHED_BUDGET - left, &next);

	stage_begin(1);
	actor_spawn(&ring);
	actor_spawn(&root);
	stage_turn(0);
	expect_polled(tick);
	stage_turns(0, 2);
	expect_polled(rest);
	stage_end();
}

static void at_the_end_of_the_budget_the_slot_goes_behind_the_ring(void **unused)
{
	(void)unused;
	spend_all_but(0, "X", "RN");
}

static void chain_goes_on_with_one_unit_left(void **unused)
{
	struct spender first;
	struct actor next = actor_of('N', act_ready);
	struct actor root = spender_of('X', &first, SCHED_BUDGET - 1, &next);

	(void)unused;
	stage_begin(1);
	actor_spawn(&root);
	stage_turn(0);
	expect_polled("XN");
	stage_end();
}

/* ---------------------------------------------------------------- join -- */

static struct sched_join joined;

static enum sched_poll act_join(struct actor *actor, struct sched_context *context)
{
	struct spender *spender = (struct spender *)actor->arg;

	spend(context, spender->wanted);
	spender->joined = sched_join_poll(&joined, context, NULL, &spender->status);
	spender->left = *context->budget;
	return SCHED_READY;
}

/* One task polls the handle of another, which is done or not, after spending units. */
static struct spender join_poll(struct actor *awaited, uint32_t spent)
{
	struct spender spender;
	struct actor actor = spender_of('J', &spender, spent, NULL);

	actor.act = act_join;
	stage_begin(1);
	assert_int_equal(sched_spawn_on(stage.runtime, &actor_ops, &awaited, &joined), 0);
	stage_turn(0);
	actor_spawn(&actor);
	stage_turn(0);
	return spender;
}

static void join_end(struct actor *awaited)
{
	sched_join_detach(&joined);
	actor_end(awaited);
	stage_end();
}

static void join_of_a_complete_task_costs_one_unit(void **unused)
{
	struct actor awaited = actor_of('A', act_ready);
	struct spender spender = join_poll(&awaited, 0);

	(void)unused;
	assert_int_equal(spender.joined, SCHED_READY);
	assert_int_equal(spender.status, 0);
	assert_int_equal(spender.left, SCHED_BUDGET - 1);
	join_end(&awaited);
}

/* A pending operation gives its unit back. */
static void join_of_a_running_task_costs_nothing(void **unused)
{
	struct actor awaited = actor_of('A', act_sleep);
	struct spender spender = join_poll(&awaited, 0);

	(void)unused;
	assert_int_equal(spender.joined, SCHED_PENDING);
	assert_int_equal(spender.left, SCHED_BUDGET);
	join_end(&awaited);
}

/* Complete or not: without budget the joiner waits its turn. */
static void join_without_budget_defers(void **unused)
{
	struct actor awaited = actor_of('A', act_ready);
	struct spender spender = join_poll(&awaited, SCHED_BUDGET);

	(void)unused;
	assert_int_equal(spender.joined, SCHED_PENDING);
	assert_int_equal(counted("budget_forced_yields"), 1);
	assert_int_equal(counted("deferred"), 1);
	join_end(&awaited);
}

/* ------------------------------------------------------------ block_on -- */

static uint32_t blocked_polls;
static uint32_t blocked_got[2];

/* Takes what there is; the refused unit wakes it at once. */
static enum sched_poll blocked_poll(void *state, struct sched_context *context)
{
	(void)state;
	blocked_got[blocked_polls] = spend(context, blocked_polls == 0 ? SCHED_BUDGET + 1 : 5);
	return blocked_polls++ == 0 ? SCHED_PENDING : SCHED_READY;
}

static void block(void)
{
	blocked_polls = 0;
	stage_begin(1);
	stage_as_outside();
	assert_int_equal(sched_block_on(stage.runtime, blocked_poll, NULL), 0);
	stage_end();
}

static void block_on_has_128_units(void **unused)
{
	(void)unused;
	block();
	assert_int_equal(blocked_got[0], 128);
}

static void block_on_has_the_whole_budget_in_each_poll(void **unused)
{
	(void)unused;
	block();
	assert_int_equal(blocked_polls, 2);
	assert_int_equal(blocked_got[1], 5);
}

static const struct CMUnitTest rules[] = {
	RULE(tick_has_128_units),
	RULE(the_129th_unit_defers_the_task),
	RULE(chain_shares_one_budget),
	RULE(next_tick_has_the_whole_budget),
	RULE(at_the_end_of_the_budget_the_slot_goes_behind_the_ring),
	RULE(chain_goes_on_with_one_unit_left),
	RULE(join_of_a_complete_task_costs_one_unit),
	RULE(join_of_a_running_task_costs_nothing),
	RULE(join_without_budget_defers),
	RULE(block_on_has_128_units),
	RULE(block_on_has_the_whole_budget_in_each_poll),
};

POLICY_MAIN("budget", rules)
