/* SPDX-License-Identifier: MIT */
/*
 * Description: each fact of a row, spoilt one by one, against plan, description and
 * host, and between the two sides of a pair.
 */
#include "check.h"

#include "lab/arms/facts.h"
#include "lab/gates/cpus.h"
#include "lab/gates/host.h"
#include "lab/run/expected.h"

#define BUILD \
	"\"isa\":\"x86-64\",\"build\":{\"compiler\":\"gcc 12\",\"flags\":\"-O3\",\"preset\":" \
	"\"release\",\"commit\":\"aaa\",\"sources\":\"s1\"},\"knobs\":{\"K\":\"1\"}"

static struct param_value tasks = { "tasks", 1000 };
static struct cell cell = { .workload = "spin",
			    .unit = "task",
			    .flavour = "timed",
			    .params = &tasks,
			    .param_count = 1,
			    .workers = 2,
			    .pin = "compact" };
static const struct sample_settings settings = { .seed = 7 };
static struct arm_info arm = { .name = "x",
			       .kind = "variant",
			       .version = "v",
			       .flavour = "timed",
			       .allocator = "libc",
			       .isa = "x86-64" };

static json_t *good_row(void)
{
	json_error_t error;
	json_t *row = json_loads(
		lab_printf(
			"{\"arm\":\"x\",\"kind\":\"variant\",\"version\":\"v\",\"flavour\":"
			"\"timed\",\"allocator\":\"libc\"," BUILD ",\"workload\":\"spin\","
			"\"unit\":\"task\",\"params\":{\"tasks\":1000},\"workers\":2,\"seed\":7,"
			"\"layout\":0,\"preload\":\"\",\"malloc_from\":\"/lib/libc.so\","
			"\"counter_group\":\"default\",\"pin\":{\"policy\":\"compact\","
			"\"workers\":[0,1],\"main\":0,\"producers\":[1],\"read_back\":true,"
			"\"oversubscribed\":false,\"shared\":[\"main with worker 0\"]},"
			"\"host\":{\"cpu\":\"c\",\"kernel\":\"%s\",\"machine\":\"m\",\"cpus\":%u,"
			"\"topology_hash\":\"t\"},\"versions\":{\"libc\":\"glibc 2.36\"}}",
			host_release(), cpus_allowed_count()),
		0, &error);

	assert_non_null(row);
	return row;
}

/* Puts a value (JSON; NULL: takes it away) where "member.member" points. */
static void spoil(json_t *row, const char *path, const char *value)
{
	const char *dot = strchr(path, '.');
	json_t *object = row;

	if (dot != NULL) {
		object = json_object_get(row, lab_printf("%.*s", (int)(dot - path), path));
		if (object == NULL) {
			object = json_object();
			json_object_set_new(row, lab_printf("%.*s", (int)(dot - path), path),
					    object);
		}
		path = dot + 1;
	}
	if (value == NULL)
		json_object_del(object, path);
	else
		json_object_set_new(object, path, json_loads(value, JSON_DECODE_ANY, NULL));
}

static void sample_init(struct sample *sample, json_t *row)
{
	memset(sample, 0, sizeof(*sample));
	sample->arm = &arm;
	sample->cell = &cell;
	sample->settings = &settings;
	sample->child.err = -1;
	sample->row = row;
}

static void sample_end(struct sample *sample)
{
	json_decref(sample->row);
	free(sample->last_state);
}

struct spoilt {
	const char *path, *value;
	const char *says; /* NULL: it may say that */
};

static const struct spoilt alone[] = {
	{ "arm", "\"y\"", "it says arm \"y\", asked for \"x\"" },
	{ "workload", "\"y\"", "workload" },
	{ "flavour", "\"counting\"", "flavour" },
	{ "unit", "\"egg\"", "unit" },
	{ "params", "{\"tasks\":1001}", "asked for {\"tasks\":1000}" },
	{ "params", NULL, NULL },
	{ "workers", "1", "it says workers 1, asked for 2" },
	{ "seed", "8", "seed" },
	{ "seed", NULL, "does not say seed" },
	{ "layout", "1", "layout" },
	{ "heap", "0", "it says heap placement 0, asked for nothing" },
	{ "preload", "\"/lib/x.so\"", "LD_PRELOAD" },
	{ "planted.percent", "10", "asked for nothing" },
	{ "pin.policy", "\"none\"", "asked for \"compact\"" },
	{ "pin.read_back", "false", "pin read back false" },
	{ "pin.workers", NULL, "does not say CPUs of the workers" },
	{ "pin.workers", "[0,0]", "it says oversubscribed false, by its workers and" },
	{ "pin.oversubscribed", "true", "it says oversubscribed true" },
	{ "pin.oversubscribed", NULL, NULL },
	{ "kind", "\"peer\"", "its --describe says \"variant\"" },
	{ "version", "\"w\"", "version" },
	{ "allocator", "\"slab\"", "allocator" },
	{ "knobs", "{\"K\":\"2\"}", "knobs" },
	{ "build.flags", "\"-O0\"", "its --describe says \"-O3\"" },
	{ "build.commit", "\"aaa+\"", NULL },
	{ "build.commit", "\"bbb\"", "commit" },
	{ "build.commit", "\"aa\"", "commit" },
	{ "host.kernel", "\"Linux 0\"", "this host has" },
	{ "host.cpus", "4096", "number of CPUs allowed 4096, this host has" },
	{ "host.cpus", "null", NULL },
	{ "anything else", "1", NULL },
};

