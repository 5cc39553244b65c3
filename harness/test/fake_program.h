/* SPDX-License-Identifier: MIT */
/*
 * fake_program.h - what a test lets the harness find in its own process: symbols and the files
 * that they come from, the heap, the arm.  As in fake_kernel.h the linker puts these answers in
 * the place of the real ones, and nothing is faked until a test turns it on.
 */
#ifndef HARNESS_TEST_FAKE_PROGRAM_H
#define HARNESS_TEST_FAKE_PROGRAM_H

#include <malloc.h>
#include <stdbool.h>
#include <stddef.h>

#include "harness/gbench.h"
#include "workloads/arm.h"

/* A name, the file it comes from, and where that is loaded; loaded NULL: in no file. */
struct fake_symbol {
	const char *name;
	const char *file;
	void *loaded;
};

#define FAKE_SYMBOLS 4u

/* What was registered with Google Benchmark, and what it said of itself when it ran. */
struct fake_benchmark {
	const char *name;
	gbench_function *function;
	void *arg;
	uint64_t iterations, batch, ns;
	bool has_run; /* a batch */
	const char *counters[2];
	double values[2];
	enum gbench_counter_kind kinds[2];
	size_t counter_count;
	char error[GBENCH_ERROR_BYTES];
};

#define FAKE_BENCHMARKS 8u

struct fake_program {
	/* The only ones there are.  The real ones while the first has no name. */
	struct fake_symbol symbols[FAKE_SYMBOLS];

	/* The file behind any path; NULL: there is none.  While there are fake symbols. */
	const char *real_path;

	/* What mallinfo2 says; the real one while it is off. */
	bool heap_on;
	size_t heap_used, heap_mapped;

	/* NULL: the one of the program. */
	const struct arm *arm;

	/* While it is on, gbench_main runs what was registered with one batch each, and each
	 * batch has `batch` iterations. */
	bool bench_on;
	uint64_t batch;
	struct fake_benchmark benchmarks[FAKE_BENCHMARKS];
	size_t benchmark_count;
	int bench_argc, bench_error;
	char **bench_argv;

	/* What Google Benchmark says of a run that there was, or that there was none. */
	void (*bench)(struct gbench_result *result);
	bool bench_nothing;

	/* Instead of execv, which then fails. */
	bool no_exec;
	unsigned int execs;
	const char *exec_path;
	char *const *exec_argv;
};
extern struct fake_program fake_program;

#endif
