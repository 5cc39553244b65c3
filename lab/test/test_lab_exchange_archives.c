/* SPDX-License-Identifier: MIT */
/*
 * Description: an archive that is damaged, foreign or wants to write elsewhere is
 * refused with one line that names the entry, and nothing is left behind.
 */
#include "broken.h"

#include <archive.h>
#include <archive_entry.h>

struct entry {
	const char *path;
	unsigned int type;
	const char *link;
};

static void write_archive(const char *path, const struct entry *entries, size_t count)
{
	struct archive *archive = archive_write_new();

	archive_write_add_filter_gzip(archive);
	archive_write_set_format_ustar(archive);
	assert_int_equal(archive_write_open_filename(archive, path), ARCHIVE_OK);
	for (size_t i = 0; i < count; i++) {
		struct archive_entry *entry = archive_entry_new();

		archive_entry_set_pathname(entry, entries[i].path);
		archive_entry_set_filetype(entry, entries[i].type);
		archive_entry_set_perm(entry, 0644);
		archive_entry_set_size(entry, entries[i].type == AE_IFREG ? 3 : 0);
		if (entries[i].link != NULL && entries[i].type == AE_IFLNK)
			archive_entry_set_symlink(entry, entries[i].link);
		else if (entries[i].link != NULL)
			archive_entry_set_hardlink(entry, entries[i].link);
		assert_int_equal(archive_write_header(archive, entry), ARCHIVE_OK);
		if (entries[i].type == AE_IFREG)
			archive_write_data(archive, "ab\n", 3);
		archive_entry_free(entry);
	}
	assert_int_equal(archive_write_close(archive), ARCHIVE_OK);
	archive_write_free(archive);
}

struct bad_archive {
	struct entry entries[2];
	const char *says;
};

static const struct bad_archive bad_archives[] = {
	{ { { "../blocks.csv", AE_IFREG, NULL } }, "\"../blocks.csv\" would leave its folder" },
	{ { { "set/../../blocks.csv", AE_IFREG, NULL } }, "would leave its folder" },
	{ { { "/etc/blocks.csv", AE_IFREG, NULL } }, "would leave its folder" },
	{ { { "set/MANIFEST", AE_IFREG, NULL }, { "other/blocks.csv", AE_IFREG, NULL } },
	  "is not in the one folder" },
	{ { { "blocks.csv", AE_IFREG, NULL } }, "is not in the one folder" },
	{ { { ".hidden/blocks.csv", AE_IFREG, NULL } }, "is not in the one folder" },
	{ { { "set/sub/blocks.csv", AE_IFREG, NULL } }, "is not in the one folder" },
	{ { { "set/blocks.csv", AE_IFLNK, "/etc/passwd" } }, "is no plain file" },
	{ { { "set/MANIFEST", AE_IFREG, NULL }, { "set/blocks.csv", AE_IFREG, "set/MANIFEST" } },
	  "is no plain file" },
	{ { { "set/blocks.csv", AE_IFIFO, NULL } }, "is no plain file" },
	{ { { "set/results.db", AE_IFREG, NULL } }, "is no file of a result set" },
	{ { { "set/blocks.csv", AE_IFREG, NULL }, { "set/blocks.csv", AE_IFREG, NULL } },
	  "is there twice" },
	{ { { "set/", AE_IFDIR, NULL }, { "set/blocks.csv", AE_IFREG, NULL } },
	  "MANIFEST is missing" },
};

static void test_bad_archives(void **state)
{
	char path[512];

	(void)state;
	shell("rm -r %s/set", work);
	snprintf(path, sizeof(path), "%s/bad.tar.gz", work);
	for (size_t i = 0; i < sizeof(bad_archives) / sizeof(bad_archives[0]); i++) {
		const struct bad_archive *bad = &bad_archives[i];

		write_archive(path, bad->entries, bad->entries[1].path != NULL ? 2 : 1);
		lab_says(4, bad->says, "import %s --into %s/into", path, work);
		expect_only(work, "bad.tar.gz ");
	}
}

/* Refused; or the bit did not matter (gzip has some), then the set is right. */
static void expect_refused_or_right(const char *path)
{
	shell("%s import %s --into %s/into 2>&1", SCHEDLAB_PROGRAM, path, work);
	if (outcome.status == 4)
		expect(&outcome, 4, "cut.tar.gz");
	else
		shell("cd %s && %s export into --to set && rm into/results.db && diff -r into %s "
		      "&& rm -r into",
		      work, SCHEDLAB_PROGRAM, set);
	assert_true(outcome.status == 4 || outcome.status == 0);
}

/* A small file that swells. */
static void test_bomb(void **state)
{
	(void)state;
	shell("cd %s && truncate -s 300M set/blocks.csv && tar -czf bomb.tar.gz set && rm -r set",
	      work);
	lab_says(4, "\"set/blocks.csv\" is larger than any result set",
		 "import %s/bomb.tar.gz --into %s/into", work, work);
	expect_only(work, "bomb.tar.gz ");
}

static void test_damaged_archives(void **state)
{
	struct stat about;
	char path[512];

	(void)state;
	shell("rm -r %s/set", work);
	lab_says(0, "", "pack %s %s/p.tar.gz", made, work);
	snprintf(path, sizeof(path), "%s/p.tar.gz", work);
	assert_int_equal(stat(path, &about), 0);
	snprintf(path, sizeof(path), "%s/cut.tar.gz", work);
	for (int part = 0; part < 10; part++) {
		shell("cd %s && head -c %ld p.tar.gz > cut.tar.gz", work,
		      (long)about.st_size * part / 10);
		lab_says(4, "cut.tar.gz", "import %s --into %s/into", path, work);
		shell("cd %s && cp p.tar.gz cut.tar.gz", work);
		flip(path, about.st_size * part / 10);
		expect_refused_or_right(path);
	}
	expect_only(work, "cut.tar.gz p.tar.gz ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_bad_archives, setup),
		cmocka_unit_test_setup(test_damaged_archives, setup),
		cmocka_unit_test_setup(test_bomb, setup),
	};

	run_shell(&outcome, "rm -rf " TEST_DIR "/out-*"); /* of earlier runs */
	return cmocka_run_group_tests(tests, setup_all, NULL);
}
