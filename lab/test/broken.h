/* SPDX-License-Identifier: MIT */
/* broken.h - a packed set and a place to break it, for the tests of refusals. */
#ifndef LAB_TEST_BROKEN_H
#define LAB_TEST_BROKEN_H

#include "sets.h"

static char made[256];	  /* the rich run */
static char packed[300];  /* ... as an archive */
static char work[256];	  /* where things are broken, new in each test */
static char archive[300]; /* there, the one that is broken: bad.tar.xz */

static inline int setup_all(void **state)
{
	char directory[256];

	(void)state;
	make_rich_run(made, sizeof(made));
	new_directory(directory, sizeof(directory));
	snprintf(packed, sizeof(packed), "%s/packed.tar.xz", directory);
	lab_says(0, "packed: ", "pack %s %s", made, packed);
	return 0;
}

static inline int setup(void **state)
{
	(void)state;
	new_directory(work, sizeof(work));
	snprintf(archive, sizeof(archive), "%s/bad.tar.xz", work);
	return 0;
}

/* The archive must be refused for this, in one line, whoever reads it. */
static inline void expect_refused(const char *says)
{
	lab_says(4, says, "import %s --into %s/into", archive, work);
	assert_string_equal(strchr(outcome.text, '\n') + 1, "");
	lab_says(4, says, "compare slower honest --dir %s", archive);
	assert_string_equal(strchr(outcome.text, '\n') + 1, "");
	expect_only(work, "bad.tar.xz ");
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
