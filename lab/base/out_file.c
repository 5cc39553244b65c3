/* SPDX-License-Identifier: MIT */
/* out_file.c - see out_file.h. */
#include "lab/base/out_file.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lab/base/regular.h"
#include "lab/base/shortage.h"

void make_parents(const char *path)
{
	char *part = lab_strdup(path);

	for (char *slash = strchr(part + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(part, 0777); /* what is made in the last one tells */
		*slash = '/';
	}
}

int make_folder(const char *path)
{
	make_parents(path);
	return mkdir(path, 0777) == 0 || errno == EEXIST ? 0 : errno;
}

FILE *out_create(const char *path)
{
	FILE *file = regular_create(path);

	if (file == NULL)
		lab_error("cannot write %s: %s; give a directory that exists and can be written",
			  path, error_and_remedy(errno));
	return file;
}

int out_close(FILE *file, const char *path, const char *remedy)
{
	bool failed = fflush(file) != 0 || ferror(file) != 0;
	int error = errno;

	if (fclose(file) != 0 && !failed) {
		failed = true;
		error = errno;
	}
	if (!failed)
		return LAB_OK;
	lab_error("cannot write %s: %s; free some disk space %s", path, strerror(error), remedy);
	return LAB_ENVIRONMENT;
}

int out_file_open(struct out_file *out, const char *path, bool replace)
{
	out->path = path;
	out->part = lab_printf("%s.part", path);
	out->file = NULL;
	if (!replace && access(path, F_OK) == 0) {
		lab_error("%s exists already and is never overwritten; give another name", path);
		return LAB_ENVIRONMENT;
	}
	out->file = out_create(out->part);
	return out->file != NULL ? LAB_OK : LAB_ENVIRONMENT;
}

int out_file_close(struct out_file *out)
{
	int status = out_close(out->file, out->path, "or give another place");

	out->file = NULL;
	if (status != LAB_OK)
		unlink(out->part);
	return status;
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

int out_file_end(struct out_file *out, int status)
{
	if (status == LAB_OK)
		status = out_file_close(out);
	if (status == LAB_OK)
		return out_file_keep(out);
	out_file_drop(out);
	return status;
}
