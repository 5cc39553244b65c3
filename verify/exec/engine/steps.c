/* SPDX-License-Identifier: MIT */
/*
 * steps.c - who goes on: steps, sleeps, timers.
 *
 * Everything here runs on the thread of the model that makes the seam call, up to the
 * switch to the one that was picked.
 */
#include <inttypes.h>
#include <string.h>

#include "verify/exec/engine/core.h"
#include "verify/exec/engine/draw.h"

enum steps_salt { SALT_STALL = 0x20 };

/* -------------------------------------------------------------- picking -- */

/* Hand the CPU to one of `mask`; returns when the caller is picked again. */
static void run_next(uint64_t mask)
{
	struct exec_strategy *strategy = engine.options->strategy;
	uint32_t self = engine.current;
	uint32_t next = strategy->pick(strategy, mask, self, engine.steps);

	if (interleaving_step(&engine.interleaving, next, engine.runnable >> self & 1) != 0)
		engine_fail(EXEC_LIMIT, NULL, "no memory for the interleaving");
	if (next == self)
		return;
	engine.switches++;
	engine.current = next;
	coroutine_switch(&engine.threads[self].coroutine, &engine.threads[next].coroutine);
}

static uint64_t on_cpu(void)
{
	struct exec_os *os = engine.options->os;

	return os->on_cpu ? os->on_cpu(os, engine.runnable, engine.clock_ns) : engine.runnable;
}

/* --------------------------------------------------------------- timers -- */

static void set_timer(uint32_t thread, uint64_t ns, enum exec_outcome gives)
{
	engine.threads[thread].timer_ns = ns;
	engine.threads[thread].timer_gives = gives;
	engine.timed |= engine_bit(thread);
	if (ns < engine.next_timer_ns)
		engine.next_timer_ns = ns;
}

static void make_runnable(uint32_t thread)
{
	engine.threads[thread].state = THREAD_RUNNABLE;
	engine.threads[thread].waits_on = NULL;
	engine.threads[thread].timer_ns = EXEC_NEVER;
	engine.timed &= ~engine_bit(thread);
	engine.runnable |= engine_bit(thread);
}

/* Whose timer has passed, runs. */
static void pass_timers(void)
{
	uint64_t next = EXEC_NEVER;

	for (uint64_t left = engine.timed; left; left &= left - 1) {
		uint32_t thread = (uint32_t)__builtin_ctzll(left);
		struct exec_thread *timed = &engine.threads[thread];

		if (timed->timer_ns > engine.clock_ns) {
			next = timed->timer_ns < next ? timed->timer_ns : next;
			continue;
		}
		if (timed->state != THREAD_LATE && timed->state != THREAD_STALLED)
			timed->woken = timed->timer_gives;
		make_runnable(thread);
	}
	engine.next_timer_ns = next;
}

/* ---------------------------------------------------------------- steps -- */

static bool is_named(const char *wanted, const char *name)
{
	return strcmp(wanted, "*") == 0 || strcmp(wanted, name) == 0;
}

/* For how many steps the thread stalls here; EXEC_NEVER: for ever. */
static uint64_t stall_due(const struct exec_thread *self, const struct mc_site *site)
{
	const struct exec_faults *faults = engine.options->faults;
	const struct exec_stall *stall = &faults->stall;

	if (stall->is_set && is_named(stall->thread, self->name) &&
	    is_named(stall->function, site->function) && ++engine.stall_points == stall->nth)
		return stall->steps ? stall->steps : EXEC_NEVER;
	if (draw_hits(draw_for(engine.options->seed, engine.current,
			       engine.waiters[engine.current].steps, SALT_STALL),
		      faults->stalls_per_million))
		return faults->stalls_steps;
	return 0;
}

static void stall(uint64_t steps)
{
	struct exec_thread *self = engine_self();

	engine_trace(EXEC_STALL, self->site, 0, steps, 0, OUTCOME_SLEEPS);
	engine_sleep(THREAD_STALLED, NULL, steps == EXEC_NEVER ? steps : steps * COST_UNIT_NS);
}

/* Everything of a step but the choice of who goes on. */
static inline void count_step(enum exec_op op, const void *object, const struct mc_site *site)
{
	struct exec_cost *cost = engine.options->cost;

	engine_self()->site = site;
	engine.waiters[engine.current].steps++;
	engine.clock_ns += cost->of(cost, engine.current, op, object);
	if (__builtin_expect(++engine.steps > engine.options->steps_max, 0))
		engine_fail(EXEC_LIVELOCK, site, "no end after %" PRIu64 " steps",
			    engine.options->steps_max);
	if (__builtin_expect(engine.clock_ns >= engine.next_timer_ns, 0))
		pass_timers();
}

void engine_step(enum exec_op op, const void *object, const struct mc_site *site)
{
	uint64_t steps;

	if (__builtin_expect(engine.is_quiet, 0))
		return;
	count_step(op, object, site);
	if (__builtin_expect(engine.may_stall, 0)) {
		steps = stall_due(engine_self(), site);
		if (steps > 0)
			stall(steps);
	}
	run_next(on_cpu());
}

