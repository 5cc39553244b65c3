/* SPDX-License-Identifier: MIT */
/* support.c - words to wait on, probe tasks, seeds. */
#include "tests/support/support.h"

/* ----------------------------------------------------------- the watchdog -- */

int case_begin(void **name)
{
	watchdog_case((const char *)*name);
	return 0;
}

int case_end(void **name)
{
	(void)name;
	watchdog_case(NULL);
	return 0;
}

int runtime_watched(int error, struct sched_runtime *const *runtime)
{
	if (error == 0)
		watchdog_watch(*runtime);
	return error;
}

/* Its workers may hang in here, so it is forgotten when it is gone. */
void runtime_destroy(struct sched_runtime *runtime)
{
	(sched_runtime_destroy)(runtime);
	watchdog_forget(runtime);
}

/* ---------------------------------------------------- words to wait on -- */

void word_set(at_u32 *word, uint32_t value)
{
	watchdog_progress();
	at_store_release(word, value);
	os_wake(word, INT32_MAX);
}

void word_add(at_u32 *word, uint32_t value)
{
	watchdog_progress();
	at_fetch_add_release(word, value);
	os_wake(word, INT32_MAX);
}

uint32_t word_get(at_u32 *word)
{
	return at_load_acquire(word);
}

void word_await(at_u32 *word, uint32_t value)
{
	uint32_t now = at_load_acquire(word);

	while (now < value) {
		watchdog_start();
		os_wait(word, now, OS_FOREVER);
		now = at_load_acquire(word);
	}
}

/* --------------------------------------------------------- a runtime -- */

struct sched_runtime *runtime_start(uint32_t workers)
{
	struct sched_config config = { .workers = workers, .seed = 1 };
	struct sched_runtime *runtime = NULL;

	assert_int_equal(sched_runtime_create(&config, &runtime), 0);
	assert_non_null(runtime);
	return runtime;
}

void runtime_stop(struct sched_runtime *runtime)
{
	assert_int_equal(sched_runtime_shutdown(runtime), 0);
	sched_runtime_destroy(runtime);
}

const char *knob_value(const char *name)
{
	size_t count;
	const struct sched_knob *knobs = sched_knobs(&count);

	for (size_t i = 0; i < count; i++)
		if (strcmp(knobs[i].name, name) == 0)
			return knobs[i].value;
	fail_msg("the variant has no knob %s", name);
	return "";
}

uint32_t knob_number(const char *name)
{
	return (uint32_t)strtoul(knob_value(name), NULL, 10);
}

bool local_work_starves_inject(void)
{
	return strcmp(knob_value("SCHED_INJECT_WHEN"), "INJECT_WHEN_AFTER_LOCAL") == 0;
}

bool batch_starves_inject(void)
{
	return strcmp(knob_value("SCHED_INJECT_BATCH"), "INJECT_BATCH_PRIVATE") == 0;
}

/* ------------------------------------------------------- probe tasks -- */

void probe_init(struct probe *probe, enum probe_kind kind)
{
	at_init(&probe->polls, 0);
	at_init(&probe->ready, 0);
	at_init(&probe->drops, 0);
	at_init(&probe->output_drops, 0);
	at_init(&probe->latch, 0);
	at_init(&probe->announced, 0);
	os_mutex_init(&probe->mutex);
	probe->waker = sched_waker_empty();
	probe->kind = kind;
	probe->worker_index = -2;
	probe->worker_interval = 0;
	probe->current = NULL;
}

void probe_fini(struct probe *probe)
{
	sched_waker_drop(&probe->waker);
	at_fini(&probe->polls);
	at_fini(&probe->ready);
	at_fini(&probe->drops);
	at_fini(&probe->output_drops);
	at_fini(&probe->latch);
	at_fini(&probe->announced);
	os_mutex_fini(&probe->mutex);
}

static enum sched_poll probe_finish(struct probe_state *state)
{
	watchdog_progress();
	state->value++;
	at_fetch_add_relaxed(&state->probe->ready, 1);
	return SCHED_READY;
}

static void probe_keep_waker(struct probe *probe, struct sched_context *context)
{
	struct sched_waker old;

	os_mutex_lock(&probe->mutex);
	old = probe->waker;
	probe->waker = sched_waker_clone(&context->waker);
	os_mutex_unlock(&probe->mutex);
	sched_waker_drop(&old);
}

