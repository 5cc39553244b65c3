/* SPDX-License-Identifier: MIT */
/* interrupt.c - see interrupt.h. */
#include "lab/interrupt.h"

#include <sys/signalfd.h>
#include <unistd.h>

static int signal_fd = -1;
static bool seen;
static sigset_t original_mask;

bool interrupt_init(void)
{
	sigset_t mask;

	sigemptyset(&mask);
	sigaddset(&mask, SIGINT);
	sigaddset(&mask, SIGTERM);
	if (sigprocmask(SIG_BLOCK, &mask, &original_mask) != 0)
		return false;
	signal(SIGPIPE, SIG_IGN);
	signal_fd = signalfd(-1, &mask, SFD_CLOEXEC | SFD_NONBLOCK);
	return signal_fd >= 0;
}

int interrupt_fd(void)
{
	return signal_fd;
}

bool interrupted(void)
{
	struct signalfd_siginfo info;

	if (!seen && signal_fd >= 0 && read(signal_fd, &info, sizeof(info)) == sizeof(info))
		seen = true;
	return seen;
}

const sigset_t *interrupt_original_mask(void)
{
	return &original_mask;
}
