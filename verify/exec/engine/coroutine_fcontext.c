/* SPDX-License-Identifier: MIT */
/*
 * coroutine_fcontext.c - back end of coroutine.h: boost.context's make_fcontext and
 * jump_fcontext, which save the callee-saved registers and nothing else.
 */
#include "verify/exec/engine/coroutine.h"

const char coroutine_back_end[] = "fcontext";

/* As boost/context/detail/fcontext.hpp declares them, which is C++. */
struct fcontext_transfer {
	void *context; /* where the one who jumped was left */
	void *data;
};
struct fcontext_transfer jump_fcontext(void *to, void *data);
void *make_fcontext(void *stack_top, size_t bytes, void (*run)(struct fcontext_transfer));

static void enter(struct fcontext_transfer transfer)
{
	struct coroutine *self = transfer.data;

	self->from->context = transfer.context;
	coroutine_enter(self);
}

void coroutine_context_prepare(struct coroutine *coroutine)
{
	if (coroutine->stack)
		coroutine->context = make_fcontext(coroutine->stack + coroutine->stack_bytes,
						   coroutine->stack_bytes, enter);
}

void coroutine_context_switch(struct coroutine *from, struct coroutine *to)
{
	struct fcontext_transfer transfer = jump_fcontext(to->context, to);

	from->from->context = transfer.context;
}
