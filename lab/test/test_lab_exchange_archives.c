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

static void write_archive(const struct entry *entries, size_t count)
{
	struct archive *to = archive_write_new();

	archive_write_add_filter_xz(to);
	archive_write_set_format_ustar(to);
	assert_int_equal(archive_write_open_filename(to, archive), ARCHIVE_OK);
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
		assert_int_equal(archive_write_header(to, entry), ARCHIVE_OK);
		if (entries[i].type == AE_IFREG)
			archive_write_data(to, "ab\n", 3);
		archive_entry_free(entry);
	}
	assert_int_equal(archive_write_close(to), ARCHIVE_OK);
	archive_write_free(to);
}

struct bad_archive {
	struct entry entries[2];
	const char *says;
};

static const struct bad_archive bad_archives[] = {
	{ { { "../results.db", AE_IFREG, NULL } }, "\"../results.db\" would leave its folder" },
	{ { { "set/../../results.db", AE_IFREG, NULL } }, "would leave its folder" },
	{ { { "/etc/results.db", AE_IFREG, NULL } }, "would leave its folder" },
	{ { { "set/MANIFEST", AE_IFREG, NULL }, { "other/results.db", AE_IFREG, NULL } },
	  "is not in the one folder" },
	{ { { "results.db", AE_IFREG, NULL } }, "is not in the one folder" },
	{ { { ".hidden/results.db", AE_IFREG, NULL } }, "is not in the one folder" },
	{ { { "set/sub/results.db", AE_IFREG, NULL } }, "is not in the one folder" },
	{ { { "set/results.db", AE_IFLNK, "/etc/passwd" } }, "is no plain file" },
	{ { { "set/MANIFEST", AE_IFREG, NULL }, { "set/results.db", AE_IFREG, "set/MANIFEST" } },
	  "is no plain file" },
	{ { { "set/results.db", AE_IFIFO, NULL } }, "is no plain file" },
	{ { { "set/samples.csv", AE_IFREG, NULL } }, "is no file of a result set" },
	{ { { "set/arms.ndjson", AE_IFREG, NULL } }, "is a set of format 1 or 2" },
	{ { { "set/results.db", AE_IFREG, NULL }, { "set/results.db", AE_IFREG, NULL } },
	  "is there twice" },
	{ { { "set/x\nschedlab: all is well\033[2J\r", AE_IFREG, NULL } },
	  "\"set/x?schedlab: all is well?[2J?\" is no file of a result set" },
	{ { { "set/", AE_IFDIR, NULL }, { "set/results.db", AE_IFREG, NULL } },
	  "MANIFEST is missing" },
};

static void test_bad_archives(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(bad_archives) / sizeof(bad_archives[0]); i++) {
		const struct bad_archive *bad = &bad_archives[i];

		write_archive(bad->entries, bad->entries[1].path != NULL ? 2 : 1);
		expect_refused(bad->says);
	}
}

/* Packed again, it is what it was. */
static void expect_right(void)
{
	shell("cd %s && %s import bad.tar.xz --into into && %s pack into again.tar.xz && "
	      "tar -xJOf again.tar.xz into/results.db > a && tar -xJOf %s --wildcards "
	      "'*/results.db' > b && cmp a b && rm -r a b into again.tar.xz",
	      work, SCHEDLAB_PROGRAM, SCHEDLAB_PROGRAM, packed);
	expect(&outcome, 0, "imported");
}

/* Refused; or the bit did not matter, then the set is right. */
static void expect_refused_or_right(void)
{
	shell("%s noise %s 2>&1", SCHEDLAB_PROGRAM, archive);
	if (outcome.status == 4)
		expect_refused("bad.tar.xz");
	else
		expect_right();
}

static void test_damaged_archives(void **state)
{
	struct stat about;

	(void)state;
	assert_int_equal(stat(packed, &about), 0);
	for (int part = 0; part < 10; part++) {
		long at = (long)about.st_size * part / 10;

		shell("head -c %ld %s > %s", at, packed, archive);
		expect_refused("bad.tar.xz");
		shell("cp %s %s", packed, archive);
		flip(archive, at);
		expect_refused_or_right();
	}
	shell("cp %s %s", packed, archive);
	expect_right();
}

/* A small file that swells. */
static void test_bomb(void **state)
{
	(void)state;
	shell("cd %s && mkdir set && truncate -s 300M set/results.db && tar -c set | xz -0 > "
	      "bad.tar.xz && rm -r set",
	      work);
	expect_refused("\"set/results.db\" is larger than any result set");
}

/* What schedlab once wrote is called by its name. */
static void test_old_forms(void **state)
{
	(void)state;
	shell("cd %s && mkdir set && echo '{}' > set/arms.ndjson && tar -czf bad.tar.xz set && rm "
	      "-r set",
	      work);
	expect_refused("bad.tar.xz is a set of format 1 or 2, tables as text, which is read no "
		       "more; import it with the schedlab that wrote it");
	shell("cd %s && mkdir set && printf 'schedlab result set\\nformat 2\\n' > set/MANIFEST",
	      work);
	lab_says(4, "set is a set of format 2, tables as text", "show %s/set", work);
	lab_says(4, "set is a set of format 2, tables as text", "import %s/set", work);
	shell("cd %s && echo hello > set/MANIFEST", work);
	lab_says(4, "there is neither results.db nor set.tar.xz", "show %s/set", work);
	lab_says(4, "there is neither results.db nor set.tar.xz", "import %s/set", work);
	shell("echo hello > %s", archive);
	shell("rm -r %s/set", work);
	expect_refused("bad.tar.xz is cut short, damaged or no archive of schedlab pack");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_bad_archives, setup),
		cmocka_unit_test_setup(test_damaged_archives, setup),
		cmocka_unit_test_setup(test_bomb, setup),
		cmocka_unit_test_setup(test_old_forms, setup),
	};

	run_shell(&outcome, "rm -rf " TEST_DIR "/out-*"); /* of earlier runs */
	return cmocka_run_group_tests(tests, setup_all, NULL);
}
