/* SPDX-License-Identifier: MIT */
/* Description: the names in a claim, against arms made by hand; and the claims of this tree. */
#include "check.h"

#include "lab/claims/claim.h"
#include "lab/claims/names.h"

#define HEAD \
	"{\"name\":\"c\",\"title\":\"t\",\"axis\":\"a\",\"says\":\"s\",\"source\":\"h\"," \
	"\"question\":\"q\"," \
	"\"explains\":\"e\",\"changes_our_mind\":\"m\",\"decided_by\":\"timing\",\"contrasts\":["
#define CONTRAST(a, workload, param, metric) \
	"{\"name\":\"p\",\"a\":\"" a "\",\"b\":\"fast\",\"diff\":\"d\",\"workload\":\"" workload \
	"\",\"margin_percent\":3,\"params\":{\"" param "\":1},\"exercised\":{\"metric\":\"" metric \
	"\",\"per_unit_at_least\":0.1}}"

static const struct param_info params[] = { { "tasks", "", 1, 1, 100 } };
static const struct workload_info workloads[] = {
	{ .name = "spin", .unit = "task", .params = params, .param_count = 1 },
};

static struct arm_info arm_of(const char *name, const char *flavour)
{
	return (struct arm_info){ .name = name,
				  .flavour = flavour,
				  .workloads = workloads,
				  .workload_count = 1,
				  .describe = json_pack("{s:[s, s]}", "metrics", "kept",
							"steals") };
}

/* "slow", "fast" and the counting build of "fast". */
static int check_against(struct arm_info *arms, const char *contrasts)
{
	struct arm_set set = { .arms = arms, .count = 3 };
	struct claim_set claims = { lab_alloc(sizeof(*claims.claims)), 1 };
	int status;

	assert_int_equal(claim_parse(claims.claims, lab_printf(HEAD "%s]}", contrasts), "here"), 0);
	status = claims_check_names(&claims, &set);
	for (size_t i = 0; i < set.count; i++)
		json_decref(arms[i].describe);
	return status;
}

static int check(const char *contrasts)
{
	struct arm_info arms[] = { arm_of("slow", "timed"), arm_of("fast", "timed"),
				   arm_of("fast", "counting") };

	return check_against(arms, contrasts);
}

static void test_names(void **state)
{
	(void)state;
	assert_int_equal(check(CONTRAST("slow", "spin", "tasks", "kept")), LAB_OK);
	assert_int_equal(check(CONTRAST("slaw", "spin", "tasks", "kept")), LAB_USAGE);
	assert_int_equal(check(CONTRAST("slow", "spim", "tasks", "kept")), LAB_USAGE);
	assert_int_equal(check(CONTRAST("slow", "spin", "task", "kept")), LAB_USAGE);
	assert_int_equal(check(CONTRAST("slow", "spin", "tasks", "keqt")), LAB_USAGE);
	/* Known to this tree, though not built; and peers, which come and go. */
	assert_int_equal(check(CONTRAST("tokio_lifo4", "spin", "tasks", "kept")), LAB_OK);
	assert_int_equal(check(CONTRAST("tokio-bare-9.9", "spin", "tasks", "kept")), LAB_OK);
}

/* Of one that is not built only what every arm has is known. */
static void test_not_built(void **state)
{
	struct arm_info arms[] = { arm_of("slow", "timed"), arm_of("fast", "timed"),
				   arm_of("fast", "counting") };

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		arms[i].is_assumed = true;
		json_incref(arms[i].describe);
	}
	assert_int_equal(check_against(arms, CONTRAST("slow", "spin", "tasks", "other")), LAB_OK);
	assert_int_equal(check_against(arms, CONTRAST("slow", "spin", "task", "kept")), LAB_USAGE);
}

static int check_references(const char *rest)
{
	struct claim claim;

	assert_int_equal(
		claim_parse(&claim,
			    lab_printf(HEAD "{\"name\":\"p\",\"a\":\"x\",\"b\":\"y\",\"diff\":"
					    "\"d\",\"workload\":\"spin\",\"margin_percent\":3},"
					    "{\"name\":\"%s,\"a\":\"x\",\"b\":\"y\",\"diff\":\"d\","
					    "\"workload\":\"spin\",\"margin_percent\":3}]}",
				       rest),
			    "here"),
		0);
	return claim_check_references(&claim, "here");
}

static void test_references(void **state)
{
	(void)state;
	assert_int_equal(check_references("q\",\"ablates\":\"p\""), LAB_OK);
	assert_int_equal(check_references("q\",\"ablates\":\"r\""), LAB_USAGE);
	assert_int_equal(check_references("q\",\"transfers\":\"pp\""), LAB_USAGE);
	assert_int_equal(check_references("p\""), LAB_USAGE);
}

static int load_with_axis(const char *axis)
{
	struct strings all = { NULL, 0 };
	struct claim_set claims;
	FILE *file = fopen(TEST_DIR "/one.json", "w");

	assert_non_null(file);
	fprintf(file,
		"{\"name\":\"one\",\"title\":\"t\",\"axis\":%s,\"says\":\"s\",\"source\":\"h\","
		"\"question\":\"q\",\"explains\":\"e\",\"changes_our_mind\":\"m\","
		"\"decided_by\":\"inspection\",\"finding\":\"f\",\"holds\":true,\"contrasts\":[]}",
		axis);
	fclose(file);
	strings_add(&all, "one");
	return claims_load(&claims, TEST_DIR, &all);
}

/* Each of its axes is one, and is named once. */
static void test_axes(void **state)
{
	(void)state;
	assert_int_equal(load_with_axis("\"lifo\""), LAB_OK);
	assert_int_equal(load_with_axis("[\"lifo\", \"peer\"]"), LAB_OK);
	assert_int_equal(load_with_axis("[]"), LAB_USAGE);
	assert_int_equal(load_with_axis("[\"lifo\", \"lifo\"]"), LAB_USAGE);
	assert_int_equal(load_with_axis("\"lifi\""), LAB_USAGE);
	assert_int_equal(load_with_axis("[\"lifo\", 5]"), LAB_USAGE);
	assert_int_equal(load_with_axis("{}"), LAB_USAGE);
}

/* Every file in claims/ says what carries it, why its margin is what it is, and names arms
 * that this tree has.  (Metrics and parameters: lab_claim_names, which asks the arms.) */
static void test_own_claims(void **state)
{
	struct strings all = { NULL, 0 };
	struct arm_set none = { .count = 0 };
	struct claim_set claims;

	(void)state;
	strings_add(&all, "*");
	assert_int_equal(claims_load(&claims, SOURCE_TREE "/claims", &all), LAB_OK);
	assert_true(claims.count >= 7);
	assert_int_equal(claims_check_names(&claims, &none), LAB_OK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),	   cmocka_unit_test(test_not_built),
		cmocka_unit_test(test_references), cmocka_unit_test(test_axes),
		cmocka_unit_test(test_own_claims),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
