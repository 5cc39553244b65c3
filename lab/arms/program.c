/* SPDX-License-Identifier: MIT */
/* program.c - see program.h. */
#include "lab/arms/program.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/fnv.h"
#include "lab/base/lab.h"

struct program {
	const char *path;
	struct stat about; /* st_ino 0: it was not there */
	const char *hash;  /* NULL: not read yet */
};

static bool is_same_time(struct timespec a, struct timespec b)
{
	return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

static bool is_same_file(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size &&
	       is_same_time(a->st_mtim, b->st_mtim) && is_same_time(a->st_ctim, b->st_ctim);
}

static struct stat look(const char *path)
{
	struct stat about;

	if (stat(path, &about) != 0)
		memset(&about, 0, sizeof(about));
	return about;
}

static const char *hash_of(const char *path)
{
	FILE *file = fopen(path, "r");
	uint64_t hash = FNV_BASIS;
	unsigned char bytes[65536];
	size_t got;

	if (file == NULL)
		return "unreadable";
	while ((got = fread(bytes, 1, sizeof(bytes), file)) > 0)
		hash = fnv_add(hash, bytes, got);
	fclose(file);
	return lab_printf("%016" PRIx64, hash);
}

struct program *program_look(const char *path)
{
	struct program *program = lab_alloc(sizeof(*program));

	program->path = lab_strdup(path);
	program->about = look(path);
	program->hash = NULL;
	return program;
}

const char *program_hash(struct program *program)
{
	const char *hash;
	struct stat now;

	if (program->hash != NULL)
		return program->hash;
	hash = hash_of(program->path);
	now = look(program->path); /* after the bytes were read: they are the old ones, or not */
	program->hash = is_same_file(&now, &program->about) ? hash : "replaced";
	return program->hash;
}

/* Bytes that are the same make it the same; it may have been linked again. */
bool program_is_replaced(struct program *program)
{
	struct stat now = look(program->path);

	if (is_same_file(&now, &program->about))
		return false;
	if (program->hash == NULL || strcmp(hash_of(program->path), program->hash) != 0)
		return true;
	program->about = now;
	return false;
}
