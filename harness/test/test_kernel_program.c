/* SPDX-License-Identifier: MIT */
/* Description: what the harness makes of its own process: heap, libraries, settings. */
#include "harness/test/expect.h"

#include <errno.h>
#include <unistd.h>

#include "harness/facts.h"
#include "harness/heap.h"
#include "harness/heap_bytes.h"
#include "harness/own_settings.h"
#include "harness/sample.h"
#include "harness/row.h"
#include "harness/test/fake_kernel.h"
#include "harness/test/fake_program.h"

static char libc_at, other_at; /* where files are loaded */

#define LIBC "/lib/libc.so.6"
#define VERSION \
	{ \
		"gnu_get_libc_version", LIBC, &libc_at \
	}
#define GLIBC \
	{ \
		"malloc", LIBC, &libc_at \
	}
#define FOREIGN \
	{ \
		"malloc", "/lib/libother.so", &other_at \
	}
#define NOWHERE \
	{ \
		"malloc", NULL, NULL \
	}

static void set_symbols(struct fake_symbol first, struct fake_symbol second)
{
	fake_program.symbols[0] = first;
	fake_program.symbols[1] = second;
}

/* ------------------------------------------------------------------ heap -- */

/* A heap that gives chunks from behind `last` or, as often as told for a size, before it. */
#define LAST 0x40000000u
static struct {
	size_t asked[8], calls, bytes; /* the first calls, and all of them */
	size_t hole_bytes, holes;
	size_t none_from; /* no more memory from that call on */
	uintptr_t next;
} heap;

static void *scripted_malloc(size_t bytes)
{
	if (heap.calls < 8)
		heap.asked[heap.calls] = bytes;
	heap.bytes += bytes;
	if (heap.none_from && heap.calls + 1 >= heap.none_from) {
		heap.calls++;
		return NULL;
	}
	if (heap.calls++ == 0)
		return (void *)(uintptr_t)LAST;
	if (heap.holes && bytes == heap.hole_bytes) {
		heap.holes--;
		return (void *)(uintptr_t)(LAST - 64 * heap.holes - 64);
	}
	return (void *)(heap.next += 0x10000);
}

static void settle(size_t hole_bytes, size_t holes, size_t none_from)
{
	memset(&heap, 0, sizeof heap);
	heap.hole_bytes = hole_bytes;
	heap.holes = holes;
	heap.none_from = none_from;
	heap.next = LAST;
	fake.freed_count = 0;
	fake.allocate = scripted_malloc;
	heap_settle();
	fake.allocate = NULL;
}

/* Each size once, and those beyond the small ones are given back. */
#define SIZES ((size_t)65536 / 16)
#define LARGE ((size_t)(65536 - 1024) / 16)

static void test_settle(void **state)
{
	static const size_t first[] = { 65536, 65536, 65520, 65504 };
	static const struct {
		size_t bytes, holes;
	} cases[] = { { 65536, 1 }, { 65536, 7 }, { 1040, 3 }, { 1024, 3 }, { 16, 5 }, { 8, 9 } };

	(void)state;
	set_symbols((struct fake_symbol)VERSION, (struct fake_symbol)GLIBC);
	settle(0, 0, 0);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(heap.asked[i], first[i]);
	assert_int_equal(heap.calls, 1 + SIZES);
	assert_int_equal(fake.freed_count, LARGE);
	for (size_t i = 0; i < 64; i++) /* the last ones: what came, not what was there */
		assert_true((uintptr_t)fake.freed[i] == LAST + (LARGE - 63 + i) * 0x10000);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		settle(cases[i].bytes, cases[i].holes, 0);
		assert_int_equal(heap.calls,
				 1 + SIZES + (cases[i].bytes < 16 ? 0 : cases[i].holes));
		assert_int_equal(fake.freed_count, LARGE);
	}
}

/* Enough is enough: 4 MiB, and no step beyond. */
static void test_settle_ends(void **state)
{
	(void)state;
	set_symbols((struct fake_symbol)VERSION, (struct fake_symbol)GLIBC);
	settle(65536, 1000, 0);
	assert_int_equal(heap.calls, 1 + 64);
	assert_int_equal(fake.freed_count, 0);
	settle(1024, 10000, 0);
	assert_int_equal(heap.bytes - 65536 - 16 * (LARGE * (65536 / 16 + 65) / 2), 4194304);
	settle(0, 0, 1);
	assert_int_equal(heap.calls, 1);
	settle(0, 0, 3);
	assert_int_equal(heap.calls, 3);
	assert_int_equal(fake.freed_count, 1);
}

