/* SPDX-License-Identifier: MIT */
/* Description: a row as a whole, of a sample that was filled in by hand; sums over blocks. */
#include "harness/test/expect.h"

#include <math.h>
#include <unistd.h>

#include "harness/histogram.h"
#include "harness/row.h"
#include "harness/sample.h"
#include "harness/totals.h"

static const struct arm_param params[] = {
	{ "tasks", "tasks of a round", 50, 1, 1000 },
	{ "depth", "calls deep", 3, 2, UINT64_MAX },
};
static const struct arm_workload busy = { "busy", "fan-out", "task", "all", "tokio", params, 2, 0 };
static const struct arm_workload waits = { "waits",    "probe", "turn", "a wait",
					   "schedlab", NULL,	0,	ARM_LATENCY };
static const struct arm scripted = { .abi = ARM_ABI,
				     .name = "scripted",
				     .kind = "variant",
				     .version = "1.0",
				     .flavour = "timed",
				     .allocator = "slab",
				     .isa = "riscv" };

/* A sample that ran nothing, on a machine of 16 CPUs. */
struct filled {
	struct options options;
	struct sample sample;
};

static struct filled *fill(const struct arm_workload *workload)
{
	struct filled *filled = calloc(1, sizeof *filled);

	filled->options = (struct options){ .pin = "compact",
					    .workers = 2,
					    .seed = 77,
					    .counters = "none",
					    .workload = "typed",
					    .heap = 48 };
	sample_init(&filled->sample, &scripted, &filled->options);
	if (workload)
		cell_defaults(&filled->sample.cell, workload);
	assert_int_equal(pin_open(&filled->sample.pin, "compact", 2), 0);
	assert_int_equal(counters_open(&filled->sample.counters, "none"), 0);
	return filled;
}

static json_t *row_of(struct filled *filled)
{
	json_t *row = row_json(&filled->sample);

	sample_free(&filled->sample);
	free(filled);
	return row;
}

static json_t *member(struct filled *filled, const char *name)
{
	json_t *row = row_of(filled);
	json_t *value = json_object_get(row, name);

	value = value ? json_incref(value) : json_string("absent");
	json_decref(row);
	return value;
}

#define COUNTER(name, value) \
	"'" name "':{'value':" value ",'rung':'rusage','reason':'','scope':'process'}"
#define ALWAYS \
	"'contract':1,'event':'row','kind':'variant','version':'1.0','flavour':'timed','arm':" \
	"'scripted','allocator':'slab','isa':'riscv','knobs':{},'build':'*','layout':0," \
	"'layout_made_of':'*','preload':'*','malloc_from':'*','host':'*','versions':'*'," \
	"'seed':77,'workers':2,'counter_group':'none','heap':48,'pin':{'policy':'compact'," \
	"'workers':[0,1],'main':2,'producers':[],'read_back':false,'oversubscribed':false," \
	"'label':'','shared':[]}"

static void test_nothing_ran(void **state)
{
	struct filled *filled = fill(NULL);

	(void)state;
	filled->sample.status = SAMPLE_ERROR;
	sample_fail(&filled->sample, SAMPLE_ERROR, EXIT_ERROR, "not said");
	strcpy(filled->sample.cause, "no \xff");
	filled->options.counters = "none"; /* as asked for */
	expect_json(row_of(filled),
		    "{" ALWAYS ",'status':'error','cause':'no ?','workload':'typed','params':{},"
		    "'blocks':[],'units':0,'ns':0,'gbench':{'runs':0,'iterations':0,'seconds':0.0},"
		    "'counters':{" COUNTER("cpu_ns", "0") "," COUNTER(
			    "switches_voluntary", "0") "," COUNTER("switches_involuntary",
								   "0") "},'metrics':{}}");
}

static void fill_blocks(struct sample *sample)
{
	sample->blocks = calloc(2, sizeof *sample->blocks);
	sample->blocks[0] = (struct sample_block){ 3, 30, 400, 50, "" };
	sample->blocks[1] = (struct sample_block){ 5, 60, 700, 80, "half \xff" };
	sample->block_count = sample->block_room = 2;
	sample->gbench_runs = 4;
	sample->gbench_iterations = 6;
	sample->gbench_seconds = 0.25;
	sample->usage = (struct usage){ 11, 12, 13, 14, 15 };
	sample->plant = (struct plant){
		.percent = 2.5, .loops = 1, .ns = 2, .calibration_loops = 3
	};
}

