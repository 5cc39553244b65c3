/* SPDX-License-Identifier: MIT */
/* fake_program.c - see fake_program.h. */
#include "harness/test/fake_program.h"

#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "harness/test/fake_wraps.h"

FAKE_WRAP(void *, dlsym, void *handle, const char *name);
FAKE_WRAP(int, dladdr, const void *address, Dl_info *info);
FAKE_WRAP(char *, realpath, const char *path, char *resolved);
/* What realpath becomes with _FORTIFY_SOURCE, which Ubuntu's compiler sets by itself. */
char *__wrap___realpath_chk(const char *path, char *resolved, size_t room);
#if __GLIBC_PREREQ(2, 33)
FAKE_WRAP(struct mallinfo2, mallinfo2, void);
#endif
FAKE_WRAP(const struct arm *, arm_self, void);
FAKE_WRAP(int, gbench_run_quiet, struct gbench_result *result);
FAKE_WRAP(int, execv, const char *path, char *const argv[]);

struct fake_program fake_program;

static bool symbols_on(void)
{
	return fake_program.symbols[0].name != NULL;
}

void *__wrap_dlsym(void *handle, const char *name)
{
	struct fake_symbol *symbol = fake_program.symbols;

	if (!symbols_on())
		return __real_dlsym(handle, name);
	for (; symbol < fake_program.symbols + FAKE_SYMBOLS; symbol++)
		if (handle == RTLD_DEFAULT && symbol->name && strcmp(symbol->name, name) == 0)
			return symbol;
	return NULL;
}

int __wrap_dladdr(const void *address, Dl_info *info)
{
	const struct fake_symbol *symbol = address;

	if (!symbols_on())
		return __real_dladdr(address, info);
	memset(info, 0, sizeof *info);
	info->dli_fname = symbol->file;
	info->dli_fbase = symbol->loaded;
	return symbol->loaded != NULL;
}

char *__wrap_realpath(const char *path, char *resolved)
{
	if (!symbols_on())
		return __real_realpath(path, resolved);
	if (!fake_program.real_path)
		return NULL;
	snprintf(resolved, PATH_MAX, "%s", fake_program.real_path);
	return resolved;
}

char *__wrap___realpath_chk(const char *path, char *resolved, size_t room)
{
	(void)room;
	return __wrap_realpath(path, resolved);
}

#if __GLIBC_PREREQ(2, 33)
struct mallinfo2 __wrap_mallinfo2(void)
{
	if (!fake_program.heap_on)
		return __real_mallinfo2();
	return (struct mallinfo2){ .arena = 7,
				   .uordblks = fake_program.heap_used,
				   .hblkhd = fake_program.heap_mapped };
}
#endif

const struct arm *__wrap_arm_self(void)
{
	return fake_program.arm ? fake_program.arm : __real_arm_self();
}

int __wrap_gbench_run_quiet(struct gbench_result *result)
{
	int error = __real_gbench_run_quiet(result);

	if (fake_program.bench)
		fake_program.bench(result);
	return fake_program.bench_nothing ? -ENOENT : error;
}

int __wrap_execv(const char *path, char *const argv[])
{
	if (!fake_program.no_exec)
		return __real_execv(path, argv);
	fake_program.execs++;
	fake_program.exec_path = path;
	fake_program.exec_argv = argv;
	errno = ENOENT;
	return -1;
}
