/* SPDX-License-Identifier: MIT */
/*
 * check_peer.c - the parts of the contract that no measurement shows; see check_peer.h.
 *
 * Each starts the program anew, as the runner starts it (sample.h, child.h), and waits for a
 * state; the timeout only ends hangs.  Weakness: it is quiet between commands if all its
 * threads are seen asleep at once, so who wakes up again and again passes.
 */
#include "lab/commands/check_peer.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lab/base/spawn.h"
#include "lab/base/threads.h"

#define LOOK_NS	   10000000u /* between two looks at its threads */
#define EXIT_USAGE 2

static uint64_t deadline(const struct peer *peer)
{
	return now_ns() + peer->settings.timeout_ns;
}

static void nap(uint64_t ns)
{
	const struct timespec moment = { (time_t)(ns / 1000000000u), (long)(ns % 1000000000u) };

	nanosleep(&moment, NULL);
}

static const char *fate(int how)
{
	char text[96];

	return lab_strdup(child_fate(how, text, sizeof(text)));
}

/* The program with these options, a word each. */
static char **command(const struct peer *peer, const char *options)
{
	struct strings words = { NULL, 0 };

	strings_add(&words, peer->arm->layouts[0].program);
	strings_split(&words, options, ' ');
	words.items = lab_grow(words.items, words.count, sizeof(*words.items));
	words.items[words.count] = NULL;
	return words.items;
}

/* ----------------------------------------------------- what must be refused -- */

/* Run with these options to its end, which is near. */
static const char *refuses(struct peer *peer, const char *options)
{
	const char *wrong = NULL, *what = strrchr(options, ' ') + 1;
	char *line, *errors = NULL;
	struct child child;

	options = lab_printf("--workers 1 --blocks 1 --iterations 1 %s", options);
	if (child_start(&child, command(peer, options), NULL) != 0)
		return "it cannot be started";
	child_close_input(&child);
	if (child_read_line(&child, deadline(peer), &line) != CHILD_END)
		wrong = lab_printf("it goes on with %s", what);
	else if (!child_wait(&child, deadline(peer)))
		wrong = lab_printf("it does not end with %s", what);
	else if (!WIFEXITED(child.wait_status) || WEXITSTATUS(child.wait_status) != EXIT_USAGE)
		wrong = lab_printf("with %s: %s, expected exit status %d", what,
				   fate(child.wait_status), EXIT_USAGE);
	else if ((errors = child_errors(&child, 300)) == NULL || errors[0] == '\0')
		wrong = lab_printf("with %s it says nothing on standard error", what);
	free(errors);
	child_end(&child);
	return wrong;
}

static const char *workload_unknown(struct peer *peer)
{
	return refuses(peer, "--run no_such_workload");
}

static const char *option_unknown(struct peer *peer)
{
	return refuses(peer, lab_printf("--run %s --no-such-option", peer->cell.workload));
}

static const char *refuses_param(struct peer *peer, const char *param)
{
	return refuses(peer, lab_printf("--run %s --param %s", peer->cell.workload, param));
}

static const char *params_wrong(struct peer *peer)
{
	const struct workload_info *workload = arm_workload(peer->arm, peer->cell.workload);
	const char *wrong = refuses_param(peer, "no_such_parameter=1");

	for (size_t i = 0; i < workload->param_count && wrong == NULL; i++) {
		const struct param_info *param = &workload->params[i];

		wrong = refuses_param(peer, lab_printf("%s=many", param->name));
		if (wrong == NULL && param->max < INT64_MAX)
			wrong = refuses_param(peer, lab_printf("%s=%lld", param->name,
							       (long long)param->max + 1));
	}
	return wrong;
}

/* ------------------------------------------------------------ in lock-step -- */

static const char *cause_of(const struct sample *sample)
{
	return lab_printf("%s: %s", sample_status_name(sample->status), sample->cause);
}

