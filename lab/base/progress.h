/* SPDX-License-Identifier: MIT */
/* progress.h - where the run is and how long it will take, on standard error. */
#ifndef LAB_PROGRESS_H
#define LAB_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum progress_mode { PROGRESS_AUTO, PROGRESS_PLAIN, PROGRESS_NONE, PROGRESS_TTY };

struct progress {
	enum progress_mode mode;
	size_t total, done, reds;
	uint64_t start_ns, shown_ns;
	uint64_t limit_ns; /* the run is cut after this; 0: never */
};

void progress_start(struct progress *progress, enum progress_mode mode, size_t total,
		    uint64_t limit_ns);
/* Before each piece of work. */
void progress_show(struct progress *progress, const char *doing);
/* A line that stays, e.g. a red row. */
void progress_say(struct progress *progress, const char *line);
void progress_end(struct progress *progress);

#endif