/* Of another malloc nothing is known. */
static void test_settle_elsewhere(void **state)
{
	(void)state;
	set_symbols((struct fake_symbol)VERSION, (struct fake_symbol)FOREIGN);
	settle(0, 0, 0);
	assert_int_equal(heap.calls, 0);
}

static void test_move(void **state)
{
	(void)state;
	for (uint32_t bytes = 0; bytes <= 112; bytes += 16) {
		memset(&heap, 0, sizeof heap);
		fake.allocate = scripted_malloc;
		assert_int_equal(heap_move(bytes), 0);
		fake.allocate = NULL;
		assert_int_equal(heap.calls, 1);
		assert_int_equal(heap.asked[0], 65536 + bytes);
	}
	fake.no_memory = true;
	assert_int_equal(heap_move(0), -ENOMEM);
}

static void test_is_glibc(void **state)
{
	static const struct {
		struct fake_symbol libc, malloc;
		bool expected;
	} cases[] = {
		{ VERSION, GLIBC, true },
		{ VERSION, FOREIGN, false },
		{ VERSION, NOWHERE, false },
		{ VERSION, { NULL, NULL, NULL }, false },
		{ { "another", LIBC, &libc_at }, GLIBC, false },
		{ { "another", LIBC, &libc_at }, { NULL, NULL, NULL }, false },
		{ { "gnu_get_libc_version", NULL, NULL }, NOWHERE, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		set_symbols(cases[i].libc, cases[i].malloc);
		assert_int_equal(heap_is_glibc(), cases[i].expected);
	}
}

/* How many bytes, or why nobody can know; the row says the last reason. */
static void test_bytes(void **state)
{
	static const struct {
		const char *allocator;
		struct fake_symbol malloc;
		size_t used, mapped;
		uint64_t bytes;
		const char *why;
	} cases[] = {
		{ "libc", GLIBC, 40, 3, 43, NULL },
		{ "libc", GLIBC, 0, 3, 3, NULL },
		{ "libc", GLIBC, 40, 0, 40, NULL },
		{ "libc", GLIBC, 0, 0, 7, "mallinfo2 says that nothing is in use" },
		{ "libc", FOREIGN, 40, 3, 7, "malloc is not glibc's (malloc_from)" },
		{ "slab", GLIBC, 40, 3, 7, "the arm's own allocator keeps what is freed" },
		{ "libcc", GLIBC, 40, 3, 7, "the arm's own allocator keeps what is freed" },
	};
	struct arm arm = *arm_self();

	(void)state;
	fake_program.arm = &arm;
	fake_program.heap_on = true;
	assert_null(heap_bytes_unknown());
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		uint64_t bytes = 7;
		const char *why;

		arm.allocator = cases[i].allocator;
		fake_program.heap_used = cases[i].used;
		fake_program.heap_mapped = cases[i].mapped;
		set_symbols((struct fake_symbol)VERSION, cases[i].malloc);
		why = heap_bytes(&bytes);
		assert_string_equal(why ? why : "", cases[i].why ? cases[i].why : "");
		assert_int_equal(bytes, cases[i].bytes);
		assert_string_equal(heap_bytes_unknown() ? heap_bytes_unknown() : "",
				    cases[i].why ? cases[i].why : "");
	}
}

/* It was refused once, above: that is in the row, and in its words. */
static void test_unknown_is_in_the_row(void **state)
{
	const struct options options = {
		.pin = "none", .workers = 1, .counters = "none", .workload = "sum"
	};
	struct sample *sample = calloc(1, sizeof *sample);
	json_t *row;

	(void)state;
	sample_init(sample, arm_self(), &options);
	assert_int_equal(sample_prepare(sample), 0);
	row = row_json(sample);
	assert_string_equal(json_string_value(json_object_get(row, "heap_unknown")),
			    heap_bytes_unknown());
	json_decref(row);
	sample_free(sample);
	free(sample);
}

/* ------------------------------------------------------------- libraries -- */

static void expect_preload(const char *expected)
{
	json_t *row = json_object();

	facts_add_preload(row);
	expect_json(row, expected);
}

