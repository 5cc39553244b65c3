/* SPDX-License-Identifier: MIT */
/*
 * gbench.h - Google Benchmark for C.
 *
 * C registers functions, runs them, sets manual time, counters and errors, and
 * gets the results back as a plain struct.  Everything the harness times runs
 * inside a Google Benchmark iteration loop, so that the loop, the clock rules
 * and the error rules are those of a known library.  Weakness: one process-wide
 * registry (the library's), so it is to be used from one thread.
 */
#ifndef HARNESS_GBENCH_H
#define HARNESS_GBENCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct gbench_state;
typedef void gbench_function(struct gbench_state *state, void *arg);

/* iterations == 0: Google Benchmark chooses.  Time is always manual. */
void gbench_register(const char *name, gbench_function *function, void *arg, uint64_t iterations);

/* ---- inside a gbench_function ---- */

/* `while (gbench_next(state)) ...`: one round is one iteration. */
bool gbench_next(struct gbench_state *state);
/* The same with one round for `iterations` of them. */
bool gbench_next_batch(struct gbench_state *state, uint64_t iterations);
uint64_t gbench_iterations(const struct gbench_state *state);
/* What this round took; values of all rounds are summed. */
void gbench_set_ns(struct gbench_state *state, uint64_t ns);

enum gbench_counter_kind { GBENCH_PLAIN, GBENCH_RATE };
void gbench_counter(struct gbench_state *state, const char *name, double value,
		    enum gbench_counter_kind kind);
/* Ends the loop; the run is reported as failed. */
void gbench_fail(struct gbench_state *state, const char *message);

/* ---- running what is registered ---- */

#define GBENCH_ERROR_BYTES 256u
struct gbench_result {
	uint64_t runs;			/* benchmarks reported */
	uint64_t iterations;		/* summed over them */
	double seconds;			/* manual time, summed */
	char error[GBENCH_ERROR_BYTES]; /* first failure, or "" */
};

/* Run and forget all that is registered; nothing is printed.  0 or -ENOENT if
 * nothing was registered. */
int gbench_run_quiet(struct gbench_result *result);

/* The ordinary Google Benchmark program: flags, console, JSON and CSV output.
 * 0, or -EINVAL for a flag it does not know. */
int gbench_main(int argc, char **argv);

#ifdef __cplusplus
}
#endif
#endif