static void test_whole(void **state)
{
	struct filled *filled = fill(&busy);
	struct sample *sample = &filled->sample;

	(void)state;
	fill_blocks(sample);
	sample->cell.params[0] = 51;
	sample->metrics.count = 3;
	sample->metrics.entries[0] = (struct arm_metric){ "polls", 1, 0, 8 };
	sample->metrics.entries[1] = (struct arm_metric){ "steals", 0, 0, 9 };
	sample->metrics.entries[2] = (struct arm_metric){ "depth", 1, 1, 10 };
	sample->extra_count = 2;
	sample->extras[0] = (struct arm_extra){ "pops", "pop", ARM_SUM, 1, 1.5 };
	sample->extras[1] = (struct arm_extra){ "rate", "1/s", ARM_MAX, 1, INFINITY };
	arm_histogram_add(&sample->latency, 17);
	expect_json(
		row_of(filled),
		"{" ALWAYS ",'status':'ok','cause':'','workload':'busy','family':'fan-out',"
		"'unit':'task','params':{'tasks':51,'depth':3},'blocks':["
		"{'iterations':3,'units':30,'ns':400,'cpu_ns':50},"
		"{'iterations':5,'units':60,'ns':700,'cpu_ns':80,'error':'half ?'}],"
		"'units':90,'ns':1100,'gbench':{'runs':4,'iterations':6,'seconds':0.25},"
		"'planted':{'percent':2.5,'loops':1,'ns':2,'calibration_loops':3},'counters':"
		"{" COUNTER("cpu_ns", "11") "," COUNTER("switches_voluntary", "12") "," COUNTER(
			"switches_involuntary",
			"13") "},'metrics':{'polls':{'value':8},"
			      "'steals':{'value':null,'reason':'counted by the counting build "
			      "only'},"
			      "'depth':{'value':10,'level':true}},'extras':{'pops':{'value':1.5,"
			      "'unit':'pop'},'rate':{'value':null,'unit':'1/"
			      "s'}},'latency':{'count':1,"
			      "'sum_ns':17,'max_ns':17,'buckets':[[17,1]]}}");
}

static void test_status(void **state)
{
	static const char *const names[] = { "'ok'", "'wrong'", "'refused'", "'error'" };

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		struct filled *filled = fill(&busy);

		filled->sample.status = (enum sample_status)i;
		expect_json(member(filled, "status"), names[i]);
	}
}

/* Latencies stand there where they are promised, and where there are some all the same. */
static void test_latency(void **state)
{
	struct filled *filled = fill(&waits);

	(void)state;
	expect_json(member(filled, "latency"), "{'count':0,'sum_ns':0,'max_ns':0,'buckets':[]}");
	expect_json(member(fill(&busy), "latency"), "'absent'");
	expect_json(member(fill(NULL), "latency"), "'absent'");
	expect_json(member(fill(&busy), "extras"), "'absent'");
	expect_json(member(fill(&busy), "planted"), "'absent'");
	expect_json(member(fill(&busy), "heap_unknown"), "'absent'");
	filled = fill(NULL);
	arm_histogram_add(&filled->sample.latency, 3);
	expect_json(member(filled, "latency"),
		    "{'count':1,'sum_ns':3,'max_ns':3,'buckets':[[3,1]]}");
}

/* The first bucket, the last, and one between. */
static void test_histogram(void **state)
{
	struct arm_histogram *histogram = calloc(1, sizeof *histogram);

	(void)state;
	histogram->count = 8;
	histogram->sum_ns = 9;
	histogram->max_ns = 10;
	histogram->buckets[0] = 4;
	histogram->buckets[32] = 5;
	histogram->buckets[ARM_BUCKETS - 1] = 6;
	expect_json(histogram_json(histogram),
		    "{'count':8,'sum_ns':9,'max_ns':10,'buckets':[[0,4],[32,5],"
		    "[-576460752303423488,6]]}"); /* JSON's integers are signed */
	free(histogram);
}

/* ---------------------------------------------------------------- totals -- */

static void add_values(struct sample *sample, double first, double second)
{
	static struct arm_block block;

	block.extra_count = 5;
	for (uint32_t kind = ARM_SUM; kind <= ARM_MEAN; kind++)
		block.extras[kind] = (struct arm_extra){ (const char *[]){ "sum", "max", "min",
									   "mean" }[kind],
							 "thing", kind, 99, first };
	block.extras[4] = (struct arm_extra){ "other", "thing", ARM_SUM, 99, second };
	totals_add_extras(sample, &block);
}

static void expect_extras(const struct sample *sample, const double *values)
{
	static const char *const names[] = { "sum", "max", "min", "mean", "other" };

	assert_int_equal(sample->extra_count, 5);
	for (size_t i = 0; i < 5; i++) {
		assert_string_equal(sample->extras[i].name, names[i]);
		assert_string_equal(sample->extras[i].unit, "thing");
		assert_true(fabs(sample->extras[i].value - values[i]) < 1e-9);
	}
}

