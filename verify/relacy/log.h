/* SPDX-License-Identifier: MIT */
/*
 * log.h - the steps of an execution on relacy, and the report of one that failed.
 *
 * One line per step: thread, operation, address as block + offset, values, order, place.
 * A report ends with what every thread was about to do and with the broken invariant;
 * then the process ends.
 */
#ifndef VERIFY_RELACY_LOG_H
#define VERIFY_RELACY_LOG_H

#include "verify/mc.h"

#ifdef __cplusplus
extern "C" {
#endif

#define RELACY_THREADS 5 /* the body included */

enum log_kind {
	LOG_NAME,	/* the operation's name says it all */
	LOG_VALUE,	/* = before, order */
	LOG_READ,	/* -> before, order */
	LOG_RMW,	/* before op after, order */
	LOG_CAS,	/* before => after, order */
	LOG_CAS_FAILED, /* saw before, not after, order */
	LOG_EARLY,	/* a wait that returned at once */
	LOG_BYTES,
	LOG_THREAD
};

struct log_step {
	const struct mc_site *site;
	const void *address;
	uint64_t before;
	uint64_t after;
	enum log_kind kind;
	enum mc_rmw op;
	enum mc_order order;
	uint32_t thread;
};

/* A plain access, or a free (pc 0). */
struct log_access {
	const void *address;
	uintptr_t pc;
	uint32_t thread;
	bool is_write;
};

void log_reset(void);
void log_thread(uint32_t thread, const char *name);
void log_thread_ended(uint32_t thread);
/* What the thread does next, and that it was done. */
void log_announce(uint32_t thread, const struct mc_site *site, const void *address);
void log_add(const struct log_step *step);
void log_print(void);

/* Prints the report and ends the process with ENGINE_FAILED. */
void log_fail(const char *verdict) __attribute__((noreturn));
/* Both accesses of a race; `earlier` may be NULL. */
void log_fail_access(const char *verdict, const struct log_access *access,
		     const struct log_access *earlier) __attribute__((noreturn));

#ifdef __cplusplus
}
#endif
#endif
