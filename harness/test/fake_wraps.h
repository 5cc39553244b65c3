/* SPDX-License-Identifier: MIT */
/* fake_wraps.h - the calls that fake_kernel.c answers: theirs (__real_) and ours (__wrap_). */
#ifndef HARNESS_TEST_FAKE_WRAPS_H
#define HARNESS_TEST_FAKE_WRAPS_H

#include <hwloc.h>
#include <perfmon/pfmlib.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <time.h>

#define FAKE_WRAP(type, name, ...) \
	type __real_##name(__VA_ARGS__); \
	type __wrap_##name(__VA_ARGS__)

FAKE_WRAP(long, syscall, long number, ...);
FAKE_WRAP(ssize_t, read, int fd, void *buffer, size_t bytes);
FAKE_WRAP(int, close, int fd);
FAKE_WRAP(FILE *, fopen, const char *path, const char *mode);
FAKE_WRAP(int, fclose, FILE *file);
FAKE_WRAP(int, pfm_get_os_event_encoding, const char *name, int levels, pfm_os_t os, void *arg);
FAKE_WRAP(void *, malloc, size_t bytes);
FAKE_WRAP(void *, calloc, size_t count, size_t bytes);
FAKE_WRAP(void *, realloc, void *old, size_t bytes);
FAKE_WRAP(void, free, void *memory);
FAKE_WRAP(int, getrlimit, int resource, struct rlimit *limit);
FAKE_WRAP(int, setrlimit, int resource, const struct rlimit *limit);
FAKE_WRAP(int, clock_gettime, clockid_t clock, struct timespec *now);
FAKE_WRAP(int, getrusage, int who, struct rusage *usage);
FAKE_WRAP(int, hwloc_set_cpubind, hwloc_topology_t topology, hwloc_const_cpuset_t set, int flags);
FAKE_WRAP(int, hwloc_get_cpubind, hwloc_topology_t topology, hwloc_cpuset_t set, int flags);
FAKE_WRAP(int, hwloc_topology_init, hwloc_topology_t *topology);
FAKE_WRAP(void, hwloc_topology_destroy, hwloc_topology_t topology);
FAKE_WRAP(hwloc_bitmap_t, hwloc_bitmap_alloc, void);
FAKE_WRAP(hwloc_bitmap_t, hwloc_bitmap_dup, hwloc_const_bitmap_t bitmap);
FAKE_WRAP(void, hwloc_bitmap_free, hwloc_bitmap_t bitmap);
FAKE_WRAP(int, hwloc_topology_load, hwloc_topology_t topology);
FAKE_WRAP(int, pthread_mutex_init, pthread_mutex_t *mutex, const pthread_mutexattr_t *attributes);
FAKE_WRAP(int, pthread_mutex_destroy, pthread_mutex_t *mutex);
FAKE_WRAP(int, pthread_mutex_lock, pthread_mutex_t *mutex);
FAKE_WRAP(int, pthread_mutex_unlock, pthread_mutex_t *mutex);
FAKE_WRAP(int, pthread_cond_init, pthread_cond_t *cond, const pthread_condattr_t *attributes);
FAKE_WRAP(int, pthread_cond_destroy, pthread_cond_t *cond);
FAKE_WRAP(int, pthread_cond_signal, pthread_cond_t *cond);
FAKE_WRAP(int, pthread_cond_timedwait, pthread_cond_t *cond, pthread_mutex_t *mutex,
	  const struct timespec *until);

#endif
