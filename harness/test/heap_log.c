/* SPDX-License-Identifier: MIT */
/*
 * heap_log - preloaded into a sample process: what the main thread asks malloc for, until
 * the sample says "ready" (the first flush of its output), goes to the file HEAP_LOG.
 *
 * One line per call: its name, the bytes asked for, and where in its page the answer is;
 * "runtime" stands where the first thread is made.
 */
#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PAGE 4096u

void *__libc_malloc(size_t bytes);
void *__libc_calloc(size_t count, size_t bytes);
void *__libc_realloc(void *old, size_t bytes);
void *__libc_memalign(size_t align, size_t bytes);
void __libc_free(void *memory);

typedef int create_function(pthread_t *thread, const pthread_attr_t *attributes,
			    void *(*body)(void *arg), void *arg);
typedef int flush_function(FILE *file);

static char text[1u << 20]; /* all of it, so that logging allocates nothing */
static size_t length;
static int told;

static void note(const char *what, size_t bytes, const void *memory)
{
	if (told || getpid() != gettid() || length + 80 > sizeof(text))
		return;
	length += (size_t)snprintf(text + length, sizeof(text) - length, "%s %zu @%u\n", what,
				   bytes, (unsigned int)((uintptr_t)memory % PAGE));
}

void *malloc(size_t bytes)
{
	void *memory = __libc_malloc(bytes);

	note("malloc", bytes, memory);
	return memory;
}

void *calloc(size_t count, size_t bytes)
{
	void *memory = __libc_calloc(count, bytes);

	note("calloc", count * bytes, memory);
	return memory;
}

void *realloc(void *old, size_t bytes)
{
	void *memory = __libc_realloc(old, bytes);

	note("realloc", bytes, memory);
	return memory;
}

void *aligned_alloc(size_t align, size_t bytes)
{
	void *memory = __libc_memalign(align, bytes);

	note("aligned_alloc", bytes, memory);
	return memory;
}

int posix_memalign(void **memory, size_t align, size_t bytes)
{
	*memory = __libc_memalign(align, bytes);
	note("posix_memalign", bytes, *memory);
	return *memory ? 0 : 12;
}

void free(void *memory)
{
	note("free", 0, memory);
	__libc_free(memory);
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*body)(void *arg),
		   void *arg)
{
	union {
		void *symbol;
		create_function *create;
	} next = { dlsym(RTLD_NEXT, "pthread_create") };

	note("runtime", 0, NULL);
	return next.create(thread, attributes, body, arg);
}

int fflush(FILE *file)
{
	union {
		void *symbol;
		flush_function *flush;
	} next = { dlsym(RTLD_NEXT, "fflush") };
	const char *path = getenv("HEAP_LOG");
	FILE *log;

	if (!told && path) {
		told = 1;
		log = fopen(path, "w");
		if (!log || fwrite(text, 1, length, log) != length || fclose(log))
			abort();
	}
	return next.flush(file);
}
