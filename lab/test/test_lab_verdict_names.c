/* SPDX-License-Identifier: MIT */
/* Description: a set that was stored when `tokio` was the twin of 1.53 shows it as `tokio_1_53` */
#include "check.h"

#include "made_run.h"

/* "old" and "new" under other names, which say of themselves what `knobs` has. */
static void load_named(struct made_run *made, const char *knobs)
{
	made_contrast(made, MADE_CLAIM(MADE_CONTRAST("one", ",\"predicts\":\"faster\"")), 1);
	assert_int_equal(
		sqlite3_exec(
			made->store.db,
			lab_printf("UPDATE arm SET name = 'tokio', describe = '%s' WHERE name = "
				   "'old'; UPDATE arm SET name = 'tokio_pop_null' WHERE name = "
				   "'new'; UPDATE claim SET text = replace(replace(text, "
				   "'\"old\"', '\"tokio\"'), '\"new\"', '\"tokio_pop_null\"')",
				   knobs),
			NULL, NULL, NULL),
		SQLITE_OK);
	assert_int_equal(store_name_now(&made->store), LAB_OK);
	made_judge(made);
}

static void expect_named(const char *knobs, const char *a, const char *b)
{
	const struct contrast *contrast;
	struct made_run made;

	load_named(&made, knobs);
	contrast = &made.verdicts.claims.claims[0].contrasts[0];
	assert_string_equal(contrast->a, a);
	assert_string_equal(contrast->b, b);
	assert_string_equal(contrast->diff, "pop proceed -> null");
	assert_string_equal(made.summary.results[0].baseline.name, a);
	assert_string_equal(made.summary.results[0].arm.name, b);
	assert_ptr_equal(made.verdicts.rows[0].contrast, contrast);
	made_end(&made);
}

/* `tokio` was 1.53 until arms had the knob shared_pad. */
static void test_names_of_1_53(void **state)
{
	(void)state;
	expect_named("SCHED_INJECT", "tokio_1_53", "tokio_1_53+pop=null");
	expect_named("SCHED_INJECT SCHED_SHARED_PAD", "tokio", "tokio+pop=null");
	expect_named("{}", "tokio", "tokio+pop=null");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names_of_1_53),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
