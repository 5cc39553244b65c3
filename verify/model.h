/* SPDX-License-Identifier: MIT */
/*
 * model.h - a model test: a small program whose every interleaving is checked.
 *
 * One file in models/ holds the tests of one structure; each registers itself:
 *
 *	static void one_thief(void) { ... }
 *	MODEL(one_thief, .checks = "three tasks, one thief: each is seen once", .threads = 2)
 *
 * The body runs as the first model thread, once per execution.  It builds what it
 * checks (no static state: nothing resets it), starts threads, joins them all,
 * checks, takes everything apart.  It must be deterministic: no clock, no libc
 * randomness, no containers ordered by address, no printf.  Memory from
 * model_alloc is checked for plain races, leaks and use after free; objects on
 * the body's stack are not.
 *
 * A comment line  build: KNOB=VALUE KNOB=VALUE | KNOB=VALUE  in the file names
 * further builds of it with other knobs, one program each (CMakeLists.txt).
 */
#ifndef VERIFY_MODEL_H
#define VERIFY_MODEL_H

#include "sched/os.h"
#include "verify/mc.h"

struct model {
	const char *name;
	const char *checks; /* the property, in one line */
	void (*body)(void);
	int line;
	uint32_t threads;    /* the body's included */
	int bound;	     /* preemptions in an execution; 0: the program's default */
	int surprises;	     /* spurious failures and early returns in an execution */
	uint32_t branches;   /* steps with a choice, in an execution, where 10,000 are too few */
	const char *only_on; /* the engine that alone can carry it; NULL: all can */
	/* The litmus test (litmus/outcomes.tsv) whose outcomes an engine must show, or the
	 * test would pass there whatever is wrong: it is refused.  NULL: none. */
	const char *rests_on;
	/* A hole of the source's design that we keep: the test must find it. */
	const char *fails_because;
};

/* Found by model_main.c between the section's two ends. */
#define MODEL(id, ...) \
	static struct model model_##id __attribute__((used, section("models"), aligned(8))) = { \
		.name = #id, .body = id, .line = __LINE__, __VA_ARGS__ \
	};

#define model_check(condition, text) mc_check(condition, text, SEAM_SITE("model_check"))
#define model_alloc(bytes)	     mc_alloc(bytes, 16, SEAM_SITE("model_alloc"))
#define model_free(pointer, bytes)   mc_free(pointer, bytes, SEAM_SITE("model_free"))

/* For protocols of a model's own; sched/ has no fences. */
#define model_fence(order) seam_fence(SEAM_ORDERED("model_fence_" #order, order, order))

#define model_start(thread, run, arg) \
	model_check(os_thread_start(thread, #run, run, arg) == 0, "the engine starts every " \
								  "thread")
#define model_join(thread) os_thread_join(thread)

#endif
