/* SPDX-License-Identifier: MIT */
/* facts.c - the table of facts; see facts.h.  A fact is a path, in a row and in what is expected. */
#include "lab/arms/facts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Between two sides: never; if both say it.  Also if only one does: of two on one runtime
 * (what a peer in another language is built with is another matter); of two such peers
 * that also have one family name, since another one ("tokio-bare", "tokio-stock") says
 * that they are built otherwise; of two such peers that say one profile. */
enum between { APART, BOTH, RUNTIME, FAMILY, PROFILE };

/* A row that does not say it is red: never; if it is expected; always. */
enum need { OPTIONAL, IF_EXPECTED, ALWAYS };

struct fact {
	/* In the row, and in what is expected of it.  "path:rustc " is what follows in that
	 * text, for two sides only: each keeps to the whole text. */
	const char *path;
	const char *name;
	const char *expected_by; /* who expects it of each side; NULL: nobody */
	enum need need;
	enum between between;
	const char *remedy; /* where two sides differ */
};

#define ASKED	  "asked for"
#define DESCRIBED "its --describe says"
#define HOST	  "this host has"
#define READY	  "its \"ready\" said"
#define COUNTED	  "by its workers and their CPUs it is"
#define REBUILD	  "build both in one tree, in one go"

static const struct fact facts[] = {
	/* what was asked of it */
	{ "arm", "arm", ASKED, ALWAYS, APART, NULL },
	{ "workload", "workload", ASKED, ALWAYS, APART, NULL },
	{ "flavour", "flavour", ASKED, ALWAYS, APART, NULL },
	{ "unit", "unit", ASKED, OPTIONAL, APART, NULL },
	{ "params", "parameters", ASKED, OPTIONAL, APART, NULL },
	{ "workers", "workers", ASKED, ALWAYS, APART, NULL },
	{ "seed", "seed", ASKED, ALWAYS, APART, NULL },
	{ "layout", "layout", ASKED, OPTIONAL, APART, NULL },
	{ "heap", "heap placement", ASKED, IF_EXPECTED, APART, NULL },
	{ "preload", "LD_PRELOAD", ASKED, OPTIONAL, APART, NULL },
	{ "planted.percent", "planted slowdown", ASKED, IF_EXPECTED, APART, NULL },
	{ "pin.policy", "pin policy", ASKED, ALWAYS, APART, NULL },
	{ "pin.read_back", "pin read back", ASKED, ALWAYS, APART, NULL },
	/* what it is */
	{ "kind", "kind", DESCRIBED, OPTIONAL, APART, NULL },
	{ "version", "version", DESCRIBED, OPTIONAL, APART, NULL },
	{ "allocator", "allocator", DESCRIBED, ALWAYS, APART, NULL },
	{ "knobs", "knobs", DESCRIBED, OPTIONAL, APART, NULL },
	{ "heap_placement", "option --heap", DESCRIBED, OPTIONAL, APART, NULL },
	{ "isa", "instruction set", DESCRIBED, OPTIONAL, BOTH, REBUILD },
	{ "build.compiler", "compiler", DESCRIBED, OPTIONAL, RUNTIME, REBUILD },
	{ "build.flags", "compiler flags", DESCRIBED, OPTIONAL, RUNTIME, REBUILD },
	{ "build.preset", "preset", DESCRIBED, OPTIONAL, BOTH, REBUILD },
	{ "build.commit", "commit", DESCRIBED, OPTIONAL, RUNTIME, REBUILD },
	{ "build.sources", "hash of the shared sources", DESCRIBED, OPTIONAL, BOTH, REBUILD },
	{ "version:rustc ", "Rust compiler", NULL, OPTIONAL, RUNTIME, REBUILD },
	{ "version:features ", "features", NULL, OPTIONAL, FAMILY, REBUILD },
	{ "knobs.RUST_FLAGS:opt-level=", "Rust's opt-level", NULL, OPTIONAL, RUNTIME, REBUILD },
	{ "knobs.RUST_FLAGS:target-cpu=", "Rust's target-cpu", NULL, OPTIONAL, RUNTIME, REBUILD },
	{ "knobs.RUST_PROFILE", "Rust profile", NULL, OPTIONAL, FAMILY, REBUILD },
	{ "knobs.RUST_FLAGS", "Rust flags", NULL, OPTIONAL, PROFILE, REBUILD },
	/* where it ran */
	{ "pin.workers", "CPUs of the workers", READY, ALWAYS, BOTH, "see --pin" },
	{ "pin.main", "CPU of the main thread", READY, IF_EXPECTED, BOTH, "see --pin" },
	{ "pin.producers", "CPUs of the producers", NULL, OPTIONAL, BOTH, "see --pin" },
	{ "pin.oversubscribed", "oversubscribed", COUNTED, OPTIONAL, BOTH, "see --pin" },
	{ "malloc_from", "file of malloc", NULL, OPTIONAL, BOTH, "see --allocator" },
	{ "counter_group", "counters", NULL, OPTIONAL, BOTH, "start both alike" },
	{ "host.kernel", "kernel", HOST, OPTIONAL, BOTH, "run both on one host" },
	{ "host.cpus", "number of CPUs allowed", HOST, OPTIONAL, BOTH, "run both on one host" },
	{ "host.cpu", "CPU model", NULL, OPTIONAL, BOTH, "run both on one host" },
	{ "host.machine", "machine", NULL, OPTIONAL, BOTH, "run both on one host" },
	{ "host.topology_hash", "topology", NULL, OPTIONAL, BOTH, "run both on one host" },
	{ "versions", "versions of libraries", NULL, OPTIONAL, RUNTIME, "link both alike" },
};

