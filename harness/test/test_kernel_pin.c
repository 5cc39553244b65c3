/* SPDX-License-Identifier: MIT */
/* Description: a thread counts as bound only where the kernel says so when it is asked again. */
#include "harness/test/expect.h"

#include <errno.h>
#include <pthread.h>
#include <unistd.h>

#include "harness/pin.h"
#include "harness/pin_order.h"
#include "harness/test/fake_kernel.h"

/* CPUs 0 to 15, of which this process may use three and another that is not there. */
#define MACHINE "package:2 l3:2 core:2 pu:2"
#define ALLOWED "4-6,99"
#define USABLE	"4-6"

static int setup(void **state)
{
	(void)state;
	fake_begin();
	fake.cpus = ALLOWED;
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	assert_int_equal(fake.strange_binds, 0);
	fake_end();
	return 0;
}

static void expect_bound(const char *cpus)
{
	char *found = fake_bound();

	assert_string_equal(found, cpus);
	free(found);
}

static void expect_integer(json_t *json, const char *name, json_int_t expected)
{
	assert_int_equal(json_integer_value(json_object_get(json, name)), expected);
}

/* ------------------------------------------------------------------ open -- */

static void test_open(void **state)
{
	static const struct {
		const char *policy;
		uint32_t asked, workers, count;
		unsigned order[3];
	} cases[] = {
		{ "compact", 0, 3, 3, { 4, 5, 6 } }, { "compact", 1, 1, 3, { 4, 5, 6 } },
		{ "compact", 7, 7, 3, { 4, 5, 6 } }, { "explicit:6,4", 0, 3, 2, { 6, 4 } },
		{ "core", 2, 2, 2, { 4, 6 } },	     { "none", 0, 3, 0, { 0 } },
		{ "none", 2, 2, 0, { 0 } },
	};
	const char *own = program_invocation_name;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct pin pin;
		unsigned *order;

		fake.freed_count = 0;
		assert_int_equal(pin_open(&pin, cases[i].policy, cases[i].asked), 0);
		/* Of what was needed in between nothing is left. */
		assert_int_equal(fake.freed_count, strchr("cs", cases[i].policy[0]) != NULL);
		order = pin.order;
		assert_string_equal(pin.policy, cases[i].policy);
		assert_string_equal(pin.message, "");
		assert_int_equal(pin.workers, cases[i].workers);
		assert_int_equal(pin.order_count, cases[i].count);
		assert_int_equal(pin.order != NULL, cases[i].count > 0);
		for (uint32_t place = 0; place < cases[i].count; place++)
			assert_int_equal(pin.order[place], cases[i].order[place]);
		assert_int_equal(pin_cpus_allowed(&pin), 3);
		assert_int_equal(pin.main_tid, 0);
		assert_int_equal(pin.main_as_worker, -1);
		assert_false(pin.mismatch);
		pin_close(&pin);
		assert_true(!order || fake_freed(order));
	}
	assert_int_equal(fake.binds, 0); /* nobody was bound, so nobody is released */
	/* All programs are one name to hwloc, and keep their own. */
	assert_string_equal(fake.program_name, "bench");
	assert_ptr_equal(program_invocation_name, own);
}

/* Without other devices: they take long to find. */
static void test_no_devices(void **state)
{
	struct pin pin;

	(void)state;
	assert_int_equal(pin_open(&pin, "none", 1), 0);
	for (int type = 0; type < HWLOC_OBJ_TYPE_MAX; type++) {
		enum hwloc_type_filter_e filter;

		if (!hwloc_obj_type_is_io((hwloc_obj_type_t)type))
			continue;
		hwloc_topology_get_type_filter(pin.topology, (hwloc_obj_type_t)type, &filter);
		assert_int_equal(filter, HWLOC_TYPE_FILTER_KEEP_NONE);
	}
	pin_close(&pin);
}

static void expect_refused(const char *policy, int error, const char *message)
{
	struct pin pin;

	assert_int_equal(pin_open(&pin, policy, 2), error);
	assert_string_equal(pin.message, message);
	assert_int_equal(pin.order_count, 0);
	pin_close(&pin);
	assert_int_equal(fake.binds, 0);
}

#define UNREADABLE "--pin compact: hwloc cannot read this machine's topology"

static void test_open_refused(void **state)
{
	(void)state;
	expect_refused("tight", -EINVAL,
		       "--pin tight: no such policy; there are compact, scatter, l3, l3:INDEX, "
		       "core, none, explicit:CPU,CPU,...");
	fake.freed_count = 0;
	expect_refused("explicit:7", -ENOENT,
		       "--pin explicit:7: CPU 7 is not one this process may use (4-6); name one of "
		       "those or widen its cpuset (taskset, cgroup)");
	assert_int_equal(fake.freed_count, 2); /* the order, and the list in the message */
	fake.no_memory = true;
	expect_refused("compact", -ENOENT, "--pin compact: out of memory");
	fake.no_memory = false;
	fake.look_fails = true;
	expect_refused("compact", -ENOENT, UNREADABLE);
	fake.look_fails = false;
	fake.load_fails = true;
	expect_refused("compact", -ENOENT, UNREADABLE);
	fake.load_fails = false;
	fake.init_fails = true;
	expect_refused("compact", -ENOENT, UNREADABLE);
}