static void test_alone(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(alone) / sizeof(alone[0]); i++) {
		struct sample sample;
		bool kept;

		sample_init(&sample, good_row());
		spoil(sample.row, alone[i].path, alone[i].value);
		kept = row_is_expected(&sample, sample.row);
		print_message("%s: %s\n", alone[i].path, sample.cause);
		assert_int_equal(kept, alone[i].says == NULL);
		assert_int_equal(sample.status, kept ? SAMPLE_OK : SAMPLE_LIED);
		if (!kept)
			assert_non_null(strstr(sample.cause, alone[i].says));
		sample_end(&sample);
	}
}

/* Of an arm that takes --heap, asked for 32. */
static const struct spoilt placed[] = {
	{ "heap", "32", NULL },
	{ "heap", "0", "it says heap placement 0, asked for 32" },
	{ "heap", NULL, "does not say heap placement" },
};

static void test_heap(void **state)
{
	(void)state;
	assert_non_null(strstr(facts_heap_unvaried(&arm), "not varied for x: it takes no --heap"));
	arm.takes_heap = true;
	assert_null(facts_heap_unvaried(&arm));
	for (size_t i = 0; i < sizeof(placed) / sizeof(placed[0]); i++) {
		struct sample sample;

		sample_init(&sample, good_row());
		sample.treatment.heap = 32;
		spoil(sample.row, placed[i].path, placed[i].value);
		assert_int_equal(row_is_expected(&sample, sample.row), placed[i].says == NULL);
		if (placed[i].says != NULL)
			assert_non_null(strstr(sample.cause, placed[i].says));
		sample_end(&sample);
	}
	arm.takes_heap = false;
}

/* Of an arm whose first layout takes --heap, all do. */
static void test_heap_of_layouts(void **state)
{
	struct arm_info first = arm, second = arm;

	(void)state;
	first.describe = json_pack("{s:b}", "heap_placement", 1);
	second.describe = json_object();
	second.layout = 1;
	assert_non_null(strstr(facts_differ_layouts(&first, &second),
			       "option --heap is nothing, of layout 0 true"));
	assert_null(facts_differ_layouts(&first, &first));
	json_decref(first.describe);
	json_decref(second.describe);
}

static const struct spoilt since_ready[] = {
	{ "pin.main", "0", NULL },
	{ "pin.main", "1", "it says CPU of the main thread 1, its \"ready\" said 0" },
	{ "pin.main", "null", "does not say CPU of the main thread" },
	{ "pin.workers", "[1,0]", "it says CPUs of the workers [1,0], its \"ready\" said [0,1]" },
	{ "pin.producers", "[0]", NULL },
};

/* The kernel was asked about the placement that "ready" said: the row says the same. */
static void test_ready(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(since_ready) / sizeof(since_ready[0]); i++) {
		struct sample sample;

		sample_init(&sample, good_row());
		sample.pin = json_deep_copy(json_object_get(sample.row, "pin"));
		spoil(sample.row, since_ready[i].path, since_ready[i].value);
		assert_int_equal(row_is_expected(&sample, sample.row), since_ready[i].says == NULL);
		if (since_ready[i].says != NULL)
			assert_non_null(strstr(sample.cause, since_ready[i].says));
		json_decref(sample.pin);
		sample_end(&sample);
	}
}

/* A slowdown that was asked for must be said, and be the one asked for. */
static void test_planted(void **state)
{
	struct sample sample;

	(void)state;
	sample_init(&sample, good_row());
	sample.treatment.plant_percent = 10;
	assert_false(row_is_expected(&sample, sample.row));
	assert_non_null(strstr(sample.cause, "does not say planted slowdown"));
	sample.status = SAMPLE_OK;
	spoil(sample.row, "planted.percent", "10.0");
	assert_true(row_is_expected(&sample, sample.row));
	sample_end(&sample);
}

