/* SPDX-License-Identifier: MIT */
/* fake_kernel.c - see fake_kernel.h. */
#include "harness/test/fake_kernel.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cmocka.h>

#include "harness/test/fake_wraps.h"

struct fake_kernel fake;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* by __real_ calls only */
static _Atomic(int) mutexes, conditions;

void fake_begin(void)
{
	fake_unbind();
	mutexes = conditions = 0;
	fake_hwloc_forget();
	fake = (struct fake_kernel){ .perf = NULL };
}

void fake_end(void)
{
	assert_int_equal(mutexes, 0);
	assert_int_equal(conditions, 0);
	assert_int_equal(fake_hwloc_left(), 0);
	assert_int_equal(fake.events_open, 0);
	assert_int_equal(fake.files_open, 0);
	fake_begin();
}

/* Threads open events while others ask for theirs. */
static size_t event_count(void)
{
	size_t count;

	__real_pthread_mutex_lock(&lock);
	count = fake.event_count;
	__real_pthread_mutex_unlock(&lock);
	return count;
}

struct fake_event *fake_event(int tid, uint32_t type, uint64_t config)
{
	size_t count = event_count();

	for (size_t i = 0; i < count; i++) {
		struct fake_event *event = &fake.events[i];

		if (event->open && event->tid == tid && event->attr.type == type &&
		    event->attr.config == config)
			return event;
	}
	return NULL;
}

/* ---------------------------------------------------------------- perf -- */

static long open_event(const struct perf_event_attr *attr)
{
	int error = fake.perf(attr);
	struct fake_event *event;

	if (error || event_count() == FAKE_FILES) {
		errno = error ? error : ENFILE;
		return -1;
	}
	__real_pthread_mutex_lock(&lock);
	event = &fake.events[fake.event_count++];
	*event = (struct fake_event){ .attr = *attr, .tid = gettid(), .open = true };
	fake.events_open++;
	__real_pthread_mutex_unlock(&lock);
	return event - fake.events;
}

long __wrap_syscall(long number, ...)
{
	long args[6];
	va_list list;

	va_start(list, number);
	for (size_t i = 0; i < 6; i++)
		args[i] = va_arg(list, long);
	va_end(list);
	if (number != SYS_perf_event_open || !fake.perf)
		return __real_syscall(number, args[0], args[1], args[2], args[3], args[4], args[5]);
	fake.perf_pid = (int)args[1];
	fake.perf_cpu = (int)args[2];
	fake.perf_group = (int)args[3];
	fake.perf_flags = args[4];
	return open_event((const struct perf_event_attr *)args[0]);
}

static struct fake_event *event_of(int fd)
{
	return fd >= 0 && (size_t)fd < event_count() ? &fake.events[fd] : NULL;
}

ssize_t __wrap_read(int fd, void *buffer, size_t bytes)
{
	struct fake_event *event = event_of(fd);

	if (!event)
		return __real_read(fd, buffer, bytes);
	assert_true(event->open);
	assert_int_equal(bytes, sizeof event->reading);
	memcpy(buffer, &event->reading, bytes);
	return fake.read_bytes ? fake.read_bytes : (ssize_t)bytes;
}

int __wrap_close(int fd)
{
	struct fake_event *event = event_of(fd);

	if (!event)
		return __real_close(fd);
	assert_true(event->open);
	__real_pthread_mutex_lock(&lock);
	event->open = false;
	fake.events_open--;
	__real_pthread_mutex_unlock(&lock);
	return 0;
}

int __wrap_pfm_get_os_event_encoding(const char *name, int levels, pfm_os_t os, void *arg)
{
	const pfm_perf_encode_arg_t *ask = arg;

	if (!fake.encode)
		return __real_pfm_get_os_event_encoding(name, levels, os, arg);
	assert_int_equal(os, PFM_OS_PERF_EVENT);
	assert_int_equal(ask->size, sizeof *ask);
	return fake.encode(name, levels, ask->attr);
}

/* --------------------------------------------------------------- memory -- */

static void *give(size_t bytes)
{
	if (fake.allocate)
		return fake.allocate(bytes);
	if (fake.no_memory || (bytes && bytes == fake.no_memory_of))
		return NULL;
	return __real_malloc(bytes);
}

void *__wrap_malloc(size_t bytes)
{
	void *given = give(bytes);

	__real_pthread_mutex_lock(&lock);
	if (!fake.first_asked) {
		fake.first_asked = bytes;
		fake.first_given = given;
	}
	__real_pthread_mutex_unlock(&lock);
	return given;
}

void *__wrap_calloc(size_t count, size_t bytes)
{
	return fake.no_memory ? NULL : __real_calloc(count, bytes);
}

