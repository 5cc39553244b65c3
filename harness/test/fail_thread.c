/* SPDX-License-Identifier: MIT */
/*
 * fail_thread - preloaded into a sample process: from the FAIL_THREAD-th thread on (1 is
 * the first), none can be had.  What a limit of processes does, but for root as well.
 */
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

typedef int create_function(pthread_t *thread, const pthread_attr_t *attributes,
			    void *(*body)(void *arg), void *arg);

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*body)(void *arg),
		   void *arg)
{
	static _Atomic(long) asked;
	const char *first = getenv("FAIL_THREAD");
	union {
		void *symbol;
		create_function *create;
	} next = { dlsym(RTLD_NEXT, "pthread_create") };

	if (first && ++asked >= atol(first))
		return EAGAIN;
	return next.create(thread, attributes, body, arg);
}
