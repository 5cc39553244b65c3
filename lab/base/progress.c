/* SPDX-License-Identifier: MIT */
/*
 * progress.c - one rewritten line on a terminal, else a line every 5 seconds.
 *
 * The estimate is the mean duration of what is done, times what is left.
 */
#include "lab/base/progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "lab/base/lab.h"

#define PLAIN_EVERY_NS 5000000000u

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

static void print_line(const struct progress *progress, const char *doing)
{
	uint64_t left = remaining_s(progress);

	fprintf(stderr, "[%zu/%zu] %3zu %%", progress->done, progress->total,
		progress->total > 0 ? 100 * progress->done / progress->total : 100);
	if (progress->done > 0)
		fprintf(stderr, ", %llu:%02llu left", (unsigned long long)left / 60,
			(unsigned long long)left % 60);
	if (progress->reds > 0)
		fprintf(stderr, ", %zu red", progress->reds);
	fprintf(stderr, "  %.60s", doing);
}

void progress_show(struct progress *progress, const char *doing)
{
	uint64_t now = now_ns();

	if (progress->mode == PROGRESS_TTY) {
		fputs("\r\033[K", stderr);
		print_line(progress, doing);
		fflush(stderr);
	} else if (progress->mode == PROGRESS_PLAIN && now - progress->shown_ns >= PLAIN_EVERY_NS) {
		progress->shown_ns = now;
		print_line(progress, doing);
		fputc('\n', stderr);
	}
}

void progress_say(struct progress *progress, const char *line)
{
	if (progress->mode == PROGRESS_NONE)
		return;
	if (progress->mode == PROGRESS_TTY)
		fputs("\r\033[K", stderr);
	fprintf(stderr, "%s\n", line);
}

void progress_end(struct progress *progress)
{
	if (progress->mode == PROGRESS_TTY)
		fputs("\r\033[K", stderr);
}
