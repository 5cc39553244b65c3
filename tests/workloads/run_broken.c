/* SPDX-License-Identifier: MIT */
/* Description: the variant `broken` is caught by the verification of the workloads */
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "workloads/arm.h"

#define PARAMS_MAX   32
#define HANG_SECONDS 20u /* ends a child that hangs; a hang counts as caught */

#define BLOCKS 5 /* one block may be right by luck of the schedule */

enum child_exit { CHILD_RIGHT = 10, CHILD_WRONG = 11, CHILD_UNABLE = 12 };

/* In the child: defaults, enough tasks that some run twice. */
static int run_once(const struct arm *arm, const struct arm_workload *workload)
{
	struct arm_config config = { .workers = 2, .seed = 7 };
	static struct arm_histogram latency;
	uint64_t params[PARAMS_MAX];
	struct arm_block block = { .params = params, .iterations = 20, .latency = &latency };
	void *runtime = NULL;

	for (uint32_t i = 0; i < workload->param_count; i++)
		params[i] = workload->params[i].fallback < 1000 ? workload->params[i].fallback :
								  1000;
	if (arm->start(&config, &runtime) != 0)
		return CHILD_UNABLE;
	for (int i = 0; i < BLOCKS && block.error[0] == '\0'; i++)
		if (arm->run(runtime, workload, &block) != 0)
			return CHILD_UNABLE;
	return block.error[0] != '\0' ? CHILD_WRONG : CHILD_RIGHT;
}

/* A wrong result, a crash or a hang: anything but a good row. */
static bool is_caught(const struct arm *arm, const struct arm_workload *workload)
{
	int status = 0;
	pid_t child;

	fflush(stdout);
	child = fork();
	if (child < 0) {
		perror("fork");
		return false;
	}
	if (child == 0) {
		signal(SIGALRM, SIG_DFL);
		alarm(HANG_SECONDS);
		_exit(run_once(arm, workload));
	}
	if (waitpid(child, &status, 0) != child)
		return false;
	if (WIFSIGNALED(status))
		printf("%s: ended by signal %d\n", workload->name, WTERMSIG(status));
	else
		printf("%s: exit status %d\n", workload->name, WEXITSTATUS(status));
	return WIFSIGNALED(status) ||
	       (WEXITSTATUS(status) != CHILD_RIGHT && WEXITSTATUS(status) != CHILD_UNABLE);
}

static const struct arm_workload *find_workload(const struct arm *arm, const char *name)
{
	for (uint32_t i = 0; i < arm->workload_count; i++)
		if (strcmp(arm->workloads[i]->name, name) == 0)
			return arm->workloads[i];
	return NULL;
}

int main(void)
{
	static const char *const must_catch[] = { "spawn_local", "fan_out" };
	const struct arm *arm = arm_self();
	int missed = 0;

	for (size_t i = 0; i < sizeof(must_catch) / sizeof(must_catch[0]); i++) {
		const struct arm_workload *workload = find_workload(arm, must_catch[i]);

		if (!workload) {
			printf("FAILED: there is no workload %s\n", must_catch[i]);
			missed++;
		} else if (!is_caught(arm, workload)) {
			printf("FAILED: %s took a broken scheduler for a right one\n",
			       must_catch[i]);
			missed++;
		}
	}
	return missed > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
