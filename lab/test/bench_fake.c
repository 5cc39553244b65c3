/* SPDX-License-Identifier: MIT */
/*
 * bench_fake.c - a peer that obeys the sample contract, or breaks it on purpose.
 *
 * What it does is in the name it is called by: bench-fake-MODE, or
 * bench-fake-MODE@N for layout N, bench-fake-MODE-counting for the counting build.  It is built once and linked under many names;
 * MODE is also the name of the arm.  The honest modes do real (if dull) work, so
 * that times are real times; the steady ones say so many nanoseconds per task and burn
 * them, for tests of verdicts, which no machine must decide.  A gate
 * beside the program (held.h) stops it where a test wants a run to be.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "fake_pin.h"

struct run {
	const char *workload;
	uint64_t tasks, workers, seed, blocks, iterations, producers;
	bool lockstep;
	char row_blocks[65536]; /* JSON of the blocks so far */
	uint64_t done;		/* blocks so far */
};

static const char *mode = "honest";
static const char *directory = ""; /* of the program, with the slash */
static const char *flavour = "timed";
static int layout;
static double plant_percent;
static int heap; /* what --heap asks for; this program has no heap to move */

static bool is(const char *name)
{
	return strcmp(mode, name) == 0;
}

static uint64_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

static uint64_t cpu_now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
	return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

static const char *allocator(void)
{
	return strncmp(mode, "slab", 4) == 0 ? "slab" : "libc";
}

/* Of arms that differ in how they were built. */
static const char *build(void)
{
	static char text[256];

	if (strncmp(mode, "built-", 6) != 0)
		return "";
	snprintf(text, sizeof(text),
		 ",\"build\":{\"compiler\":\"%s\",\"flags\":\"%s\",\"preset\":\"p\","
		 "\"commit\":\"%s\"}",
		 is("built-clang") ? "clang 14" : "gcc 12", is("built-O0") ? "-O0" : "-O3",
		 is("built-other") ? "bbb" :
		 is("built-dirty") ? "aaa+" :
				     "aaa");
	return text;
}

/* One arm is of somebody who does not know the option. */
static bool takes_heap(void)
{
	return !is("no-heap");
}

static bool is_counting(void)
{
	return strcmp(flavour, "counting") == 0;
}

static void describe(void)
{
	const char *refused = is("declines") ? ",\"refused\":\"it declines by description\"" : "";

	if (is("describe-hangs"))
		pause();
	if (is("describe-crashes"))
		abort();
	if (is("describe-garbage")) {
		puts("I am a scheduler");
		return;
	}
	printf("{%s\"contract\":%d,\"event\":\"describe\",\"arm\":\"%s\",\"kind\":\"%s\","
	       "\"version\":\"fake 1\",\"flavour\":\"%s\",\"allocator\":\"%s\",\"isa\":\"any\",%s"
	       "\"layout\":%d,\"layout_made_of\":\"a "
	       "name\",\"knobs\":{\"FAKE\":\"1\"}%s,\"workloads\":[",
	       takes_heap() ? "\"heap_placement\":true," : "", is("describe-old") ? 0 : 1,
	       is("twin") ? "honest" : mode,
	       is("slab-peer") || is("libc-peer") ? "peer" : "variant", flavour, allocator(),
	       is_counting() ? "\"metrics\":[\"noop_parks\",\"kept\"]," : "", layout, build());
	printf("{\"name\":\"spin\",\"family\":\"probe\",\"unit\":\"%s\",\"measures\":\"a loop\","
	       "\"flags\":[%s],\"params\":[{\"name\":\"tasks\",\"meaning\":\"\",\"default\":2000,"
	       "\"min\":1,\"max\":1000000}]%s},",
	       is("odd-unit") ? "egg" : "task", is("lies-latency") ? "\"latency\"" : "", refused);
	printf("{\"name\":\"remote_spawn\",\"family\":\"probe\",\"unit\":\"task\",\"measures\":"
	       "\"a loop\",\"flags\":[\"parks\"],\"params\":[{\"name\":\"producers\",\"meaning\":"
	       "\"nothing\",\"default\":1,\"min\":1,\"max\":64}]%s}]}\n",
	       refused);
}

/* To what everybody may do: less, which is easier to see than more. */
static void become_nicer(void)
{
	static const struct sched_param none;

	if (is("idles"))
		sched_setscheduler(0, SCHED_IDLE, &none);
	else if (nice(1) < 0)
		return;
}