struct sched_waker probe_take_waker(struct probe *probe)
{
	struct sched_waker waker;

	os_mutex_lock(&probe->mutex);
	waker = probe->waker;
	probe->waker = sched_waker_empty();
	os_mutex_unlock(&probe->mutex);
	return waker;
}

static enum sched_poll probe_poll_latched(struct probe_state *state, struct sched_context *context)
{
	struct probe *probe = state->probe;
	enum sched_poll result = SCHED_PENDING;

	probe_keep_waker(probe, context);
	if (word_get(&probe->latch)) {
		struct sched_waker own = probe_take_waker(probe);

		sched_waker_drop(&own);
		result = probe_finish(state);
	}
	word_add(&probe->announced, 1);
	return result;
}

static enum sched_poll probe_poll_self_wake(struct probe_state *state,
					    struct sched_context *context)
{
	struct sched_waker clone;

	if (word_get(&state->probe->polls) > 1)
		return probe_finish(state);
	sched_waker_wake_by_ref(&context->waker);
	sched_waker_wake_by_ref(&context->waker);
	clone = sched_waker_clone(&context->waker);
	sched_waker_wake(&clone);
	return SCHED_PENDING;
}

static enum sched_poll probe_poll(void *opaque, struct sched_context *context)
{
	struct probe_state *state = (struct probe_state *)opaque;
	struct probe *probe = state->probe;

	probe->worker_index = sched_worker_index();
	probe->worker_interval = sched_worker_interval();
	probe->current = sched_current();
	at_fetch_add_relaxed(&probe->polls, 1);
	switch (probe->kind) {
	case PROBE_VALUE:
		return probe_finish(state);
	case PROBE_LATCHED:
		return probe_poll_latched(state, context);
	case PROBE_HOLD_READY:
	case PROBE_HOLD_PENDING:
		word_add(&probe->announced, 1);
		word_await(&probe->latch, 1);
		return probe->kind == PROBE_HOLD_READY ? probe_finish(state) : SCHED_PENDING;
	case PROBE_YIELD:
		return word_get(&probe->latch) ? probe_finish(state) : sched_yield_now(context);
	case PROBE_SELF_WAKE:
		return probe_poll_self_wake(state, context);
	}
	return SCHED_READY;
}

static void probe_drop(void *opaque)
{
	word_add(&((struct probe_state *)opaque)->probe->drops, 1);
}

static void probe_drop_output(void *opaque)
{
	word_add(&((struct probe_state *)opaque)->probe->output_drops, 1);
}

const struct sched_task_ops probe_ops = {
	.name = "probe",
	.poll = probe_poll,
	.drop = probe_drop,
	.drop_output = probe_drop_output,
	.state_bytes = sizeof(struct probe_state),
	.output_bytes = sizeof(struct probe_state),
};

int probe_spawn_on(struct sched_runtime *runtime, struct probe *probe, uint64_t value,
		   struct sched_join *join)
{
	struct probe_state state = { .probe = probe, .value = value };

	return sched_spawn_on(runtime, &probe_ops, &state, join);
}

int probe_spawn(struct probe *probe, uint64_t value, struct sched_join *join)
{
	struct probe_state state = { .probe = probe, .value = value };

	return sched_spawn(&probe_ops, &state, join);
}

void probe_release(struct probe *probe)
{
	struct sched_waker waker;

	word_set(&probe->latch, 1);
	waker = probe_take_waker(probe);
	sched_waker_wake(&waker);
}

bool probe_ended_once(struct probe *probe)
{
	return word_get(&probe->ready) + word_get(&probe->drops) == 1;
}

void probe_hold_worker(struct sched_runtime *runtime, struct probe *probe, struct sched_join *join)
{
	probe_init(probe, PROBE_HOLD_READY);
	assert_int_equal(probe_spawn_on(runtime, probe, 0, join), 0);
	word_await(&probe->announced, 1);
}

/* ---------------------------------------------------------- randomness -- */

uint64_t test_seed(void)
{
	const char *given = getenv("SCHEDLAB_SEED");
	uint64_t seed = given ? strtoull(given, NULL, 0) : os_random_seed();

	printf("seed %llu (repeat with SCHEDLAB_SEED=%llu)\n", (unsigned long long)seed,
	       (unsigned long long)seed);
	fflush(stdout);
	return seed;
}

uint64_t test_random(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}
