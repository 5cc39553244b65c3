/* SPDX-License-Identifier: MIT */
/* every.h - each word that bypass.sh knows, one a line. */
#include <stdatomic.h>
#include <atomic>
	_Atomic x;
	atomic_load x;
	memory_order x;
	__atomic_load_n x;
	__sync_fetch_and_add x;
	volatile x;
#include <pthread.h>
	pthread_create x;
#include <threads.h>
	_Thread_local x;
	thread_local x;
	__thread x;
	OS_THREAD_LOCAL x;
	malloc(1);
	calloc(1);
	realloc(1);
	aligned_alloc(1);
	posix_memalign(1);
	free(1);
	mmap(1);
	alloca(1);
	clock_gettime(1);
	gettimeofday(1);
	nanosleep(1);
	usleep(1);
	sleep(1);
	rdtsc x;
	__rdtsc(1);
	time(1);
	futex x;
	SYS_futex x;
	syscall(1);
	sched_yield(1);
	sem_wait(1);
	rand(1);
	random(1);
	rand_r(1);
	getrandom(1);
	srand(1);
	gettid(1);
	getpid(1);
	malloc(1), free(text), sleep (1); /* three */
