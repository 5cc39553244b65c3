/* SPDX-License-Identifier: MIT */
/*
 * gate_pages.c - huge pages.
 *
 * Transparent ones under `always` are a breach: whether a heap gets them depends
 * on how fragmented memory is at that moment, so two processes of one program
 * differ.  Under `madvise` and `never` they do not, since no arm asks for them.
 * Reserved ones are told, never a breach: nothing here takes any.
 */
#include <stdio.h>
#include <string.h>

#include "lab/gates/gate_file.h"
#include "lab/gates/gate_parts.h"

static void huge_pages_transparent_read(const char *root, struct gate_reading *reading)
{
	static const char path[] = "/sys/kernel/mm/transparent_hugepage/enabled";
	char text[128], chosen[16];
	const char *open;

	if (!file_line(root, path, text, sizeof(text), reading->note))
		return;
	open = strchr(text, '[');
	if (open == NULL || sscanf(open, "[%15[a-z]]", chosen) != 1)
		reading_unknown(reading, "%s: no choice is marked in \"%.60s\"", path, text);
	else if (strcmp(chosen, "always") == 0)
		reading_text(reading, GATE_BREACHED, "%s", chosen);
	else if (strcmp(chosen, "madvise") == 0 || strcmp(chosen, "never") == 0)
		reading_text(reading, GATE_PASS, "%s", chosen);
	else
		reading_unknown(reading, "%s: \"%s\" is not a known choice", path, chosen);
}

GATE(huge_pages_transparent) = {
	.place = 60,
	.name = "huge_pages_transparent",
	.meaning = "is it chance whether a heap gets huge pages, so that two "
		   "processes of one program differ?",
	.remedy = "echo madvise | sudo tee /sys/kernel/mm/transparent_hugepage/enabled",
	.unit = "",
	.limit = NAN,
	.limit_reason = "given only to those who ask, and no arm asks",
	.read = huge_pages_transparent_read,
};

static void huge_pages_reserved_read(const char *root, struct gate_reading *reading)
{
	int64_t pages;

	if (!file_key(root, "/proc/meminfo", "HugePages_Total", &pages, reading->note))
		return;
	reading->state = GATE_PASS;
	reading_number(reading, (double)pages);
}

GATE(huge_pages_reserved) = {
	.place = 70,
	.name = "huge_pages_reserved",
	.meaning = "is memory set aside that no arm uses? Told only, never a breach.",
	.remedy = "none needed",
	.unit = "pages",
	.limit = NAN,
	.limit_reason = "any number will do",
	.read = huge_pages_reserved_read,
};
