/* SPDX-License-Identifier: MIT */
/* watched.c - the linker puts these in place of the scheduler's, so that the watchdog knows
 * the runtimes that the arm creates. */
#include "tests/support/watchdog.h"

int __real_sched_runtime_create(const struct sched_config *config, struct sched_runtime **runtime);
int __wrap_sched_runtime_create(const struct sched_config *config, struct sched_runtime **runtime);
void __real_sched_runtime_destroy(struct sched_runtime *runtime);
void __wrap_sched_runtime_destroy(struct sched_runtime *runtime);

int __wrap_sched_runtime_create(const struct sched_config *config, struct sched_runtime **runtime)
{
	int error = __real_sched_runtime_create(config, runtime);

	if (error == 0)
		watchdog_watch(*runtime);
	return error;
}

void __wrap_sched_runtime_destroy(struct sched_runtime *runtime)
{
	__real_sched_runtime_destroy(runtime);
	watchdog_forget(runtime);
}
