/* SPDX-License-Identifier: MIT */
/* Description: provenance and --describe, value by value; hashes of machines. */
#include "harness/test/expect.h"

#include <errno.h>
#include <gnu/libc-version.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "harness/describe.h"
#include "harness/facts.h"
#include "harness/sample.h"
#include "harness/topology.h"

/* ----------------------------------------------------------------- an arm -- */

static const struct arm_param params[] = {
	{ "tasks", "tasks of a round", 50, 1, 1000 },
	{ "depth", "calls deep", 3, 2, UINT64_MAX },
};

static const struct arm_workload quiet = { "quiet",    "probe", "turn", "what one turn takes",
					   "schedlab", NULL,	0,	0 };
static const struct arm_workload busy = {
	"busy", "fan-out", "task", "what all of it takes", "tokio rt_multi_threaded", params, 2, 31
};
static const struct arm_workload *const workloads[] = { &quiet, &busy };
static const struct arm_pair knobs[] = { { "LIFO", "1" }, { "BUDGET", "12\xff" } };

static const char *refuses(const struct arm_workload *workload, const uint64_t *values,
			   uint32_t workers)
{
	assert_int_equal(workers, 2);
	if (workload->param_count)
		assert_true(values[0] == 50 && values[1] == 3);
	return workload == &busy ? "not \xff here" : NULL;
}

static size_t metrics_told;

/* Says how many it has, be there room for them or not. */
static size_t metrics(void *runtime, struct arm_metric *metric, size_t max)
{
	assert_null(runtime);
	for (size_t i = 0; i < metrics_told && i < max; i++)
		metric[i] = (struct arm_metric){ i ? "parks" : "polls", i != 1, 0, 0 };
	return metrics_told;
}

static const struct arm scripted = {
	.abi = ARM_ABI,
	.name = "scripted",
	.kind = "peer",
	.version = "1.0",
	.flavour = "counting",
	.allocator = "slab",
	.isa = "riscv",
	.knobs = knobs,
	.knob_count = 2,
	.workloads = workloads,
	.workload_count = 2,
	.refuses = refuses,
	.metrics = metrics,
};

#define ARM_FACTS \
	"'contract':1,'arm':'scripted','kind':'peer','version':'1.0','flavour':'counting'," \
	"'allocator':'slab','isa':'riscv','knobs':{'LIFO':'1','BUDGET':'12?'},'build':'*'," \
	"'layout':0,'layout_made_of':'as compiled and linked by the build'"

static void test_arm(void **state)
{
	json_t *json = facts_arm(&scripted), *build = json_object_get(json, "build");
	char expected[2048];

	(void)state;
	snprintf(expected, sizeof expected,
		 "{'compiler':'%s','flags':'%s','preset':'%s','commit':'%s','sources':'%s'}",
		 facts_build.compiler, facts_build.flags, facts_build.preset, facts_build.commit,
		 facts_build.sources);
	expect_json(json_incref(build), expected);
	expect_json(json, "{" ARM_FACTS "}");
}

static void test_describe(void **state)
{
	(void)state;
	metrics_told = 3;
	expect_json(describe_json(&scripted),
		    "{" ARM_FACTS ",'event':'describe','heap_placement':true,"
		    "'counters':['default','software','hardware','tracepoints','cache','branch',"
		    "'none'],'metrics':['polls','parks'],'workloads':["
		    "{'name':'quiet','family':'probe','unit':'turn',"
		    "'measures':'what one turn takes','origin':'schedlab','flags':[],'params':[]},"
		    "{'name':'busy','family':'fan-out','unit':'task','measures':"
		    "'what all of it takes','origin':'tokio rt_multi_threaded','flags':['parks',"
		    "'needs-remote','needs-parallel','needs-fault','latency'],'params':["
		    "{'name':'tasks','meaning':'tasks of a round','default':50,'min':1,'max':1000},"
		    "{'name':'depth','meaning':'calls deep','default':3,'min':2,"
		    "'max':9223372036854775807}],'refused':'not ? here'}]}");
}

