/* SPDX-License-Identifier: MIT */
/* coroutine.c - stacks, and what the sanitizers must know of a switch. */
#include "verify/exec/engine/coroutine.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "verify/exec/engine/sanitizer.h"

static size_t guard_bytes(void)
{
	return (size_t)sysconf(_SC_PAGESIZE);
}

void coroutine_adopt(struct coroutine *self)
{
	self->stack = NULL;
	self->fibre = sanitizer_fibre_current();
	coroutine_context_prepare(self);
}

int coroutine_init(struct coroutine *coroutine)
{
	size_t guard = guard_bytes();
	char *stack = mmap(NULL, guard + COROUTINE_STACK_BYTES, PROT_READ | PROT_WRITE,
			   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);

	if (stack == MAP_FAILED)
		return -ENOMEM;
	if (mprotect(stack, guard, PROT_NONE) != 0) {
		munmap(stack, guard + COROUTINE_STACK_BYTES);
		return -ENOMEM;
	}
	coroutine->stack = stack + guard;
	coroutine->stack_bytes = COROUTINE_STACK_BYTES;
	coroutine->known_stack = coroutine->stack;
	coroutine->known_stack_bytes = COROUTINE_STACK_BYTES;
	return 0;
}

void coroutine_prepare(struct coroutine *coroutine, void (*run)(void *arg), void *arg)
{
	coroutine->run = run;
	coroutine->arg = arg;
	coroutine->fake_stack = NULL;
	/* What the frames of its last life marked, nobody has unmarked. */
	sanitizer_unpoison(coroutine->stack, coroutine->stack_bytes);
	coroutine->fibre = sanitizer_fibre_renew(coroutine->fibre);
	coroutine_context_prepare(coroutine);
}

/* First thing on the side that was switched to. */
static void arrive(struct coroutine *self)
{
	sanitizer_switched(self->fake_stack, &self->from->known_stack,
			   &self->from->known_stack_bytes);
}

void coroutine_switch(struct coroutine *from, struct coroutine *to)
{
	to->from = from;
	sanitizer_switch(&from->fake_stack, to->known_stack, to->known_stack_bytes, to->fibre);
	coroutine_context_switch(from, to);
	arrive(from);
}

void coroutine_leave(struct coroutine *from, struct coroutine *to)
{
	to->from = from;
	sanitizer_switch(NULL, to->known_stack, to->known_stack_bytes, to->fibre);
	coroutine_context_switch(from, to);
	abort();
}

void coroutine_enter(struct coroutine *self)
{
	arrive(self);
	self->run(self->arg);
	abort();
}

int coroutine_overflowed(const struct coroutine *coroutine, const void *address)
{
	const char *low = coroutine->stack;

	return low && (const char *)address < low && (const char *)address >= low - guard_bytes();
}
