/* SPDX-License-Identifier: MIT */
/*
 * checks.c - the oracles of a block: tasks lost, results wrong, runs per worker,
 * and the countdown, which is to be at zero when nothing is open.
 *
 * A task that is handed out twice can make every sum right while another one is
 * still in a queue, so the sums are looked at only after the workers had time to
 * run what is left; whatever comes later still is found when the next block
 * begins, because all counts are left at zero and live as long as the runtime.
 * Weakness: one set per process, so blocks run one at a time, as arm.h promises;
 * a stray that outlasts the wait after the very last block is not seen.
 */
#include "workloads/countdown.h"

#define SETTLE_NS 1000000 /* in arm.h's verify, so it is part of no time and no count */

struct workload_counter workload_lost;
struct workload_counter workload_wrong;
static struct workload_counter lacking; /* an errno, not negative; 0: nothing */
struct workload_tally_line workload_tally[SCHED_WORKERS_MAX + 1];

void workload_checks_init(void)
{
	workload_counter_init(&workload_lost, 0);
	workload_counter_init(&workload_wrong, 0);
	workload_counter_init(&lacking, 0);
	workload_counter_init(&countdown.remaining, 0);
	workload_counter_init(&countdown.references, 0);
	workload_counter_init(&countdown.senders, 0);
	for (uint32_t i = 0; i <= SCHED_WORKERS_MAX; i++)
		at_init(&workload_tally[i].runs, 0);
}

void workload_checks_fini(void)
{
	workload_counter_fini(&workload_lost);
	workload_counter_fini(&workload_wrong);
	workload_counter_fini(&lacking);
	workload_counter_fini(&countdown.remaining);
	workload_counter_fini(&countdown.references);
	workload_counter_fini(&countdown.senders);
	for (uint32_t i = 0; i <= SCHED_WORKERS_MAX; i++)
		at_fini(&workload_tally[i].runs);
}

uint64_t workload_runs(const struct workload_env *env)
{
	uint64_t runs = 0;

	for (uint32_t i = 0; i <= env->config->workers; i++)
		runs += at_load_relaxed(&workload_tally[i].runs);
	return runs;
}

static void clear(const struct workload_env *env)
{
	workload_counter_set(&workload_lost, 0);
	workload_counter_set(&workload_wrong, 0);
	workload_counter_set(&lacking, 0);
	workload_counter_set(&countdown.remaining, 0);
	workload_counter_set(&countdown.references, 0);
	workload_counter_set(&countdown.senders, 0);
	for (uint32_t i = 0; i <= env->config->workers; i++)
		at_store_relaxed(&workload_tally[i].runs, 0);
}

bool workload_expect_nothing_open(struct workload_env *env)
{
	uint64_t remaining = workload_counter_read(&countdown.remaining);
	uint64_t references = workload_counter_read(&countdown.references);
	uint64_t senders = workload_counter_read(&countdown.senders);

	if (!remaining && !references && !senders)
		return true;
	workload_fail(env,
		      "children to run %lld, references %lld, senders %lld left, expected 0 "
		      "(below 0: run twice)",
		      (long long)remaining, (long long)references, (long long)senders);
	return false;
}

static void expect_no_stray(struct workload_env *env)
{
	if (workload_runs(env) || workload_counter_read(&workload_lost) ||
	    workload_counter_read(&countdown.remaining))
		workload_fail(env, "a task of the block before ran, or was lost, after its end");
}

static void settle(void)
{
	at_u32 never;

	at_init(&never, 0);
	os_wait(&never, 0, SETTLE_NS);
	at_fini(&never);
}

void workload_checks_start(struct workload_env *env)
{
	expect_no_stray(env);
	clear(env);
	env->runs_expected = 0;
}

void workload_expect_runs(struct workload_env *env, uint64_t expected)
{
	env->runs_expected += expected;
}

int workload_checks_stop(struct workload_env *env)
{
	int lacks;

	settle();
	lacks = -(int)workload_counter_read(&lacking);
	workload_expect_equal(env, "tasks lost", workload_counter_read(&workload_lost), 0);
	workload_expect_equal(env, "wrong results", workload_counter_read(&workload_wrong), 0);
	workload_expect_equal(env, "task runs", workload_runs(env), env->runs_expected);
	workload_expect_nothing_open(env);
	clear(env);
	return lacks;
}

void workload_lacks(int error)
{
	if (workload_counter_read(&lacking) == 0) /* of two at once either may be the first */
		workload_counter_set(&lacking, (uint64_t)-error);
}

void workload_drop_lost(void *state)
{
	(void)state;
	workload_counter_add(&workload_lost, 1);
}
