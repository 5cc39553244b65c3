/* SPDX-License-Identifier: MIT */
/*
 * Description: an archive whose MANIFEST or database is not what it should be is refused with
 * one line that names the fault, even where every checksum is right.
 */
#include "broken.h"

#include "lab/exchange/exchange.h"
#include "lab/exchange/manifest.h"
#include "lab/store/store_image.h"
#include "lab/store/summary.h"
#include "lab/verdict/verdict.h"

static void load(struct bundle *bundle)
{
	assert_int_equal(bundle_read(bundle, packed), LAB_OK);
}

/* The bundle in the place of the archive that is broken. */
static void put(struct bundle *bundle)
{
	unlink(archive);
	assert_int_equal(bundle_write(bundle, archive), LAB_OK);
	bundle_free(bundle);
}

static void replace(struct bundle *bundle, enum bundle_name name, const char *bytes, size_t size)
{
	free(bundle->files[name].bytes);
	bundle->files[name].bytes = calloc(1, size + 1);
	assert_non_null(bundle->files[name].bytes);
	memcpy(bundle->files[name].bytes, bytes, size);
	bundle->files[name].size = size;
}

/* ------------------------------------------------------- what cannot be written -- */

/* The reason is the first one, and is said. */
static void test_unwritten(void **state)
{
	char name[301] = "", said[500] = "";
	struct bundle bundle;
	int before = dup(STDERR_FILENO);
	FILE *file = tmpfile();

	(void)state;
	load(&bundle);
	memset(name, 'n', sizeof(name) - 1);
	bundle.folder = name;
	dup2(fileno(file), STDERR_FILENO);
	assert_int_equal(bundle_write(&bundle, archive), LAB_ENVIRONMENT);
	dup2(before, STDERR_FILENO);
	close(before);
	rewind(file);
	assert_non_null(fgets(said, sizeof(said), file));
	assert_non_null(strstr(said, "bad.tar.xz: Pathname too long; free"));
	fclose(file);
	bundle_free(&bundle);
	expect_only(work, "");
}

/* ----------------------------------------------------- what the MANIFEST finds -- */

static void test_wrong_checksums(void **state)
{
	struct bundle bundle;

	(void)state;
	for (size_t i = 0; i < BUNDLE_FILES; i++) {
		load(&bundle);
		bundle.files[i].bytes[bundle.files[i].size / 2] ^= 4;
		put(&bundle);
		expect_refused(bundle_names[i]);
		load(&bundle);
		bundle.files[i].size = bundle.files[i].size * 2 / 3;
		put(&bundle);
		expect_refused(bundle_names[i]);
	}
}

static void test_missing(void **state)
{
	(void)state;
	for (size_t i = 0; i < BUNDLE_FILES; i++) {
		shell("cd %s && tar -xJf %s && rm */%s && tar -cJf bad.tar.xz out-* && rm -r out-*",
		      work, packed, bundle_names[i]);
		expect_refused(lab_printf("%s is missing", bundle_names[i]));
	}
}

static void test_foreign_manifests(void **state)
{
	static const char *const manifests[][2] = {
		{ "schedlab result set\nformat 7\n", "has format 7, this schedlab reads 3; use a "
						     "newer schedlab" },
		{ "schedlab result set\nformat 2\n", "use an older schedlab" },
		{ "schedlab result set\n", "MANIFEST is not that of a schedlab result set" },
		{ "hello\n", "MANIFEST is not that of a schedlab result set" },
		{ "schedlab result set\nformat 3\nset -\n", "MANIFEST is cut short" },
	};
	struct bundle bundle;

	(void)state;
	for (size_t i = 0; i < sizeof(manifests) / sizeof(manifests[0]); i++) {
		load(&bundle);
		replace(&bundle, BUNDLE_MANIFEST, manifests[i][0], strlen(manifests[i][0]));
		put(&bundle);
		expect_refused(manifests[i][1]);
	}
	load(&bundle);
	manifest_write(&bundle, "0123456789abcdef0123456789abcdef");
	put(&bundle);
	expect_refused("its MANIFEST is that of another set");
}

/* --------------------------------------------- right checksums, wrong contents -- */

static void put_database(const char *bytes, size_t size)
{
	const char *set_id;
	struct bundle bundle;

	load(&bundle);
	set_id = manifest_set_id(bundle.files[BUNDLE_MANIFEST].bytes);
	replace(&bundle, BUNDLE_DATABASE, bytes, size);
	manifest_write(&bundle, set_id);
	put(&bundle);
}

/* An archive that vouches for a database of which this was made. */
static void forge(const char *sql)
{
	static char bytes[1 << 24];
	struct bundle bundle;
	const char *path = lab_printf("%s.db", archive);
	FILE *file = fopen(path, "w+");
	sqlite3 *db;
	size_t size;

	load(&bundle);
	fwrite(bundle.files[BUNDLE_DATABASE].bytes, 1, bundle.files[BUNDLE_DATABASE].size, file);
	fflush(file);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	rewind(file);
	size = fread(bytes, 1, sizeof(bytes), file);
	assert_true(size > 0 && size < sizeof(bytes));
	fclose(file);
	unlink(path);
	bundle_free(&bundle);
	put_database(bytes, size);
}

