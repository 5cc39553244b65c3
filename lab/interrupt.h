/* SPDX-License-Identifier: MIT */
/*
 * interrupt.h - what ends a run, or stops it for a while, as a file descriptor.
 *
 * SIGINT, SIGTERM, SIGHUP (unless it is ignored, as nohup does), SIGQUIT and
 * SIGXCPU are blocked and read from a signalfd, so that no library call is cut
 * in half and every wait of the runner can include the descriptor.  They all end
 * a run alike: what was measured is kept, the report is written, the exit status
 * is 130.  SIGCONT is read there too: it tells that the lab was stopped.
 * Weakness: a long computation between two waits answers late; there is none.
 */
#ifndef LAB_INTERRUPT_H
#define LAB_INTERRUPT_H

#include <signal.h>
#include <stdbool.h>

/* Also ignores SIGPIPE and SIGXFSZ: a reader that goes away, or a file that may
 * not grow, must not cost the results. */
bool interrupt_init(void);
int interrupt_fd(void); /* -1 before interrupt_init */
/* True from the first signal on that ends a run. */
bool interrupted(void);
/* How many of them there were: what still has to be written after the first is cut short
 * by another. */
unsigned int interrupt_ends(void);
/* How often the lab was stopped (Ctrl-Z) and continued.  Its samples are in process
 * groups of their own and went on meanwhile. */
unsigned int interrupt_stops(void);
/* What children are to be started with. */
const sigset_t *interrupt_original_mask(void);

#endif
