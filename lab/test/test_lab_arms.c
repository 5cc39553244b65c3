/* SPDX-License-Identifier: MIT */
/* Description: an arm has one name; what two differ in is computed; the tests' arms cover the knobs. */
#include "check.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lab/arms/build_list.h"
#include "lab/arms/expression.h"
#include "lab/claims/claim.h"
#include "lab/plan/suite.h"
#include "tested_arms.h"

static void expect_name(const char *typed, const char *name)
{
	const char *got = arm_name(typed);

	assert_non_null(got);
	assert_string_equal(got, name);
}

static void expect_wrong(const char *typed, const char *why)
{
	struct expression expression;
	const char *wrong = expression_to_build(&expression, typed);

	if (wrong == NULL || strstr(wrong, why) == NULL)
		fail_msg("%s: \"%s\", expected \"%s\"", typed, wrong != NULL ? wrong : "right",
			 why);
}

static void test_one_name(void **state)
{
	(void)state;
	expect_name("tokio", "tokio");
	expect_name("tokio+pop=null", "tokio+pop=null");
	/* the order of the knobs, commas, and what the preset has anyway */
	expect_name("tokio+lifo_notify=always,lifo_slots=4",
		    "tokio+lifo_slots=4+lifo_notify=always");
	expect_name("tokio+lifo_slots=1+pop=proceed", "tokio");
	expect_name("blitz_doc+pop=null", "blitz_doc");
	expect_name("blitz_doc+pop=proceed", "blitz_doc+pop=proceed");
	expect_name("tokio+handle_ref=0", "tokio+handle_ref=0");
	expect_name("tokio_lean+handle_ref=0", "tokio_lean");
}

static void test_left_alone(void **state)
{
	(void)state;
	expect_name("tokio-bare-gi61", "tokio-bare-gi61");
	expect_name("tokio*", "tokio*");
	expect_name("honest", "honest");
	expect_name("null", "null");
}

static void test_old_names(void **state)
{
	(void)state;
	expect_name("tokio_lifo4_oldest", "tokio+lifo_slots=4+lifo_evict=oldest");
	expect_name("tokio_interval_fixed61", "tokio+interval=fixed");
	assert_string_equal(arm_name_now("blitz_lifo1"), "blitz_doc+lifo_slots=1");
	assert_string_equal(arm_name_now("tokio_lifo"), "tokio_lifo"); /* the beginning of one */
	assert_string_equal(arm_name_of_1_53("tokio"), "tokio_1_53");
	assert_string_equal(arm_name_of_1_53("tokio+pop=null"), "tokio_1_53+pop=null");
	assert_string_equal(arm_name_of_1_53("tokio_inject_own"), "tokio_1_53+inject=own_mutex");
	assert_string_equal(arm_name_of_1_53("tokio_lean"), "tokio_lean");
	assert_string_equal(arm_name_of_1_53("tokio-bare"), "tokio-bare");
	assert_string_equal(arm_name_of_1_53("blitz_lifo1"), "blitz_doc+lifo_slots=1");
}

static void test_wrong(void **state)
{
	(void)state;
	expect_wrong("tokoi+pop=null", "no preset \"tokoi\"; did you mean \"tokio\"?");
	expect_wrong("tokio+lifo_slot=4", "no knob \"lifo_slot\"; did you mean \"lifo_slots\"?");
	expect_wrong("tokio+pop=nul", "no value of pop \"nul\"; did you mean \"null\"?");
	expect_wrong("tokio+pop=sideways", "there are: proceed, spin, null");
	expect_wrong("tokio+lifo_slots=many", "lifo_slots is a whole number");
	expect_wrong("tokio+lifo_slots=-1", "lifo_slots is a whole number");
	expect_wrong("tokio+lifo_slots=9999999999", "lifo_slots is a whole number");
	expect_wrong("tokio+", "a setting is missing");
	expect_wrong("+pop=null", "a setting is missing");
	expect_wrong("tokio++pop=null", "a setting is missing");
	expect_wrong("tokio+interval=hook", "is what a preset with functions of its own has");
	expect_wrong("tokio+pop", "pop has no value; write pop=VALUE");
	expect_wrong("tokio+pop=null+pop=spin", "pop is set twice");
	expect_wrong("tokio+handle_ref=2", "no value of handle_ref");
	expect_wrong("null+pop=null", "null has no knobs");
	expect_wrong("tokio+lifo_steal=last+lifo_slots=4", "lifo_steal=last needs lifo_slots=1");
	expect_wrong("tokio+inject_shards=3+inject=sharded", "inject_shards is a power of two");
	expect_wrong("tokio+lifo_slots=65", "lifo_slots is 0 to 64");
	expect_wrong("tokio_interval_last+interval=fixed",
		     "interval does nothing with tokio_interval_last");
	expect_wrong("tokio+lifo_at_cap=skip", "lifo_at_cap=skip needs lifo_cap_counts=pops");
	expect_wrong("blitz_doc+lifo_cap=0", "lifo_cap_counts=pops needs a lifo_cap");
	expect_wrong("tokio+budget=0", "budget is at least 1");
	expect_wrong(
		"tokio+lifo_slots=4+lifo_evict=oldest+lifo_cap=5+lifo_cap_counts=pops+"
		"lifo_at_cap=skip+lifo_notify=never+pop=spin+steal_half=down+inject=with_sleepers+"
		"interval=fixed+interval_fixed=13",
		"too long for a file");
}

