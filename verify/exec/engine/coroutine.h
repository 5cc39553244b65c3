/* SPDX-License-Identifier: MIT */
/*
 * coroutine.h - what the threads of a model run on: one OS thread, many stacks.
 *
 * Two back ends with one interface: boost.context's two C symbols (a dozen
 * instructions per switch), and ucontext (two system calls per switch, but in every
 * libc).  Stacks are kept and used again; below each is a page that faults.
 * AddressSanitizer and ThreadSanitizer are told of every switch.
 *
 * Nothing is ever unwound: a coroutine that is no longer wanted is simply never
 * resumed, or prepared anew.
 */
#ifndef VERIFY_EXEC_COROUTINE_H
#define VERIFY_EXEC_COROUTINE_H

#include <stddef.h>

struct coroutine {
	void *context; /* the back end's: where it was left */
	void (*run)(void *arg);
	void *arg;
	char *stack; /* lowest address; NULL: the stack the process came with */
	size_t stack_bytes;
	struct coroutine *from; /* who switched here last */
	/* The sanitizers' view. */
	void *fake_stack;
	const void *known_stack;
	size_t known_stack_bytes;
	void *fibre;
};

#define COROUTINE_STACK_BYTES ((size_t)256 << 10)

/* The coroutine that is running already. */
void coroutine_adopt(struct coroutine *self);
/* A stack of COROUTINE_STACK_BYTES; 0 or -ENOMEM. */
int coroutine_init(struct coroutine *coroutine);
/* The next switch to it calls run(arg), which never returns. */
void coroutine_prepare(struct coroutine *coroutine, void (*run)(void *arg), void *arg);
/* Returns when somebody switches back to `from`. */
void coroutine_switch(struct coroutine *from, struct coroutine *to);
/* The same for one that is not resumed before it is prepared anew. */
void coroutine_leave(struct coroutine *from, struct coroutine *to) __attribute__((noreturn));
/* Is the address in the page below the stack? */
int coroutine_overflowed(const struct coroutine *coroutine, const void *address);

/* The back end, coroutine_fcontext.c or coroutine_ucontext.c. */
extern const char coroutine_back_end[];
void coroutine_context_prepare(struct coroutine *coroutine);
void coroutine_context_switch(struct coroutine *from, struct coroutine *to);
/* What a new context calls first, on its own stack; `from` is set. */
void coroutine_enter(struct coroutine *self) __attribute__((noreturn));

#endif
