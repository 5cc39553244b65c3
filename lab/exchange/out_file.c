/* SPDX-License-Identifier: MIT */
/* out_file.c - see out_file.h. */
#include "lab/exchange/out_file.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "lab/base/regular.h"
#include "lab/base/shortage.h"

int out_file_open(struct out_file *out, const char *path, bool replace)
{
	out->path = path;
	out->part = lab_printf("%s.part", path);
	out->file = NULL;
	if (!replace && access(path, F_OK) == 0) {
		lab_error("%s exists already and is never overwritten; give another name", path);
		return LAB_ENVIRONMENT;
	}
	out->file = regular_create(out->part);
	if (out->file != NULL)
		return LAB_OK;
	lab_error("cannot write %s: %s; give a directory that exists and can be written", out->part,
		  error_and_remedy(errno));
	return LAB_ENVIRONMENT;
}

int out_file_close(struct out_file *out)
{
	bool failed = fflush(out->file) != 0 || ferror(out->file) != 0;
	int error = errno;

	if (fclose(out->file) != 0 && !failed) {
		failed = true;
		error = errno;
	}
	out->file = NULL;
	if (!failed)
		return LAB_OK;
	lab_error("cannot write %s: %s; free some disk space or give another place", out->path,
		  strerror(error));
	unlink(out->part);
	return LAB_ENVIRONMENT;
}

int out_file_keep(struct out_file *out)
{
	if (rename(out->part, out->path) == 0)
		return LAB_OK;
	lab_error("cannot name %s: %s; check its directory", out->path, strerror(errno));
	unlink(out->part);
	return LAB_ENVIRONMENT;
}

void out_file_drop(struct out_file *out)
{
	if (out->file != NULL)
		fclose(out->file);
	out->file = NULL;
	if (out->part != NULL)
		unlink(out->part);
}