/* Its next line as a row with this status, then its end, right only for an "ok" one. */
static const char *ends_with_row(struct peer *peer, struct sample *sample, const char *status)
{
	const char *event = NULL, *said = NULL, *wrong = NULL;
	json_t *row;
	char *line;

	if (child_read_line(&sample->child, deadline(peer), &line) != CHILD_LINE)
		return lab_printf("no row, expected one with status %s", status);
	row = json_loads(line, 0, NULL);
	if (json_unpack(row, "{s:s, s:s}", "event", &event, "status", &said) != 0 ||
	    strcmp(event, "row") != 0 || strcmp(said, status) != 0)
		wrong = lab_printf("expected a row with status %s, got %.80s", status, line);
	else if (!child_wait(&sample->child, deadline(peer)))
		wrong = "it does not end after its row";
	else if ((sample->child.wait_status == 0) != (strcmp(status, "ok") == 0))
		wrong = lab_printf("%s after a row with status %s", fate(sample->child.wait_status),
				   status);
	json_decref(row);
	return wrong;
}

static const char *input_ends(struct peer *peer, struct sample *sample)
{
	child_close_input(&sample->child);
	return ends_with_row(peer, sample, "ok");
}

static const char *command_unknown(struct peer *peer, struct sample *sample)
{
	child_write_line(&sample->child, "dance 7");
	return ends_with_row(peer, sample, "error");
}

/* The line of a thread that runs or waits for a CPU; NULL: all sleep. */
static const char *running_thread(pid_t pid)
{
	char *text = threads_state(pid), *at = text != NULL ? strstr(text, ": state R") : NULL;
	const char *line = NULL;

	if (at != NULL) {
		while (at > text && at[-1] != '\n')
			at--;
		line = lab_printf("%.*s", (int)strcspn(at, ","), at);
	}
	free(text);
	return line;
}

/* After a block: work has woken its workers once. */
static const char *is_quiet(struct peer *peer, struct sample *sample)
{
	uint64_t until = deadline(peer);
	const char *line;

	if (!sample_block(sample, 0))
		return cause_of(sample);
	while ((line = running_thread(sample->child.pid)) != NULL && now_ns() < until)
		nap(LOOK_NS);
	return line != NULL ? lab_printf("%s, and nothing was asked of it", line) : NULL;
}

/* ----------------------------------------------------------------- signals -- */

static bool has_said(const struct child *child)
{
	char *errors = child_errors(child, 16);
	bool said = errors != NULL && errors[0] != '\0';

	free(errors);
	return said;
}

static const char *tells_state(struct peer *peer, struct sample *sample)
{
	uint64_t until = deadline(peer);

	kill(sample->child.pid, SIGUSR1);
	while (!has_said(&sample->child)) {
		if (now_ns() >= until)
			return "it wrote nothing to standard error";
		if (child_wait(&sample->child, now_ns() + 10000000))
			return fate(sample->child.wait_status);
	}
	return sample_block(sample, 0) && sample_finish(sample) ? NULL : cause_of(sample);
}

static const char *obeys_term(struct peer *peer, struct sample *sample)
{
	kill(sample->child.pid, SIGTERM);
	return child_wait(&sample->child, deadline(peer)) ? NULL : "it lives on";
}

static const char *output_ends(struct peer *peer, struct sample *sample)
{
	close(sample->child.out);
	sample->child.out = -1;
	child_write_line(&sample->child, "block 1");
	return child_wait(&sample->child, deadline(peer)) ? NULL : "it lives on";
}

/* ------------------------------------------------------------ dies with us -- */

/* What the sample writes to and reads from, ours to the end; and both ends of the talk between us
 * and the process in the lab's place, which lives as long as we hold ours. */
enum { INPUT, OUTPUT = 2, TALK = 4, FDS = 6 };

/* In the lab's place: starts the sample, says its number, and dies as by kill -9, when it is
 * told to. */
static void be_the_lab(const int fds[FDS], struct peer *peer)
{
	const struct spawn spawn = {
		.argv = command(peer, lab_printf("--lockstep --run %s --workers %u",
						 peer->cell.workload, peer->cell.workers)),
		.in = fds[INPUT],
		.out = fds[OUTPUT + 1],
		.err = -1
	};
	char nothing;
	pid_t pid;

	close(fds[TALK]);
	if (spawn_start(&pid, &spawn) == 0 &&
	    write(fds[TALK + 1], &pid, sizeof(pid)) == sizeof(pid))
		while (read(fds[TALK + 1], &nothing, 1) < 0 && errno == EINTR)
			continue;
	raise(SIGKILL);
}