void *__wrap_realloc(void *old, size_t bytes)
{
	return fake.no_memory ? NULL : __real_realloc(old, bytes);
}

void __wrap_free(void *memory)
{
	size_t count = sizeof fake.freed / sizeof fake.freed[0];

	__real_pthread_mutex_lock(&lock);
	fake.freed[fake.freed_count++ % count] = memory;
	__real_pthread_mutex_unlock(&lock);
	if (!fake.allocate)
		__real_free(memory);
}

bool fake_freed(const void *memory)
{
	for (size_t i = 0; i < sizeof fake.freed / sizeof fake.freed[0]; i++)
		if (fake.freed[i] == memory)
			return true;
	return false;
}

/* ---------------------------------------------------------------- files -- */

FILE *__wrap_fopen(const char *path, const char *mode)
{
	const char *text;

	if (!fake.file || strncmp(path, "/sys/", 5) != 0)
		return __real_fopen(path, mode);
	text = fake.file(path);
	errno = ENOENT;
	if (!text)
		return NULL;
	fake.files_open++;
	return fmemopen((char *)(uintptr_t)text, strlen(text), "r");
}

int __wrap_fclose(FILE *file)
{
	fake.files_open -= fake.file != NULL;
	return __real_fclose(file);
}

int __wrap_getrlimit(int resource, struct rlimit *limit)
{
	if (!fake.files.rlim_max)
		return __real_getrlimit(resource, limit);
	assert_int_equal(resource, RLIMIT_NOFILE);
	*limit = fake.files;
	return 0;
}

int __wrap_setrlimit(int resource, const struct rlimit *limit)
{
	if (!fake.files.rlim_max)
		return __real_setrlimit(resource, limit);
	assert_int_equal(resource, RLIMIT_NOFILE);
	fake.files = *limit;
	fake.files_set++;
	return 0;
}

/* ------------------------------------------------------- clock and usage -- */

int __wrap_clock_gettime(clockid_t clock, struct timespec *now)
{
	if (!fake.step_count)
		return __real_clock_gettime(clock, now);
	assert_int_equal(clock, CLOCK_MONOTONIC);
	fake.clock_ns += fake.steps[fake.looks++ % fake.step_count];
	now->tv_sec = (time_t)(fake.clock_ns / 1000000000u);
	now->tv_nsec = (long)(fake.clock_ns % 1000000000u);
	return 0;
}

int __wrap_getrusage(int who, struct rusage *usage)
{
	if (!fake.usage_on)
		return __real_getrusage(who, usage);
	assert_int_equal(who, RUSAGE_SELF);
	*usage = fake.usage;
	return 0;
}

/* -------------------------------------------------------------- threads -- */

int __wrap_pthread_mutex_init(pthread_mutex_t *mutex, const pthread_mutexattr_t *attributes)
{
	pthread_mutexattr_t checked;

	assert_null(attributes);
	mutexes++;
	pthread_mutexattr_init(&checked);
	pthread_mutexattr_settype(&checked, PTHREAD_MUTEX_ERRORCHECK);
	return __real_pthread_mutex_init(mutex, &checked);
}

int __wrap_pthread_mutex_destroy(pthread_mutex_t *mutex)
{
	mutexes--;
	assert_int_equal(__real_pthread_mutex_destroy(mutex), 0); /* nobody has it */
	return 0;
}

int __wrap_pthread_mutex_lock(pthread_mutex_t *mutex)
{
	assert_int_equal(__real_pthread_mutex_lock(mutex), 0);
	return 0;
}

int __wrap_pthread_mutex_unlock(pthread_mutex_t *mutex)
{
	assert_int_equal(__real_pthread_mutex_unlock(mutex), 0);
	return 0;
}

int __wrap_pthread_cond_init(pthread_cond_t *cond, const pthread_condattr_t *attributes)
{
	conditions++;
	fake.cond_clock = CLOCK_REALTIME;
	if (attributes)
		pthread_condattr_getclock(attributes, &fake.cond_clock);
	return __real_pthread_cond_init(cond, attributes);
}

int __wrap_pthread_cond_destroy(pthread_cond_t *cond)
{
	conditions--;
	return __real_pthread_cond_destroy(cond);
}

int __wrap_pthread_cond_timedwait(pthread_cond_t *cond, pthread_mutex_t *mutex,
				  const struct timespec *until)
{
	if (!fake.wait)
		return __real_pthread_cond_timedwait(cond, mutex, until);
	return fake.wait(cond, mutex, until);
}

int __wrap_pthread_cond_signal(pthread_cond_t *cond)
{
	__real_pthread_mutex_lock(&lock);
	fake.signals++;
	__real_pthread_mutex_unlock(&lock);
	return __real_pthread_cond_signal(cond);
}