static const struct spoilt together[] = {
	{ "isa", "\"armv8\"", "instruction set" },
	{ "build.compiler", "\"clang 14\"", "not comparable: compiler of x is \"clang 14\"" },
	{ "build.flags", "\"-O0\"", "compiler flags of x is \"-O0\", of x \"-O3\"" },
	{ "build.flags", NULL, "compiler flags of x is nothing" },
	{ "build.preset", "\"debug\"", "preset" },
	{ "build.commit", "\"bbb\"", "commit" },
	{ "build.commit", "\"aaa+\"", NULL },
	{ "build.sources", "\"s2\"", "shared sources" },
	{ "knobs", "{\"K\":\"2\"}", NULL },
	{ "version", "\"w\"", NULL },
	{ "layout", "3", NULL },
	{ "pin.workers", "[1,0]", "CPUs of the workers of x is [1,0], of x [0,1]" },
	{ "pin.main", "1", "CPU of the main thread" },
	{ "pin.shared", "[\"main is worker 0\"]", NULL },
	{ "pin.producers", "[0]", "CPUs of the producers" },
	{ "pin.oversubscribed", "true", "oversubscribed of x is true" },
	{ "malloc_from", "\"/usr/lib/libmimalloc.so\"", "file of malloc" },
	{ "counter_group", "\"cache\"", "counters" },
	{ "host.cpu", "\"d\"", "CPU model" },
	{ "host.machine", "\"n\"", "machine" },
	{ "host.topology_hash", "\"u\"", "topology" },
	{ "versions", "{\"libc\":\"glibc 2.41\"}", "versions of libraries" },
};

static const char *differ(const struct sample *a, const struct sample *b)
{
	return facts_differ(a->arm, a->row, b->arm, b->row);
}

static void test_together(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(together) / sizeof(together[0]); i++) {
		struct sample a, b;
		const char *why;

		sample_init(&a, good_row());
		sample_init(&b, good_row());
		spoil(b.row, together[i].path, together[i].value);
		why = differ(&a, &b);
		print_message("%s: %s\n", together[i].path, why != NULL ? why : "comparable");
		assert_int_equal(why == NULL, together[i].says == NULL);
		if (why != NULL)
			assert_non_null(strstr(why, together[i].says));
		sample_end(&a);
		sample_end(&b);
	}
}

/* Who says that main is a worker must have the two on one CPU. */
static void test_main_works(void **state)
{
	struct sample a, b;

	(void)state;
	sample_init(&a, good_row());
	sample_init(&b, good_row());
	spoil(b.row, "pin.main", "1");
	spoil(b.row, "pin.shared", "[\"main is worker 1\"]");
	assert_null(differ(&a, &b));
	spoil(b.row, "pin.shared", "[\"main is worker 0\"]");
	assert_non_null(differ(&a, &b));
	spoil(b.row, "pin.shared", "[\"main is worker 9\"]");
	assert_non_null(differ(&a, &b));
	sample_end(&a);
	sample_end(&b);
}

#define TOKIO	 "tokio 1.53.1, rustc 1.95.0, features rt sync, drivers none"
#define FLAGS	 "opt-level=3 panic=abort lto=fat target-cpu=x86-64"
#define QUOTE(x) "\"" x "\""

