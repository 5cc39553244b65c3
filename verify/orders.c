/* SPDX-License-Identifier: MIT */
/*
 * orders.c - reads the table of orders once, and answers each site once.
 *
 * Part of the checking process, not of what is checked: it uses libc freely and
 * is compiled without hooks.  A table that cannot be read ends the process, for a
 * mistyped order must not pass for a survived weakening.
 */
#include "verify/orders.h"

#include <stdlib.h>
#include <string.h>

enum order_state { ORDER_NEW, ORDER_KNOWN, ORDER_AS_LOAD, ORDER_AS_STORE };

struct order_entry {
	char *place;
	enum mc_order success;
	enum mc_order failure;
	bool has_failure;
	enum order_state kind; /* ORDER_KNOWN: another order */
	bool is_used;
	struct order_entry *next;
};

static struct order_entry *entries;
static struct order_site *executed;
static bool is_read;

static const char *const names[] = { "relaxed", "acquire", "release", "acq_rel", "seq_cst" };

const char *order_name(enum mc_order order)
{
	return names[order];
}

static void table_error(const char *text, const char *remedy)
{
	fprintf(stderr, "SCHED_ORDERS: '%s': %s\n", text, remedy);
	exit(2);
}

static enum mc_order order_parse(const char *text)
{
	for (int i = MC_RELAXED; i <= MC_SEQ_CST; i++)
		if (strcmp(text, names[i]) == 0)
			return (enum mc_order)i;
	table_error(text,
		    "is no order: relaxed, acquire, release, acq_rel, seq_cst, load or store");
	return MC_SEQ_CST;
}

static enum order_state kind_parse(const char *text)
{
	if (strcmp(text, "load") == 0)
		return ORDER_AS_LOAD;
	return strcmp(text, "store") == 0 ? ORDER_AS_STORE : ORDER_KNOWN;
}

/* Takes over `text`. */
static void entry_add(char *text)
{
	char *order = strchr(text, '=');
	struct order_entry *entry = calloc(1, sizeof(*entry));
	char *failure;

	if (!entry)
		table_error(text, "there is no memory");
	if (!order || !memchr(text, ':', (size_t)(order - text)))
		table_error(text, "write FILE:LINE=ORDER or FUNCTION:OPERATION=ORDER");
	*order++ = '\0';
	entry->place = text;
	failure = strchr(order, '/');
	if (failure) {
		*failure++ = '\0';
		entry->failure = order_parse(failure);
		entry->has_failure = true;
	}
	entry->kind = kind_parse(order);
	if (entry->kind == ORDER_KNOWN)
		entry->success = order_parse(order);
	entry->next = entries;
	entries = entry;
}

static void entries_split(const char *text)
{
	while (*text) {
		size_t length = strcspn(text, ",");
		char *entry = strndup(text, length);

		if (!entry)
			table_error(text, "there is no memory");
		if (length > 0)
			entry_add(entry);
		else
			free(entry);
		text += length + (text[length] == ',');
	}
}

static void entries_read_file(const char *path)
{
	FILE *file = fopen(path, "r");
	char line[512];

	if (!file)
		table_error(path, "cannot be read");
	while (fgets(line, sizeof(line), file)) {
		line[strcspn(line, "#\n")] = '\0';
		line[strcspn(line, " \t")] = '\0';
		entries_split(line);
	}
	fclose(file);
}

static void entries_read(void)
{
	const char *text = getenv("SCHED_ORDERS");
	const char *path = getenv("SCHED_ORDERS_FILE");

	is_read = true;
	if (text)
		entries_split(text);
	if (path)
		entries_read_file(path);
}

static bool entry_matches(const struct order_entry *entry, const struct mc_site *site)
{
	char place[512];

	snprintf(place, sizeof(place), "%s:%d", site->file, site->line);
	if (strcmp(entry->place, place) == 0)
		return true;
	snprintf(place, sizeof(place), "%s:%s", site->function, site->name);
	return strcmp(entry->place, place) == 0;
}

/* What a failing CAS may keep of its order when the other is lowered. */
static enum mc_order failure_of(enum mc_order own, enum mc_order success)
{
	if (success == MC_RELAXED || success == MC_RELEASE)
		return MC_RELAXED;
	if (success != MC_SEQ_CST && own == MC_SEQ_CST)
		return MC_ACQUIRE;
	return own;
}

