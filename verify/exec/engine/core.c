/* SPDX-License-Identifier: MIT */
/* core.c - one execution: how it begins, its threads, how it ends. */
#include "verify/exec/engine/core.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>

#include "verify/exec/engine/arena.h"

#define CLOCK_START_NS 1000000000u

struct engine engine;

/* -------------------------------------------------------------- the end -- */

void engine_leave(void)
{
	engine.is_running = false;
	coroutine_leave(&engine_self()->coroutine, &engine.caller);
}

/* The first failure is the one that counts. */
static void note_failure(enum exec_end end, const struct mc_site *site, const char *format,
			 va_list arguments)
{
	struct exec_result *result = engine.result;
	int length;

	if (result->end != EXEC_PASSED)
		return;
	result->end = end;
	length = vsnprintf(result->text, sizeof(result->text), format, arguments);
	if (site && length >= 0 && (size_t)length < sizeof(result->text))
		snprintf(result->text + length, sizeof(result->text) - (size_t)length,
			 ", at %s:%d (%s)", site->file, site->line, site->function);
}

void engine_fail(enum exec_end end, const struct mc_site *site, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	note_failure(end, site, format, arguments);
	va_end(arguments);
	if (engine.is_running)
		engine_leave();
}

/* -------------------------------------------------------------- threads -- */

static void thread_main(void *opaque)
{
	struct exec_thread *self = opaque;

	self->run(self->arg);
	if (self->slots[MC_SLOT_CACHE] && self->at_exit)
		self->at_exit(self->slots[MC_SLOT_CACHE]);
	engine_exit();
}

uint32_t engine_start(const char *name, void (*run)(void *arg), void *arg)
{
	uint32_t number = engine.thread_count;
	struct exec_thread *thread;
	struct coroutine coroutine;

	if (number == EXEC_THREADS_MAX)
		return EXEC_THREADS_MAX;
	thread = &engine.threads[number];
	if (!thread->coroutine.stack && coroutine_init(&thread->coroutine) != 0)
		return EXEC_THREADS_MAX;
	coroutine = thread->coroutine;
	*thread = (struct exec_thread){
		.coroutine = coroutine, .timer_ns = EXEC_NEVER, .run = run, .arg = arg
	};
	snprintf(thread->name, sizeof(thread->name), "%s", name);
	coroutine_prepare(&thread->coroutine, thread_main, thread);
	engine.waiters[number] = (struct exec_waiter){ 0 };
	engine.thread_count++;
	engine.live++;
	engine.runnable |= engine_bit(number);
	return number;
}

/* ------------------------------------------------------------ execution -- */

static const char *thread_name(uint32_t thread)
{
	return engine.threads[thread].name;
}

static int reset(const struct exec_options *options, struct exec_result *result)
{
	int error = arena_init();

	if (error)
		return error;
	arena_reset();
	objects_reset();
	trace_reset(options->show, thread_name);
	*result = (struct exec_result){ .end = EXEC_PASSED };
	engine.options = options;
	engine.result = result;
	engine.runnable = 0;
	engine.timed = 0;
	engine.current = 0;
	engine.thread_count = 0;
	engine.live = 0;
	engine.is_quiet = false;
	engine.may_stall = options->faults->stall.is_set || options->faults->stalls_per_million;
	engine.steps = 0;
	engine.switches = 0;
	engine.clock_ns = CLOCK_START_NS;
	engine.next_timer_ns = EXEC_NEVER;
	engine.sleeps = 0;
	engine.allocations = 0;
	engine.seeds = 0;
	engine.stall_points = 0;
	engine.interleaving.count = 0;
	options->strategy->begin(options->strategy, options->seed);
	options->os->begin(options->os, options->seed);
	if (options->cost->begin)
		options->cost->begin(options->cost);
	return 0;
}

/* After an execution that passed otherwise. */
static void check_memory(void)
{
	size_t blocks;
	size_t bytes;
	size_t at;
	const struct arena_block *block = arena_first_scribbled(&at);

	if (block)
		engine_fail(EXEC_USE_AFTER_FREE, block->freed,
			    "byte %zu of a block of %zu was written after its free", at,
			    block->bytes);
	block = arena_first_live(&blocks, &bytes);
	if (block)
		engine_fail(EXEC_LEAK, block->allocated,
			    "%zu blocks (%zu bytes) were never freed; the first has %zu bytes",
			    blocks, bytes, block->bytes);
}

int exec_run(const struct exec_options *options, void (*body)(void *arg),
	     struct exec_result *result)
{
	int error = reset(options, result);

	if (error)
		return error;
	if (engine_start("main", body, options->arg) != 0)
		return -ENOMEM;
	coroutine_adopt(&engine.caller);
	crash_catch();
	engine.is_running = true;
	coroutine_switch(&engine.caller, &engine.threads[0].coroutine);
	crash_release();
	if (result->end == EXEC_PASSED)
		check_memory();
	result->hash = trace_hash();
	result->steps = engine.steps;
	result->switches = engine.switches;
	result->clock_ns = engine.clock_ns - CLOCK_START_NS;
	result->threads = engine.thread_count;
	return 0;
}

const struct interleaving *exec_interleaving(void)
{
	return &engine.interleaving;
}

void exec_wrong(const char *text)
{
	engine_fail(EXEC_WRONG, NULL, "%s", text);
}
