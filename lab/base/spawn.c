/* SPDX-License-Identifier: MIT */
/* spawn.c - see spawn.h. */
#include "lab/base/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lab/base/environment.h"
#include "lab/base/interrupt.h"
#include "lab/base/lab.h"

/* `fd` becomes `target`, open in the program. */
static bool place(int fd, int target)
{
	if (fd < 0)
		return true;
	return fd == target ? fcntl(fd, F_SETFD, 0) == 0 : dup2(fd, target) == target;
}

/* The programs that run, for a handler to read; 0: a free place. */
static volatile pid_t running[SPAWN_MAX];
/* The build among them: asked to end, it ends its compilers, which are in groups of their own. */
static volatile pid_t building;

static bool adopts;
/* Children of whoever became the lab by exec: "exec schedlab ... > >(tee log)". */
static pid_t *inherited;
static size_t inherited_count;

static bool is_inherited(pid_t pid)
{
	for (size_t i = 0; i < inherited_count; i++)
		if (inherited[i] == pid)
			return true;
	return false;
}

static bool is_running(pid_t pid)
{
	for (size_t i = 0; i < SPAWN_MAX; i++)
		if (running[i] == pid)
			return true;
	return false;
}

static bool replace(pid_t old, pid_t new)
{
	for (size_t i = 0; i < SPAWN_MAX; i++)
		if (running[i] == old) {
			running[i] = new;
			return true;
		}
	return false;
}

static bool limit_files(rlim_t bytes)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_FSIZE, &limit) != 0)
		return false;
	if (limit.rlim_cur > bytes)
		limit.rlim_cur = bytes;
	return setrlimit(RLIMIT_FSIZE, &limit) == 0;
}

/* In the new process; returns only if it cannot become the program. */
static void become(const struct spawn *spawn, pid_t lab, const sigset_t *mask)
{
	if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || setpgid(0, 0) != 0)
		return;
	if (getppid() != lab) /* it died before we were bound to it */
		_exit(127);
	if (!place(spawn->in, STDIN_FILENO) || !place(spawn->out, STDOUT_FILENO) ||
	    !place(spawn->err, STDERR_FILENO))
		return;
	if (spawn->directory != NULL && chdir(spawn->directory) != 0)
		return;
	if (spawn->file_bytes != 0 && !limit_files(spawn->file_bytes))
		return;
	interrupt_forget();
	sigprocmask(SIG_SETMASK, mask, NULL);
	execvpe(spawn->argv[0], spawn->argv,
		spawn->builds ? environment_for_build() : environment_closed(spawn->preload));
}

/* The errno that the new process reports; its end of the pipe closes by exec. */
static int hear(int pipe)
{
	ssize_t got;
	int error;

	do
		got = read(pipe, &error, sizeof(error));
	while (got < 0 && errno == EINTR);
	return got == sizeof(error) ? error : 0;
}

/* No signal comes before the new process has a place among those that run. */
static int start(pid_t *pid, const struct spawn *spawn, const int report[2])
{
	pid_t lab = getpid();
	sigset_t all, mask;
	int error;

	if (!replace(0, lab)) /* holds the place */
		return EUSERS;
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &mask);
	*pid = fork();
	error = *pid < 0 ? errno : 0;
	if (*pid == 0) {
		become(spawn, lab, &mask);
		error = errno;
		if (write(report[1], &error, sizeof(error)) < 0)
			_exit(126);
		_exit(127);
	}
	replace(lab, *pid > 0 ? *pid : 0);
	if (spawn->builds && *pid > 0)
		building = *pid;
	sigprocmask(SIG_SETMASK, &mask, NULL);
	return error;
}

int spawn_start(pid_t *pid, const struct spawn *spawn)
{
	int report[2], error, how;

	if (pipe2(report, O_CLOEXEC) != 0)
		return -errno;
	error = start(pid, spawn, report);
	close(report[1]);
	if (error == 0) {
		error = hear(report[0]);
		if (error != 0)
			spawn_kill(*pid, &how);
	}
	close(report[0]);
	return -error;
}

/* Programs that left their group: those whose parent has ended are ours by now, and so
 * are in turn those that they started. */
static void kill_adopted(void)
{
	bool found = adopts;

	while (found) {
		FILE *file = fopen("/proc/thread-self/children", "re");
		int pid;

		found = false;
		while (file != NULL && fscanf(file, "%d", &pid) == 1) {
			if (is_running(pid) || is_inherited(pid) || kill(pid, SIGKILL) != 0)
				continue;
			found = true;
			while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
				continue;
		}
		if (file != NULL)
			fclose(file);
	}
}

bool spawn_adopt(void)
{
	FILE *file = fopen("/proc/thread-self/children", "re");
	int pid;

	while (file != NULL && fscanf(file, "%d", &pid) == 1) {
		inherited = lab_grow(inherited, inherited_count, sizeof(*inherited));
		inherited[inherited_count++] = pid;
	}
	if (file != NULL)
		fclose(file);
	adopts = prctl(PR_SET_CHILD_SUBREAPER, 1) == 0;
	return adopts;
}

/* The group still has its name as long as the program is not waited for. */
bool spawn_ended(pid_t pid, int *how)
{
	siginfo_t info = { .si_pid = 0 };

	if (waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == 0)
		return false;
	spawn_kill(pid, how);
	return true;
}

void spawn_kill(pid_t pid, int *how)
{
	pid_t ended;

	kill(-pid, SIGKILL);
	kill(pid, SIGKILL); /* before it leads its group */
	replace(pid, 0);    /* before its number may be another's */
	do
		ended = waitpid(pid, how, 0);
	while (ended < 0 && errno == EINTR);
	if (ended != pid)
		*how = SPAWN_LOST;
	kill_adopted();
}

void spawn_kill_all(void)
{
	for (size_t i = 0; i < SPAWN_MAX; i++) {
		pid_t pid = running[i];

		if (pid > 0 && pid == building)
			kill(-pid, SIGTERM);
		if (pid > 0 && pid != building) {
			kill(-pid, SIGKILL);
			kill(pid, SIGKILL);
		}
	}
}