/* From the fourth pair on, of a run whose seed is 100: something has changed. */
static bool is_late(const struct run *run)
{
	return run->seed >= 103;
}

/* Of a host that two modes tell of, and one of them not always alike. */
static const char *host(const struct run *run)
{
	if (!is("drifts") && !is("stays"))
		return "";
	return is("drifts") && is_late(run) ? ",\"host\":{\"cpu\":\"another\"}" :
					      ",\"host\":{\"cpu\":\"one\"}";
}

/* Takes one byte from the pipe named "gate", if there is one, and waits for it; without
 * anybody who could write, it does not. */
static void pass_gate(void)
{
	char path[4096], token;
	int gate;

	snprintf(path, sizeof(path), "%sgate", directory);
	gate = open(path, O_RDONLY | O_NONBLOCK);
	if (gate < 0)
		return;
	fcntl(gate, F_SETFL, 0);
	while (read(gate, &token, 1) < 0 && errno == EINTR)
		continue;
	close(gate);
}

static void work(uint64_t turns)
{
	volatile uint64_t sink = 0;

	for (uint64_t i = 0; i < turns * (is("slower") ? 30 : 20); i++)
		sink = sink + i;
}

/* The ways to break off or to answer nonsense instead of a block. */
static void misbehave(void)
{
	if (is("crashes"))
		signal(SIGSEGV, SIG_DFL), raise(SIGSEGV);
	if (is("hangs"))
		for (;;)
			pause();
	if (is("tells-environment")) {
		for (char **variable = environ; *variable != NULL; variable++)
			fprintf(stderr, "%s\n", *variable);
		exit(4);
	}
	if (is("floods"))
		for (;;)
			fputs("a line that says nothing to anybody\n", stderr);
	if (is("exits")) {
		fputs("the fake cannot pin as asked\n", stderr);
		exit(4);
	}
	if (is("garbage"))
		puts("}{ not json");
	if (is("endless"))
		for (;;)
			fputs("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", stdout);
}

/* Of CPU time, however long that takes. */
static void burn_ms(long ms)
{
	clock_t start = clock();

	while ((clock() - start) / (CLOCKS_PER_SEC / 1000) < ms)
		work(1000);
}

static bool is_steady(void)
{
	return strncmp(mode, "steady", 6) == 0;
}

static uint64_t steady_ns(uint64_t units)
{
	return (uint64_t)((double)(units * (is("steady-slower") ? 30 : 20)) *
			  (1 + plant_percent / 100));
}

/* The work of a block. */
static void do_iterations(const struct run *run, uint64_t iterations)
{
	uint64_t start_ns = cpu_now(), ns = steady_ns(iterations * run->tasks);

	if (is_steady())
		while (cpu_now() - start_ns < ns)
			work(10);
	else
		for (uint64_t i = 0; i < iterations; i++)
			work(run->tasks + (uint64_t)((double)run->tasks * plant_percent / 100));
}

static void do_block(struct run *run, uint64_t iterations)
{
	uint64_t start = now(), cpu_start = cpu_now(), units = iterations * run->tasks, ns, cpu_ns;
	char one[256];

	misbehave();
	if (is("lies-short"))
		burn_ms(9);
	if (is("lies-third"))
		burn_ms(3);
	if (is("lies-idle"))
		burn_ms(40);
	if (is("lies-asleep"))
		usleep(9000);
	do_iterations(run, iterations);
	ns = is_steady() ? steady_ns(units) : now() - start + 1;
	cpu_ns = cpu_now() - cpu_start;
	if (is("lies-short") || is("lies-asleep") || is("lies-third"))
		ns = 20;
	if (is("lies-cpu"))
		cpu_ns += UINT64_C(1000000000000);
	if (is("lies-idle"))
		cpu_ns = 0;
	if (is("lies-units"))
		units = 0;
	if (is("lies-work"))
		units *= 2;
	if (is("lies-time"))
		ns += 24 * UINT64_C(3600000000000); /* longer than any test, on any machine */
	if (is("lies-iterations"))
		iterations++;
	snprintf(one, sizeof(one),
		 "{\"iterations\":%" PRIu64 ",\"units\":%" PRIu64 ",\"ns\":%" PRIu64
		 ",\"cpu_ns\":%" PRIu64,
		 iterations, units, ns, cpu_ns);
	if (run->lockstep)
		printf("%s,\"event\":\"block\",\"error\":\"%s\"}\n", one,
		       is("wrong") ? "one task ran twice" : "");
	if (is("lies-row-cpu"))
		snprintf(one, sizeof(one),
			 "{\"iterations\":%" PRIu64 ",\"units\":%" PRIu64 ",\"ns\":%" PRIu64
			 ",\"cpu_ns\":1",
			 iterations, units, ns);
	if (is("lies-row"))
		snprintf(one, sizeof(one),
			 "{\"iterations\":%" PRIu64 ",\"units\":%" PRIu64 ",\"ns\":1,\"cpu_ns\":1",
			 iterations, units);
	snprintf(run->row_blocks + strlen(run->row_blocks),
		 sizeof(run->row_blocks) - strlen(run->row_blocks), "%s%s}",
		 run->done++ > 0 ? "," : "", one);
}

