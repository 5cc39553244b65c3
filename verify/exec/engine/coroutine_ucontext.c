/* SPDX-License-Identifier: MIT */
/*
 * coroutine_ucontext.c - back end of coroutine.h: what every libc has.
 *
 * Weakness: swapcontext saves the signal mask, two system calls per switch.
 */
#include "verify/exec/engine/coroutine.h"

#include <stdint.h>
#include <stdlib.h>
#include <ucontext.h>

const char coroutine_back_end[] = "ucontext";

/* makecontext passes ints only. */
static void enter(unsigned int high, unsigned int low)
{
	coroutine_enter((struct coroutine *)((uintptr_t)high << 32 | low));
}

static ucontext_t *context_of(struct coroutine *coroutine)
{
	if (!coroutine->context)
		coroutine->context = calloc(1, sizeof(ucontext_t));
	if (!coroutine->context)
		abort();
	return coroutine->context;
}

void coroutine_context_prepare(struct coroutine *coroutine)
{
	ucontext_t *context = context_of(coroutine);
	uintptr_t self = (uintptr_t)coroutine;

	if (!coroutine->stack)
		return;
	getcontext(context);
	context->uc_stack.ss_sp = coroutine->stack;
	context->uc_stack.ss_size = coroutine->stack_bytes;
	context->uc_link = NULL;
	makecontext(context, (void (*)(void))enter, 2, (unsigned int)(self >> 32),
		    (unsigned int)self);
}

void coroutine_context_switch(struct coroutine *from, struct coroutine *to)
{
	swapcontext(from->context, to->context);
}
