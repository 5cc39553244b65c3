/* SPDX-License-Identifier: MIT */
/* interrupt.c - see interrupt.h. */
#include "lab/interrupt.h"

#include <stddef.h>
#include <sys/signalfd.h>
#include <unistd.h>

static const int ending[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU };

static int signal_fd = -1;
static unsigned int ends, stops;
static sigset_t original_mask;

/* nohup means it. */
static bool is_wanted(int number)
{
	struct sigaction action;

	return number != SIGHUP || sigaction(number, NULL, &action) != 0 ||
	       action.sa_handler != SIG_IGN;
}

bool interrupt_init(void)
{
	sigset_t mask;

	sigemptyset(&mask);
	sigaddset(&mask, SIGCONT);
	for (size_t i = 0; i < sizeof(ending) / sizeof(ending[0]); i++)
		if (is_wanted(ending[i]))
			sigaddset(&mask, ending[i]);
	if (sigprocmask(SIG_BLOCK, &mask, &original_mask) != 0)
		return false;
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	signal_fd = signalfd(-1, &mask, SFD_CLOEXEC | SFD_NONBLOCK);
	return signal_fd >= 0;
}

int interrupt_fd(void)
{
	return signal_fd;
}

/* All that came since the last look. */
static void look(void)
{
	struct signalfd_siginfo info;

	while (signal_fd >= 0 && read(signal_fd, &info, sizeof(info)) == sizeof(info)) {
		if (info.ssi_signo == SIGCONT)
			stops++;
		else
			ends++;
	}
}

bool interrupted(void)
{
	return interrupt_ends() > 0;
}

unsigned int interrupt_ends(void)
{
	look();
	return ends;
}

unsigned int interrupt_stops(void)
{
	look();
	return stops;
}

const sigset_t *interrupt_original_mask(void)
{
	return &original_mask;
}