/* For what stands between topology and order, too. */
static void test_no_memory_for_places(void **state)
{
	unsigned order[3];
	char message[64];
	struct pin pin;

	(void)state;
	assert_int_equal(pin_open(&pin, "none", 1), 0);
	fake.no_memory = true;
	assert_int_equal(pin_order(pin.topology, pin.allowed, "core", order, 3, message,
				   sizeof message),
			 -ENOENT);
	fake.no_memory = false;
	assert_string_equal(message, "--pin core: out of memory");
	pin_close(&pin);
}

/* A list may be longer than the machine is wide: 4096 CPUs more. */
static void test_long_list(void **state)
{
	char policy[2 * 4100 + 16] = "explicit:4";
	struct pin pin;

	(void)state;
	for (size_t i = 1; i < 4099; i++)
		strcat(policy, ",4");
	assert_int_equal(pin_open(&pin, policy, 1), 0);
	assert_int_equal(pin.order_count, 4099);
	pin_close(&pin);
	strcat(policy, ",4");
	assert_int_equal(pin_open(&pin, policy, 1), -EINVAL);
	assert_int_equal(strlen(pin.message), 511); /* what there is room for */
	pin_close(&pin);
}

/* --------------------------------------------------------------- binding -- */

/* A thread that is not the main thread binds itself. */
struct bound_thread {
	struct pin *pin;
	enum arm_thread kind;
	uint32_t index;
	int error;
	char cpus[64];
};

static void *bound_thread_main(void *arg)
{
	struct bound_thread *self = arg;
	char *cpus;

	self->error = pin_thread(self->pin, self->kind, self->index);
	cpus = fake_bound();
	snprintf(self->cpus, sizeof self->cpus, "%s", cpus);
	free(cpus);
	fake_unbind();
	return NULL;
}

/* Its error; `cpus`: where it is then. */
static int bind_thread(struct pin *pin, enum arm_thread kind, uint32_t index, const char *cpus)
{
	struct bound_thread self = { .pin = pin, .kind = kind, .index = index };
	pthread_t thread;

	pthread_create(&thread, NULL, bound_thread_main, &self);
	pthread_join(thread, NULL);
	assert_string_equal(self.cpus, cpus);
	return self.error;
}

static void test_bound(void **state)
{
	struct pin pin;

	(void)state;
	assert_int_equal(pin_open(&pin, "compact", 2), 0);
	assert_int_equal(pin_main(&pin), 0);
	assert_int_equal(pin.main_tid, gettid());
	expect_bound("6");
	assert_int_equal(bind_thread(&pin, ARM_THREAD_WORKER, 1, "5"), 0);
	assert_int_equal(pin.workers_bound, 1);
	expect_json(pin_json(&pin), "{'policy':'compact','workers':[4,5],'main':6,'producers':[],"
				    "'read_back':false,'oversubscribed':false,'label':'',"
				    "'shared':[]}");
	assert_int_equal(bind_thread(&pin, ARM_THREAD_WORKER, 0, "4"), 0);
	assert_int_equal(bind_thread(&pin, ARM_THREAD_PRODUCER, 1, "5"), 0);
	assert_int_equal(bind_thread(&pin, ARM_THREAD_PRODUCER, 0, "4"), 0);
	assert_int_equal(pin.workers_bound, 2);
	assert_int_equal(pin.producers, 2);
	assert_int_equal(pin.main_as_worker, -1);
	assert_false(pin.mismatch);
	assert_string_equal(pin.message, "");
	assert_int_equal(fake.binds, 5);
	pin_close(&pin);
	expect_bound(USABLE); /* it has all its CPUs back */
}

/* An executor without threads runs its worker on the thread that calls it. */
static void test_main_is_worker(void **state)
{
	struct pin pin;

	(void)state;
	assert_int_equal(pin_open(&pin, "compact", 2), 0);
	assert_int_equal(pin_main(&pin), 0);
	assert_int_equal(pin_thread(&pin, ARM_THREAD_PRODUCER, 0), 0);
	assert_int_equal(pin.main_as_worker, -1);
	assert_int_equal(pin_thread(&pin, ARM_THREAD_WORKER, 1), 0);
	assert_int_equal(pin.main_as_worker, 1);
	expect_bound("5");
	assert_int_equal(pin_cpu_of_main(&pin), 5);
	pin_close(&pin);
}