/* Whoever of the sample's group has no other parent is ours by now (spawn_adopt). */
static bool group_ended(const struct peer *peer, pid_t group)
{
	uint64_t until = deadline(peer);

	do {
		while (waitpid(-group, NULL, WNOHANG) > 0)
			continue;
		if (kill(-group, 0) != 0)
			return true;
		nap(1000000);
	} while (now_ns() < until);
	kill(-group, SIGKILL);
	while (waitpid(-group, NULL, 0) > 0)
		continue;
	return false;
}

static const char *outlives(const struct peer *peer, int fds[FDS], pid_t lab)
{
	struct pollfd output = { fds[OUTPUT], POLLIN, 0 };
	bool started, ready;
	pid_t sample;

	close(fds[TALK + 1]);
	started = read(fds[TALK], &sample, sizeof(sample)) == sizeof(sample);
	ready = started && poll(&output, 1, (int)(peer->settings.timeout_ns / 1000000)) == 1;
	close(fds[TALK]);
	fds[TALK] = fds[TALK + 1] = -1;
	waitpid(lab, NULL, 0);
	if (!started)
		return "it cannot be started";
	if (!group_ended(peer, sample))
		return "it, or what it started, lives on";
	return ready ? NULL : "it said nothing";
}

static const char *dies_with_lab(struct peer *peer)
{
	int fds[FDS] = { -1, -1, -1, -1, -1, -1 };
	const char *wrong = "no pipe can be had";
	pid_t lab;

	if (pipe2(&fds[INPUT], O_CLOEXEC) == 0 && pipe2(&fds[OUTPUT], O_CLOEXEC) == 0 &&
	    socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, &fds[TALK]) == 0) {
		lab = fork();
		if (lab == 0)
			be_the_lab(fds, peer);
		wrong = lab > 0 ? outlives(peer, fds, lab) : "no process can be had";
	}
	for (size_t i = 0; i < FDS; i++)
		if (fds[i] >= 0)
			close(fds[i]);
	return wrong;
}

/* ------------------------------------------------------------------- table -- */

const struct peer_part peer_parts[] = {
	{ "refuses a workload it has not", workload_unknown, NULL,
	  "exit with status 2 and one line on standard error, without a row" },
	{ "refuses an option it has not", option_unknown, NULL,
	  "exit with status 2 and one line on standard error: an option that is passed over is "
	  "a setting that was never made" },
	{ "refuses parameters it has not", params_wrong, NULL,
	  "exit with status 2 and one line on standard error: for a name that is no parameter, "
	  "a value that is no number, and one beyond min and max of --describe" },
	{ "ends with a row when its input ends", NULL, input_ends,
	  "end of input means finish: print the row of all blocks so far, exit with status 0" },
	{ "ends with an error at a line that is no command", NULL, command_unknown,
	  "print the row with status error and exit with status 5: the two sides of a pair no "
	  "longer agree on what they are doing" },
	{ "is quiet between commands", NULL, is_quiet,
	  "block in read, and let the workers sleep: else it takes CPU time from the block of "
	  "the other side" },
	{ "writes its state at SIGUSR1 and goes on", NULL, tells_state,
	  "write what each worker does to standard error: the lab asks before it kills a sample "
	  "that hangs" },
	{ "ends at SIGTERM", NULL, obeys_term, "exit at once, whatever runs" },
	{ "ends when nobody reads its output", NULL, output_ends,
	  "leave SIGPIPE at its default, or exit at the first write that fails" },
	{ "ends with the lab", dies_with_lab, NULL,
	  "what the program starts must end with it: exec it, or set PR_SET_PDEATHSIG in it; and "
	  "the program must not clear its own" },
};
const size_t peer_part_count = sizeof(peer_parts) / sizeof(peer_parts[0]);

/* A sample is ended whatever became of it. */
const char *peer_part_wrong(const struct peer_part *part, struct peer *peer)
{
	const struct treatment none = { 0 };
	const char *wrong;
	struct sample sample;

	if (part->wrong != NULL)
		return part->wrong(peer);
	wrong = sample_open(&sample, peer->arm, none, &peer->cell, &peer->settings) ?
			part->wrong_of(peer, &sample) :
			cause_of(&sample);
	sample_cut(&sample, "checked");
	sample_free(&sample);
	return wrong;
}
