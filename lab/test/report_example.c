/* SPDX-License-Identifier: MIT */
/*
 * report_example.c - writes reports of made-up results, for a browser to look at.
 *
 * Usage: report_example DIRECTORY
 * Makes DIRECTORY/{empty,calm,again,hostile,elsewhere,rows}/report.html, and
 * DIRECTORY/several.html of four of them.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "fake_results.h"
#include "lab/report/report.h"

static const struct {
	const char *name;
	enum fake_kind kind;
	unsigned int seed;
	const char *host_key;
} examples[] = {
	{ "empty", FAKE_EMPTY, 0, NULL },
	{ "calm", FAKE_CALM, 1, "0123456789ab" },
	{ "again", FAKE_CALM, 2, "0123456789ab" },
	{ "hostile", FAKE_HOSTILE_SET, 3, "0123456789ab" },
	{ "elsewhere", FAKE_CALM, 4, "ba9876543210" },
};

#define EXAMPLES (sizeof(examples) / sizeof(examples[0]))

static int make(struct fake_set *set, const char *parent, size_t index)
{
	const char *directory = lab_printf("%s/%s", parent, examples[index].name);

	if (mkdir(directory, 0777) != 0) {
		fprintf(stderr, "report_example: cannot create %s: %s\n", directory,
			strerror(errno));
		return LAB_ENVIRONMENT;
	}
	fake_set_make(set, directory, examples[index].kind, examples[index].seed,
		      examples[index].host_key);
	return report_write(&set->store, &set->summary, &set->verdicts, directory);
}

/* A run without claims, of an arm whose name has no place to break it. */
static int make_rows(const char *parent)
{
	const char *directory = lab_printf("%s/rows", parent);
	struct fake_set set;
	int status;

	if (mkdir(directory, 0777) != 0)
		return LAB_ENVIRONMENT;
	fake_set_make(&set, directory, FAKE_CALM, 1, NULL);
	set.verdicts.claims.count = 0;
	for (size_t i = 0; i < set.summary.count; i++)
		set.summary.results[i].arm.name = "tokio+task_alloc=slab+inject_shards=4";
	status = report_write(&set.store, &set.summary, &set.verdicts, directory);
	fake_set_close(&set);
	return status;
}

int main(int argc, char **argv)
{
	struct fake_set sets[EXAMPLES];
	struct report_set several[EXAMPLES];
	int status = LAB_OK;

	if (argc != 2) {
		fprintf(stderr, "Usage: report_example DIRECTORY\n");
		return LAB_USAGE;
	}
	for (size_t i = 0; i < EXAMPLES && status == LAB_OK; i++) {
		status = make(&sets[i], argv[1], i);
		several[i] = (struct report_set){ .store = &sets[i].store,
						  .summary = &sets[i].summary,
						  .verdicts = &sets[i].verdicts,
						  .directory = sets[i].directory };
	}
	if (status == LAB_OK)
		status = report_write_sets(&several[1], EXAMPLES - 1,
					   lab_printf("%s/several.html", argv[1]));
	for (size_t i = 0; i < EXAMPLES && status == LAB_OK; i++)
		fake_set_close(&sets[i]);
	return status == LAB_OK ? make_rows(argv[1]) : status;
}
