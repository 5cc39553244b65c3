/* SPDX-License-Identifier: MIT */
/*
 * progress.c - one rewritten line on a terminal, else a line every 5 seconds.
 *
 * The estimate is the mean duration of what is done, times what is left.  The line never reaches
 * the terminal's last column, where it would wrap and could not be rewritten.  Weakness: each
 * character is taken to be one column wide.
 */
#include "lab/base/progress.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "lab/base/lab.h"

#define PLAIN_EVERY_NS 5000000000u
#define ERASE	       "\r\033[K"

static volatile sig_atomic_t is_shown; /* a line on the terminal */

void progress_start(struct progress *progress, enum progress_mode mode, size_t total,
		    uint64_t limit_ns)
{
	memset(progress, 0, sizeof(*progress));
	if (mode == PROGRESS_AUTO)
		mode = isatty(STDERR_FILENO) ? PROGRESS_TTY : PROGRESS_PLAIN;
	progress->mode = mode;
	progress->total = total;
	progress->start_ns = now_ns();
	progress->limit_ns = limit_ns;
}

static uint64_t remaining_s(const struct progress *progress)
{
	uint64_t spent = now_ns() - progress->start_ns;
	uint64_t left = progress->done == 0 ?
				0 :
				spent / progress->done * (progress->total - progress->done);

	if (progress->limit_ns != 0 && spent + left > progress->limit_ns)
		left = progress->limit_ns > spent ? progress->limit_ns - spent : 0;
	return left / 1000000000u;
}

/* "[3/12]  25 %, 0:40 left, 1 red  tokio spawn_local"; nothing is counted yet: the work alone. */
static void make_line(const struct progress *progress, const char *doing, char *line, size_t bytes)
{
	uint64_t left = remaining_s(progress);
	char counted[64] = "", time[64] = "", reds[64] = "";

	if (progress->total > 0)
		snprintf(counted, sizeof(counted), "[%zu/%zu] %3zu %%", progress->done,
			 progress->total, 100 * progress->done / progress->total);
	if (progress->total > 0 && progress->done > 0)
		snprintf(time, sizeof(time), ", %llu:%02llu left", (unsigned long long)left / 60,
			 (unsigned long long)left % 60);
	if (progress->reds > 0)
		snprintf(reds, sizeof(reds), ", %zu red", progress->reds);
	snprintf(line, bytes, "%s%s%s%s%s", counted, time, reds, counted[0] != '\0' ? "  " : "",
		 doing);
}

size_t progress_fit(const char *line, size_t columns)
{
	size_t bytes = 0, used = 0;

	for (; line[bytes] != '\0'; bytes++) {
		bool begins = ((unsigned char)line[bytes] & 0xc0) != 0x80; /* UTF-8: a character */

		if (begins && used + 1 >= columns)
			break;
		used += begins;
	}
	return bytes;
}

static size_t terminal_columns(void)
{
	struct winsize size;

	return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

void progress_show(struct progress *progress, const char *doing)
{
	uint64_t now = now_ns();
	char line[512];

	make_line(progress, doing, line, sizeof(line));
	if (progress->mode == PROGRESS_TTY) {
		is_shown = 1;
		fprintf(stderr, ERASE "%.*s", (int)progress_fit(line, terminal_columns()), line);
		fflush(stderr);
	} else if (progress->mode == PROGRESS_PLAIN && now - progress->shown_ns >= PLAIN_EVERY_NS) {
		progress->shown_ns = now;
		fprintf(stderr, "%s\n", line);
	}
}

void progress_erase(void)
{
	if (is_shown && write(STDERR_FILENO, ERASE, sizeof(ERASE) - 1) > 0)
		is_shown = 0;
}

void progress_say(struct progress *progress, const char *line)
{
	progress_erase();
	if (progress->mode != PROGRESS_NONE)
		fprintf(stderr, "%s\n", line);
}

void progress_end(struct progress *progress)
{
	if (progress->mode == PROGRESS_TTY)
		progress_erase();
}
