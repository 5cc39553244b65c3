/* SPDX-License-Identifier: MIT */
/* delays.c - when a thread pauses, and for how long.  Must not touch the seams. */
#include "tests/stress/delays.h"

#include <sched.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>

/* One access in 2^shift.  The rarer, the longer: each kind costs some ten ns an access,
 * whatever the seed, so that a run takes about as long with any. */
#define SPIN_SHIFT_MIN	2u
#define YIELD_SHIFT_MIN 4u
#define SLEEP_SHIFT_MIN 10u
#define SHIFTS		6u
#define SLEEP_NS_MAX	100000u
#define SLOW_SHIFT	4u  /* at a slow place a pause is this much more likely, as a power of 2 */
#define SLOW_PLACES	16u /* one in so many is slow */

static struct {
	uint64_t seed;
	uint32_t spin_shift;
	uint32_t yield_shift;
	uint32_t sleep_shift;
} manner;

static _Atomic(uint64_t) threads;
static _Thread_local uint64_t draws; /* the state of the generator; 0: not begun */
static _Thread_local struct delays_counts counts;

/* SplitMix64 (Steele, Lea, Flood 2014). */
static uint64_t mix(uint64_t z)
{
	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

static uint64_t draw(void)
{
	return mix(draws += 0x9e3779b97f4a7c15u);
}

static void thread_begin(uint64_t thread)
{
	draws = mix(manner.seed + mix(thread)) | 1;
	counts = (struct delays_counts){ 0 };
}

void delays_begin(uint64_t seed, uint64_t thread)
{
	uint64_t shifts = mix(seed);

	manner.seed = seed;
	manner.spin_shift = SPIN_SHIFT_MIN + (uint32_t)(shifts % SHIFTS);
	manner.yield_shift = YIELD_SHIFT_MIN + (uint32_t)(shifts / SHIFTS % SHIFTS);
	manner.sleep_shift = SLEEP_SHIFT_MIN + (uint32_t)(shifts / (SHIFTS * SHIFTS) % SHIFTS);
	thread_begin(thread);
}

/* The seed is the one that the tests will print (test_seed). */
static void __attribute__((constructor)) begin(void)
{
	const char *given = getenv("SCHEDLAB_SEED");
	uint64_t seed;
	char text[24];

	if (given) {
		delays_begin(strtoull(given, NULL, 0), 0);
		return;
	}
	if (getrandom(&seed, sizeof(seed), 0) != (ssize_t)sizeof(seed))
		seed = (uint64_t)time(NULL);
	snprintf(text, sizeof(text), "%llu", (unsigned long long)seed);
	setenv("SCHEDLAB_SEED", text, 1);
	delays_begin(seed, 0);
}

/* Relative to this file's code, because a program is not always at the same address. */
static bool is_slow(const void *place)
{
	uint64_t offset = (uintptr_t)place - (uintptr_t)delays_pause;

	return mix(offset ^ manner.seed) % SLOW_PLACES == 0;
}

static bool hits(uint64_t number, uint32_t shift)
{
	return number % (UINT64_C(1) << shift) == 0;
}

static void spin(uint64_t number)
{
	uint64_t most = UINT64_C(4) << manner.spin_shift;

	counts.spins++;
	for (uint64_t i = number % most; i > 0; i--)
#if defined(__x86_64__) || defined(__i386__)
		__builtin_ia32_pause();
#else
		__asm__ volatile("" ::: "memory");
#endif
}

static void sleep_a_little(uint64_t number)
{
	struct timespec time = { 0, (long)(number % SLEEP_NS_MAX) };

	counts.sleeps++;
	nanosleep(&time, NULL);
}

void delays_pause(void)
{
	const void *place = __builtin_return_address(0);
	uint32_t slow;
	uint64_t number;

	if (draws == 0)
		thread_begin(++threads);
	number = draw();
	slow = is_slow(place) ? SLOW_SHIFT : 0;
	counts.accesses++;
	if (hits(number, manner.sleep_shift - slow)) {
		sleep_a_little(number >> 32);
	} else if (hits(number, manner.yield_shift - slow)) {
		counts.yields++;
		sched_yield();
	} else if (hits(number, manner.spin_shift)) {
		spin(number >> 32);
	}
}

struct delays_counts delays_counts(void)
{
	return counts;
}
