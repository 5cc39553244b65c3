/* SPDX-License-Identifier: MIT */
/* Description: a scheduler that starves everybody looks worse, and no wait is missing */
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "workloads/arm.h"

#define PARAMS_MAX   16
#define SMALL	     64u
#define HANG_SECONDS 3 /* of CPU time: ends what starves for ever */
#define LONG_SECONDS 200

enum end {
	RIGHT,	 /* it waits for nobody who could be starved */
	STARVED, /* red, and says so */
	HANGS	 /* the lab ends it, which is red as well */
};

/* With one worker, on `starving`.  Found by what each promises: the pair that bounces
 * and the chains that spawn keep the worker, everybody else waits for them. */
static const struct {
	const char *workload;
	enum end end;
	uint64_t waits; /* per iteration; 0: it has no histogram */
} expected[] = {
	{ "fan_out_wake", RIGHT, SMALL },	/* every child, since the burst */
	{ "inject_latency", RIGHT, SMALL },	/* every probe */
	{ "ping_pong_pair", RIGHT, SMALL },	/* every round */
	{ "ping_pong_bystanders", STARVED, 8 }, /* every bystander waited once: all the time */
	{ "spawn_remote_busy2", HANGS, 0 },	/* the remote tasks have no turn */
};

/* Of the child. */
struct outcome {
	struct arm_histogram latency;
	struct arm_block block;
	int error;
};

static const struct arm_workload *find_workload(const char *name)
{
	const struct arm *arm = arm_self();

	for (uint32_t i = 0; i < arm->workload_count; i++)
		if (strcmp(arm->workloads[i]->name, name) == 0)
			return arm->workloads[i];
	printf("FAILED: there is no workload %s\n", name);
	exit(EXIT_FAILURE);
}

static void run_block(const struct arm_workload *workload, struct outcome *outcome)
{
	struct arm_config config = { .workers = 1, .seed = 7 };
	uint64_t params[PARAMS_MAX];
	void *runtime = NULL;

	for (uint32_t i = 0; i < workload->param_count; i++)
		params[i] = workload->params[i].fallback < SMALL ? workload->params[i].fallback :
								   SMALL;
	outcome->block.params = params;
	outcome->block.iterations = 1;
	outcome->block.latency = &outcome->latency;
	outcome->error = arm_self()->start(&config, &runtime);
	if (outcome->error == 0)
		outcome->error = arm_run_whole(arm_self(), runtime, workload, &outcome->block);
}

/* Did it end?  In a process of its own, since it may not. */
static bool run_apart(const struct arm_workload *workload, struct outcome *outcome, int seconds)
{
	struct itimerval limit = { .it_value = { .tv_sec = seconds } };
	int status = 0;
	pid_t child;

	memset(outcome, 0, sizeof(*outcome));
	fflush(stdout);
	child = fork();
	if (child == 0) {
		signal(SIGPROF, SIG_DFL);
		setitimer(ITIMER_PROF, &limit, NULL);
		run_block(workload, outcome);
		_exit(EXIT_SUCCESS);
	}
	if (child < 0 || waitpid(child, &status, 0) != child) {
		perror("FAILED: fork");
		exit(EXIT_FAILURE);
	}
	return WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS;
}

static int complain(const char *workload, const char *what, unsigned long long found)
{
	printf("FAILED: %s: %s (%llu)\n", workload, what, found);
	return 1;
}

static int check(size_t index, struct outcome *outcome)
{
	const char *name = expected[index].workload;
	enum end end = expected[index].end;
	bool ended = run_apart(find_workload(name), outcome,
			       end == HANGS ? HANG_SECONDS : LONG_SECONDS);

	printf("%s: %s, %s, %llu waits\n", name, ended ? "ended" : "did not end",
	       outcome->block.error, (unsigned long long)outcome->latency.count);
	if (ended != (end != HANGS))
		return complain(name, "ended", ended);
	if (!ended)
		return 0;
	if (outcome->error != 0)
		return complain(name, "could not run", (unsigned long long)-outcome->error);
	if ((end == STARVED) != (strncmp(outcome->block.error, "starved", 7) == 0) ||
	    (end == RIGHT) != (outcome->block.error[0] == '\0'))
		return complain(name, "the verdict", end);
	if (outcome->latency.count != expected[index].waits)
		return complain(name, "waits recorded", outcome->latency.count);
	return 0;
}

int main(void)
{
	struct outcome *outcome = mmap(NULL, sizeof(*outcome), PROT_READ | PROT_WRITE,
				       MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	int failures = 0;

	if (outcome == MAP_FAILED) {
		perror("FAILED: mmap");
		return EXIT_FAILURE;
	}
	for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++)
		failures += check(i, outcome);
	return failures > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
