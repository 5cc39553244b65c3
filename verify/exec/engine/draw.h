/* SPDX-License-Identifier: MIT */
/*
 * draw.h - chance, from the seed.
 *
 * Two kinds: a stream (splitmix64), for who draws in a fixed order; and a draw that is
 * a hash of the seed, the thread and how far it has come, for what happens to a thread.
 * The second stays the same when another thread's steps are taken out of an interleaving,
 * which is what shrinking does.
 */
#ifndef VERIFY_EXEC_DRAW_H
#define VERIFY_EXEC_DRAW_H

#include <stdbool.h>
#include <stdint.h>

static inline uint64_t draw_mix(uint64_t z)
{
	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

static inline uint64_t draw_next(uint64_t *stream)
{
	return draw_mix(*stream += 0x9e3779b97f4a7c15u);
}

/* 0 .. below - 1 */
static inline uint64_t draw_below(uint64_t *stream, uint64_t below)
{
	return draw_next(stream) % below;
}

/* `salt` keeps draws for different purposes apart. */
static inline uint64_t draw_for(uint64_t seed, uint32_t thread, uint64_t steps, uint32_t salt)
{
	uint64_t place = (uint64_t)thread << 56 | (uint64_t)salt << 48 | steps;

	return draw_mix(draw_mix(seed + 0x9e3779b97f4a7c15u) ^ place * 0x9e3779b97f4a7c15u);
}

/* True in about `per_million` of a million draws. */
static inline bool draw_hits(uint64_t draw, uint32_t per_million)
{
	return (draw >> 32) * 1000000 >> 32 < per_million;
}

/* The n-th (from 0) of the threads whose bits are set. */
static inline uint32_t draw_bit(uint64_t mask, uint32_t n)
{
	while (n-- > 0)
		mask &= mask - 1;
	return (uint32_t)__builtin_ctzll(mask);
}

/* Any of them. */
static inline uint32_t draw_thread(uint64_t mask, uint64_t draw)
{
	uint32_t count = (uint32_t)__builtin_popcountll(mask);

	return draw_bit(mask, (uint32_t)((draw >> 32) * count >> 32));
}

#endif
