/* SPDX-License-Identifier: MIT */
/* signals.c - the aid for hangs, and a quiet end when nobody listens. */
#include "harness/signals.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

static const struct arm *volatile watched_arm;
static void *volatile watched_runtime;

static void say(const char *text)
{
	ssize_t written = write(STDERR_FILENO, text, strlen(text));

	(void)written; /* nobody left to tell */
}

static void on_dump(int signal)
{
	const struct arm *arm = watched_arm;
	void *runtime = watched_runtime;
	int saved = errno;

	(void)signal;
	if (!arm || !runtime)
		say("dump: no runtime is running\n");
	else if (!arm->dump)
		say("dump: this arm cannot show its workers\n");
	else
		arm->dump(runtime, STDERR_FILENO);
	errno = saved;
}

void signals_install(void)
{
	struct sigaction dump = { .sa_handler = on_dump, .sa_flags = SA_RESTART };

	sigemptyset(&dump.sa_mask);
	sigaction(SIGUSR1, &dump, NULL);
	/* A parent may have ignored it: a broken output pipe shall end us. */
	signal(SIGPIPE, SIG_DFL);
}

void signals_watch(const struct arm *arm, void *runtime)
{
	watched_arm = arm;
	watched_runtime = runtime;
}

static void mask_dump(int how)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	pthread_sigmask(how, &set, NULL);
}

void signals_hold(void)
{
	mask_dump(SIG_BLOCK);
}

void signals_release(void)
{
	mask_dump(SIG_UNBLOCK);
}
