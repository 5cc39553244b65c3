/* SPDX-License-Identifier: MIT */
/* threads.h - what the kernel knows of the threads of a process. */
#ifndef LAB_THREADS_H
#define LAB_THREADS_H

#include <sys/types.h>

/* One line per thread: name, state letter, CPU, wait channel; malloc'ed or NULL. */
char *threads_state(pid_t pid);

#endif