/* Policy none: wherever it may run, and that is asked for and looked at too. */
static void test_none(void **state)
{
	struct pin pin;

	(void)state;
	assert_int_equal(pin_open(&pin, "none", 1), 0);
	assert_int_equal(pin_main(&pin), 0);
	assert_int_equal(bind_thread(&pin, ARM_THREAD_WORKER, 0, USABLE), 0);
	expect_bound(USABLE);
	expect_json(pin_json(&pin), "{'policy':'none','workers':[],'main':null,'producers':[],"
				    "'read_back':true,'oversubscribed':false,'label':'',"
				    "'shared':[]}");
	pin_close(&pin);
}

/* ------------------------------------------------------------- read back -- */

/* A kernel that says it bound a thread and did not, or elsewhere too, or says nothing. */
static const struct lie {
	bool fails, ignored, wider, look_fails;
	const char *main, *worker; /* where they are then */
} lies[] = {
	{ true, false, false, false, "6", "5" },
	{ false, true, false, false, ALLOWED, ALLOWED },
	{ false, false, true, false, "6", "5" },
	{ false, false, false, true, "6", "5" },
};

static void tell_lies(const struct lie *lie)
{
	fake.bind_fails = lie->fails;
	fake.bind_ignored = lie->ignored;
	fake.bind_wider = lie->wider;
	fake.look_fails = lie->look_fails;
}

#define REMEDY "; is that CPU online and in the cpuset? Try --pin none"

static void check_main(const struct lie *lie)
{
	struct pin pin;

	assert_int_equal(pin_open(&pin, "compact", 2), 0);
	tell_lies(lie);
	assert_int_equal(pin_main(&pin), -EIO);
	assert_true(pin.mismatch);
	assert_string_equal(pin.message, "cannot pin main thread 0 to CPU 6" REMEDY);
	expect_bound(lie->main);
	tell_lies(&(struct lie){ false });
	pin_close(&pin);
}

static void check_thread(const struct lie *lie, enum arm_thread kind, const char *message)
{
	struct pin pin;
	json_t *json;

	assert_int_equal(pin_open(&pin, "compact", 2), 0);
	assert_int_equal(pin_main(&pin), 0);
	tell_lies(lie);
	assert_int_equal(bind_thread(&pin, kind, 1, lie->worker), -EIO);
	tell_lies(&(struct lie){ false });
	assert_true(pin.mismatch);
	assert_int_equal(pin.workers_bound, 0);
	assert_int_equal(pin.producers, kind == ARM_THREAD_PRODUCER ? 2 : 0);
	/* The others are right, which mends nothing. */
	for (uint32_t i = 0; i < 2; i++)
		assert_int_equal(bind_thread(&pin, ARM_THREAD_WORKER, i, i ? "5" : "4"), 0);
	assert_int_equal(pin.workers_bound, 2);
	assert_true(pin.mismatch);
	assert_string_equal(pin.message, message);
	json = pin_json(&pin);
	assert_true(json_is_false(json_object_get(json, "read_back")));
	expect_integer(json, "main", 6);
	json_decref(json);
	pin_close(&pin);
}

static void test_lies(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof lies / sizeof lies[0]; i++) {
		fake_unbind();
		check_main(&lies[i]);
		check_thread(&lies[i], ARM_THREAD_WORKER, "cannot pin worker 1 to CPU 5" REMEDY);
		check_thread(&lies[i], ARM_THREAD_PRODUCER,
			     "cannot pin producer 1 to CPU 5" REMEDY);
	}
}

/* Of several threads that are elsewhere the first is told of. */
static void test_first_cause_stays(void **state)
{
	struct pin pin;

	(void)state;
	assert_int_equal(pin_open(&pin, "compact", 2), 0);
	fake.bind_ignored = true;
	assert_int_equal(bind_thread(&pin, ARM_THREAD_WORKER, 0, ALLOWED), -EIO);
	assert_int_equal(bind_thread(&pin, ARM_THREAD_WORKER, 1, ALLOWED), -EIO);
	assert_string_equal(pin.message, "cannot pin worker 0 to CPU 4" REMEDY);
	pin_close(&pin);
}

/* None: who may run in more places than the process could is not where he was asked to be. */
static void test_none_is_read_back(void **state)
{
	struct pin pin;

	(void)state;
	assert_int_equal(pin_open(&pin, "none", 1), 0);
	fake.bind_wider = true;
	assert_int_equal(bind_thread(&pin, ARM_THREAD_WORKER, 0, USABLE), -EIO);
	assert_true(pin.mismatch);
	pin_close(&pin);
}

#define UNIT(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(test_open),
		UNIT(test_no_devices),
		UNIT(test_open_refused),
		UNIT(test_no_memory_for_places),
		UNIT(test_long_list),
		UNIT(test_bound),
		UNIT(test_main_is_worker),
		UNIT(test_none),
		UNIT(test_lies),
		UNIT(test_first_cause_stays),
		UNIT(test_none_is_read_back),
	};

	setenv("HWLOC_SYNTHETIC", MACHINE, 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