#define FACTS (sizeof(facts) / sizeof(facts[0]))

/* What stands at "member.member"; NULL: nothing, or null. */
static json_t *find(json_t *object, const char *path)
{
	size_t length = strcspn(path, ".");
	json_t *value = json_object_getn(object, path, length);

	if (path[length] == '.')
		return find(value, path + length + 1);
	return json_is_null(value) ? NULL : value;
}

/* A new reference to the fact in this row, the part of a text too; NULL: it is not said.
 * A part ends where the next begins: "opt-level=3 panic=abort", "rustc 1.95.0, features". */
static json_t *take(json_t *row, const struct fact *fact)
{
	size_t length = strcspn(fact->path, ":");
	const char *part = fact->path + length, *at;
	json_t *whole = find(row, lab_printf("%.*s", (int)length, fact->path));

	if (part[0] == '\0')
		return json_incref(whole);
	at = json_is_string(whole) ? strstr(json_string_value(whole), ++part) : NULL;
	if (at == NULL)
		return NULL;
	at += strlen(part);
	return json_stringn(at, strcspn(at, at[-1] == '=' ? " " : ","));
}

static const char *text_of(json_t *value)
{
	char *dump = value != NULL ? json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT) : NULL;
	const char *text = lab_strdup(dump != NULL ? dump : "nothing");

	free(dump);
	return text;
}

/* Commits with and without local changes are one commit: what the changes are to the
 * shared sources is a fact of its own, and an arm of one's own is such a change. */
static bool is_same_commit(const char *a, const char *b)
{
	size_t length = strcspn(a, "+");

	return length == strcspn(b, "+") && strncmp(a, b, length) == 0;
}

static bool is_same(const struct fact *fact, json_t *a, json_t *b)
{
	double x = json_number_value(a), y = json_number_value(b);

	if (json_is_number(a) && json_is_number(b)) /* 10 is 10.0, and text has six digits */
		return fabs(x - y) <= 1e-5 * fabs(y);
	if (strcmp(fact->name, "commit") == 0 && json_is_string(a) && json_is_string(b))
		return is_same_commit(json_string_value(a), json_string_value(b));
	return json_equal(a, b) != 0;
}

/* ------------------------------------------------- with plan, description, host -- */

/* NULL, or why what it said is not what was wanted of it. */
static const char *breaks(const struct fact *fact, json_t *said, json_t *wanted)
{
	if (said == NULL && (fact->need == OPTIONAL || (fact->need == IF_EXPECTED && !wanted)))
		return NULL;
	if (said == NULL)
		return lab_printf("its row does not say %s", fact->name);
	if (fact->expected_by == NULL || is_same(fact, said, wanted))
		return NULL;
	if (wanted == NULL &&
	    (strcmp(fact->expected_by, DESCRIBED) == 0 || strcmp(fact->expected_by, HOST) == 0))
		return NULL;
	return lab_printf("it says %s %s, %s %s", fact->name, text_of(said), fact->expected_by,
			  text_of(wanted));
}

const char *facts_broken(json_t *row, json_t *expected)
{
	const char *why = NULL;

	for (size_t i = 0; i < FACTS && why == NULL; i++)
		why = breaks(&facts[i], find(row, facts[i].path), find(expected, facts[i].path));
	return why;
}