/* Each flag has a word of its own. */
static void test_flags(void **state)
{
	static const uint32_t flags_of[] = { ARM_PARKS,	      ARM_NEEDS_REMOTE, ARM_NEEDS_PARALLEL,
					     ARM_NEEDS_FAULT, ARM_LATENCY,	ARM_NEEDS_CANCEL };
	static const char *const words[] = { "parks",	    "needs-remote", "needs-parallel",
					     "needs-fault", "latency",	    "needs-cancel" };
	struct arm_workload filled[6];
	const struct arm_workload *list[6];
	struct arm plain = { .name = "plain",
			     .kind = "",
			     .version = "",
			     .flavour = "",
			     .allocator = "",
			     .isa = "",
			     .workloads = list,
			     .workload_count = 6 };
	json_t *json, *flags;

	(void)state;
	for (size_t i = 0; i < 6; i++) {
		filled[i] = quiet;
		filled[i].flags = flags_of[i];
		list[i] = &filled[i];
	}
	json = describe_json(&plain);
	assert_int_equal(json_array_size(json_object_get(json, "metrics")), 0);
	for (size_t i = 0; i < 6; i++) {
		flags = json_object_get(json_array_get(json_object_get(json, "workloads"), i),
					"flags");
		assert_int_equal(json_array_size(flags), 1);
		assert_string_equal(json_string_value(json_array_get(flags, 0)), words[i]);
	}
	json_decref(json);
}

static void test_many_metrics(void **state)
{
	static const size_t cases[][2] = { { 0, 0 }, { 1, 1 }, { 128, 127 }, { 1000, 127 } };

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		json_t *json;

		metrics_told = cases[i][0];
		json = describe_json(&scripted);
		assert_int_equal(json_array_size(json_object_get(json, "metrics")), cases[i][1]);
		json_decref(json);
	}
}

/* Text that is not UTF-8 keeps what of it is ASCII, up to a length. */
static void test_text(void **state)
{
	char text[2100];
	json_t *json;

	(void)state;
	expect_json(facts_text("\x7f\x80z\xff"), "'\x7f?z?'");
	expect_json(facts_text("gr\xc3\xbc\xc3\x9f"), "'gr\xc3\xbc\xc3\x9f'");
	memset(text, 'a', sizeof text);
	text[sizeof text - 1] = '\0';
	json = facts_text(text);
	assert_string_equal(json_string_value(json), text);
	json_decref(json);
	text[2046] = '\xff';
	json = facts_text(text);
	assert_int_equal(json_string_length(json), 2047);
	assert_int_equal(json_string_value(json)[2046], '?');
	json_decref(json);
}

/* --------------------------------------------------------------- machines -- */

static hwloc_topology_t machine(const char *description)
{
	hwloc_topology_t topology;

	assert_int_equal(hwloc_topology_init(&topology), 0);
	assert_int_equal(hwloc_topology_set_synthetic(topology, description), 0);
	assert_int_equal(hwloc_topology_load(topology), 0);
	return topology;
}

static uint64_t fnv(uint64_t hash, const char *text)
{
	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 1099511628211ull;
	return hash;
}

/* The word of this hwloc for an object; those of other versions may differ. */
static const char *word(hwloc_topology_t topology, int depth)
{
	static char text[64];

	hwloc_obj_type_snprintf(text, sizeof text, hwloc_get_obj_by_depth(topology, depth, 0), 1);
	return text;
}

/* Which machine it is: objects from the top, their CPUs, sizes of caches. */
static void test_hash(void **state)
{
	static const struct {
		int depth;
		const char *rest;
	} lines[] = {
		{ 0, " 0 0x00000007 0\n" },    { 1, " 0 0x00000003 2048\n" },
		{ 1, " 1 0x00000004 4096\n" }, { 2, " 0 0x00000001 0\n" },
		{ 2, " 1 0x00000002 0\n" },    { 2, " 2 0x00000004 0\n" },
	};
	hwloc_topology_t topology = machine("l3:2(size=2048) pu:2");
	hwloc_bitmap_t three = hwloc_bitmap_alloc();
	uint64_t hash = 14695981039346656037ull;
	char found[TOPOLOGY_HASH_BYTES], expected[17];

	(void)state;
	hwloc_bitmap_list_sscanf(three, "0-2");
	assert_int_equal(hwloc_topology_restrict(topology, three, 0), 0);
	hwloc_get_obj_by_depth(topology, 1, 1)->attr->cache.size = 4096;
	for (int depth = 1; depth < 3; depth++)
		for (unsigned i = 0; i < 3 && hwloc_get_obj_by_depth(topology, depth, i); i++)
			hwloc_get_obj_by_depth(topology, depth, i)->os_index = i;
	hwloc_get_root_obj(topology)->os_index = 0;
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
		hash = fnv(fnv(hash, word(topology, lines[i].depth)), lines[i].rest);
	snprintf(expected, sizeof expected, "%016llx", (unsigned long long)hash);
	topology_hash(topology, found);
	assert_string_equal(found, expected);
	hwloc_bitmap_free(three);
	hwloc_topology_destroy(topology);
}

