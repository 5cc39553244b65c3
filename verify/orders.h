/* SPDX-License-Identifier: MIT */
/*
 * orders.h - the run-time table of memory orders: one access of a checked build
 * can be weakened by an argument of the process, without rebuilding.
 *
 *   SCHED_ORDERS="local_queue_put:at_store_release=relaxed,sched/idle.h:58=load"
 *   SCHED_ORDERS_FILE=FILE     the same, one a line, # starts a comment
 *
 * A place is FILE:LINE or FUNCTION:OPERATION (which does not rot when lines move).
 * An order is relaxed, acquire, release, acq_rel or seq_cst; for a compare and
 * swap the failure order is lowered with it, SUCCESS/FAILURE sets both.  `load`
 * turns a read-modify-write into a load with the acquiring part of its order,
 * `store` a swap whose value nobody wants into a store with the releasing part.
 * A site is looked up when it is first executed, and remembered.
 */
#ifndef VERIFY_ORDERS_H
#define VERIFY_ORDERS_H

#include <stdio.h>

#include "verify/mc.h"

#ifdef __cplusplus
extern "C" {
#endif

struct order_site {
	struct mc_site site;
	enum mc_order success; /* of a CAS; of everything else: the order */
	enum mc_order failure;
	int state;		 /* enum order_state, orders.c */
	struct order_site *next; /* all executed ones */
};

/* The seams: as mc_*, with the site's order. */
uint64_t seam_load(void *atomic, unsigned int width, struct order_site *site);
void seam_store(void *atomic, unsigned int width, uint64_t value, struct order_site *site);
uint64_t seam_rmw(void *atomic, unsigned int width, enum mc_rmw op, uint64_t operand,
		  struct order_site *site);
/* *expected has the atomic's width. */
bool seam_cas(void *atomic, unsigned int width, void *expected, uint64_t desired, bool weak,
	      struct order_site *site);
void seam_fence(struct order_site *site);

const char *order_name(enum mc_order order);

/* FILE:LINE FUNCTION OPERATION ORDER of every site that was executed. */
void orders_print(FILE *out);

/* Prints the entries that no executed site matched; true if there are any. */
bool orders_has_unused(FILE *out);

#ifdef __cplusplus
}
#endif
#endif
