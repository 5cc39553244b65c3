/* SPDX-License-Identifier: MIT */
/* text.c - the executor's events and threads as text. */
#include "verify/exec/engine/arena.h"
#include "verify/exec/engine/core.h"

void engine_trace_ordered(enum exec_op op, const struct mc_site *site, uint32_t object,
			  uint64_t before, uint64_t after, enum exec_outcome outcome,
			  enum mc_order order, enum mc_order failure_order)
{
	struct trace_event event = { .site = site,
				     .step = engine.steps,
				     .before = before,
				     .after = after,
				     .object = object,
				     .thread = (uint8_t)engine.current,
				     .op = (uint8_t)op,
				     .order = (uint8_t)order,
				     .failure_order = (uint8_t)failure_order,
				     .outcome = (uint8_t)outcome };

	if (!engine.is_quiet)
		trace_add(&event);
}

void engine_trace(enum exec_op op, const struct mc_site *site, uint32_t object, uint64_t before,
		  uint64_t after, enum exec_outcome outcome)
{
	engine_trace_ordered(op, site, object, before, after, outcome, MC_RELAXED, MC_RELAXED);
}

const char *exec_end_name(enum exec_end end)
{
	static const char *const names[] = { "passed",	    "check",	"wrong", "deadlock",
					     "lost-wakeup", "livelock", "leak",	 "use-after-free",
					     "bad-free",    "misuse",	"crash", "limit" };

	return names[end];
}

static void print_thread(FILE *out, const struct exec_thread *thread)
{
	static const char *const states[] = {
		"can run", "waits",	     "waits for a mutex", "waits for a notification",
		"joins",   "is woken, late", "is stalled",	  "has ended"
	};
	const struct object *object = thread->waits_on && thread->state != THREAD_JOINS ?
					      objects_find(thread->waits_on) :
					      NULL;

	fprintf(out, "  %-12s %s", thread->name, states[thread->state]);
	if (object)
		fprintf(out, " #%u", object->number);
	if (object && object->owner)
		fprintf(out, " of %s", engine.threads[object->owner - 1].name);
	if (thread->site)
		fprintf(out, ", at %s %s:%d (%s)", thread->site->name, thread->site->file,
			thread->site->line, thread->site->function);
	fprintf(out, "\n");
}

void exec_print_threads(FILE *out)
{
	for (uint32_t i = 0; i < engine.thread_count; i++)
		print_thread(out, &engine.threads[i]);
}
