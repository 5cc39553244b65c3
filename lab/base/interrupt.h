/* SPDX-License-Identifier: MIT */
/*
 * interrupt.h - what ends the lab, or stops it for a while.
 *
 * SIGINT, SIGTERM, SIGHUP (unless it is ignored, as nohup does), SIGQUIT and SIGXCPU all
 * end it alike, with exit status 130: at once, and what it started is killed.  Only who
 * has something to bring to its end defers that (interrupt_defer): the first signal is
 * then noted, for every wait to see, and what was measured is kept and reported.  A
 * person's second one ends the lab at once all the same, whatever it waits for; a closing
 * terminal repeats SIGHUP by itself, the kernel SIGXCPU.  SIGCONT is noted too: it tells
 * that the lab was stopped.  Calls of the system go on after a signal (SA_RESTART).
 */
#ifndef LAB_INTERRUPT_H
#define LAB_INTERRUPT_H

#include <stdbool.h>

/* Once, at the start; `at_end` kills what runs, in a signal handler.  Also makes sure that
 * the ends of programs are heard of (SIGCHLD), and ignores SIGPIPE and SIGXFSZ: a reader
 * that goes away, or a file that may not grow, must not cost the results.  False: errno. */
bool interrupt_init(void (*at_end)(void));
/* From now on the first signal is only noted. */
void interrupt_defer(void);
/* In a new process, with all signals blocked: none of this is for its program. */
void interrupt_forget(void);

int interrupt_fd(void); /* readable when one came since the last look; -1 before interrupt_init */
/* True from the first signal on that ends a run. */
bool interrupted(void);
/* How often the lab was stopped (Ctrl-Z) and continued.  Its samples are in process
 * groups of their own and went on meanwhile. */
unsigned int interrupt_stops(void);

#endif
