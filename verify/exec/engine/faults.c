/* SPDX-License-Identifier: MIT */
/* faults.c - the command line's words for faults. */
#include "verify/exec/engine/faults.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool number(const char *text, uint64_t most, uint64_t *value)
{
	char *end;
	unsigned long long parsed = strtoull(text, &end, 10);

	if (*text < '0' || *text > '9' || *end || parsed > most)
		return false;
	*value = parsed;
	return true;
}

static bool per_million(const char *text, uint32_t *value)
{
	uint64_t parsed;

	if (!number(text, 1000000, &parsed))
		return false;
	*value = (uint32_t)parsed;
	return true;
}

/* Cut the text at the last `mark`; NULL: there is none. */
static char *cut(char *text, char mark)
{
	char *at = strrchr(text, mark);

	if (at)
		*at++ = '\0';
	return at;
}

static bool copy_name(char *to, size_t room, const char *from)
{
	return *from && (size_t)snprintf(to, room, "%s", from) < room;
}

static bool parse_stall(char *text, struct exec_stall *stall)
{
	char *steps = cut(text, '+');
	char *nth = cut(text, '#');
	char *function = cut(text, '@');

	stall->is_set = true;
	stall->nth = 1;
	stall->steps = 0;
	return function && copy_name(stall->thread, sizeof(stall->thread), text) &&
	       copy_name(stall->function, sizeof(stall->function), function) &&
	       (!nth || (number(nth, UINT64_MAX, &stall->nth) && stall->nth > 0)) &&
	       (!steps || (number(steps, UINT32_MAX, &stall->steps) && stall->steps > 0));
}

static bool parse_late(char *text, struct os_linux_options *os)
{
	char *ns = cut(text, ':');

	os->late_ns = 10000;
	return per_million(text, &os->late_per_million) &&
	       (!ns || number(ns, UINT32_MAX, &os->late_ns));
}

static bool parse_stalls(char *text, struct exec_faults *faults)
{
	char *steps = cut(text, '+');

	return steps && per_million(text, &faults->stalls_per_million) &&
	       number(steps, UINT32_MAX, &faults->stalls_steps) && faults->stalls_steps > 0;
}

static bool parse_os(const char *key, char *value, struct os_linux_options *os)
{
	uint64_t cpus;

	if (strcmp(key, "spurious") == 0)
		return per_million(value, &os->spurious_per_million);
	if (strcmp(key, "late") == 0)
		return parse_late(value, os);
	if (strcmp(key, "wake") == 0 && strcmp(value, "fifo") == 0) {
		os->wake_order = OS_WAKE_FIFO;
		return true;
	}
	if (strcmp(key, "mutex") == 0 && strcmp(value, "fifo") == 0) {
		os->mutex_order = OS_MUTEX_FIFO;
		return true;
	}
	if (strcmp(key, "cpus") == 0 && number(value, 64, &cpus) && cpus > 0) {
		os->cpus = (uint32_t)cpus;
		return true;
	}
	return false;
}

static bool parse_fault(const char *key, char *value, struct exec_faults *faults,
			struct os_linux_options *os)
{
	if (strcmp(key, "cas") == 0)
		return per_million(value, &faults->cas_per_million);
	if (strcmp(key, "alloc") == 0)
		return number(value, UINT64_MAX, &faults->alloc_nth);
	if (strcmp(key, "allocs") == 0)
		return per_million(value, &faults->alloc_per_million);
	if (strcmp(key, "stall") == 0)
		return parse_stall(value, &faults->stall);
	if (strcmp(key, "stalls") == 0)
		return parse_stalls(value, faults);
	return parse_os(key, value, os);
}

int faults_parse(const char *text, struct exec_faults *faults, struct os_linux_options *os,
		 const char **wrong)
{
	while (*text) {
		char part[128];
		size_t length = strcspn(text, ",");
		char *value;

		*wrong = text;
		if (length >= sizeof(part))
			return -EINVAL;
		memcpy(part, text, length);
		part[length] = '\0';
		value = strchr(part, '=');
		if (!value)
			return -EINVAL;
		*value++ = '\0';
		if (!parse_fault(part, value, faults, os))
			return -EINVAL;
		text += length + (text[length] == ',');
	}
	return 0;
}
