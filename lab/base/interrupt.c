/* SPDX-License-Identifier: MIT */
/* interrupt.c - see interrupt.h. */
#include "lab/base/interrupt.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "lab/base/lab.h"
#include "lab/base/progress.h"

static const int ending[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU };

#define ENDING (sizeof(ending) / sizeof(ending[0]))

static int event_fd = -1;
static void (*kill_all)(void);
static volatile sig_atomic_t deferred, ends, stops;

static void end_at_once(void)
{
	static const char said[] = "schedlab: interrupted\n";

	kill_all();
	progress_erase();
	if (write(STDERR_FILENO, said, sizeof(said) - 1) < 0)
		_exit(LAB_INTERRUPTED);
	_exit(LAB_INTERRUPTED);
}

static void note(int number)
{
	const uint64_t one = 1;
	int error = errno;
	bool repeats = number == SIGHUP || number == SIGXCPU;

	if (number == SIGCONT)
		stops++;
	else if (!deferred || (ends > 0 && !repeats))
		end_at_once();
	else
		ends = 1;
	if (write(event_fd, &one, sizeof(one)) < 0) /* it is readable already */
		errno = error;
	errno = error;
}

/* nohup means it. */
static bool is_wanted(int number)
{
	struct sigaction action;

	return number != SIGHUP || sigaction(number, NULL, &action) != 0 ||
	       action.sa_handler != SIG_IGN;
}

bool interrupt_init(void (*at_end)(void))
{
	struct sigaction action = { .sa_handler = note, .sa_flags = SA_RESTART };
	sigset_t watched;

	kill_all = at_end;
	event_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (event_fd < 0)
		return false;
	signal(SIGCHLD, SIG_DFL);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	sigemptyset(&watched);
	sigaddset(&watched, SIGCONT);
	for (size_t i = 0; i < ENDING; i++)
		if (is_wanted(ending[i]))
			sigaddset(&watched, ending[i]);
	action.sa_mask = watched;
	for (int number = 1; number < NSIG; number++)
		if (sigismember(&watched, number) == 1)
			sigaction(number, &action, NULL);
	return sigprocmask(SIG_UNBLOCK, &watched, NULL) == 0;
}

void interrupt_defer(void)
{
	deferred = 1;
}

void interrupt_forget(void)
{
	signal(SIGPIPE, SIG_DFL);
	signal(SIGXFSZ, SIG_DFL);
	signal(SIGCONT, SIG_DFL);
	for (size_t i = 0; i < ENDING; i++)
		if (is_wanted(ending[i]))
			signal(ending[i], SIG_DFL);
}

int interrupt_fd(void)
{
	return event_fd;
}

/* Waits for another signal from now on. */
static void look(void)
{
	uint64_t count;

	if (event_fd >= 0 && read(event_fd, &count, sizeof(count)) < 0)
		return;
}

bool interrupted(void)
{
	look();
	return ends > 0;
}

unsigned int interrupt_stops(void)
{
	look();
	return (unsigned int)stops;
}
