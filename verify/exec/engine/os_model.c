/* SPDX-License-Identifier: MIT */
/* os_model.c - struct os_linux. */
#include "verify/exec/engine/os_model.h"

#include <stddef.h>

#include "verify/exec/engine/draw.h"

#define SLICE_NS    20000u /* of a CPU, where threads share it: 2000 steps of unit cost */
#define SPURIOUS_NS 10000u /* at most so long after the sleep began */

enum os_salt { SALT_LATE = 1, SALT_LATE_BY, SALT_SPURIOUS, SALT_SPURIOUS_BY, SALT_CHOOSE };

static void linux_begin(struct exec_os *base, uint64_t seed)
{
	struct os_linux *self = (struct os_linux *)base;

	self->seed = seed;
	self->stream = draw_mix(seed ^ 0x05);
	self->running = 0;
	self->slice_ends_ns = 0;
}

static uint32_t oldest(uint64_t waiters, const struct exec_waiter *all)
{
	uint32_t first = (uint32_t)__builtin_ctzll(waiters);

	for (waiters &= waiters - 1; waiters; waiters &= waiters - 1) {
		uint32_t waiter = (uint32_t)__builtin_ctzll(waiters);

		if (all[waiter].since < all[first].since)
			first = waiter;
	}
	return first;
}

static uint32_t linux_choose(struct exec_os *base, uint64_t waiters, const struct exec_waiter *all)
{
	struct os_linux *self = (struct os_linux *)base;
	uint32_t first = oldest(waiters, all);

	if (self->options.wake_order == OS_WAKE_FIFO || (waiters & (waiters - 1)) == 0)
		return first;
	return draw_thread(waiters, draw_for(self->seed, first, all[first].steps, SALT_CHOOSE));
}

static uint32_t linux_heir(struct exec_os *base, uint64_t waiters, const struct exec_waiter *all)
{
	(void)base;
	return oldest(waiters, all);
}

static uint64_t linux_wake_delay(struct exec_os *base, uint32_t thread, uint64_t steps)
{
	struct os_linux *self = (struct os_linux *)base;

	if (!draw_hits(draw_for(self->seed, thread, steps, SALT_LATE),
		       self->options.late_per_million))
		return 0;
	return 1 + draw_for(self->seed, thread, steps, SALT_LATE_BY) %
			   (self->options.late_ns ? self->options.late_ns : 1);
}

static uint64_t linux_spurious(struct exec_os *base, uint32_t thread, uint64_t steps)
{
	struct os_linux *self = (struct os_linux *)base;

	if (!draw_hits(draw_for(self->seed, thread, steps, SALT_SPURIOUS),
		       self->options.spurious_per_million))
		return EXEC_NEVER;
	return 1 + draw_for(self->seed, thread, steps, SALT_SPURIOUS_BY) % SPURIOUS_NS;
}

/* Free CPUs are filled at once; at the end of a slice one thread makes room. */
static uint64_t linux_on_cpu(struct exec_os *base, uint64_t runnable, uint64_t now_ns)
{
	struct os_linux *self = (struct os_linux *)base;

	self->running &= runnable;
	if (now_ns >= self->slice_ends_ns) {
		self->slice_ends_ns = now_ns + SLICE_NS;
		if (self->running && self->running != runnable)
			self->running &= ~((uint64_t)1
					   << draw_thread(self->running, draw_next(&self->stream)));
	}
	while ((uint32_t)__builtin_popcountll(self->running) < self->options.cpus &&
	       self->running != runnable)
		self->running |= (uint64_t)1 << draw_thread(runnable & ~self->running,
							    draw_next(&self->stream));
	return self->running;
}

void os_linux_init(struct os_linux *self, const struct os_linux_options *options)
{
	*self = (struct os_linux){
		.base = { .begin = linux_begin,
			  .choose = linux_choose,
			  .heir = options->mutex_order == OS_MUTEX_FIFO ? linux_heir : NULL,
			  .wake_delay = linux_wake_delay,
			  .spurious = linux_spurious,
			  .on_cpu = options->cpus ? linux_on_cpu : NULL },
		.options = *options,
	};
}