void engine_spin(const struct mc_site *site)
{
	struct exec_strategy *strategy = engine.options->strategy;
	uint64_t mask;

	if (engine.is_quiet)
		return;
	count_step(EXEC_SPIN, NULL, site);
	mask = on_cpu();
	if (mask & ~engine_bit(engine.current)) {
		mask &= ~engine_bit(engine.current);
		if (strategy->yielded)
			strategy->yielded(strategy, engine.current);
	}
	run_next(mask);
}

/* --------------------------------------------------------------- sleeps -- */

static bool something_is_due(void)
{
	for (uint64_t left = engine.timed; left; left &= left - 1) {
		enum thread_state state = engine.threads[__builtin_ctzll(left)].state;

		if (state == THREAD_LATE || state == THREAD_STALLED)
			return true;
	}
	return false;
}

static void look_for_lost_work(void)
{
	const struct exec_options *options = engine.options;
	const char *lost;

	if (!options->at_rest)
		return;
	engine.is_quiet = true;
	lost = options->at_rest(options->arg);
	engine.is_quiet = false;
	if (lost)
		engine_fail(EXEC_LOST_WAKEUP, NULL, "%s", lost);
}

static bool anybody_is(enum thread_state state)
{
	for (uint32_t i = 0; i < engine.thread_count; i++)
		if (engine.threads[i].state == state)
			return true;
	return false;
}

/* Nobody can run now: let time pass until somebody can. */
static void await_time(void)
{
	if (!something_is_due())
		look_for_lost_work();
	if (!engine.timed)
		engine_fail(EXEC_DEADLOCK, NULL, "%u of %u threads wait for ever%s", engine.live,
			    engine.thread_count,
			    anybody_is(THREAD_STALLED) ? ", one of them stalled" : "");
	if (engine.next_timer_ns > engine.clock_ns)
		engine.clock_ns = engine.next_timer_ns;
	pass_timers();
}

enum exec_outcome engine_sleep(enum thread_state state, const void *on, uint64_t timeout_ns)
{
	struct exec_os *os = engine.options->os;
	uint32_t thread = engine.current;
	struct exec_thread *self = engine_self();
	uint64_t spurious = EXEC_NEVER;

	self->state = state;
	self->waits_on = on;
	engine.waiters[thread].since = ++engine.sleeps;
	engine.runnable &= ~engine_bit(thread);
	if (state == THREAD_WAITS || state == THREAD_COND)
		spurious = os->spurious(os, thread, engine.waiters[thread].steps);
	if (spurious < timeout_ns)
		set_timer(thread, engine.clock_ns + spurious, OUTCOME_SPURIOUS);
	else if (timeout_ns < EXEC_NEVER - engine.clock_ns)
		set_timer(thread, engine.clock_ns + timeout_ns, OUTCOME_TIMED_OUT);
	while (!engine.runnable)
		await_time();
	run_next(on_cpu());
	return self->woken;
}

uint64_t engine_sleepers(enum thread_state state, const void *on)
{
	uint64_t sleepers = 0;

	for (uint32_t i = 0; i < engine.thread_count; i++)
		if (engine.threads[i].state == state && engine.threads[i].waits_on == on)
			sleepers |= engine_bit(i);
	return sleepers;
}

void engine_wake(uint32_t thread, enum exec_outcome how)
{
	struct exec_os *os = engine.options->os;
	uint64_t delay = os->wake_delay(os, thread, engine.waiters[thread].steps);

	engine.threads[thread].woken = how;
	if (delay == 0) {
		make_runnable(thread);
		return;
	}
	engine.threads[thread].state = THREAD_LATE;
	set_timer(thread, engine.clock_ns + delay, how);
}

/* -------------------------------------------------------------- the end -- */

void engine_exit(void)
{
	struct exec_thread *self = engine_self();
	struct exec_strategy *strategy = engine.options->strategy;
	uint64_t joiners = engine_sleepers(THREAD_JOINS, self);
	uint32_t next;

	engine_trace(EXEC_THREAD_END, NULL, 0, 0, 0, OUTCOME_NONE);
	self->state = THREAD_ENDED;
	engine.runnable &= ~engine_bit(engine.current);
	for (; joiners; joiners &= joiners - 1)
		engine_wake((uint32_t)__builtin_ctzll(joiners), OUTCOME_WOKEN);
	if (--engine.live == 0)
		engine_leave();
	while (!engine.runnable)
		await_time();
	next = strategy->pick(strategy, on_cpu(), engine.current, engine.steps);
	if (interleaving_step(&engine.interleaving, next, false) != 0)
		engine_fail(EXEC_LIMIT, NULL, "no memory for the interleaving");
	engine.switches++;
	engine.current = next;
	coroutine_leave(&self->coroutine, &engine.threads[next].coroutine);
}