static void site_override(struct order_site *site, struct order_entry *entry)
{
	entry->is_used = true;
	if (entry->kind != ORDER_KNOWN) {
		site->state = entry->kind;
		return;
	}
	site->success = entry->success;
	site->failure = entry->has_failure ? entry->failure :
					     failure_of(site->failure, entry->success);
}

static struct order_site *site_look_up(struct order_site *site)
{
	if (!is_read)
		entries_read();
	site->state = ORDER_KNOWN;
	for (struct order_entry *entry = entries; entry; entry = entry->next)
		if (entry_matches(entry, &site->site))
			site_override(site, entry);
	site->next = executed;
	executed = site;
	return site;
}

static inline struct order_site *site_known(struct order_site *site)
{
	return site->state == ORDER_NEW ? site_look_up(site) : site;
}

/* ---------------------------------------------------------------- seams -- */

uint64_t seam_load(void *atomic, unsigned int width, struct order_site *site)
{
	site_known(site);
	return mc_load(atomic, width, site->success, &site->site);
}

void seam_store(void *atomic, unsigned int width, uint64_t value, struct order_site *site)
{
	site_known(site);
	mc_store(atomic, width, value, site->success, &site->site);
}

static enum mc_order acquiring_part(enum mc_order order)
{
	if (order == MC_RELEASE)
		return MC_RELAXED;
	return order == MC_ACQ_REL ? MC_ACQUIRE : order;
}

static enum mc_order releasing_part(enum mc_order order)
{
	if (order == MC_ACQUIRE)
		return MC_RELAXED;
	return order == MC_ACQ_REL ? MC_RELEASE : order;
}

/* What nobody asked for the value of may be a store. */
static uint64_t swap_as_store(void *atomic, unsigned int width, enum mc_rmw op, uint64_t operand,
			      const struct order_site *site)
{
	if (op != MC_SWAP)
		table_error(site->site.name, "only a swap can become a store");
	mc_store(atomic, width, operand, releasing_part(site->success), &site->site);
	return 0;
}

uint64_t seam_rmw(void *atomic, unsigned int width, enum mc_rmw op, uint64_t operand,
		  struct order_site *site)
{
	site_known(site);
	if (site->state == ORDER_AS_LOAD)
		return mc_load(atomic, width, acquiring_part(site->success), &site->site);
	if (site->state == ORDER_AS_STORE)
		return swap_as_store(atomic, width, op, operand, site);
	return mc_rmw(atomic, width, op, operand, site->success, &site->site);
}

bool seam_cas(void *atomic, unsigned int width, void *expected, uint64_t desired, bool weak,
	      struct order_site *site)
{
	uint64_t seen = 0;
	bool done;

	site_known(site);
	memcpy(&seen, expected, width); /* little-endian, as all hosts of the engines */
	done = mc_cas(atomic, width, &seen, desired, site->success, site->failure, weak,
		      &site->site);
	if (!done)
		memcpy(expected, &seen, width);
	return done;
}

void seam_fence(struct order_site *site)
{
	site_known(site);
	mc_fence(site->success, &site->site);
}

/* -------------------------------------------------------------- reports -- */

static const char *kind_name(int state)
{
	if (state == ORDER_AS_LOAD)
		return " load";
	return state == ORDER_AS_STORE ? " store" : "";
}

void orders_print(FILE *out)
{
	for (const struct order_site *site = executed; site; site = site->next) {
		fprintf(out, "%s:%d %s %s %s", site->site.file, site->site.line,
			site->site.function, site->site.name, names[site->success]);
		if (site->failure != site->success)
			fprintf(out, "/%s", names[site->failure]);
		fprintf(out, "%s\n", kind_name(site->state));
	}
}

bool orders_has_unused(FILE *out)
{
	bool unused = false;

	for (const struct order_entry *entry = entries; entry; entry = entry->next) {
		if (entry->is_used)
			continue;
		fprintf(out, "SCHED_ORDERS: nothing was executed at %s\n", entry->place);
		unused = true;
	}
	return unused;
}
