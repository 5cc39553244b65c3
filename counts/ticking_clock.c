/* SPDX-License-Identifier: MIT */
/*
 * ticking_clock - a clock that advances by a fixed step per reading, for counts that
 * repeat.
 *
 * Preloaded (LD_PRELOAD), it replaces clock_gettime for C and Rust alike.  Each thread
 * has its own time, so what a thread reads depends on nothing but how often it has
 * read: whatever is tuned by the clock (Tokio's global queue interval) takes the same
 * decisions in every run.  One step per reading makes a batch of 61 polls last one
 * step; 10 us for them is what they take on real hardware.
 * Weakness: times of two threads cannot be compared, and absolute deadlines have
 * passed long ago.
 */
#include <stdint.h>
#include <time.h>

#define STEP_NS	 10000u
#define START_S	 1000u
#define NS_PER_S 1000000000u

int clock_gettime(clockid_t clock, struct timespec *time)
{
	static __thread uint64_t ns __attribute__((tls_model("initial-exec")));

	(void)clock;
	ns += STEP_NS;
	time->tv_sec = (time_t)(START_S + ns / NS_PER_S);
	time->tv_nsec = (long)(ns % NS_PER_S);
	return 0;
}
