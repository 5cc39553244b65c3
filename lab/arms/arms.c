/* SPDX-License-Identifier: MIT */
/*
 * arms.c - finds `bench-*`, asks all of them --describe, a few at a time.
 *
 * Nothing is cached: a description costs milliseconds and a stale one would
 * cost the truth.
 */
#include "lab/arms/arms.h"

#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lab/arms/build.h"
#include "lab/arms/describe.h"
#include "lab/arms/facts.h"
#include "lab/base/child.h"
#include "lab/base/regular.h"
#include "lab/base/shortage.h"

#define ASKED_AT_ONCE 8

/* bench-X@N is a layout of the arm bench-X, not an arm of its own. */
static int is_program(const struct dirent *entry)
{
	return strncmp(entry->d_name, "bench-", 6) == 0;
}

static bool is_executable(const char *path)
{
	struct stat about;

	return stat(path, &about) == 0 && S_ISREG(about.st_mode) && access(path, X_OK) == 0;
}

/* Full paths, sorted by name.  -1: the directory cannot be read. */
static int find_programs(const char *directory, const struct strings *only,
			 struct strings *programs)
{
	struct dirent **entries;
	int count = scandir(directory, &entries, is_program, alphasort);

	for (int i = 0; i < count; i++) {
		char *path = lab_printf("%s/%s", directory, entries[i]->d_name);

		if (is_executable(path) &&
		    (only == NULL || strings_contain(only, entries[i]->d_name)))
			strings_add(programs, path);
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
	return count < 0 ? -1 : 0;
}

static void skip(struct arm_set *set, const char *program, const char *reason)
{
	set->skipped = lab_grow(set->skipped, set->skipped_count, sizeof(*set->skipped));
	set->skipped[set->skipped_count].program = program;
	set->skipped[set->skipped_count++].reason = reason;
}

/* ": " and the first line of the end of what it said, or "". */
static const char *last_words(const struct child *child)
{
	char *errors = child_errors(child, 300);
	const char *words = "";

	if (errors != NULL && errors[0] != '\0')
		words = lab_printf(": %.*s", (int)strcspn(errors, "\n"), errors);
	free(errors);
	return words;
}

static const char *read_description(struct child *child, uint64_t deadline, json_t **answer)
{
	json_error_t error;
	char fate[96], *line;

	switch (child_read_line(child, deadline, &line)) {
	case CHILD_LINE:
		break;
	case CHILD_TIMEOUT:
		return "it did not answer --describe in time";
	case CHILD_TOO_LONG:
		return "its answer to --describe has no end";
	case CHILD_INTERRUPTED:
		return "interrupted";
	case CHILD_END:
		if (!child_wait(child, deadline))
			return "it closed its output without answering --describe";
		return lab_printf("it ended without answering --describe (%s)%s",
				  child_fate(child->wait_status, fate, sizeof(fate)),
				  last_words(child));
	}
	*answer = json_loads(line, JSON_REJECT_DUPLICATES, &error);
	if (*answer == NULL)
		return lab_printf("its answer to --describe is not JSON: %s", error.text);
	if (child_read_line(child, deadline, &line) != CHILD_END || !child_wait(child, deadline))
		return "it answered --describe but did not end there";
	if (child->wait_status != 0)
		return lab_printf("it answered --describe but failed (%s)",
				  child_fate(child->wait_status, fate, sizeof(fate)));
	return NULL;
}

/* NULL, or why the program cannot be a layout of the arm that it names. */
static const char *add_layout(struct arm_info *base, const struct arm_info *arm)
{
	const char *other = facts_differ_layouts(base, arm);

	if (other != NULL)
		return other;
	if (arm->layout < base->layout_count && base->layouts[arm->layout].program != NULL)
		return lab_printf("it claims to be %s (%s), layout %u, which %s already is",
				  arm->name, arm->flavour, arm->layout,
				  base->layouts[arm->layout].program);
	if (arm->layout != base->layout_count)
		return lab_printf("it is layout %u of %s (%s), and layout %u is missing",
				  arm->layout, arm->name, arm->flavour, base->layout_count);
	base->layouts[base->layout_count].what = lab_strdup(arm->layouts[0].what);
	base->layouts[base->layout_count].file = arm->layouts[0].file;
	base->layouts[base->layout_count++].program = arm->layouts[0].program;
	return NULL;
}

static struct arm_info *find(struct arm_set *set, const struct arm_info *like)
{
	const struct arm_info *found = arm_find(set, like->name, like->flavour);

