/* SPDX-License-Identifier: MIT */
/* Description: a placement as a row says it, by how many workers stand on which CPUs. */
#include "harness/test/expect.h"

#include "harness/pin.h"

#define CPUS_MAX 8u

struct placement {
	const char *cpus;   /* of the policy's order; "": policy none */
	const char *counts; /* as read below */
	const char *expected;
};

static uint32_t read_order(const char *cpus, unsigned *order)
{
	uint32_t count = 0;
	char *end;

	for (; *cpus; cpus = *end ? end + 1 : end)
		order[count++] = (unsigned)strtoul(cpus, &end, 10);
	return count;
}

static void check(const struct placement *placement)
{
	unsigned order[CPUS_MAX];
	struct pin pin = { .policy = "some", .order = order };

	pin.order_count = read_order(placement->cpus, order);
	assert_int_equal(sscanf(placement->counts, "%u workers, %u bound, %u producers, main %d",
				&pin.workers, &pin.workers_bound, &pin.producers,
				&pin.main_as_worker),
			 4);
	pin.mismatch = strstr(placement->counts, "mismatch") != NULL;
	pin.allowed = hwloc_bitmap_alloc();
	hwloc_bitmap_set_range(pin.allowed, 0, 2);
	pthread_mutex_init(&pin.mutex, NULL);
	expect_json(pin_json(&pin), placement->expected);
	pthread_mutex_destroy(&pin.mutex);
	hwloc_bitmap_free(pin.allowed);
}

/* One CPU for everybody, and one each; main behind the workers, producers behind it. */
static void test_shared(void **state)
{
	static const struct placement placements[] = {
		{ "7,3,5,9", "2 workers, 2 bound, 1 producers, main -1",
		  "{'policy':'some','workers':[7,3],'main':5,'producers':[9],'read_back':true,"
		  "'oversubscribed':false,'label':'','shared':[]}" },
		{ "7,3,5", "2 workers, 2 bound, 3 producers, main -1",
		  "{'policy':'some','workers':[7,3],'main':5,'producers':[7,3,5],"
		  "'read_back':true,'oversubscribed':false,'label':'',"
		  "'shared':['producer 0 with worker 0','producer 1 with worker 1']}" },
		{ "7,3", "2 workers, 2 bound, 0 producers, main -1",
		  "{'policy':'some','workers':[7,3],'main':7,'producers':[],'read_back':true,"
		  "'oversubscribed':false,'label':'','shared':['main with worker 0']}" },
		{ "7,3,3", "2 workers, 2 bound, 0 producers, main -1",
		  "{'policy':'some','workers':[7,3],'main':3,'producers':[],'read_back':true,"
		  "'oversubscribed':false,'label':'','shared':['main with worker 1']}" },
		{ "7,3,5", "2 workers, 1 bound, 0 producers, main 1",
		  "{'policy':'some','workers':[7,3],'main':3,'producers':[],'read_back':false,"
		  "'oversubscribed':false,'label':'','shared':['main is worker 1']}" },
		{ "7,3,5", "2 workers, 2 bound, 1 producers, main 0, mismatch",
		  "{'policy':'some','workers':[7,3],'main':7,'producers':[7],'read_back':false,"
		  "'oversubscribed':false,'label':'',"
		  "'shared':['main is worker 0','producer 0 with worker 0']}" },
		{ "7,3,5", "2 workers, 3 bound, 0 producers, main -1", /* one was started twice */
		  "{'policy':'some','workers':[7,3],'main':5,'producers':[],'read_back':true,"
		  "'oversubscribed':false,'label':'','shared':[]}" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof placements / sizeof placements[0]; i++)
		check(&placements[i]);
}

/* More workers than CPUs, and a list that names one twice. */
static void test_oversubscribed(void **state)
{
	static const struct placement placements[] = {
		{ "7,3", "3 workers, 3 bound, 0 producers, main -1",
		  "{'policy':'some','workers':[7,3,7],'main':3,'producers':[],'read_back':true,"
		  "'oversubscribed':true,'label':'oversubscribed: 3 workers on 2 CPUs',"
		  "'shared':['main with worker 1']}" },
		{ "7,7,3", "2 workers, 2 bound, 0 producers, main -1",
		  "{'policy':'some','workers':[7,7],'main':3,'producers':[],'read_back':true,"
		  "'oversubscribed':true,'label':'oversubscribed: 2 workers on 1 CPU',"
		  "'shared':[]}" },
		{ "3,7,9,7", "4 workers, 4 bound, 0 producers, main -1",
		  "{'policy':'some','workers':[3,7,9,7],'main':3,'producers':[],'read_back':true,"
		  "'oversubscribed':true,'label':'oversubscribed: 4 workers on 3 CPUs',"
		  "'shared':['main with worker 0']}" },
		{ "3,7,7", "2 workers, 2 bound, 0 producers, main -1",
		  "{'policy':'some','workers':[3,7],'main':7,'producers':[],'read_back':true,"
		  "'oversubscribed':false,'label':'','shared':['main with worker 1']}" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof placements / sizeof placements[0]; i++)
		check(&placements[i]);
}

/* Policy none: three CPUs for everybody. */
static void test_none(void **state)
{
	static const struct placement placements[] = {
		{ "", "3 workers, 3 bound, 2 producers, main -1",
		  "{'policy':'some','workers':[],'main':null,'producers':[],'read_back':true,"
		  "'oversubscribed':false,'label':'','shared':[]}" },
		{ "", "4 workers, 3 bound, 0 producers, main 0",
		  "{'policy':'some','workers':[],'main':null,'producers':[],'read_back':false,"
		  "'oversubscribed':true,'label':'oversubscribed: 4 workers on 3 CPUs',"
		  "'shared':[]}" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof placements / sizeof placements[0]; i++)
		check(&placements[i]);
}

/* Of so many producers the first are named. */
static void test_many_producers(void **state)
{
	unsigned order[] = { 2 };
	struct pin pin = { .policy = "some",
			   .order = order,
			   .order_count = 1,
			   .workers = 1,
			   .main_as_worker = -1,
			   .producers = PIN_PRODUCERS_MAX + 1 };
	json_t *json, *shared;

	(void)state;
	pthread_mutex_init(&pin.mutex, NULL);
	json = pin_json(&pin);
	shared = json_object_get(json, "shared");
	assert_int_equal(json_array_size(shared), 1 + 64);
	assert_string_equal(json_string_value(json_array_get(shared, 64)),
			    "producer 63 with worker 0");
	assert_int_equal(json_array_size(json_object_get(json, "producers")), 65);
	json_decref(json);
	pthread_mutex_destroy(&pin.mutex);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_shared),
		cmocka_unit_test(test_oversubscribed),
		cmocka_unit_test(test_none),
		cmocka_unit_test(test_many_producers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