/* A line that says what is wrong can be read, whatever was typed. */
static void test_long(void **state)
{
	const char *long_one = lab_printf("%05000d", 0);
	const char *const arms[] = { long_one, lab_printf("tokio+%s=1", long_one),
				     lab_printf("tokio+pop=%s", long_one),
				     lab_printf("tokio+budget=%s", long_one) };
	struct expression expression;

	(void)state;
	for (size_t i = 0; i < sizeof(arms) / sizeof(arms[0]); i++) {
		const char *wrong = expression_to_build(&expression, arms[i]);

		assert_non_null(wrong);
		assert_true(strlen(wrong) < 1000);
	}
}

/* A setting that changes nothing is one of a preset only, or of what was stored. */
static void test_idle(void **state)
{
	struct expression expression;

	(void)state;
	expect_wrong("tokio+lifo_evict=oldest", "lifo_evict does nothing with fewer than two");
	expect_wrong("tokio+lifo_slots=0+lifo_cap=5", "lifo_cap does nothing with lifo_slots=0");
	expect_wrong("tokio+lifo_slots=0+lifo_at_cap=flush",
		     "lifo_at_cap does nothing with lifo_slots=0");
	expect_wrong("tokio+lifo_cap=0+lifo_at_cap=flush",
		     "lifo_at_cap does nothing with lifo_cap=0");
	expect_wrong("tokio+lifo_slots=0+lifo_notify=never",
		     "lifo_notify does nothing with lifo_slots=0");
	expect_wrong("tokio+inject_shards=4", "inject_shards does nothing without inject=sharded");
	expect_wrong("tokio+shard_key=task", "shard_key does nothing without inject=sharded");
	expect_wrong("tokio+shard_key=task+inject=sharded+inject_shards=1",
		     "shard_key does nothing with inject_shards=1");
	expect_wrong("tokio+interval_fixed=7",
		     "interval_fixed does nothing without interval=fixed");
	expect_wrong("blitz_doc+inject=own_mutex+shard_key=thread", "shard_key does nothing");
	expect_name("tokio+shard_key=thread", "tokio"); /* which it has anyway */
	expect_name("blitz_doc+inject=own_mutex", "blitz_doc+inject=own_mutex");
	expect_name("blitz_doc+lifo_slots=0", "blitz_doc+lifo_slots=0");
	expect_name("tokio+lifo_slots=0+lifo_cap_counts=pops+lifo_at_cap=skip",
		    "tokio+lifo_slots=0+lifo_cap_counts=pops+lifo_at_cap=skip");
	assert_null(expression_read(&expression, "tokio+shard_key=task"));
}

/* A comma separates arms, unless a setting follows it. */
static void test_lists(void **state)
{
	struct strings list = { NULL, 0 };

	(void)state;
	assert_int_equal(arm_names_split(&list, "tokio+lifo_slots=4,lifo_notify=always,null,tokio"),
			 LAB_OK);
	assert_int_equal(list.count, 3);
	assert_string_equal(list.items[0], "tokio+lifo_slots=4+lifo_notify=always");
	assert_string_equal(list.items[1], "null");
	assert_string_equal(list.items[2], "tokio");
	assert_int_equal(arm_names_split(&list, "tokio+nonsense=4"), LAB_USAGE);
}

