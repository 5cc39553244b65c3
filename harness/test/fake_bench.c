/* SPDX-License-Identifier: MIT */
/* fake_bench.c - Google Benchmark as fake_program.h has it. */
#include <stdio.h>
#include <stdlib.h>

#include "harness/test/fake_program.h"
#include "harness/test/fake_wraps.h"

FAKE_WRAP(void, gbench_register, const char *name, gbench_function *function, void *arg,
	  uint64_t iterations);
FAKE_WRAP(bool, gbench_next_batch, struct gbench_state *state, uint64_t iterations);
FAKE_WRAP(uint64_t, gbench_iterations, const struct gbench_state *state);
FAKE_WRAP(void, gbench_set_ns, struct gbench_state *state, uint64_t ns);
FAKE_WRAP(void, gbench_counter, struct gbench_state *state, const char *name, double value,
	  enum gbench_counter_kind kind);
FAKE_WRAP(void, gbench_fail, struct gbench_state *state, const char *message);
FAKE_WRAP(int, gbench_main, int argc, char **argv);

void __wrap_gbench_register(const char *name, gbench_function *function, void *arg,
			    uint64_t iterations)
{
	if (!fake_program.bench_on) {
		__real_gbench_register(name, function, arg, iterations);
		return;
	}
	if (fake_program.benchmark_count == FAKE_BENCHMARKS)
		abort();
	fake_program.benchmarks[fake_program.benchmark_count++] = (struct fake_benchmark){
		.name = name, .function = function, .arg = arg, .iterations = iterations
	};
}

static struct fake_benchmark *benchmark_of(const struct gbench_state *state)
{
	return (struct fake_benchmark *)(uintptr_t)state;
}

bool __wrap_gbench_next_batch(struct gbench_state *state, uint64_t iterations)
{
	struct fake_benchmark *benchmark = benchmark_of(state);
	bool more;

	if (!fake_program.bench_on)
		return __real_gbench_next_batch(state, iterations);
	more = !benchmark->has_run && !benchmark->error[0];
	benchmark->batch = iterations;
	benchmark->has_run = true;
	return more;
}

uint64_t __wrap_gbench_iterations(const struct gbench_state *state)
{
	return fake_program.bench_on ? fake_program.batch : __real_gbench_iterations(state);
}

void __wrap_gbench_set_ns(struct gbench_state *state, uint64_t ns)
{
	if (fake_program.bench_on)
		benchmark_of(state)->ns = ns;
	else
		__real_gbench_set_ns(state, ns);
}

void __wrap_gbench_counter(struct gbench_state *state, const char *name, double value,
			   enum gbench_counter_kind kind)
{
	struct fake_benchmark *benchmark = benchmark_of(state);
	size_t index;

	if (!fake_program.bench_on) {
		__real_gbench_counter(state, name, value, kind);
		return;
	}
	index = benchmark->counter_count++ % 2;
	benchmark->counters[index] = name;
	benchmark->values[index] = value;
	benchmark->kinds[index] = kind;
}

void __wrap_gbench_fail(struct gbench_state *state, const char *message)
{
	struct fake_benchmark *benchmark = benchmark_of(state);

	if (fake_program.bench_on)
		snprintf(benchmark->error, sizeof benchmark->error, "%s", message);
	else
		__real_gbench_fail(state, message);
}

int __wrap_gbench_main(int argc, char **argv)
{
	if (!fake_program.bench_on)
		return __real_gbench_main(argc, argv);
	fake_program.bench_argc = argc;
	fake_program.bench_argv = argv;
	for (size_t i = 0; i < fake_program.benchmark_count; i++) {
		struct fake_benchmark *benchmark = &fake_program.benchmarks[i];

		benchmark->function((struct gbench_state *)benchmark, benchmark->arg);
	}
	return fake_program.bench_error;
}