static void test_extras(void **state)
{
	struct filled *filled = fill(&busy);
	struct sample *sample = &filled->sample;

	(void)state;
	add_values(sample, 4, 1);
	expect_extras(sample, (const double[]){ 4, 4, 4, 4, 1 });
	add_values(sample, 10, 2);
	expect_extras(sample, (const double[]){ 14, 10, 4, 7, 3 });
	add_values(sample, 1, 0);
	expect_extras(sample, (const double[]){ 15, 10, 1, 5, 3 });
	add_values(sample, 5, -5);
	expect_extras(sample, (const double[]){ 20, 10, 1, 5, -2 });
	json_decref(row_of(filled));
}

/* A name beyond what there is room for is an error, and those that are there go on. */
static void test_many_extras(void **state)
{
	static char names[5][ARM_EXTRAS][8];
	struct filled *filled = fill(&busy);
	struct arm_block block = { .extra_count = ARM_EXTRAS };

	(void)state;
	for (size_t round = 0; round < 5; round++) {
		for (size_t i = 0; i < ARM_EXTRAS; i++) {
			snprintf(names[round][i], sizeof names[round][i], "%zu,%zu", round, i);
			block.extras[i] = (struct arm_extra){ names[round][i], "u", ARM_SUM, 0, 1 };
		}
		block.extra_count = round == 4 ? UINT32_MAX : ARM_EXTRAS; /* more than it has */
		totals_add_extras(&filled->sample, &block);
		totals_add_extras(&filled->sample, &block);
	}
	assert_int_equal(filled->sample.extra_count, 64);
	assert_string_equal(filled->sample.extras[63].name, "3,15");
	assert_true(fabs(filled->sample.extras[63].value - 2) < 1e-9);
	assert_int_equal(filled->sample.metrics.count, 0); /* what stands behind them */
	assert_int_equal(filled->sample.status, SAMPLE_ERROR);
	assert_non_null(strstr(filled->sample.cause, "extra 4,0: the harness takes 64"));
	json_decref(row_of(filled));
}

static uint64_t counted, level;
static size_t told;
static void *const runtime = &counted;

static size_t two_metrics(void *its, struct arm_metric *metrics, size_t max)
{
	assert_ptr_equal(its, runtime);
	assert_int_equal(max, 128);
	for (size_t i = 0; i < max && i < told; i++)
		metrics[i] = i % 2 ? (struct arm_metric){ "level", 1, 1, level } :
				     (struct arm_metric){ "count", 1, 0, counted };
	return told;
}

static void expect_metrics(const struct sample *sample, uint64_t count, uint64_t is)
{
	assert_int_equal(sample->metrics.count, told < 128 ? told : 128);
	for (size_t i = 0; i < sample->metrics.count; i++)
		assert_int_equal(sample->metrics.entries[i].value, i % 2 ? is : count);
}

/* What is counted between pause and resume is left out; a level is what it was last. */
static void test_metrics(void **state)
{
	struct filled *filled = fill(&busy);
	struct arm arm = scripted;

	(void)state;
	filled->sample.arm = &arm;
	totals_resume_metrics(&filled->sample);
	totals_pause_metrics(&filled->sample);
	assert_int_equal(filled->sample.metrics.count, 0); /* the arm has none */
	arm.metrics = two_metrics;
	filled->sample.runtime = runtime;
	for (told = 2; told < 1000; told += 126) { /* 2, room for 128, more than that */
		filled->sample.metrics.count = 0;
		counted = 100, level = 7;
		totals_resume_metrics(&filled->sample);
		counted = 130, level = 5;
		totals_pause_metrics(&filled->sample);
		expect_metrics(&filled->sample, 30, 5);
		counted = 1000;
		totals_resume_metrics(&filled->sample);
		counted = 1004, level = 9;
		totals_pause_metrics(&filled->sample);
		expect_metrics(&filled->sample, 34, 9);
		assert_int_equal(filled->sample.status, told > 128 ? SAMPLE_ERROR : SAMPLE_OK);
	}
	json_decref(row_of(filled));
}

static int expect_no_json(void **state)
{
	(void)state;
	assert_int_equal(json_left, 0);
	return 0;
}

#define UNIT(test) cmocka_unit_test_teardown(test, expect_no_json)

int main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(test_nothing_ran), UNIT(test_whole),     UNIT(test_status),
		UNIT(test_latency),	UNIT(test_histogram), UNIT(test_extras),
		UNIT(test_many_extras), UNIT(test_metrics),
	};

	setenv("HWLOC_SYNTHETIC", "package:2 l3:2 core:2 pu:2", 1);
	json_count();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