	return found != NULL ? &set->arms[found - set->arms] : NULL;
}

static void keep_arm(struct arm_set *set, struct arm_info *arm)
{
	arm->layout_count = 1;
	set->arms = lab_grow(set->arms, set->count, sizeof(*set->arms));
	set->arms[set->count++] = *arm;
}

static void accept_arm(struct arm_set *set, const char *program, struct program *file,
		       json_t *answer)
{
	struct arm_info arm, *base;
	const char *wrong = describe_parse(&arm, program, answer);

	arm.layouts[0].file = file;
	base = wrong != NULL ? NULL : find(set, &arm);
	if (wrong == NULL && base == NULL && arm.layout == 0) {
		keep_arm(set, &arm); /* and with it the answer, whose texts it borrows */
		return;
	}
	if (wrong == NULL)
		wrong = base != NULL ? add_layout(base, &arm) :
				       lab_printf("it is layout %u of %s (%s), and there is no "
						  "layout 0",
						  arm.layout, arm.name, arm.flavour);
	if (wrong != NULL)
		skip(set, program, wrong);
	json_decref(answer);
}

/* Looked at before it is asked: what it says is of that file, or of one that is replaced. */
struct asked {
	struct child child;
	struct program *file;
};

static void ask(struct asked *asked, const char *program)
{
	char *argv[] = { lab_strdup(program), lab_strdup("--describe"), NULL };

	asked->file = program_look(program);
	if (child_start(&asked->child, argv, NULL) == 0)
		child_close_input(&asked->child);
}

/* The errno of a shortage: it could not be asked, which is not its fault.  Else 0. */
static int hear(struct arm_set *set, struct asked *asked, const char *program, uint64_t deadline)
{
	struct child *child = &asked->child;
	json_t *answer = NULL;
	const char *wrong = child->error != 0 ?
				    lab_printf("it cannot be started: %s", strerror(child->error)) :
				    read_description(child, deadline, &answer);

	child_end(child);
	if (is_shortage(child->error))
		return child->error;
	if (wrong == NULL) {
		accept_arm(set, program, asked->file, answer);
	} else {
		json_decref(answer);
		skip(set, program, wrong);
	}
	return 0;
}

const char *arm_ask(struct arm_info *arm, const char *program, uint64_t timeout_ns)
{
	struct arm_set set = { .count = 0 };
	struct asked asked;
	int shortage;

	ask(&asked, program);
	shortage = hear(&set, &asked, program, now_ns() + timeout_ns);
	if (shortage != 0)
		return error_and_remedy(shortage);
	if (set.count == 0)
		return set.skipped[0].reason;
	*arm = set.arms[0];
	return NULL;
}

static int ask_all(struct arm_set *set, const struct strings *programs, uint64_t timeout_ns)
{
	struct asked asked[ASKED_AT_ONCE];
	int shortage = 0;

	for (size_t first = 0; first < programs->count && shortage == 0; first += ASKED_AT_ONCE) {
		size_t end = first + ASKED_AT_ONCE;
		uint64_t deadline = now_ns() + timeout_ns;

		if (end > programs->count)
			end = programs->count;
		for (size_t i = first; i < end; i++)
			ask(&asked[i - first], programs->items[i]);
		for (size_t i = first; i < end; i++) {
			int error = hear(set, &asked[i - first], programs->items[i], deadline);

			if (error != 0 && shortage == 0)
				lab_error("cannot start %s: %s", programs->items[i],
					  error_and_remedy(error));
			shortage = shortage != 0 ? shortage : error;
		}
	}
	return shortage != 0 ? LAB_ENVIRONMENT : LAB_OK;
}

static const char *read_reason(const char *directory)
{
	char text[512] = "";
	FILE *file = regular_open(lab_printf("%s/tokio-not-built.txt", directory));

	if (file == NULL)
		return errno == ENOENT ?
			       NULL :
			       lab_printf("its reason cannot be read: %s", error_and_remedy(errno));
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	fclose(file);
	text[strcspn(text, "\n")] = '\0';
	return text[0] != '\0' ? lab_strdup(text) : "the build gave no reason";
}

int arm_set_load(struct arm_set *set, const char *directory, const struct strings *only,
		 uint64_t timeout_ns)
{
	struct strings programs = { NULL, 0 };

	memset(set, 0, sizeof(*set));
	if (directory == NULL)
		directory = getenv("SCHEDLAB_ARMS");
	set->directory = directory != NULL ? directory : build_programs();
	if (find_programs(set->directory, only, &programs) != 0) {
		lab_error("cannot read arms directory %s: %s; give another with --arms-dir",
			  set->directory, error_and_remedy(errno));
		return LAB_ENVIRONMENT;
	}
	set->tokio_missing = read_reason(set->directory);
	if (ask_all(set, &programs, timeout_ns) != LAB_OK)
		return LAB_ENVIRONMENT;
	if (set->count > 0)
		return LAB_OK;
	for (size_t i = 0; i < set->skipped_count; i++)
		lab_error("%s skipped: %s", set->skipped[i].program, set->skipped[i].reason);
	lab_error("no usable bench-* program in %s; build some or give --arms-dir", set->directory);
	return LAB_ENVIRONMENT;
}

void arm_set_free(struct arm_set *set)
{
	for (size_t i = 0; i < set->count; i++)
		json_decref(set->arms[i].describe);
	set->count = 0;
}

json_t *arm_set_skipped_json(const struct arm_set *set)
{
	json_t *skipped = json_array();

	for (size_t i = 0; i < set->skipped_count; i++)
		json_array_append_new(skipped,
				      json_pack("{s:s, s:s}", "program", set->skipped[i].program,
						"reason", set->skipped[i].reason));
	return skipped;
}

const struct arm_info *arm_find(const struct arm_set *set, const char *name, const char *flavour)
{
	for (size_t i = 0; i < set->count; i++)
		if (strcmp(set->arms[i].name, name) == 0 &&
		    strcmp(set->arms[i].flavour, flavour) == 0)
			return &set->arms[i];
	return NULL;
}

const struct workload_info *arm_workload(const struct arm_info *arm, const char *name)
{
	for (size_t i = 0; i < arm->workload_count; i++)
		if (strcmp(arm->workloads[i].name, name) == 0)
			return &arm->workloads[i];
	return NULL;
}

void arm_names(const struct arm_set *set, struct strings *names)
{
	for (size_t i = 0; i < set->count; i++)
		if (!strings_contain(names, set->arms[i].name))
			strings_add(names, set->arms[i].name);
}

void workload_names(const struct arm_set *set, struct strings *names)
{
	for (size_t i = 0; i < set->count; i++)
		for (size_t j = 0; j < set->arms[i].workload_count; j++)
			if (!strings_contain(names, set->arms[i].workloads[j].name))
				strings_add(names, set->arms[i].workloads[j].name);
}

bool arm_is_peer(const struct arm_info *arm)
{
	return strcmp(arm->kind, "peer") == 0;
}

const char *arm_label(const struct arm_info *arm)
{
	return lab_printf("%s [%s]", arm->name, arm->version);
}
