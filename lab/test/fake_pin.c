/* SPDX-License-Identifier: MIT */
/* fake_pin.c - see fake_pin.h. */
#include "fake_pin.h"

#include <inttypes.h>
#include <pthread.h>
#include <sched.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CPUS_MAX 1024u

static const char *policy = "compact";
static int order[CPUS_MAX];
static unsigned int order_count, allowed_count;
static uint64_t workers;
static enum fake_pin_lie lie;

void fake_pin_policy(const char *asked)
{
	policy = asked;
}

static void list_allowed(void)
{
	cpu_set_t set;

	sched_getaffinity(0, sizeof(set), &set);
	for (int cpu = 0; cpu < CPU_SETSIZE; cpu++)
		if (CPU_ISSET(cpu, &set))
			order[allowed_count++] = cpu;
}

static void make_order(void)
{
	list_allowed();
	if (strcmp(policy, "compact") == 0)
		order_count = allowed_count;
	if (strncmp(policy, "explicit", 8) != 0)
		return;
	for (const char *at = strchr(policy, ':'); at != NULL; at = strchr(at + 1, ','))
		order[order_count++] = atoi(at + 1);
}

static void bind(pthread_t thread, uint64_t position)
{
	cpu_set_t set;

	if (order_count == 0 || lie == FAKE_PIN_NOBODY)
		return;
	CPU_ZERO(&set);
	CPU_SET(order[position % order_count], &set);
	pthread_setaffinity_np(thread, sizeof(set), &set);
}

static void *sleep_for_ever(void *unused)
{
	for (;;)
		pause();
	return unused;
}

void fake_pin_start(uint64_t count, enum fake_pin_lie how)
{
	pthread_t thread;

	workers = count;
	lie = how;
	if (lie == FAKE_PIN_OTHERWISE)
		policy = "explicit:0";
	make_order();
	for (uint64_t i = 0; i < count; i++)
		if (pthread_create(&thread, NULL, sleep_for_ever, NULL) == 0)
			bind(thread, i);
	if (lie != FAKE_PIN_NOT_MAIN)
		bind(pthread_self(), count);
}

static bool shares_a_cpu(unsigned int *cpus)
{
	*cpus = order_count == 0 ? allowed_count : 0;
	for (uint64_t i = 0; i < workers && i < order_count; i++) {
		uint64_t earlier = 0;

		while (earlier < i && order[earlier] != order[i])
			earlier++;
		*cpus += earlier == i;
	}
	return workers > *cpus && lie != FAKE_PIN_ROOM;
}

const char *fake_pin_json(void)
{
	static char text[8192];
	unsigned int cpus;
	bool shared = shares_a_cpu(&cpus);
	char label[64] = "";
	size_t used;

	if (shared)
		snprintf(label, sizeof(label), "oversubscribed: %" PRIu64 " workers on %u CPU%s",
			 workers, cpus, cpus == 1 ? "" : "s");
	used = (size_t)snprintf(text, sizeof(text),
				"\"pin\":{\"policy\":\"%s\",\"read_back\":true,"
				"\"oversubscribed\":%s,\"label\":\"%s\",\"producers\":[],\"main\":",
				policy, shared ? "true" : "false", label);
	if (order_count == 0)
		used += (size_t)snprintf(text + used, sizeof(text) - used, "null,\"workers\":[");
	else
		used += (size_t)snprintf(text + used, sizeof(text) - used, "%d,\"workers\":[",
					 order[workers % order_count]);
	for (uint64_t i = 0; i < workers && order_count > 0; i++)
		used += (size_t)snprintf(text + used, sizeof(text) - used, "%s%d", i > 0 ? "," : "",
					 order[i % order_count]);
	snprintf(text + used, sizeof(text) - used, "]}");
	return text;
}
