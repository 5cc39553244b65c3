/* SPDX-License-Identifier: MIT */
/* child.c - see child.h. */
#include "lab/base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lab/base/interrupt.h"
#include "lab/base/lab.h"
#include "lab/base/spawn.h"

#define ERRORS_MAX     (16u << 20) /* bytes of standard error, which lie in memory */
#define LINE_BYTES_MAX (8u << 20)
#define WAITS_MAX      4u /* for one line, each begun since the lab was stopped and went on */

static int spawn(struct child *child, char *const argv[], const char *preload, int in, int out)
{
	const struct spawn program = { .argv = argv,
				       .preload = preload,
				       .in = in,
				       .out = out,
				       .err = child->err,
				       .file_bytes = ERRORS_MAX };
	int error = spawn_start(&child->pid, &program);

	if (error != 0)
		child->pid = 0;
	return error;
}

static void close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

int child_start(struct child *child, char *const argv[], const char *preload)
{
	int in[2] = { -1, -1 }, out[2] = { -1, -1 };
	int error;

	memset(child, 0, sizeof(*child));
	child->in = child->out = -1;
	child->err = memfd_create("stderr", MFD_CLOEXEC);
	if (child->err < 0 || pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0)
		error = -errno;
	else
		error = spawn(child, argv, preload, in[0], out[1]);
	close_fd(&in[0]);
	close_fd(&out[1]);
	child->in = in[1];
	child->out = out[0];
	child->error = -error;
	if (error != 0)
		child_end(child);
	return error;
}

/* Milliseconds for poll(), at least one until the deadline has passed. */
static int until(uint64_t deadline_ns)
{
	uint64_t now = now_ns();

	if (now >= deadline_ns)
		return 0;
	if (deadline_ns - now > 60000000000u)
		return 60000;
	return (int)((deadline_ns - now) / 1000000u) + 1;
}

static bool take_line(struct child *child, char **line)
{
	char *end;

	if (child->taken > 0) {
		child->used -= child->taken;
		memmove(child->buffer, child->buffer + child->taken, child->used);
		child->taken = 0;
	}
	end = child->used > 0 ? memchr(child->buffer, '\n', child->used) : NULL;
	if (end == NULL)
		return false;
	*end = '\0';
	*line = child->buffer;
	child->taken = (size_t)(end - child->buffer) + 1;
	return true;
}

/* One read; CHILD_LINE means "something came". */
static enum child_answer fill(struct child *child)
{
	char *bigger;
	ssize_t got;

	if (child->used >= LINE_BYTES_MAX)
		return CHILD_TOO_LONG;
	bigger = realloc(child->buffer, child->used + 65536);
	if (bigger == NULL)
		return CHILD_TOO_LONG;
	child->buffer = bigger;
	got = read(child->out, child->buffer + child->used, 65536);
	if (got <= 0)
		return CHILD_END;
	child->used += (size_t)got;
	return CHILD_LINE;
}

enum child_answer child_read_line(struct child *child, uint64_t deadline_ns, char **line)
{
	uint64_t begin_ns = now_ns();
	unsigned int stops = interrupt_stops(), begun = 1;

	while (!take_line(child, line)) {
		struct pollfd fds[2] = { { child->out, POLLIN, 0 }, { interrupt_fd(), POLLIN, 0 } };
		enum child_answer answer;
		int ready = poll(fds, 2, until(deadline_ns));

		if (interrupted())
			return CHILD_INTERRUPTED;
		/* A wait in which the lab stood begins anew; not for ever. */
		if (interrupt_stops() != stops && begun++ < WAITS_MAX) {
			stops = interrupt_stops();
			deadline_ns += now_ns() - begin_ns;
			begin_ns = now_ns();
		}
		if (ready == 0 && now_ns() >= deadline_ns)
			return CHILD_TIMEOUT;
		if (ready <= 0 || fds[0].revents == 0)
			continue;
		answer = fill(child);
		if (answer != CHILD_LINE)
			return answer;
	}
	return CHILD_LINE;
}

bool child_write_line(struct child *child, const char *line)
{
	char text[128];
	int length = snprintf(text, sizeof(text), "%s\n", line);

	return child->in >= 0 && write(child->in, text, (size_t)length) == length;
}

void child_close_input(struct child *child)
{
	close_fd(&child->in);
}

bool child_wait(struct child *child, uint64_t deadline_ns)
{
	const struct timespec nap = { 0, 500000 };

	while (child->pid != 0) {
		if (spawn_ended(child->pid, &child->wait_status))
			child->pid = 0;
		else if (now_ns() >= deadline_ns || interrupted())
			return false;
		else
			nanosleep(&nap, NULL);
	}
	return true;
}

void child_kill(struct child *child)
{
	if (child->pid == 0)
		return;
	spawn_kill(child->pid, &child->wait_status);
	child->pid = 0;
}

char *child_errors(const struct child *child, size_t bytes)
{
	struct stat about;
	off_t from = 0;
	char *text = calloc(1, bytes + 1);

	if (text == NULL || child->err < 0 || fstat(child->err, &about) != 0)
		return text;
	if (about.st_size > (off_t)bytes)
		from = about.st_size - (off_t)bytes;
	if (pread(child->err, text, bytes, from) < 0)
		text[0] = '\0';
	return text;
}

void child_end(struct child *child)
{
	child_kill(child);
	close_fd(&child->in);
	close_fd(&child->out);
	close_fd(&child->err);
	free(child->buffer);
	child->buffer = NULL;
	child->used = child->taken = 0;
}

const char *child_fate(int wait_status, char *text, size_t bytes)
{
	if (wait_status == SPAWN_LOST) {
		snprintf(text, bytes, "how it ended cannot be known: somebody else waited for it");
	} else if (WIFSIGNALED(wait_status) && WTERMSIG(wait_status) == SIGXFSZ) {
		snprintf(text, bytes, "flooded its standard error (SIGXFSZ after %u MiB)",
			 ERRORS_MAX >> 20);
	} else if (WIFSIGNALED(wait_status)) {
		int number = WTERMSIG(wait_status);
		const char *name = sigabbrev_np(number);

		snprintf(text, bytes, "killed by SIG%s (%s)", name != NULL ? name : "?",
			 sigdescr_np(number));
	} else {
		snprintf(text, bytes, "exit status %d", WEXITSTATUS(wait_status));
	}
	return text;
}
