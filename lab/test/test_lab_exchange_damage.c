/* SPDX-License-Identifier: MIT */
/*
 * Description: a directory that holds no sound result set is refused with one line
 * that names the fault, and nothing is left behind.
 */
#include "broken.h"

#include "lab/exchange/exchange.h"
#include "lab/exchange/manifest.h"
#include "lab/exchange/tables.h"

/* The set in work must be refused for this, in one line. */
static void expect_refused(const char *says)
{
	char line[512];

	lab_says(4, says, "import %s/set --into %s/into", work, work);
	snprintf(line, sizeof(line), "%s", strchr(outcome.text, '\n') + 1);
	assert_string_equal(line, "");
	lab_says(4, says, "compare slower honest --dir %s/set", work);
	expect_only(work, "set ");
}

static void restore(void)
{
	shell("rm -rf %s/set && cp -r %s %s/set", work, set, work);
	expect(&outcome, 0, "");
}

static const char *file_at(size_t index)
{
	return index == 0 ? MANIFEST_NAME : exchange_file(index - 1);
}

static void test_cut_short(void **state)
{
	(void)state;
	for (size_t i = 0; file_at(i) != NULL; i++) {
		shell("f=%s/set/%s && truncate -s $(($(stat -c %%s $f) * 2 / 3)) $f", work,
		      file_at(i));
		expect(&outcome, 0, "");
		expect_refused(file_at(i));
		shell(": > %s/set/%s", work, file_at(i));
		expect_refused(file_at(i));
		restore();
	}
}

static void test_missing(void **state)
{
	(void)state;
	for (size_t i = 1; file_at(i) != NULL; i++) {
		shell("rm %s/set/%s", work, file_at(i));
		expect_refused(lab_printf("%s is missing", file_at(i)));
		restore();
	}
	shell("rm %s/set/MANIFEST", work);
	lab_says(4, "MANIFEST is missing", "import %s/set --into %s/into", work, work);
	lab_says(4, "neither results.db nor MANIFEST", "show %s/set", work);
}

static void test_flipped_byte(void **state)
{
	char path[512];
	struct stat about;

	(void)state;
	for (size_t i = 0; file_at(i) != NULL; i++) {
		snprintf(path, sizeof(path), "%s/set/%s", work, file_at(i));
		assert_int_equal(stat(path, &about), 0);
		flip(path, about.st_size / 2);
		expect_refused(i == 0 ? "MANIFEST" : file_at(i));
		flip(path, about.st_size / 2);
	}
	lab_says(0, "imported", "import %s/set --into %s/into", work, work); /* sound again */
}

static void test_foreign(void **state)
{
	(void)state;
	shell("sed -i 's/^format 2$/format 7/' %s/set/MANIFEST", work);
	expect_refused("has format 7, this schedlab reads 2; use a newer schedlab");
	shell("echo hello > %s/set/MANIFEST", work);
	expect_refused("not that of a schedlab result set");
	shell("printf 'schedlab result set\\n' > %s/set/MANIFEST", work);
	expect_refused("MANIFEST has no format");
	restore();
	shell("echo hello > %s/set/notes.txt", work); /* beside it: not read */
	lab_says(0, "imported", "import %s/set --into %s/into", work, work);
	shell("rm -rf %s/into %s/set; echo hello > %s/text", work, work, work);
	lab_says(4, "text is cut short, damaged or no archive", "import %s/text", work);
	lab_says(4, "MANIFEST is missing", "import %s", work);
}

/* --------------------------------------------- right checksums, wrong contents -- */

static void load(struct bundle *bundle)
{
	*bundle = (struct bundle){ .count = 0 };
	assert_int_equal(bundle_from_directory(bundle, set), LAB_OK);
}

/* A MANIFEST that vouches for the files as they are now. */
static void vouch(struct bundle *bundle)
{
	struct bundle_file *manifest = bundle_find(bundle, MANIFEST_NAME);

	free(manifest->bytes);
	*manifest = bundle->files[--bundle->count];
	manifest_write(bundle, NULL);
}

static int rebuild(struct bundle *bundle)
{
	struct store store;
	int status = store_create(&store, ":memory:");

	assert_int_equal(status, LAB_OK);
	status = exchange_from_bundle(bundle, "the set", &store);
	store_close(&store);
	return status;
}