static const char *const forgeries[][2] = {
	{ "UPDATE sample SET units = 'many' WHERE id = 1",
	  "in sample.units is something that is no INTEGER" },
	{ "UPDATE block SET ns = 1.5", "in block.ns is something that is no INTEGER" },
	{ "UPDATE pair SET log_ratio = x'00' WHERE id = 1",
	  "in pair.log_ratio is something that is no REAL" },
	{ "UPDATE reading SET value = 'half'", "in reading.value is something that is no REAL" },
	{ "UPDATE sample SET cause = x'41' WHERE id = 1",
	  "in sample.cause is something that is no TEXT" },
	{ "UPDATE arm SET version = CAST(x'41ff' AS TEXT)",
	  "in arm.version is something that is no TEXT" },
	{ "UPDATE claim SET text = 'a' || char(0) || 'b'",
	  "in claim.text is something that is no TEXT" },
	{ "UPDATE plan SET refused = char(27) || '[2J' WHERE id = 1",
	  "in plan.refused is something that is no TEXT" },
	{ "UPDATE cell SET params = NULL WHERE id = 1",
	  "in cell.params is something that is no TEXT" },
	{ "UPDATE cell SET workers = NULL", "in cell.workers is something that is no INTEGER" },
	{ "UPDATE arm SET version = NULL", "in arm.version is something that is no TEXT" },
	{ "UPDATE plan SET purpose = NULL WHERE id = 1",
	  "in plan.purpose is something that is no TEXT" },
	{ "UPDATE sample SET status = NULL WHERE id = 1",
	  "in sample.status is something that is no TEXT" },
	{ "INSERT INTO layout VALUES(999, 0, 'a', 'b')",
	  "a row of layout refers to a row of arm that is not there" },
	{ "CREATE TABLE more(a)", "its tables are not those of schedlab" },
	{ "CREATE VIEW more AS SELECT 1", "its tables are not those of schedlab" },
	{ "CREATE TRIGGER more AFTER INSERT ON pair BEGIN SELECT 1; END",
	  "its tables are not those of schedlab" },
	{ "DROP TABLE count", "its tables are not those of schedlab" },
	{ "ALTER TABLE pair ADD COLUMN more", "its tables are not those of schedlab" },
	{ "PRAGMA application_id = 1", "is not a schedlab database" },
	{ "PRAGMA user_version = 9", "has schema 9, this schedlab reads 3" },
	{ "PRAGMA journal_mode = WAL", "cannot read it" },
	{ "CREATE TEMP TABLE kept AS SELECT * FROM sqlite_master WHERE name = 'pair_plan'; PRAGMA "
	  "writable_schema = ON; DELETE FROM sqlite_master WHERE name = 'pair_plan'; PRAGMA "
	  "writable_schema = RESET; UPDATE pair SET plan = 1 WHERE plan = 2; PRAGMA "
	  "writable_schema = ON; INSERT INTO main.sqlite_master SELECT * FROM kept; PRAGMA "
	  "writable_schema = RESET",
	  "missing from index pair_plan" },
};

static void test_forgeries(void **state)
{
	(void)state;
	forge("SELECT 1");
	lab_says(0, "imported", "import %s --into %s/into", archive, work);
	shell("rm -r %s/into", work);
	for (size_t i = 0; i < sizeof(forgeries) / sizeof(forgeries[0]); i++) {
		forge(forgeries[i][0]);
		expect_refused(forgeries[i][1]);
	}
	forge("UPDATE sample SET row = '['");
	lab_says(4, "/bad.tar.xz cannot be read to its end: malformed JSON", "show %s", archive);
	forge("UPDATE plan SET claim = '', purpose = 'primary'");
	lab_says(0, "0 pairs, with looks 0", "replay %s", archive);
	put_database("hello", 5);
	expect_refused("cannot read it: file is not a database");
	put_database("", 0);
	expect_refused("is not a schedlab database");
}

/* Any bytes: an answer, never a crash (the sanitizers watch). */
static void test_random_damage(void **state)
{
	unsigned int seed = 1, refused = 0;
	struct verdicts verdicts;
	struct summary summary;
	struct bundle bundle;
	struct store store;

	(void)state;
	for (int i = 0; i < 300; i++) {
		char *bytes;
		size_t size;

		load(&bundle);
		bytes = bundle.files[BUNDLE_DATABASE].bytes;
		size = bundle.files[BUNDLE_DATABASE].size;
		for (int k = 0; k < 3; k++)
			bytes[(size_t)rand_r(&seed) % size] = (char)rand_r(&seed);
		if (store_open_image(&store, "the set", bytes, size) != LAB_OK)
			refused++;
		else if (summary_load(&summary, &store, NULL) == LAB_OK)
			verdicts_load(&verdicts, &store, &summary);
		store_close(&store);
		bundle_free(&bundle);
	}
	assert_true(refused > 100);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_unwritten, setup),
		cmocka_unit_test_setup(test_wrong_checksums, setup),
		cmocka_unit_test_setup(test_missing, setup),
		cmocka_unit_test_setup(test_foreign_manifests, setup),
		cmocka_unit_test_setup(test_forgeries, setup),
		cmocka_unit_test_setup(test_random_damage, setup),
	};

	run_shell(&outcome, "rm -rf " TEST_DIR "/out-*"); /* of earlier runs */
	return cmocka_run_group_tests(tests, setup_all, NULL);
}
