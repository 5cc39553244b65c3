/* SPDX-License-Identifier: MIT */
/* out_file.c - see out_file.h. */
#include "lab/base/out_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
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

static void complain_of_place(const char *path, int error)
{
	lab_error("cannot write %s: %s; give a directory that exists and can be written", path,
		  error_and_remedy(error));
}

FILE *out_create(const char *path)
{
	FILE *file = regular_create(path);

	if (file == NULL)
		complain_of_place(path, errno);
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

static bool is_in_place(int fd, const char *part)
{
	struct stat ours, there;

	return fstat(fd, &ours) == 0 && stat(part, &there) == 0 && ours.st_ino == there.st_ino &&
	       ours.st_dev == there.st_dev;
}

/* Two that write into one part leave a mixture under its name.  Where nothing can be locked,
 * nobody else has.  0 or an errno. */
static int lock_part(struct out_file *out)
{
	int fd = fileno(out->file);

	out->lock = fcntl(fd, F_DUPFD_CLOEXEC, 0);
	if (out->lock < 0)
		return errno;
	if (flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
		return EBUSY;
	return is_in_place(fd, out->part) ? 0 : EBUSY;
}

static int open_part(struct out_file *out)
{
	int error;

	out->file = regular_write(out->part);
	error = out->file != NULL ? lock_part(out) : errno;
	if (error == EBUSY)
		lab_error("%s is being written by another schedlab; wait until that ends, or give "
			  "another name",
			  out->path);
	else if (error != 0)
		complain_of_place(out->part, error);
	return error == 0 ? LAB_OK : LAB_ENVIRONMENT;
}

static int check_taken(const struct out_file *out, bool replace)
{
	if (replace || access(out->path, F_OK) != 0)
		return LAB_OK;
	lab_error("%s exists already and is never overwritten; give another name", out->path);
	return LAB_ENVIRONMENT;
}

/* Whoever wrote it meanwhile has finished once the part is ours. */
static int empty_part(struct out_file *out, bool replace)
{
	int status = check_taken(out, replace);

	if (status == LAB_OK && ftruncate(fileno(out->file), 0) != 0) {
		complain_of_place(out->part, errno);
		status = LAB_ENVIRONMENT;
	}
	if (status != LAB_OK)
		unlink(out->part);
	return status;
}

static void close_part(struct out_file *out)
{
	if (out->file != NULL)
		fclose(out->file);
	if (out->lock >= 0)
		close(out->lock);
	out->file = NULL;
	out->lock = -1;
}

int out_file_open(struct out_file *out, const char *path, bool replace)
{
	int status;

	*out = (struct out_file){ path, lab_printf("%s.part", path), NULL, -1 };
	status = check_taken(out, replace);
	if (status == LAB_OK)
		status = open_part(out);
	if (status == LAB_OK)
		status = empty_part(out, replace);
	if (status != LAB_OK)
		close_part(out);
	return status;
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
	int status = rename(out->part, out->path) == 0 ? LAB_OK : LAB_ENVIRONMENT;

	if (status != LAB_OK) {
		lab_error("cannot name %s: %s; check its directory", out->path, strerror(errno));
		unlink(out->part);
	}
	close_part(out);
	return status;
}

void out_file_drop(struct out_file *out)
{
	if (out->part == NULL)
		return;
	unlink(out->part);
	close_part(out);
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
