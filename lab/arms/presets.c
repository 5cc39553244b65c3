/* SPDX-License-Identifier: MIT */
/* presets.c - see presets.h. */
#include "lab/arms/presets.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lab/arms/build.h"
#include "lab/arms/expression.h"
#include "lab/arms/knobs.h"
#include "lab/arms/sides.h"
#include "lab/base/data.h"
#include "lab/base/regular.h"
#include "lab/base/shortage.h"
#include "sched/knobs.h"

extern const char preset_peers[];

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS	"0123456789"

static struct preset *own;
static size_t own_count;
static struct strings own_files;

const struct preset *preset_find(const char *name)
{
	for (size_t i = 0; i < own_count; i++)
		if (strcmp(own[i].name, name) == 0)
			return &own[i];
	for (size_t i = 0; i < preset_count; i++)
		if (strcmp(preset_table[i].name, name) == 0)
			return &preset_table[i];
	return NULL;
}

const char *preset_newer(const char *name)
{
	const char *file = lab_printf("%s/variants/%s.c", data_tree(), name), *why;
	const char *folder = build_folder(&why);

	if (preset_find(name) != NULL || access(file, R_OK) != 0)
		return NULL;
	return lab_printf(
		"%s is newer than this program; build it again: %s", file,
		folder != NULL ? lab_printf("cmake --build %s --target schedlab", folder) : why);
}

const char *preset_unknown(const char *name)
{
	struct strings known = { NULL, 0 };
	const char *newer = preset_newer(name);

	preset_names(&known);
	return newer != NULL ? newer : unknown_name("preset", lab_printf("%.100s", name), &known);
}

void preset_names(struct strings *names)
{
	for (size_t i = 0; i < preset_count; i++)
		strings_add(names, preset_table[i].name);
	for (size_t i = 0; i < own_count; i++)
		strings_add(names, own[i].name);
}

/* "bench-tokio-bare-counting@" -> "tokio-bare" */
static const char *row_of(const char *bench)
{
	static const char *const flavours[] = { "-counting", "-fault" };
	size_t length = strcspn(bench, "@");

	for (size_t i = 0; i < 2; i++) {
		size_t end = strlen(flavours[i]);

		if (length > end && strncmp(bench + length - end, flavours[i], end) == 0)
			length -= end;
	}
	return lab_printf("%.*s", (int)length - 6, bench + 6);
}

void peer_names(struct strings *names)
{
	struct strings benches = { NULL, 0 };

	strings_split(&benches, preset_peers, ' ');
	for (size_t i = 0; i < benches.count; i++)
		if (!strings_contain(names, row_of(benches.items[i])))
			strings_add(names, row_of(benches.items[i]));
	side_names(names);
}

bool is_peer(const char *name)
{
	struct strings names = { NULL, 0 };

	peer_names(&names);
	return strchr(name, '-') != NULL || strings_contain(&names, name);
}

bool peer_is_made(const char *file, bool in_layouts)
{
	struct strings benches = { NULL, 0 };

	strings_split(&benches, preset_peers, ' ');
	return strings_contain(&benches, lab_printf("%s@", file)) ||
	       (!in_layouts && strings_contain(&benches, file)) || side_is_made(file);
}

const struct strings *preset_files(void)
{
	return &own_files;
}

/* ------------------------------------------------ a file from anywhere -- */

/* What a preset may #define with that beginning: knobs, flavours, hooks. */
static void known_macros(struct strings *known)
{
#define NAME_OF(macro, header, meaning) strings_add(known, #macro);
	for (size_t i = 0; i < knob_count; i++)
		strings_add(known, knobs[i].macro);
	SCHED_HOOK_NAMES(NAME_OF)
}

/* The name that a line defines, "SCHED_POP", or NULL. */
static const char *defined(const char *line)
{
	line += strspn(line, " \t");
	if (*line != '#')
		return NULL;
	line += 1 + strspn(line + 1, " \t");
	if (strncmp(line, "define", 6) != 0)
		return NULL;
	line += 6 + strspn(line + 6, " \t");
	return strncmp(line, "SCHED_", 6) == 0 ?
		       lab_printf("%.*s", (int)strspn(line, LETTERS DIGITS "_"), line) :
		       NULL;
}

/* A misspelt knob compiles, and changes nothing. */
static int check_macros(FILE *file, const char *path)
{
	struct strings known = { NULL, 0 };
	char *line = NULL;
	size_t room = 0;
	int status = LAB_OK;

	known_macros(&known);
	for (unsigned int number = 1; getline(&line, &room, file) >= 0 && status == LAB_OK;
	     number++) {
		const char *macro = defined(line);

		if (macro == NULL || strings_contain(&known, macro))
			continue;
		lab_error("%s:%u: %s", path, number, unknown_name("knob", macro, &known));
		status = LAB_USAGE;
	}
	free(line);
	return status;
}

int preset_check(const char *path)
{
	FILE *file = regular_open(path);
	int status;

	if (file == NULL) {
		lab_error("cannot read the variant %s: %s", path, error_and_remedy(errno));
		return LAB_USAGE;
	}
	status = check_macros(file, path);
	fclose(file);
	return status;
}

/* "mine" of "/home/me/mine.c" */
static const char *name_of(const char *path)
{
	const char *base = strrchr(path, '/') + 1;

	return lab_printf("%.*s", (int)strlen(base) - 2, base);
}

/* NULL, or why no arm can be called so. */
static const char *unfit(const char *name)
{
	if (name[0] == '\0' || name[strspn(name, LETTERS DIGITS "_")] != '\0')
		return "cannot name a variant, use letters, digits and _";
	if (strlen(arm_program(name)) > EXPRESSION_FILE_MAX)
		return "is too long";
	if (preset_find(name) != NULL)
		return "is a preset already";
	if (strcmp(arm_name_now(name), name) != 0)
		return lab_printf("is what %s was called in older results", arm_name_now(name));
	return NULL;
}

static void keep(const char *name, const char *path)
{
	own = lab_grow(own, own_count, sizeof(*own));
	own[own_count++] = (struct preset){ name, "a variant of yours", NULL };
	strings_add(&own_files, path);
}

void preset_add_again(const char *path)
{
	FILE *file = regular_open(path);

	if (file == NULL)
		return;
	fclose(file);
	if (preset_find(name_of(path)) == NULL)
		keep(name_of(path), path);
}

/* NULL, or why the build cannot have that file. */
static const char *unfit_path(const char *path)
{
	size_t length = strlen(path);

	if (length < 2 || strcmp(path + length - 2, ".c") != 0)
		return "does not end in .c";
	return path[strspn(path, LETTERS DIGITS "_./+-@:,=~% '#")] == '\0' ?
		       NULL :
		       "has a path that the build cannot take; copy it to a plainer one";
}

int preset_add(const char *file)
{
	char path[PATH_MAX];
	const char *wrong;

	if (realpath(file, path) == NULL) {
		lab_error("--variant: cannot find the file '%.200s': %s", file,
			  error_and_remedy(errno));
		return LAB_USAGE;
	}
	wrong = unfit_path(path);
	if (wrong != NULL) {
		lab_error("--variant: '%s' %s", file, wrong);
		return LAB_USAGE;
	}
	wrong = unfit(name_of(path));
	if (wrong != NULL) {
		lab_error("--variant: '%.100s' %s; rename your file", name_of(path), wrong);
		return LAB_USAGE;
	}
	if (preset_check(path) != LAB_OK)
		return LAB_USAGE;
	keep(name_of(path), path);
	return LAB_OK;
}
