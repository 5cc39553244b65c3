/* SPDX-License-Identifier: MIT */
/* shortage.c - see shortage.h. */
#include "lab/base/shortage.h"

#include <errno.h>
#include <string.h>

#include "lab/base/lab.h"

static const char *remedy(int error)
{
	switch (error) {
	case EMFILE:
		return "raise the limit of open files: ulimit -n";
	case ENFILE:
		return "the system has no room for more open files: end some programs";
	case EAGAIN:
		return "raise the limit of processes: ulimit -u, or pids.max of the control group";
	case ENOMEM:
		return "free some memory, or raise its limit: ulimit -v";
	case ENOSPC:
	case EDQUOT:
		return "free some disk space";
	default:
		return NULL;
	}
}

bool is_shortage(int error)
{
	return remedy(error) != NULL;
}

const char *error_and_remedy(int error)
{
	const char *what = remedy(error);

	if (error == EMEDIUMTYPE)
		return "it is no regular file (put one in its place, no pipe or device)";
	return what != NULL ? lab_printf("%s (%s)", strerror(error), what) :
			      lab_strdup(strerror(error));
}
