/* SPDX-License-Identifier: MIT */
/* plot.c - runs gnuplot on what plot_write.c writes; see plot.h. */
#include "lab/report/plot.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lab/base/interrupt.h"
#include "lab/base/out_file.h"
#include "lab/base/spawn.h"
#include "lab/report/sheet.h"

#define PATIENCE_S 60u /* for one plot, which takes less than one */

/* What can become of gnuplot instead of an exit status. */
enum { NO_GNUPLOT = -1, HANGS = -2, INTERRUPTED = -3, DREW_NOTHING = -4 };

/* --------------------------------------------------------------- gnuplot -- */

/* Its exit status, or what became of it; `before`: the end
 * of the run was asked for before it started. */
static int wait_for(pid_t pid, bool before)
{
	const struct timespec nap = { 0, 1000000 };
	uint64_t deadline_ns = now_ns() + PATIENCE_S * 1000000000ull;
	int how, result = 0;

	while (!spawn_ended(pid, &how)) {
		if (interrupted() != before)
			result = INTERRUPTED;
		else if (now_ns() >= deadline_ns)
			result = HANGS;
		if (result != 0) {
			spawn_kill(pid, &how);
			return result;
		}
		nanosleep(&nap, NULL);
	}
	return WIFEXITED(how) && how != SPAWN_LOST ? WEXITSTATUS(how) : 1;
}

/* Without the settings of the person or the system: they change what data means, and may
 * wait for a key. */
static int run_gnuplot(const char *directory, const char *script)
{
	char *argv[] = { lab_strdup("gnuplot"), lab_strdup("--default-settings"),
			 lab_strdup(script), NULL };
	int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
	const struct spawn program = {
		.argv = argv, .directory = directory, .in = nothing, .out = nothing, .err = -1
	};
	bool before = interrupted();
	pid_t pid;
	int error = spawn_start(&pid, &program);

	if (nothing >= 0)
		close(nothing);
	return error != 0 ? NO_GNUPLOT : wait_for(pid, before);
}

static int complain(int result, const char *directory, const char *name)
{
	switch (result) {
	case 0:
		return LAB_OK;
	case NO_GNUPLOT:
		lab_error("no plots: gnuplot is not in PATH; install gnuplot-nox and run "
			  "schedlab plot (data and scripts are in %s)",
			  directory);
		return LAB_OK;
	case INTERRUPTED:
		lab_error("interrupted: not all plots are drawn; schedlab plot draws them (data "
			  "and scripts are in %s)",
			  directory);
		return LAB_INTERRUPTED;
	case HANGS:
		lab_error("gnuplot did not end within %u s on %s/%s.gp; run it by hand and run "
			  "schedlab plot",
			  PATIENCE_S, directory, name);
		return LAB_ENVIRONMENT;
	case DREW_NOTHING:
		lab_error("gnuplot ended well on %s/%s.gp and drew nothing; see whether the "
			  "gnuplot in PATH is one, and run schedlab plot",
			  directory, name);
		return LAB_ENVIRONMENT;
	default:
		lab_error("gnuplot failed on %s/%s.gp with status %d; see its message above",
			  directory, name, result);
		return LAB_ENVIRONMENT;
	}
}

static bool is_there(const char *path)
{
	struct stat svg;

	return stat(path, &svg) == 0 && svg.st_size > 0;
}

/* `drawing` ends where nothing more can be drawn, or shall be. */
static int draw(struct figure *figure, const struct summary *summary, const char *directory,
		bool *drawing)
{
	const char *svg = lab_printf("%s/%s.svg", directory, figure->name);
	int result;

	if (plot_write(figure, summary, directory) != LAB_OK)
		return LAB_ENVIRONMENT;
	if (!*drawing)
		return LAB_OK;
	unlink(svg); /* so that none of an earlier one is taken for it */
	result = run_gnuplot(directory, lab_printf("%s.gp", figure->name));
	if (result == 0 && !is_there(svg))
		result = DREW_NOTHING;
	figure->drawn = result == 0;
	*drawing = result != NO_GNUPLOT && result != INTERRUPTED && result != HANGS;
	return complain(result, directory, figure->name);
}

int plot_figures(struct figures *figures, const struct summary *summary, const char *directory)
{
	const char *plots = lab_printf("%s/plots", directory);
	bool drawing = true;
	int status = LAB_OK, one, error = make_folder(plots);

	if (error != 0) {
		lab_error("cannot create %s: %s; check the directory", plots, strerror(error));
		return LAB_ENVIRONMENT;
	}
	for (size_t i = 0; i < figures->count; i++) {
		one = draw(&figures->items[i], summary, plots, &drawing);
		if (one != LAB_OK)
			status = one;
	}
	return status;
}