static void test_differences(void **state)
{
	struct strings axes = { NULL, 0 };

	(void)state;
	assert_string_equal(arm_difference("tokio", "tokio+lifo_slots=4+lifo_notify=always"),
			    "lifo_slots 1 -> 4, lifo_notify displaced -> always");
	assert_string_equal(arm_difference("tokio_pop_spin", "tokio"), "pop spin -> proceed");
	assert_string_equal(arm_difference("blitz_doc", "blitz_doc+pop=spin"), "pop null -> spin");
	assert_string_equal(arm_difference("tokio-bare", "tokio"), "tokio-bare -> tokio");
	assert_true(arm_axes(&axes, "tokio", "tokio+lifo_slots=4+pop=null+lifo_cap=0"));
	assert_int_equal(axes.count, 2);
	assert_string_equal(axes.items[0], "lifo");
	assert_string_equal(axes.items[1], "pop");
	assert_false(arm_axes(&axes, "tokio", "tokio-bare"));
	assert_false(arm_axes(&axes, "tokio", "null"));
}

/* The rule by which a setting becomes a macro holds for every value. */
static void test_values_are_named_by_their_knob(void **state)
{
	(void)state;
	for (size_t i = 0; i < knob_count; i++)
		for (size_t j = 0; j < knobs[i].value_count; j++) {
			const char *word = knobs[i].values[j].enumerator;
			size_t length = strlen(knobs[i].name);

			if (word[0] != '0' && word[0] != '1' &&
			    (strncmp(word, knobs[i].name, length) != 0 || word[length] != '_'))
				fail_msg("%s is no value of %s", word, knobs[i].name);
		}
}

static void test_program_names(void **state)
{
	(void)state;
	assert_string_equal(arm_program("tokio+pop=null"), "bench-tokio+pop.null");
	assert_string_equal(arm_program("tokio-bare"), "bench-tokio-bare");
}

/* ------------------------------------------------- a variant from anywhere -- */

static const char *write_variant(const char *name, const char *text)
{
	const char *path = lab_printf("%s/%s", TEST_DIR, name);
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	return path;
}

static void test_own_preset(void **state)
{
	const char *right = "#define VARIANT_NAME \"mine\"\n#  define SCHED_POP POP_NULL\n"
			    "#include \"sched/engine.h\"\n";

	(void)state;
	assert_int_equal(preset_add(write_variant("mine.c", right)), LAB_OK);
	expect_name("mine", "mine");
	expect_name("mine+pop=null",
		    "mine+pop=null"); /* what it has is not known before it is built */
	assert_string_equal(arm_difference("tokio", "mine"), "tokio -> mine");
	assert_int_equal(preset_add(write_variant("tokio.c", right)), LAB_USAGE);
	assert_int_equal(preset_add(write_variant("my-own.c", right)), LAB_USAGE);
	assert_int_equal(preset_add(write_variant("tokio_lifo4.c", right)), LAB_USAGE);
	assert_int_equal(preset_add(write_variant("own.cc", right)), LAB_USAGE);
	assert_int_equal(preset_add(TEST_DIR "/absent.c"), LAB_USAGE);
	assert_int_equal(preset_add(write_variant(".c", right)), LAB_USAGE);
	assert_int_equal(preset_add(write_variant(lab_printf("%0200d.c", 0), right)), LAB_USAGE);
	mkdir(TEST_DIR "/folder.c", 0777);
	assert_int_equal(preset_add(TEST_DIR "/folder.c"), LAB_USAGE);
	mkfifo(TEST_DIR "/pipe.c", 0666);
	assert_int_equal(preset_add(TEST_DIR "/pipe.c"), LAB_USAGE);
	mkdir(TEST_DIR "/a \"quoted\" one", 0777);
	assert_int_equal(preset_add(write_variant("a \"quoted\" one/quoted.c", right)), LAB_USAGE);
	assert_int_equal(preset_add(write_variant("slip.c", "#define SCHED_LIFO_SLOT 4\n")),
			 LAB_USAGE);
	assert_int_equal(preset_add(write_variant("hooked.c",
						  "#define SCHED_INTERVAL_SAMPLE mine\n"
						  "#define SCHED_INTERVAL_CURRENT m\n")),
			 LAB_OK);
}

