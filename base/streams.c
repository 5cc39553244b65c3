/* SPDX-License-Identifier: MIT */
/* streams.c - see streams.h. */
#include "base/streams.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int failure_code, first_error;

/* From 0 upwards, because open takes the lowest number that is free. */
static void fill(int fd, int flags)
{
	if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
		(void)!open("/dev/null", flags);
}

int streams_flush(void)
{
	if (fflush(stdout) == 0)
		return 0;
	if (first_error == 0)
		first_error = errno;
	return -first_error;
}

/* For a write that failed unseen, as the stream was full. */
static bool reader_left(void)
{
	struct pollfd output = { STDOUT_FILENO, POLLOUT, 0 };

	return poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

/* 0, an errno, or -1: it failed unseen.  Some file systems write when a file is closed;
 * a copy is closed, because destructors of C++ still flush the stream itself. */
static int output_error(void)
{
	bool failed_before = ferror(stdout) != 0;
	int copy;

	if (streams_flush() != 0 || first_error != 0)
		return first_error;
	copy = dup(STDOUT_FILENO);
	if (copy >= 0 && close(copy) != 0)
		return errno;
	return failed_before ? -1 : 0;
}

static void check(void)
{
	int error = output_error();

	if (error == 0 || error == EPIPE || reader_left())
		return;
	fprintf(stderr, "%s: cannot write standard output: %s; give it a file with room\n",
		program_invocation_short_name, error > 0 ? strerror(error) : "a write failed");
	_exit(failure_code);
}

void streams_guard(int code)
{
	fill(STDIN_FILENO, O_WRONLY);
	fill(STDOUT_FILENO, O_RDONLY);
	fill(STDERR_FILENO, O_RDWR);
	failure_code = code;
	atexit(check);
}
