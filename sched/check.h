/* SPDX-License-Identifier: MIT */
/*
 * check.h - assertions of sched/, in two levels set by the preset and never by
 * NDEBUG: SCHED_DEBUG 1 cheap ones, 2 also walks of whole structures.
 * Level 0 costs nothing.
 */
#ifndef SCHED_CHECK_H
#define SCHED_CHECK_H

#include <stddef.h>

#ifndef SCHED_DEBUG
#define SCHED_DEBUG 0
#endif

#ifdef __cplusplus
extern "C" {
#endif
__attribute__((noreturn, cold)) void sched_assert_failed(const char *expression, const char *file,
							 int line);
/* The caller of the scheduler did `operation` on what it has no right to (guard.h): says
 * what is wrong in one line, and stops the process.  detail: more of it, or "". */
__attribute__((noreturn, cold)) void sched_misused(const char *operation, const char *name,
						   const char *wrong, const char *detail);
#ifdef __cplusplus
}
#endif

#define sched_assert(c) \
	((SCHED_DEBUG >= 1 && !(c)) ? sched_assert_failed(#c, __FILE__, __LINE__) : (void)0)
#define sched_assert_walk(c) \
	((SCHED_DEBUG >= 2 && !(c)) ? sched_assert_failed(#c, __FILE__, __LINE__) : (void)0)

#ifdef __cplusplus
#define SCHED_STATIC_ASSERT_SAYS(c, sentence) static_assert(c, sentence)
#else
#define SCHED_STATIC_ASSERT_SAYS(c, sentence) _Static_assert(c, sentence)
#endif
#define SCHED_STATIC_ASSERT(c) SCHED_STATIC_ASSERT_SAYS(c, #c)

#define SCHED_ALIGNED(bytes) __attribute__((aligned(bytes)))
#define SCHED_COLD	     __attribute__((noinline, cold))
#define SCHED_HOT_INLINE     __attribute__((always_inline)) inline
#define SCHED_UNUSED	     __attribute__((unused))
#define SCHED_LIKELY(c)	     __builtin_expect(!!(c), 1)
#define SCHED_UNLIKELY(c)    __builtin_expect(!!(c), 0)

/* Two 64-byte lines: adjacent-line prefetch makes pairs of lines contend. */
#define SCHED_LINE 128

#endif
