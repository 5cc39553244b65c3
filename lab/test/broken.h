/* SPDX-License-Identifier: MIT */
/* broken.h - a result set and a place to break it, for the tests of refusals. */
#ifndef LAB_TEST_BROKEN_H
#define LAB_TEST_BROKEN_H

#include "sets.h"

static char made[256]; /* the rich run */
static char set[256];  /* its exchange form */
static char work[256]; /* where things are broken, new in each test */

static inline int setup_all(void **state)
{
	(void)state;
	make_rich_run(made, sizeof(made));
	new_directory(set, sizeof(set));
	lab_says(0, "", "export %s --to set --out %s", made, set);
	return 0;
}

static inline int setup(void **state)
{
	(void)state;
	new_directory(work, sizeof(work));
	shell("cp -r %s %s/set", set, work);
	return 0;
}

/* One bit of the byte there. */
static inline void flip(const char *path, long at)
{
	FILE *file = fopen(path, "r+");
	int byte;

	assert_non_null(file);
	fseek(file, at, SEEK_SET);
	byte = fgetc(file);
	fseek(file, at, SEEK_SET);
	fputc(byte ^ 4, file);
	assert_int_equal(fclose(file), 0);
}

#endif
