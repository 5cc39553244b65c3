/* SPDX-License-Identifier: MIT */
/*
 * scenario.h - a whole-runtime situation that no workload makes: a file that defines a
 * run function and registers itself, as workloads do.
 *
 *	SCENARIO(shutdown_spawn) = { .name = "shutdown_spawn", ..., .run = run };
 *
 * `run` is the main thread: it starts a runtime and ends it, and says with
 * scenario_check what must hold.  It must be deterministic, and what its tasks use
 * must outlive them (static, or freed after the runtime is gone).
 */
#ifndef VERIFY_EXEC_SCENARIO_H
#define VERIFY_EXEC_SCENARIO_H

#include "sched/os.h"
#include "sched/sched.h"
#include "verify/mc.h"

struct scenario_env {
	uint32_t workers;
	uint64_t seed;
};

struct scenario {
	const char *name;
	const char *checks; /* one line */
	uint32_t workers;   /* unless the command line says otherwise */
	const char *faults; /* likewise, faults.h; may be NULL */
	/* NULL, or why the variant cannot have it; may itself be NULL. */
	const char *(*refuses)(void);
	/* NULL, or the end that must be found on this variant, because its design has the
	 * defect (exec_end_name); may itself be NULL. */
	const char *(*fails_by_design)(void);
	void (*run)(const struct scenario_env *env);
};

#define SCENARIO(id) \
	extern const struct scenario scenario_##id; \
	static const struct scenario *const scenario_##id##_entry \
		__attribute__((used, section("scenario_set"))) = &scenario_##id; \
	const struct scenario scenario_##id

#define scenario_check(condition, text) mc_check(condition, text, SEAM_SITE("scenario_check"))

/* A runtime with env's workers and seed; NULL if memory or threads ran out, which only
 * faults make happen. */
struct sched_runtime *scenario_start(const struct scenario_env *env);

/* ------------------------------------------------ each task exactly once -- */

/* A task says that it ran, or its drop that it was cancelled, with its number; the
 * second time fails at once. */
#define LEDGER_ROOM 64u
void ledger_init(void);
void ledger_ran(uint32_t task);
void ledger_dropped(uint32_t task);
bool ledger_has_ended(uint32_t task);
/* Tasks 0 to count - 1 have ended; `ran` counts those that were not dropped. */
void ledger_check(uint32_t count, uint32_t *ran);
void ledger_fini(void);

/* The value of a knob of the variant, or "". */
const char *scenario_knob(const char *name);
bool scenario_knob_is(const char *name, const char *value);
/* B17: several LIFO slots whose cap lets what is at the bottom starve. */
bool scenario_slots_starve(void);

#endif
