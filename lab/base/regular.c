/* SPDX-License-Identifier: MIT */
/* regular.c - see regular.h. */
#include "lab/base/regular.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <unistd.h>

/* 0 or an errno. */
static int check(int fd)
{
	struct stat about;

	if (fstat(fd, &about) != 0)
		return errno;
	if (S_ISDIR(about.st_mode))
		return EISDIR;
	return S_ISREG(about.st_mode) ? 0 : EMEDIUMTYPE;
}

/* O_NONBLOCK is for pipes, whose other end nobody may ever open. */
static FILE *open_as(const char *path, int flags, bool empties, const char *mode)
{
	int fd = open(path, flags | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0666);
	FILE *file = NULL;
	int error;

	if (fd < 0) {
		if (errno == ENXIO) /* a pipe that nobody reads, a socket */
			errno = EMEDIUMTYPE;
		return NULL;
	}
	error = check(fd);
	if (error == 0 && empties && ftruncate(fd, 0) != 0)
		error = errno;
	if (error == 0) {
		file = fdopen(fd, mode);
		error = file == NULL ? errno : 0;
	}
	if (file == NULL)
		close(fd);
	errno = error;
	return file;
}

FILE *regular_open(const char *path)
{
	return open_as(path, O_RDONLY, false, "r");
}

FILE *regular_create(const char *path)
{
	return open_as(path, O_WRONLY | O_CREAT, true, "w");
}

FILE *regular_write(const char *path)
{
	return open_as(path, O_WRONLY | O_CREAT, false, "w");
}
