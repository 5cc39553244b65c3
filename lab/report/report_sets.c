/* SPDX-License-Identifier: MIT */
/*
 * report_sets.c - several sets on one page, a section for each host; see report.h.
 *
 * On its first screen stands each claim's word in each set.  Words stand beside words and
 * nothing is pooled: a claim may hold on one machine and not on another.
 */
#include <stdlib.h>
#include <string.h>

#include "lab/report/report_parts.h"
#include "lab/report/words.h"

/* Sets of one key may stand side by side; without a key the class has to do. */
static const char *host_of(const struct report_set *set)
{
	const char *key = store_meta(set->store, "host_key");

	return key != NULL ? key : set->summary->host_class;
}

static const char *host_title(const struct report_set *set)
{
	return lab_printf("Host %s (%s)", set->summary->host_class, host_of(set));
}

static bool is_first_of_host(const struct report_set *sets, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (strcmp(host_of(&sets[i]), host_of(&sets[index])) == 0)
			return false;
	return true;
}

/* "set-2-": of the identifiers of a set. */
static const char *set_prefix(size_t index)
{
	return lab_printf("set-%zu-", index + 1);
}

/* ---------------------------------------------------------------- claims -- */

static const struct claim *find(const struct report_set *set, const char *name)
{
	const struct claim_set *claims = &set->verdicts->claims;

	for (size_t i = 0; i < claims->count; i++)
		if (strcmp(claims->claims[i].name, name) == 0)
			return &claims->claims[i];
	return NULL;
}

/* The host, where it tells sets apart. */
static const struct column *columns_for(const struct report_set *sets, size_t count)
{
	struct column *columns = lab_alloc((count + 1) * sizeof(*columns));
	bool one_host = true;

	for (size_t i = 1; i < count; i++)
		one_host &= strcmp(sets[i].summary->host_class, sets[0].summary->host_class) == 0;
	columns[0].name = "claim";
	for (size_t i = 0; i < count; i++)
		columns[i + 1].name = one_host ? sets[i].name :
						 lab_printf("%s: %s", sets[i].name,
							    sets[i].summary->host_class);
	return columns;
}

static void put_word(struct page *page, const struct report_set *set, size_t index,
		     const char *name)
{
	const struct claim *claim = find(set, name);
	struct claim_answer answer;

	if (claim == NULL) {
		page_cell(page, "-");
		return;
	}
	answer = claim_answer(claim, set->verdicts);
	page_cell_badge_link(page, words_claim_tone(claim, &answer), answer.word,
			     lab_printf("#%s%s", set_prefix(index), words_claim_id(claim)));
}

static void put_claims(struct page *page, const struct report_set *sets, size_t count)
{
	struct strings seen = { NULL, 0 };

	page_overview_begin(page, "The claims", columns_for(sets, count), count + 1);
	for (size_t i = 0; i < count; i++) {
		const struct claim_set *claims = &sets[i].verdicts->claims;

		for (size_t k = 0; k < claims->count; k++) {
			if (strings_contain(&seen, claims->claims[k].name))
				continue;
			strings_add(&seen, claims->claims[k].name);
			page_cell(page, claims->claims[k].title);
			for (size_t j = 0; j < count; j++)
				put_word(page, &sets[j], j, claims->claims[k].name);
		}
	}
	page_table_end(page);
}

/* ------------------------------------------------------------------ sets -- */

static void write_set(struct page *page, const struct report_set *set, size_t index)
{
	page_fold_begin(page, lab_printf("set-%zu", index + 1),
			lab_printf("%s: %s", set->name, report_title(set->summary)), TONE_PLAIN,
			NULL);
	page_paragraph(page, report_host_line(set->summary));
	page->prefix = set_prefix(index);
	report_sections(page, set);
	page->prefix = "";
	page_fold_end(page);
}

