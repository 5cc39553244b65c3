/* SPDX-License-Identifier: MIT */
/*
 * crash.c - signals end the execution, not the process: the trace is worth more than
 * a core file.  Handlers run on a stack of their own, because a full one is one of the
 * reasons; they leave it by a switch, as every failure does.
 *
 * A loop without seam calls is noticed by CPU time: nothing else can interrupt it.
 */
#include <signal.h>
#include <string.h>
#include <sys/time.h>

#include "verify/exec/engine/core.h"

#define HANDLER_STACK_BYTES ((size_t)128 << 10)
#define TICKS_WITHOUT_STEP  5 /* seconds of CPU time */

static int ticks;
static uint64_t steps_at_tick;

static void crashed(int number, siginfo_t *info, void *context)
{
	(void)context;
	if (number == SIGSEGV && coroutine_overflowed(&engine_self()->coroutine, info->si_addr))
		engine_fail(EXEC_CRASH, engine_self()->site, "the stack of %s is full",
			    engine_self()->name);
	engine_fail(EXEC_CRASH, engine_self()->site, "%s in %s, after its seam call",
		    strsignal(number), engine_self()->name);
}

static void ticked(int number)
{
	(void)number;
	if (!engine.is_running || engine.steps != steps_at_tick) {
		steps_at_tick = engine.steps;
		ticks = 0;
	} else if (++ticks >= TICKS_WITHOUT_STEP) {
		ticks = 0;
		engine_fail(EXEC_LIVELOCK, engine_self()->site,
			    "%s makes no seam call any more, after its", engine_self()->name);
	}
}

static const int signals[] = { SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT };
#define SIGNALS (sizeof(signals) / sizeof(signals[0]))
static struct sigaction before[SIGNALS];

/* Once: a stack for the handlers, and a tick for each second of CPU time. */
static void prepare(void)
{
	struct sigaction tick = { .sa_handler = ticked,
				  .sa_flags = SA_ONSTACK | SA_NODEFER | SA_RESTART };
	struct itimerval second = { .it_interval = { 1, 0 }, .it_value = { 1, 0 } };
	static char room[HANDLER_STACK_BYTES];
	stack_t stack = { .ss_sp = room, .ss_size = sizeof(room) };

	sigaltstack(&stack, NULL);
	sigaction(SIGVTALRM, &tick, NULL);
	setitimer(ITIMER_VIRTUAL, &second, NULL);
}

void crash_catch(void)
{
	static bool is_prepared;
	struct sigaction action = { .sa_sigaction = crashed,
				    .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER };

	if (!is_prepared)
		prepare();
	is_prepared = true;
	for (size_t i = 0; i < SIGNALS; i++)
		sigaction(signals[i], &action, &before[i]);
}

void crash_release(void)
{
	for (size_t i = 0; i < SIGNALS; i++)
		sigaction(signals[i], &before[i], NULL);
}
