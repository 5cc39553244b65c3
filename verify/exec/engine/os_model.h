/* SPDX-License-Identifier: MIT */
/*
 * os_model.h - what the operating system may do: whom a wake takes, when it arrives,
 * whether a sleep ends for no reason, who gets a mutex, how many threads run at once.
 *
 * The engine keeps the threads and asks; every answer follows from the seed.  Draws
 * are per thread (draw.h), so they outlive shrinking.
 */
#ifndef VERIFY_EXEC_OS_MODEL_H
#define VERIFY_EXEC_OS_MODEL_H

#include <stdbool.h>
#include <stdint.h>

#define EXEC_NEVER UINT64_MAX

/* A thread that waits, as the model sees it. */
struct exec_waiter {
	uint64_t since; /* a number that grows with every sleep */
	uint64_t steps; /* of the thread so far */
};

struct exec_os {
	/* A new execution. */
	void (*begin)(struct exec_os *self, uint64_t seed);
	/* One of `waiters`, for a wake or a notification. */
	uint32_t (*choose)(struct exec_os *self, uint64_t waiters, const struct exec_waiter *all);
	/* Who of `waiters` is given a mutex when it is unlocked.  NULL: all of them try,
	 * and so does whoever comes along. */
	uint32_t (*heir)(struct exec_os *self, uint64_t waiters, const struct exec_waiter *all);
	/* How long after its wake the thread runs, in ns. */
	uint64_t (*wake_delay)(struct exec_os *self, uint32_t thread, uint64_t steps);
	/* After how long a sleep that begins now ends for no reason, or EXEC_NEVER. */
	uint64_t (*spurious)(struct exec_os *self, uint32_t thread, uint64_t steps);
	/* Those of `runnable` that have a CPU at `now_ns`; at least one.  NULL: all. */
	uint64_t (*on_cpu)(struct exec_os *self, uint64_t runnable, uint64_t now_ns);
};

enum os_wake_order { OS_WAKE_ANY, OS_WAKE_FIFO };
enum os_mutex_order { OS_MUTEX_BARGING, OS_MUTEX_FIFO };

/* Linux as far as it matters here: futexes with the vices one asks for. */
struct os_linux_options {
	uint32_t spurious_per_million; /* of sleeps */
	uint32_t late_per_million;     /* of wakes */
	uint64_t late_ns;	       /* at most */
	enum os_wake_order wake_order;
	enum os_mutex_order mutex_order;
	uint32_t cpus; /* 0: as many as threads */
};

struct os_linux {
	struct exec_os base;
	struct os_linux_options options;
	uint64_t seed;
	uint64_t stream;
	uint64_t running; /* threads that have a CPU */
	uint64_t slice_ends_ns;
};
void os_linux_init(struct os_linux *self, const struct os_linux_options *options);

#endif