static void test_presets_set_knobs_that_there_are(void **state)
{
	const char *folder = SOURCE_TREE "/variants";
	struct dirent *entry;
	DIR *dir = opendir(folder);
	size_t count = 0;

	(void)state;
	assert_non_null(dir);
	while ((entry = readdir(dir)) != NULL) {
		const char *dot = strrchr(entry->d_name, '.');

		if (dot == NULL || (strcmp(dot, ".c") != 0 && strcmp(dot, ".h") != 0))
			continue;
		assert_int_equal(preset_check(lab_printf("%s/%s", folder, entry->d_name)), LAB_OK);
		count++;
	}
	closedir(dir);
	assert_true(count >= preset_count);
}

/* ------------------------------------------------------ arms.txt of a build -- */

static void write_list(const char *text, size_t length)
{
	FILE *file = fopen(TEST_DIR "/arms.txt", "w");

	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, length, file), length);
	fclose(file);
}

/* Those that tests before this one gave come first. */
static const char *presets_listed(void)
{
	const char *text = "";

	for (size_t i = 0; i < preset_files()->count; i++)
		text = lab_printf("%spreset %s\n", text, preset_files()->items[i]);
	return text;
}

static void expect_file(const char *expected)
{
	char text[512];
	FILE *file = fopen(TEST_DIR "/arms.txt", "r");

	assert_non_null(file);
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	fclose(file);
	assert_string_equal(text, expected);
}

/* What is no arm would stop every build to come. */
static void test_list_of_a_build(void **state)
{
	static const char spoilt[] = "arm tokio+pop=null timed\narm tokio+pop=proceed timed\0x\n"
				     "\377\376[;\narm tokio timed fault\npreset mine.c\n"
				     "arm tokio counting";
	const char *listed = lab_printf("%sarm tokio+pop=null timed\narm tokio counting\n",
					presets_listed());
	struct wanted wanted = { NULL, 0 };
	struct strings arms = { NULL, 0 };

	(void)state;
	write_list(spoilt, sizeof(spoilt) - 1);
	assert_int_equal(build_list_add(TEST_DIR, &wanted), LAB_OK);
	expect_file(listed);
	write_list(lab_printf("%s[;\n", listed), strlen(listed) + 3);
	assert_int_equal(build_list_add(TEST_DIR, &wanted), LAB_OK); /* nothing is new */
	expect_file(listed);
	wanted_add(&wanted, "tokio+pop=spin", "timed", false);
	assert_int_equal(build_list_add(TEST_DIR, &wanted), LAB_OK);
	expect_file(lab_printf("%sarm tokio+pop=spin timed\n", listed));
	build_known(TEST_DIR, &arms);
	assert_int_equal(arms.count, 3);
	assert_string_equal(arms.items[2], "tokio+pop=spin");
	/* a pipe in the place of what is being written: refused, not waited for */
	wanted_add(&wanted, "tokio+pop=null", "fault", false);
	assert_int_equal(mkfifo(TEST_DIR "/arms.txt.part", 0600), 0);
	assert_int_equal(build_list_add(TEST_DIR, &wanted), LAB_ENVIRONMENT);
	assert_int_equal(unlink(TEST_DIR "/arms.txt.part"), 0);
	assert_int_equal(build_list_add(TEST_DIR, &wanted), LAB_OK);
}

/* ------------------------------------------------------------ tests/arms -- */

static struct tested_arms tested;

static int setup_tested(void **state)
{
	const char *wrong = tested_read(&tested, SOURCE_TREE "/tests/arms");

	(void)state;
	if (wrong != NULL)
		fail_msg("tests/arms: %s", wrong);
	if (tested.listed > TESTED_MOST)
		fail_msg("tests/arms has %zu arms, at most %u", tested.listed, TESTED_MOST);
	return 0;
}

