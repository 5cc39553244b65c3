/* SPDX-License-Identifier: MIT */
/*
 * interrupt.h - Ctrl-C as a file descriptor.
 *
 * SIGINT and SIGTERM are blocked and read from a signalfd, so that no library
 * call is cut in half and every wait of the runner can include the descriptor.
 * Weakness: a long computation between two waits answers late; there is none.
 */
#ifndef LAB_INTERRUPT_H
#define LAB_INTERRUPT_H

#include <signal.h>
#include <stdbool.h>

/* Also ignores SIGPIPE: a reader that goes away must not cost the results. */
bool interrupt_init(void);
int interrupt_fd(void); /* -1 before interrupt_init */
/* True from the first signal on. */
bool interrupted(void);
/* What children are to be started with. */
const sigset_t *interrupt_original_mask(void);

#endif