/* A host without a topology, with one, and where a package or else the machine has a name. */
static void test_host(void **state)
{
	static const char *const names[] = { "unknown", "by machine", "by package" };
	struct pin pin = { .topology = NULL };
	char expected[512], hash[TOPOLOGY_HASH_BYTES];
	struct utsname system;

	(void)state;
	uname(&system);
#define HOST "{'cpu':'%s','kernel':'%s %s','machine':'%s','cpus':%s,'topology_hash':'%s'}"
	snprintf(expected, sizeof expected, HOST, "unknown", system.sysname, system.release,
		 system.machine, "null", "unknown");
	expect_json(facts_host(&pin), expected);
	pin.topology = machine("package:2 core:2 pu:1");
	pin.allowed = hwloc_bitmap_alloc();
	hwloc_bitmap_set_range(pin.allowed, 1, 3);
	topology_hash(pin.topology, hash);
	for (size_t i = 0; i < 3; i++) {
		if (i == 1)
			hwloc_obj_add_info(hwloc_get_root_obj(pin.topology), "CPUModel", names[i]);
		if (i == 2)
			hwloc_obj_add_info(hwloc_get_obj_by_type(pin.topology, HWLOC_OBJ_PACKAGE,
								 0),
					   "CPUModel", names[i]);
		snprintf(expected, sizeof expected, HOST, names[i], system.sysname, system.release,
			 system.machine, "3", hash);
		expect_json(facts_host(&pin), expected);
	}
	hwloc_bitmap_free(pin.allowed);
	hwloc_topology_destroy(pin.topology);
}

static void test_versions(void **state)
{
	json_t *versions = facts_versions();
	char expected[256];

	(void)state;
	snprintf(expected, sizeof expected,
		 "{'hwloc':'%s','libpfm':'*','benchmark':'*','jansson':'%s','libc':'glibc %s'}",
		 HWLOC_VERSION, JANSSON_VERSION, gnu_get_libc_version());
	assert_true(strchr("0123456789",
			   json_string_value(json_object_get(versions, "benchmark"))[0]) != NULL);
	expect_json(versions, expected);
}

/* The file is XML of that machine; where none can be, the reason. */
static void test_xml(void **state)
{
	char path[] = "/tmp/harness-topology-XXXXXX";
	hwloc_topology_t topology = machine("core:3 pu:1"), again;
	int file = mkstemp(path);

	(void)state;
	assert_true(file >= 0);
	close(file);
	assert_int_equal(topology_write_xml(topology, path), 0);
	assert_int_equal(hwloc_topology_init(&again), 0);
	assert_int_equal(hwloc_topology_set_xml(again, path), 0);
	assert_int_equal(hwloc_topology_load(again), 0);
	assert_int_equal(hwloc_get_nbobjs_by_type(again, HWLOC_OBJ_CORE), 3);
	assert_int_equal(topology_write_xml(topology, "/no/such/folder/x.xml"), -ENOENT);
	hwloc_topology_destroy(again);
	hwloc_topology_destroy(topology);
	unlink(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_arm),   cmocka_unit_test(test_describe),
		cmocka_unit_test(test_flags), cmocka_unit_test(test_many_metrics),
		cmocka_unit_test(test_text),  cmocka_unit_test(test_hash),
		cmocka_unit_test(test_host),  cmocka_unit_test(test_versions),
		cmocka_unit_test(test_xml),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