static void write_host(struct page *page, const struct report_set *sets, size_t count, size_t first)
{
	const struct report_set **same = lab_alloc(count * sizeof(*same));
	const char *host = host_of(&sets[first]);
	size_t same_count = 0;

	for (size_t i = first; i < count; i++)
		if (strcmp(host_of(&sets[i]), host) == 0)
			same[same_count++] = &sets[i];
	page_section_begin(page, lab_printf("host-%zu", first + 1), host_title(&sets[first]));
	if (same_count > 1) {
		page_fold_begin(page, lab_printf("agreement-%zu", first + 1), "Do the sets agree?",
				TONE_PLAIN, NULL);
		report_agreement(page, same, same_count);
		page_fold_end(page);
	}
	for (size_t i = 0; i < same_count; i++)
		write_set(page, same[i], (size_t)(same[i] - sets));
	page_section_end(page);
}

struct report_list {
	const struct report_set *sets;
	size_t count;
};

static void write_page(struct page *page, const void *what)
{
	const struct report_list *list = what;
	const struct report_set *sets = list->sets;
	size_t count = list->count;
	size_t hosts = 0;

	for (size_t i = 0; i < count; i++)
		hosts += is_first_of_host(sets, i);
	page_begin(page,
		   lab_printf("schedlab: %zu result sets of %zu host%s", count, hosts,
			      hosts == 1 ? "" : "s"),
		   "Machines are kept apart: no ratio, no verdict and no table of one host takes "
		   "anything from another.");
	page_section_begin(page, "claims", "Which claims hold where?");
	put_claims(page, sets, count);
	page_section_end(page);
	for (size_t i = 0; i < count; i++)
		if (is_first_of_host(sets, i))
			write_host(page, sets, count, i);
	page_end(page);
}

/* ----------------------------------------------------------------- names -- */

static const char *last_part(const char *directory)
{
	char *copy = lab_strdup(directory);

	for (size_t end = strlen(copy); end > 1 && copy[end - 1] == '/'; end--)
		copy[end - 1] = '\0';
	return strrchr(copy, '/') != NULL && copy[1] != '\0' ? strrchr(copy, '/') + 1 : copy;
}

/* The last part of the directory, or all of it where that is not enough. */
static void name_sets(struct report_set *sets, size_t count)
{
	struct strings seen = { NULL, 0 }, twice = { NULL, 0 };

	for (size_t i = 0; i < count; i++) {
		sets[i].name = last_part(sets[i].directory);
		strings_add(strings_contain(&seen, sets[i].name) ? &twice : &seen, sets[i].name);
	}
	for (size_t i = 0; i < count; i++)
		if (strings_contain(&twice, sets[i].name))
			sets[i].name = sets[i].directory;
}

static const char *markdown_path(const char *html)
{
	const char *end = strrchr(html, '.');
	bool is_html = end != NULL && strcmp(end, ".html") == 0;

	return lab_printf("%.*s.md", is_html ? (int)(end - html) : (int)strlen(html), html);
}

/* How a page in the directory `from` calls the directory `to`; both exist. */
static const char *relative(const char *from, const char *to)
{
	struct strings a = { NULL, 0 }, b = { NULL, 0 };
	char *full_from = realpath(from, NULL), *full_to = realpath(to, NULL);
	const char *path = "";
	size_t common = 0;

	strings_split(&a, full_from != NULL ? full_from : from, '/');
	strings_split(&b, full_to != NULL ? full_to : to, '/');
	free(full_from);
	free(full_to);
	while (common < a.count && common < b.count &&
	       strcmp(a.items[common], b.items[common]) == 0)
		common++;
	for (size_t i = common; i < a.count; i++)
		path = lab_printf("%s../", path);
	for (size_t i = common; i < b.count; i++)
		path = lab_printf("%s%s/", path, b.items[i]);
	return path;
}

int report_write_sets(struct report_set *sets, size_t count, const char *file)
{
	const char *slash = strrchr(file, '/');
	const char *parent = slash != NULL ? lab_printf("%.*s/", (int)(slash - file), file) : ".";
	const struct report_list list = { sets, count };
	int drawn = LAB_OK, status;

	name_sets(sets, count);
	for (size_t i = 0; i < count; i++) {
		sets[i].plots = lab_printf("%splots", relative(parent, sets[i].directory));
		if (report_draw(&sets[i]) != LAB_OK)
			drawn = LAB_ENVIRONMENT;
	}
	status = report_page(file, markdown_path(file), write_page, &list);
	return status == LAB_OK ? drawn : status;
}