static const char *planted(void)
{
	static char text[64];

	if (plant_percent > 0 && !is("ignores-plant"))
		snprintf(text, sizeof(text), ",\"planted\":{\"percent\":%g}", plant_percent);
	return text;
}

static const char *heap_said(void)
{
	static char text[32];

	if (takes_heap())
		snprintf(text, sizeof(text), ",\"heap\":%d", is("lies-heap") ? 16 - heap : heap);
	return text;
}

static const char *latency(void)
{
	if (is("lies-latency"))
		return "";
	if (is("lies-buckets"))
		return ",\"latency\":{\"count\":6,\"sum_ns\":9000,\"max_ns\":4100,"
		       "\"buckets\":[[100,1],[1000,300],[4096,2]]}";
	if (is("lies-max"))
		return ",\"latency\":{\"count\":6,\"sum_ns\":9000,\"max_ns\":1,"
		       "\"buckets\":[[100,1],[1000,3],[4096,2]]}";
	return ",\"latency\":{\"count\":6,\"sum_ns\":9000,\"max_ns\":4100,"
	       "\"buckets\":[[100,1],[1000,3],[4096,2]]}";
}

/* Of the row: those that only liars say. */
static const char *numbers(void)
{
	if (is_counting())
		return is("steady") ? ",\"metrics\":{\"noop_parks\":{\"value\":1000}}" :
				      ",\"metrics\":{\"noop_parks\":{\"value\":9000}}";
	return is("lies-total")	  ? ",\"units\":7" :
	       is("lies-gbench")  ? ",\"gbench\":{\"iterations\":1,\"seconds\":1000000.0}" :
	       is("lies-metrics") ? ",\"metrics\":{\"parks\":{\"value\":-2}}" :
	       is("lies-extras")  ? ",\"extras\":{\"open_waits\":{\"value\":-7}}" :
				    "";
}

static int print_row(const struct run *run, const char *status, const char *cause)
{
	printf("{\"contract\":1,\"event\":\"row\",\"status\":\"%s\",\"cause\":\"%s\","
	       "\"arm\":\"%s\",\"kind\":\"variant\",\"version\":\"fake 1\","
	       "\"flavour\":\"%s\",\"allocator\":\"%s\","
	       "\"workload\":\"%s\",\"unit\":\"task\",\"workers\":%" PRIu64 ",\"seed\":%" PRIu64
	       ",%s%s%s%s%s,\"blocks\":[%s],\"counters\":{\"switches_voluntary\":{\"value\":3},"
	       "\"switches_involuntary\":{\"value\":%s}}%s%s}\n",
	       status, cause, is("lies-name") ? "tokio" : mode, flavour, allocator(), run->workload,
	       run->workers, run->seed, fake_pin_json(), planted(), heap_said(), build(), host(run),
	       run->row_blocks,
	       is("lies-row")	   ? "null" :
	       is("lies-switches") ? "-9" :
				     "1",
	       latency(), numbers());
	fflush(stdout);
	if (is("crashes-late"))
		signal(SIGBUS, SIG_DFL), raise(SIGBUS);
	if (is("lies-exit"))
		return 5;
	return strcmp(status, "ok") == 0 ? 0 : strcmp(status, "wrong") == 0 ? 1 : 3;
}