static void replace(struct bundle *bundle, const char *name, const char *text)
{
	struct bundle_file *file = bundle_find(bundle, name);

	free(file->bytes);
	file->bytes = strdup(text);
	file->size = strlen(text);
}

struct forgery {
	const char *file, *text;
};

static const struct forgery forgeries[] = {
	{ "layouts.csv", "arm,number,what\n" },
	{ "layouts.csv", "arm,number,what,hash\n1,0,\"a\",\"b\"" },
	{ "layouts.csv", "arm,number,what,hash\n1,x,\"a\",\"b\"\n" },
	{ "layouts.csv", "arm,number,what,hash\n1,\"0\",\"a\",\"b\"\n" },
	{ "layouts.csv", "arm,number,what,hash\n1,0,a,\"b\"\n" },
	{ "layouts.csv", "arm,number,what,hash\n1,0,\"a\"\n" },
	{ "layouts.csv", "arm,number,what,hash\n1,0,\"a\",\"b\",3\n" },
	{ "layouts.csv", "arm,number,what,hash\n1,99999999999999999999,\"a\",\"b\"\n" },
	{ "layouts.csv", "arm,number,what,hash\n1,0,\"a\",\"b\"\n1,0,\"a\",\"b\"\n" },
	{ "layouts.csv", "arm,number,what,hash\n999,0,\"a\",\"b\"\n" },
	{ "layouts.csv", "" },
	{ "readings.csv", "pair,kind,value\n1,77,0.5\n" },
	{ "readings.csv", "pair,kind,value\n1,1,half\n" },
	{ "claims.ndjson", "{\"name\":\"lifo\"}\n" },
	{ "claims.ndjson", "{\"name\":\"lifo\",\"text\":3}\n" },
	{ "claims.ndjson", "{\"name\":\"lifo\",\"text\":\"\",\"more\":1}\n" },
	{ "claims.ndjson", "[]\n" },
	{ "claims.ndjson", "{\n" },
	{ "workloads.ndjson", "{\"item\":{},\"number\":2}\n" },
	{ "workloads.ndjson", "{\"item\":{\"name\":\"spin\"},\"number\":1}\n" },
	{ "shapes.ndjson", "" },
	{ "shapes.ndjson", "{\"item\":{\"implied\":[\"moon\"],\"row\":{}},\"number\":1}\n" },
	{ "provenance.json", "[]\n" },
	{ "provenance.json", "{\"seed\":1}\n" },
	{ "pairs.csv",
	  "id,plan,round,position,seed,layout_a,layout_b,log_ratio,flagged,flag_reason\n" },
};

static void test_forgeries(void **state)
{
	struct bundle bundle;

	(void)state;
	load(&bundle);
	vouch(&bundle);
	assert_int_equal(rebuild(&bundle), LAB_OK);
	bundle_free(&bundle);
	for (size_t i = 0; i < sizeof(forgeries) / sizeof(forgeries[0]); i++) {
		load(&bundle);
		replace(&bundle, forgeries[i].file, forgeries[i].text);
		vouch(&bundle);
		if (rebuild(&bundle) != LAB_ENVIRONMENT)
			fail_msg("accepted: %s with %s", forgeries[i].file, forgeries[i].text);
		bundle_free(&bundle);
	}
}

/* Any bytes: an answer, never a crash (the sanitizers watch). */
static void test_random_damage(void **state)
{
	struct bundle bundle;
	unsigned int seed = 1, refused = 0;

	(void)state;
	for (int i = 0; i < 300; i++) {
		struct bundle_file *file;

		load(&bundle);
		file = &bundle.files[1 + (unsigned int)rand_r(&seed) % (bundle.count - 1)];
		for (int k = 0; k < 3 && file->size > 0; k++)
			file->bytes[(size_t)rand_r(&seed) % file->size] = (char)rand_r(&seed);
		vouch(&bundle);
		refused += rebuild(&bundle) != LAB_OK;
		bundle_free(&bundle);
	}
	assert_true(refused > 100);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_cut_short, setup),
		cmocka_unit_test_setup(test_missing, setup),
		cmocka_unit_test_setup(test_flipped_byte, setup),
		cmocka_unit_test_setup(test_foreign, setup),
		cmocka_unit_test_setup(test_forgeries, setup),
		cmocka_unit_test_setup(test_random_damage, setup),
	};

	run_shell(&outcome, "rm -rf " TEST_DIR "/out-*"); /* of earlier runs */
	return cmocka_run_group_tests(tests, setup_all, NULL);
}
