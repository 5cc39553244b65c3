/* SPDX-License-Identifier: MIT */
/*
 * build_place.c - where programs are built, and where they lie; see build.h.
 *
 * In a tree that is the build folder of this program.  An installed lab has the sources of the
 * programs with it, and builds in a folder of the person's cache that is named by version,
 * sources and compilers; it is configured once, as the preset "release" says.  Weakness: folders of versions
 * that are gone stay until somebody empties the cache.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fnv.h"
#include "lab/arms/build.h"
#include "lab/arms/build_step.h"
#include "lab/base/data.h"
#include "lab/base/environment.h"
#include "lab/base/out_file.h"
#include "lab/base/shortage.h"
#include "lab_build.h" /* generated: version */

static const char *tree_folder(const char **why)
{
	const char *own = own_directory(), *folder;

	if (own == NULL)
		return NULL;
	folder = lab_printf("%.*s", (int)(strrchr(own, '/') - own), own);
	if (access(lab_printf("%s/CMakeCache.txt", folder), R_OK) != 0)
		*why = lab_printf("%s is no build folder", folder);
	else if (access(folder, W_OK) != 0 ||
		 access(lab_printf("%s/CMakeCache.txt", folder), W_OK) != 0)
		*why = lab_printf("you may not write in %s; make a build folder of your own: cmake "
				  "--preset release -B FOLDER",
				  folder);
	return *why == NULL ? folder : NULL;
}

/* ------------------------------------------------------ an installed lab -- */

/* What a build folder is bound to: what the installation says of its sources, where they lie, and
 * which compilers somebody asked for. */
static uint64_t hash_of_inputs(const char *data)
{
	const char *c = environment_original("CC"), *cxx = environment_original("CXX");
	FILE *file = fopen(lab_printf("%s/src/identity.txt", data), "re");
	uint64_t hash = fnv_of(
		lab_printf("%s\n%s\n%s\n", data, c != NULL ? c : "", cxx != NULL ? cxx : ""));
	char text[256];

	while (file != NULL && fgets(text, sizeof(text), file) != NULL)
		hash = fnv_add(hash, text, strlen(text));
	if (file != NULL)
		fclose(file);
	return hash;
}

/* NULL: nothing says where the person's cache is. */
static const char *cache_folder(const char *data)
{
	const char *cache = environment_original("XDG_CACHE_HOME"), *home = getenv("HOME");

	if (cache == NULL || cache[0] != '/') {
		if (home == NULL || home[0] != '/')
			return NULL;
		cache = lab_printf("%s/.cache", home);
	}
	return lab_printf("%s/schedlab/%s-%016" PRIx64, cache, LAB_VERSION, hash_of_inputs(data));
}

static bool is_on_path(const char *program)
{
	struct strings folders = { NULL, 0 };
	const char *path = getenv("PATH");

	if (strchr(program, '/') != NULL)
		return access(program, X_OK) == 0;
	strings_split(&folders, path != NULL ? path : "", ':');
	for (size_t i = 0; i < folders.count; i++)
		if (access(lab_printf("%s/%s", folders.items[i], program), X_OK) == 0)
			return true;
	return false;
}

/* One of those that are separated by "|", or what the variable says. */
static bool is_there(const char *variable, const char *programs)
{
	const char *asked = variable != NULL ? environment_original(variable) : NULL;
	struct strings names = { NULL, 0 };
	bool found = false;

	if (asked != NULL && asked[0] != '\0')
		return is_on_path(lab_printf("%.*s", (int)strcspn(asked, " "), asked));
	strings_split(&names, programs, '|');
	for (size_t i = 0; i < names.count && !found; i++)
		found = is_on_path(names.items[i]);
	return found;
}

/* What a build needs and is not there; NULL: nothing. */
static const char *lacking_tool(void)
{
	if (!is_there(NULL, "cmake"))
		return "cmake";
	if (!is_there(NULL, "ninja|ninja-build|samu"))
		return "ninja";
	if (!is_there("CC", "cc|gcc|clang"))
		return "C compiler";
	return is_there("CXX", "c++|g++|clang++") ? NULL : "C++ compiler";
}

static const char *installed_folder(const char *data, const char **why)
{
	const char *folder = cache_folder(data), *lacking = lacking_tool();

	if (lacking != NULL)
		*why = lab_printf("there is no %s on PATH", lacking);
	else if (folder == NULL)
		*why = "neither $XDG_CACHE_HOME nor $HOME says where to build";
	return *why == NULL ? folder : NULL;
}

const char *build_folder(const char **why)
{
	const char *data = data_installed();

	*why = NULL;
	return data != NULL ? installed_folder(data, why) : tree_folder(why);
}

const char *build_programs(void)
{
	const char *data = data_installed(), *folder = data != NULL ? cache_folder(data) : NULL;

	if (data == NULL)
		return own_directory();
	if (folder != NULL && access(lab_printf("%s/bin/bench-null", folder), X_OK) == 0)
		return lab_printf("%s/bin", folder);
	return lab_printf("%.*s/libexec/schedlab", (int)(strlen(data) - strlen(DATA_INSTALLED)),
			  data);
}

/* ---------------------------------------------------- made when it is used -- */

/* NULL, or why not. */
static const char *configure(const char *folder, const char *data)
{
	const char *log = lab_printf("%s/configure.log", folder);
	const char *tokio = getenv("SCHEDLAB_TOKIO");
	char *const argv[] = {
		lab_strdup("cmake"),
		lab_strdup("--preset"),
		lab_strdup("release"),
		lab_strdup("-S"),
		lab_printf("%s/src", data),
		lab_strdup("-B"),
		lab_strdup(folder),
		lab_strdup("-DSCHEDLAB_ARMS=OFF"),
		lab_printf("-DSCHEDLAB_TOKIO=%s", tokio != NULL ? tokio : "AUTO"),
		NULL,
	};
	int how, error = build_step(argv, log, "preparing to build, once", &how);

	if (error != 0)
		return lab_printf("cannot start cmake: %s", error_and_remedy(-error));
	if (WIFEXITED(how) && WEXITSTATUS(how) == 0)
		return NULL;
	return lab_printf("%s; all of it is in %s", build_first_error(log), log);
}

int build_lock(const char *folder)
{
	int fd = open(lab_printf("%s/arms.lock", folder), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	int error;

	if (fd < 0)
		return -errno;
	if (flock(fd, LOCK_EX) == 0)
		return fd;
	error = errno;
	close(fd);
	return -error;
}

const char *build_open(const char **why)
{
	const char *folder = build_folder(why), *data = data_installed();
	int lock;

	if (folder == NULL || data == NULL)
		return folder;
	make_folder(folder); /* whether that worked, the lock tells */
	lock = build_lock(folder);
	if (lock < 0)
		*why = lab_printf("cannot write in %s: %s", folder, error_and_remedy(-lock));
	else if (access(lab_printf("%s/build.ninja", folder), R_OK) != 0)
		*why = configure(folder, data);
	if (lock >= 0)
		close(lock);
	return *why == NULL ? folder : NULL;
}
