/* SPDX-License-Identifier: MIT */
/* child.h - a sample process with pipes on its three streams. */
#ifndef HARNESS_TEST_CHILD_H
#define HARNESS_TEST_CHILD_H

#include "harness/test/expect.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

struct child {
	pid_t pid;
	FILE *in;
	FILE *out;
	FILE *err;
};

static const char *program; /* its file */

/* Only async-signal-safe calls in here. */
static inline void become(const char *const *args, int in[2], int out[2], int err[2])
{
	const char *argv[24] = { program };
	size_t i;

	for (i = 0; args[i] && i < 22; i++)
		argv[i + 1] = args[i];
	dup2(in[0], STDIN_FILENO);
	dup2(out[1], STDOUT_FILENO);
	dup2(err[1], STDERR_FILENO);
	execv(program, (char *const *)(uintptr_t)argv);
	_exit(127);
}

static inline void child_start(struct child *child, const char *const *args)
{
	int in[2], out[2], err[2];

	assert_int_equal(pipe2(in, O_CLOEXEC), 0);
	assert_int_equal(pipe2(out, O_CLOEXEC), 0);
	assert_int_equal(pipe2(err, O_CLOEXEC), 0);
	child->pid = fork();
	assert_true(child->pid >= 0);
	if (child->pid == 0)
		become(args, in, out, err);
	close(in[0]);
	close(out[1]);
	close(err[1]);
	child->in = fdopen(in[1], "w");
	child->out = fdopen(out[0], "r");
	child->err = fdopen(err[0], "r");
}

static inline int child_end(struct child *child)
{
	int status;

	fclose(child->in);
	fclose(child->out);
	fclose(child->err);
	assert_int_equal(waitpid(child->pid, &status, 0), child->pid);
	return status;
}

static inline json_t *read_event(struct child *child, const char *event)
{
	char *line = NULL;
	size_t room = 0;
	json_t *json;

	assert_true(getline(&line, &room, child->out) > 0);
	json = json_loads(line, 0, NULL);
	free(line);
	assert_non_null(json);
	assert_string_equal(json_string_value(json_object_get(json, "event")), event);
	return json;
}

static inline void tell(struct child *child, const char *command)
{
	fprintf(child->in, "%s\n", command);
	fflush(child->in);
}

#define ARGS(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define RUN(...)  ARGS("--run", __VA_ARGS__)

#endif