static const struct two_peers {
	const char *name; /* of the other, beside "tokio-bare" */
	const char *path, *value;
	const char *says; /* NULL: they may differ so */
} two_peers[] = {
	{ "tokio-bare-nolifo", "knobs.TOKIO_LIFO_SLOT", "\"0\"", NULL },
	{ "tokio-bare-1.51.0", "version",
	  "\"tokio 1.51.0, rustc 1.95.0, features rt sync, drivers none\"", NULL },
	{ "tokio-bare-1.51.0", "version",
	  "\"tokio 1.51.0, rustc 1.60.0, features rt sync, drivers none\"",
	  "Rust compiler of tokio-bare-1.51.0 is \"1.60.0\", of tokio-bare \"1.95.0\"" },
	{ "tokio-bare-1.51.0", "version", "\"tokio 1.51.0\"", "Rust compiler" },
	{ "tokio-bare-1.51.0", "version", "\"tokio 1.51.0, rustc 1.95.0, features full\"",
	  "features" },
	{ "tokio-stock", "version", "\"tokio 1.53.1, rustc 1.95.0, features full\"", NULL },
	{ "tokio-stock", "version", "\"tokio 1.53.1, rustc 1.60.0, features full\"", "compiler" },
	{ "tokio-bare-x", "build.compiler", "\"clang 14\"", "compiler" },
	{ "tokio-stock", "build.flags", "\"-O0\"", "compiler flags" },
	{ "tokio-bare-x", "build.flags", NULL, "compiler flags" },
	{ "tokio-bare-x", "build.commit", "\"bbb\"", "commit" },
	{ "tokio-bare-x", "versions", "{\"libc\":\"musl\"}", "versions of libraries" },
	{ "tokio-bare-x", "knobs.RUST_PROFILE", "\"release\"", "Rust profile" },
	{ "tokio-bare-x", "knobs.RUST_PROFILE", NULL, "Rust profile" },
	{ "tokio-bare-x", "knobs.RUST_FLAGS", "\"opt-level=3 target-cpu=x86-64\"", "Rust flags" },
	{ "tokio-patched", "knobs.RUST_FLAGS", "\"opt-level=3 target-cpu=x86-64\"", "Rust flags" },
	{ "tokio-stock", "knobs", /* what that name says */
	  "{\"RUST_PROFILE\":\"release\",\"RUST_FLAGS\":\"opt-level=3 target-cpu=x86-64\"}", NULL },
	{ "tokio-stock", "knobs",
	  "{\"RUST_PROFILE\":\"release\",\"RUST_FLAGS\":\"opt-level=0 target-cpu=x86-64\"}",
	  "opt-level of tokio-stock is \"0\"" },
	{ "tokio-stock", "knobs",
	  "{\"RUST_PROFILE\":\"release\",\"RUST_FLAGS\":\"opt-level=3 target-cpu=native\"}",
	  "target-cpu of tokio-stock is \"native\"" },
};

/* Two peers on one runtime are built alike, but for what the arm's name says. */
static void test_two_peers(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(two_peers) / sizeof(two_peers[0]); i++) {
		struct arm_info bare = arm, other = arm;
		struct sample a, b;
		const char *why;

		bare.name = "tokio-bare";
		other.name = two_peers[i].name;
		bare.kind = other.kind = "peer";
		bare.version = other.version = TOKIO;
		sample_init(&a, good_row());
		spoil(a.row, "version", QUOTE(TOKIO));
		spoil(a.row, "knobs.RUST_PROFILE", "\"bare\"");
		spoil(a.row, "knobs.RUST_FLAGS", QUOTE(FLAGS));
		sample_init(&b, json_deep_copy(a.row));
		spoil(b.row, two_peers[i].path, two_peers[i].value);
		a.arm = &bare;
		b.arm = &other;
		why = differ(&a, &b);
		print_message("%s: %s\n", two_peers[i].path, why != NULL ? why : "comparable");
		assert_int_equal(why == NULL, two_peers[i].says == NULL);
		if (why != NULL)
			assert_non_null(strstr(why, two_peers[i].says));
		sample_end(&a);
		sample_end(&b);
	}
}

/* Another language has another compiler; the host and the placement are the same. */
static void test_peer(void **state)
{
	struct arm_info peer = arm;
	struct sample a, b;

	(void)state;
	peer.kind = "peer";
	sample_init(&a, good_row());
	sample_init(&b, good_row());
	b.arm = &peer;
	spoil(b.row, "build.compiler", "\"rustc 1.95\"");
	spoil(b.row, "build.flags", NULL);
	spoil(b.row, "versions", "{\"libc\":\"musl\"}");
	spoil(b.row, "malloc_from", NULL);
	assert_null(differ(&a, &b));
	spoil(b.row, "pin.workers", "[1,0]");
	assert_non_null(differ(&a, &b));
	sample_end(&a);
	sample_end(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_alone),		cmocka_unit_test(test_heap),
		cmocka_unit_test(test_heap_of_layouts), cmocka_unit_test(test_planted),
		cmocka_unit_test(test_together),	cmocka_unit_test(test_peer),
		cmocka_unit_test(test_ready),		cmocka_unit_test(test_main_works),
		cmocka_unit_test(test_two_peers),
	};
	int failed;

	arm.describe = json_loads(
		"{\"arm\":\"x\",\"kind\":\"variant\",\"version\":\"v\",\"flavour\":"
		"\"timed\",\"allocator\":\"libc\"," BUILD ",\"event\":\"describe\"}",
		0, NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	json_decref(arm.describe);
	return failed;
}