static void test_preload(void **state)
{
	(void)state;
	unsetenv("LD_PRELOAD");
	set_symbols((struct fake_symbol)GLIBC, (struct fake_symbol)VERSION);
	expect_preload("{'preload':'','malloc_from':'" LIBC "'}");
	setenv("LD_PRELOAD", "/lib/libother.so", 1);
	set_symbols((struct fake_symbol)FOREIGN, (struct fake_symbol)VERSION);
	expect_preload("{'preload':'/lib/libother.so','malloc_from':'/lib/libother.so'}");
	set_symbols((struct fake_symbol)NOWHERE, (struct fake_symbol)VERSION);
	expect_preload("{'preload':'/lib/libother.so'}");
	set_symbols((struct fake_symbol){ "malloc", NULL, &libc_at }, (struct fake_symbol)VERSION);
	expect_preload("{'preload':'/lib/libother.so'}");
	set_symbols((struct fake_symbol)VERSION, (struct fake_symbol)VERSION);
	expect_preload("{'preload':'/lib/libother.so'}");
	unsetenv("LD_PRELOAD");
}

static void expect_pfm(const char *file, const char *expected)
{
	json_t *versions;

	fake_program.real_path = file;
	versions = facts_versions();
	assert_string_equal(json_string_value(json_object_get(versions, "libpfm")), expected);
	json_decref(versions);
}

/* By the file that it comes from, else by what it says of itself. */
static void test_pfm_version(void **state)
{
	const struct fake_symbol pfm = { "pfm_get_version", "/lib/libpfm.so.4", &other_at };
	int version = pfm_get_version();
	char own[32];

	(void)state;
	snprintf(own, sizeof own, "%d.%d", PFM_MAJ_VERSION(version), PFM_MIN_VERSION(version));
	set_symbols(pfm, (struct fake_symbol){ NULL, NULL, NULL });
	expect_pfm("/opt/lib/libpfm.so.4.13.0", "4.13.0");
	expect_pfm("/opt/lib/libpfm.a", own);
	expect_pfm(NULL, own);
	set_symbols((struct fake_symbol){ "another", NULL, &libc_at }, pfm);
	fake_program.symbols[1].loaded = NULL; /* in no file */
	expect_pfm("/opt/lib/libpfm.so.4.13.0", own);
	fake_program.symbols[1].name = NULL; /* and no symbol */
	expect_pfm("/opt/lib/libpfm.so.4.13.0", own);
}

/* -------------------------------------------------------------- settings -- */

static void check_settings(const char *const *given, const char *const *kept, unsigned int execs)
{
	char *list[8] = { NULL }, *argv[] = { (char[]){ "bench-x" }, NULL }, **own = environ;
	size_t i;

	for (i = 0; given[i]; i++)
		list[i] = (char *)(uintptr_t)given[i];
	fake_program.execs = 0;
	environ = list;
	own_settings(argv);
	environ = own;
	assert_int_equal(fake_program.execs, execs);
	for (i = 0; kept[i]; i++)
		assert_string_equal(list[i], kept[i]);
	assert_null(list[i]);
	if (execs) {
		assert_string_equal(fake_program.exec_path, "/proc/self/exe");
		assert_ptr_equal(fake_program.exec_argv, argv);
	}
}

static void test_settings(void **state)
{
	static const char *const all[] = { "A=1",	  "BENCHMARK_FILTER=x",	    "BENCHMARK=2",
					   "BENCHMARK_=", "OLD_BENCHMARK_FILTER=x", NULL };
	static const char *const kept[] = { "A=1", "BENCHMARK=2", "OLD_BENCHMARK_FILTER=x", NULL };
	static const char *const none[] = { NULL };
	static const char *const last[] = { "A=1", "BENCHMARK_FILTER=x", NULL };
	static const char *const one[] = { "A=1", NULL };
	char **own = environ;

	(void)state;
	fake_program.no_exec = true;
	check_settings(all, kept, 1);
	check_settings(kept, kept, 0);
	check_settings(last, one, 1);
	check_settings(last + 1, none, 1);
	check_settings(none, none, 0);
	fake_program.execs = 0;
	environ = NULL;
	own_settings(NULL);
	environ = own;
	assert_int_equal(fake_program.execs, 0);
}

static int setup(void **state)
{
	(void)state;
	fake_begin();
	memset(&fake_program, 0, sizeof fake_program);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	memset(&fake_program, 0, sizeof fake_program);
	fake_end();
	return 0;
}

#define UNIT(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(test_settle),
		UNIT(test_settle_ends),
		UNIT(test_settle_elsewhere),
		UNIT(test_move),
		UNIT(test_is_glibc),
		UNIT(test_bytes),
		UNIT(test_unknown_is_in_the_row),
		UNIT(test_preload),
		UNIT(test_pfm_version),
		UNIT(test_settings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
