/* SPDX-License-Identifier: MIT */
/* log.c - steps in an array that is printed only if somebody wants to see it. */
#include "verify/relacy/log.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "verify/exec/engine/arena.h"
#include "verify/model_engine.h"
#include "verify/orders.h"

#define STEPS_MAX 65536u

struct log_pending {
	const char *name; /* of the thread; NULL: none, or it has ended */
	const struct mc_site *site;
	const void *address;
};

static struct log_step steps[STEPS_MAX];
static uint32_t step_count;
static struct log_pending threads[RELACY_THREADS];
static const char *names[RELACY_THREADS];

void log_reset(void)
{
	step_count = 0;
	for (uint32_t i = 0; i < RELACY_THREADS; i++) {
		threads[i] = (struct log_pending){ NULL, NULL, NULL };
		names[i] = NULL;
	}
}

void log_thread(uint32_t thread, const char *name)
{
	threads[thread].name = name;
	names[thread] = name;
}

void log_thread_ended(uint32_t thread)
{
	threads[thread].name = NULL;
}

void log_announce(uint32_t thread, const struct mc_site *site, const void *address)
{
	threads[thread].site = site;
	threads[thread].address = address;
}

/* The first ones are kept: an execution is bounded by --max-branches before. */
void log_add(const struct log_step *step)
{
	threads[step->thread].site = NULL;
	if (step_count < STEPS_MAX)
		steps[step_count++] = *step;
}

/* Arena addresses relative to their block, so that two reports can be compared. */
static void print_value(uint64_t value)
{
	const void *address = (const void *)(uintptr_t)value;
	const struct arena_block *block = arena_has(address) ? arena_block_of(address) : NULL;

	if (block)
		printf("%#zx+%td", arena_offset(block->start),
		       (const char *)address - block->start);
	else
		printf("%#llx", (unsigned long long)value);
}

static void print_place(const struct mc_site *site)
{
	printf("  %s:%d (%s)\n", site->file, site->line, site->function);
}

static void print_object(uint32_t thread, const struct mc_site *site, const void *address)
{
	printf("  T%u %s", thread, site->name);
	if (address) {
		printf(" ");
		print_value((uintptr_t)address);
	}
}

static void print_step(const struct log_step *step)
{
	static const char *const before[] = {
		"", " = ", " -> ", " ", " ", " fails: saw ", " returns at once", " bytes ", " T"
	};
	static const char *const ops[] = { "Swap", "Add", "Sub", "And", "Or", "Xor" };

	print_object(step->thread, step->site, step->address);
	printf("%s", before[step->kind]);
	if (step->kind == LOG_BYTES || step->kind == LOG_THREAD)
		printf("%llu", (unsigned long long)step->before);
	if (step->kind >= LOG_VALUE && step->kind <= LOG_CAS_FAILED)
		print_value(step->before);
	if (step->kind == LOG_RMW)
		printf(" %s ", ops[step->op]);
	if (step->kind == LOG_CAS)
		printf(" => ");
	if (step->kind == LOG_CAS_FAILED)
		printf(", not ");
	if (step->kind >= LOG_RMW && step->kind <= LOG_CAS_FAILED)
		print_value(step->after);
	if (step->kind >= LOG_VALUE && step->kind <= LOG_CAS_FAILED)
		printf(", %s", order_name(step->order));
	print_place(step->site);
}

void log_print(void)
{
	for (uint32_t i = 0; i < step_count; i++)
		print_step(&steps[i]);
}

/* FILE:LINE of an address of the program; addr2line knows. */
static void print_source(uintptr_t pc)
{
	char command[256];
	char line[512] = "";
	FILE *pipe;

	snprintf(command, sizeof(command), "addr2line -e /proc/%d/exe %#zx 2>/dev/null",
		 (int)getpid(), (size_t)pc - 1);
	pipe = popen(command, "r");
	if (!pipe || !fgets(line, sizeof(line), pipe))
		snprintf(line, sizeof(line), "%#zx\n", (size_t)pc);
	if (pipe)
		pclose(pipe);
	printf("  %s", line);
}

static void print_access(const struct log_access *access, const char *when)
{
	printf("    T%u ", access->thread);
	print_value((uintptr_t)access->address);
	printf(" %s%s", access->is_write ? "write" : "read", when);
	if (access->pc)
		print_source(access->pc);
	else
		printf("\n");
}

static void print_pending(void)
{
	const char *heading = "  about to:\n";

	for (uint32_t i = 0; i < RELACY_THREADS; i++) {
		if (!threads[i].name || !threads[i].site)
			continue;
		printf("%s  ", heading);
		heading = "";
		print_object(i, threads[i].site, threads[i].address);
		print_place(threads[i].site);
	}
}

static void report(const char *verdict, const struct log_access *access,
		   const struct log_access *earlier)
{
	printf("  threads:");
	for (uint32_t i = 0; i < RELACY_THREADS; i++)
		if (names[i])
			printf("%s T%u %s", i ? "," : "", i, names[i]);
	printf("\n");
	log_print();
	if (access)
		print_access(access, "");
	if (earlier)
		print_access(earlier, " before");
	print_pending();
	printf("  %s\n", verdict);
	fflush(stdout);
	_exit(ENGINE_FAILED);
}

void log_fail(const char *verdict)
{
	report(verdict, NULL, NULL);
	abort();
}

void log_fail_access(const char *verdict, const struct log_access *access,
		     const struct log_access *earlier)
{
	report(verdict, access, earlier);
	abort();
}