static int converse(struct run *run)
{
	char line[128];

	printf("{\"contract\":1,\"event\":\"ready\",\"arm\":\"%s\",\"pid\":%d,%s}\n", mode,
	       (int)getpid(), fake_pin_json());
	fflush(stdout);
	while (fgets(line, sizeof(line), stdin) != NULL && strncmp(line, "finish", 6) != 0) {
		uint64_t number = strtoull(strchr(line, ' '), NULL, 10);

		if (strncmp(line, "block", 5) == 0) {
			if (run->done == 0)
				pass_gate();
			if (run->done == 1 && is("nices-late"))
				become_nicer();
			if (is("refuses-block") && run->done == 1)
				return print_row(run, "refused", "not today");
			do_block(run, number);
		} else {
			uint64_t start = now();

			do_iterations(run, 1);
			printf("{\"event\":\"calibrated\",\"iterations\":%d,\"ns\":%" PRIu64 "}\n",
			       is("lies-calibration") ? 0 : 3,
			       is("lies-length") ? UINT64_C(3600000000000) :
						   3 * (now() - start) + 1);
		}
		fflush(stdout);
	}
	return print_row(run, "ok", "");
}

static void set_param(struct run *run, const char *text)
{
	if (strncmp(text, "tasks=", 6) == 0)
		run->tasks = strtoull(text + 6, NULL, 10);
	if (strncmp(text, "producers=", 10) == 0)
		run->tasks = 1000 * strtoull(text + 10, NULL, 10);
}

static void set_option(struct run *run, const char *name, const char *value)
{
	if (strcmp(name, "--run") == 0)
		run->workload = value;
	else if (strcmp(name, "--param") == 0)
		set_param(run, value);
	else if (strcmp(name, "--workers") == 0)
		run->workers = strtoull(value, NULL, 10);
	else if (strcmp(name, "--pin") == 0)
		fake_pin_policy(value);
	else if (strcmp(name, "--seed") == 0)
		run->seed = strtoull(value, NULL, 10);
	else if (strcmp(name, "--plant") == 0)
		plant_percent = strtod(value, NULL);
	else if (strcmp(name, "--heap") == 0 && takes_heap())
		heap = atoi(value);
	else if (strcmp(name, "--heap") == 0)
		exit(2); /* it was told that this is no option here */
	else if (strcmp(name, "--blocks") == 0)
		run->blocks = strtoull(value, NULL, 10);
	else if (strcmp(name, "--iterations") == 0)
		run->iterations = strtoull(value, NULL, 10);
}

static void write_state(int number)
{
	static const char text[] = "worker 0: parked; worker 1: waits for a task that is lost\n";

	(void)number;
	if (write(STDERR_FILENO, text, sizeof(text) - 1) < 0)
		_exit(5);
}

/* "-counting" at its end is no part of the mode. */
static void take_flavour(char *name)
{
	char *end = strstr(name, "-counting");

	if (end == NULL)
		return;
	*end = '\0';
	flavour = "counting";
}

int main(int argc, char **argv)
{
	static struct run run = { .workload = "", .tasks = 1000 };
	char *name = strstr(argv[0], "bench-fake-");

	if (name != NULL) {
		char *at = strchr(name, '@');

		directory = strndup(argv[0], (size_t)(name - argv[0]));
		mode = name + strlen("bench-fake-");
		if (at != NULL) {
			*at = '\0';
			layout = atoi(at + 1);
		}
		take_flavour(name);
	}
	signal(SIGUSR1, write_state);
	if (argc == 2 && strcmp(argv[1], "--describe") == 0) {
		describe();
		return 0;
	}
	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--lockstep") == 0)
			run.lockstep = true;
		else if (i + 1 < argc)
			set_option(&run, argv[i], argv[i + 1]), i++;
	}
	if (is("nices") || is("idles"))
		become_nicer();
	fake_pin_start(run.workers, is("pins-nobody")	 ? FAKE_PIN_NOBODY :
				    is("pins-not-main")	 ? FAKE_PIN_NOT_MAIN :
				    is("pins-otherwise") ? FAKE_PIN_OTHERWISE :
				    is("pins-room")	 ? FAKE_PIN_ROOM :
							   FAKE_PIN_HONEST);
	if (is("refuses"))
		return print_row(&run, "refused", "it refuses when it is run");
	if (is("refuses-late") && is_late(&run))
		return print_row(&run, "refused", "not today");
	if (run.lockstep)
		return converse(&run);
	for (uint64_t i = 0; i < run.blocks; i++)
		do_block(&run, run.iterations);
	return is("wrong") ? print_row(&run, "wrong", "one task ran twice") :
			     print_row(&run, "ok", "");
}