static void test_every_value_is_tested(void **state)
{
	(void)state;
	for (size_t i = 0; i < knob_count; i++)
		for (size_t j = 0; j < knobs[i].value_count; j++)
			if (is_setting(&knobs[i], j) &&
			    !tested_has(&tested, i, knobs[i].values[j].value))
				fail_msg("no arm of tests/arms has %s=%s", knob_word(&knobs[i]),
					 knob_value_word(&knobs[i], knobs[i].values[j].value));
}

static void test_none_sets_what_changes_nothing(void **state)
{
	(void)state;
	for (size_t i = 0; i < tested.listed; i++) {
		size_t idle = idle_knob(tested.arms[i].expression.values);

		if (idle < knob_count)
			fail_msg("tests/arms, %s: %s; run scripts/regenerate arms",
				 tested.arms[i].name,
				 knob_idle(&knobs[idle], tested.arms[i].expression.values));
	}
}

static void test_every_pair_is_tested(void **state)
{
	struct value_pair *pairs;
	size_t count = value_pairs(&pairs);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		const struct knob *one = &knobs[pairs[i].one], *other = &knobs[pairs[i].other];

		if (!tested_has_both(&tested, &pairs[i]))
			fail_msg("no arm of tests/arms has %s=%s with %s=%s; run "
				 "scripts/regenerate arms",
				 knob_word(one), knob_value_word(one, pairs[i].value),
				 knob_word(other), knob_value_word(other, pairs[i].its));
	}
}

/* What a claim's or a suite's arm sets, whatever it sets beside it. */
static void check_arm(const char *where, const char *arm)
{
	struct expression expression;

	if (strchr(arm, '-') != NULL || is_pattern(arm) ||
	    expression_read(&expression, arm) != NULL)
		return;
	for (size_t i = 0; i < knob_count; i++)
		if (expression.is_set[i] && !tested_has(&tested, i, expression.values[i]))
			fail_msg("%s has %s, and no arm of tests/arms %s=%s", where, arm,
				 knob_word(&knobs[i]),
				 knob_value_word(&knobs[i], expression.values[i]));
}

static void test_what_is_claimed_is_tested(void **state)
{
	struct claim_set claims;
	struct strings all = { NULL, 0 };

	(void)state;
	strings_add(&all, "*");
	assert_int_equal(claims_load(&claims, SOURCE_TREE "/claims", &all), LAB_OK);
	for (size_t i = 0; i < claims.count; i++)
		for (size_t j = 0; j < claims.claims[i].count; j++) {
			check_arm(claims.claims[i].name, claims.claims[i].contrasts[j].a);
			check_arm(claims.claims[i].name, claims.claims[i].contrasts[j].b);
		}
}

static void test_what_is_measured_is_tested(void **state)
{
	struct strings names = { NULL, 0 };

	(void)state;
	assert_int_equal(suite_names(SOURCE_TREE "/lab/suites", &names), LAB_OK);
	for (size_t n = 0; n < names.count; n++) {
		struct suite suite;

		memset(&suite, 0, sizeof(suite));
		assert_int_equal(suite_load(&suite, names.items[n], SOURCE_TREE "/lab/suites"),
				 LAB_OK);
		for (size_t i = 0; i < suite.count; i++) {
			for (size_t j = 0; j < suite.requests[i].arms.count; j++)
				check_arm(names.items[n], suite.requests[i].arms.items[j]);
			for (size_t j = 0; j < suite.requests[i].baselines.count; j++)
				check_arm(names.items[n], suite.requests[i].baselines.items[j]);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_name),
		cmocka_unit_test(test_left_alone),
		cmocka_unit_test(test_old_names),
		cmocka_unit_test(test_wrong),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_idle),
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_differences),
		cmocka_unit_test(test_values_are_named_by_their_knob),
		cmocka_unit_test(test_program_names),
		cmocka_unit_test(test_own_preset),
		cmocka_unit_test(test_presets_set_knobs_that_there_are),
		cmocka_unit_test(test_list_of_a_build),
		cmocka_unit_test_setup(test_every_value_is_tested, setup_tested),
		cmocka_unit_test_setup(test_none_sets_what_changes_nothing, setup_tested),
		cmocka_unit_test_setup(test_every_pair_is_tested, setup_tested),
		cmocka_unit_test_setup(test_what_is_claimed_is_tested, setup_tested),
		cmocka_unit_test_setup(test_what_is_measured_is_tested, setup_tested),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
