/* SPDX-License-Identifier: MIT */
/*
 * progress.h - where a run or a build is and how long it will take, on standard error: one line
 * that is rewritten and cleared at the end on a terminal, else a line now and then.
 */
#ifndef LAB_PROGRESS_H
#define LAB_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum progress_mode { PROGRESS_AUTO, PROGRESS_PLAIN, PROGRESS_NONE, PROGRESS_TTY };

struct progress {
	enum progress_mode mode;
	size_t total, done, reds; /* total 0: nothing is counted */
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

/* Takes away the line that is shown, if one is: before anything else is said, or the end.  May be
 * called in a signal handler. */
void progress_erase(void);

/* How many bytes of the line fit into a terminal of so many columns, the last one left free. */
size_t progress_fit(const char *line, size_t columns);

#endif