/* --------------------------------------------------------- between two sides -- */

/* Two of our variants, or two peers on one runtime: the first word of their versions. */
static bool on_one_runtime(const struct arm_info *a, const struct arm_info *b)
{
	size_t length = strcspn(a->version, " ");

	return arm_is_peer(a) == arm_is_peer(b) &&
	       (!arm_is_peer(a) || (length == strcspn(b->version, " ") &&
				    strncmp(a->version, b->version, length) == 0));
}

/* "tokio-bare" of "tokio-bare-nolifo". */
static size_t family_length(const char *name)
{
	size_t length = strcspn(name, "-");

	return name[length] == '\0' ? length : length + 1 + strcspn(name + length + 1, "-");
}

static bool of_one_family(const struct arm_info *a, const struct arm_info *b)
{
	size_t length = family_length(a->name);

	return length == family_length(b->name) && strncmp(a->name, b->name, length) == 0;
}

static bool of_one_profile(json_t *a, json_t *b)
{
	json_t *x = find(a, "knobs.RUST_PROFILE"), *y = find(b, "knobs.RUST_PROFILE");

	return x == y || json_equal(x, y) != 0; /* neither: NULL is not equal to NULL */
}

/* An executor without threads of its own works on the main thread: it says which worker
 * that is, and must have the two on one CPU. */
static bool main_works(json_t *row)
{
	static const char says[] = "main is worker ";
	size_t index;
	json_t *text;

	json_array_foreach(find(row, "pin.shared"), index, text) {
		const char *said = json_is_string(text) ? json_string_value(text) : "";

		if (strncmp(said, says, strlen(says)) == 0 &&
		    json_equal(find(row, "pin.main"),
			       json_array_get(find(row, "pin.workers"),
					      strtoul(said + strlen(says), NULL, 10))))
			return true;
	}
	return false;
}

static bool is_compared(const struct fact *fact, const struct arm_info *a, json_t *said_a,
			const struct arm_info *b, json_t *said_b)
{
	if (strcmp(fact->path, "pin.main") == 0 && (main_works(said_a) || main_works(said_b)))
		return false;
	switch (fact->between) {
	case RUNTIME:
		return on_one_runtime(a, b);
	case FAMILY:
		return on_one_runtime(a, b) && of_one_family(a, b);
	case PROFILE:
		return on_one_runtime(a, b) && of_one_profile(said_a, said_b);
	default:
		return fact->between == BOTH;
	}
}

/* Do they say the same of what is compared, as far as they say it? */
static bool agree(const struct fact *fact, json_t *x, json_t *y)
{
	if (x == NULL || y == NULL)
		return x == y || fact->between == BOTH;
	return is_same(fact, x, y);
}

const char *facts_differ(const struct arm_info *a, json_t *said_a, const struct arm_info *b,
			 json_t *said_b)
{
	const char *why = NULL;

	for (size_t i = 0; i < FACTS && why == NULL; i++) {
		const struct fact *fact = &facts[i];
		json_t *x = take(said_a, fact), *y = take(said_b, fact);

		if (is_compared(fact, a, said_a, b, said_b) && !agree(fact, x, y))
			why = lab_printf("not comparable: %s of %s is %s, of %s %s; %s", fact->name,
					 b->name, text_of(y), a->name, text_of(x), fact->remedy);
		json_decref(x);
		json_decref(y);
	}
	return why;
}

const char *facts_differ_described(const struct arm_info *a, const struct arm_info *b)
{
	return facts_differ(a, a->describe, b, b->describe);
}

/* Layouts are one arm from the same objects; their commits may say "+" or not. */
const char *facts_differ_layouts(const struct arm_info *a, const struct arm_info *b)
{
	for (size_t i = 0; i < FACTS; i++) {
		const struct fact *fact = &facts[i];
		json_t *x = find(a->describe, fact->path), *y = find(b->describe, fact->path);

		if (fact->expected_by != NULL && strcmp(fact->expected_by, DESCRIBED) == 0 &&
		    x != y && !is_same(fact, x, y))
			return lab_printf("it is layout %u of another build of %s: %s is %s, of "
					  "layout 0 %s; build all layouts again",
					  b->layout, a->name, fact->name, text_of(y), text_of(x));
	}
	return NULL;
}

const char *facts_heap_unvaried(const struct arm_info *arm)
{
	return arm->takes_heap ? NULL :
				 lab_printf("heap placement is not varied for %s: it takes no "
					    "--heap (harness/CONTRACT.md)",
					    arm->name);
}
