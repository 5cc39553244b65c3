/* SPDX-License-Identifier: MIT */
/*
 * lab.h - what every file of the lab shares: exit codes, complaints, memory.
 *
 * Memory comes from one arena that is given back when the program ends: the
 * lab is a short-lived program whose plans are kilobytes.  Weakness: nothing
 * is given back earlier, so rows of samples (which are many) do not live in
 * it; they are malloc'ed and freed by whoever holds them.
 */
#ifndef LAB_LAB_H
#define LAB_LAB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Documented in --help; scripts rely on them. */
enum lab_exit {
	LAB_OK = 0,
	LAB_RED = 1,	      /* finished, but a row is red or a gate is breached */
	LAB_USAGE = 2,	      /* unknown option, name or value */
	LAB_NO_DATA = 3,      /* nothing to run, or nothing stored for what was asked */
	LAB_ENVIRONMENT = 4,  /* file, directory, database or program is missing or unusable */
	LAB_UNDECIDED = 5,    /* a verdict was asked for and there is none, or another one */
	LAB_WORSE = 6,	      /* of a trial: something got worse */
	LAB_INTERRUPTED = 130 /* a signal (interrupt.h), whichever; everything measured is kept */
};

#define LAB_EXIT_HELP \
	"Exit status: 0 done; 1 done, but some rows are red (doctor: a gate is breached); 2 bad " \
	"usage or unknown name; " \
	"3 nothing to run or no data for what was asked; 4 a file, directory, database or " \
	"program is missing or unusable, or the output cannot be written; 5 no verdict " \
	"(undecided, depends, not exercised, not " \
	"decidable here), or not the expected one; 6 of a trial: something got worse; 130 ended " \
	"by a signal, whichever of SIGINT, " \
	"SIGTERM, SIGHUP, SIGQUIT and SIGXCPU (everything measured is kept)."

/* One line on standard error: what is wrong and what to do about it.  What is longer than a person
 * reads is cut: "tokio+lifo_slots=1+lifo_sl...", and of a character that controls a terminal
 * remains a '?'. */
void lab_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Zeroed; lives until the program ends; never NULL. */
void *lab_alloc(size_t bytes);
char *lab_strdup(const char *text);
char *lab_printf(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* "1 pair", "2 pairs" */
const char *lab_count(size_t count, const char *noun);

/* The array with room for at least count + 1 items. */
void *lab_grow(void *items, size_t count, size_t item_bytes);

struct strings {
	char **items;
	size_t count;
};

void strings_add(struct strings *list, const char *text);
/* Appends the parts of "a,b,c"; empty parts are dropped. */
void strings_split(struct strings *list, const char *text, char separator);
bool strings_contain(const struct strings *list, const char *text);
char *strings_join(const struct strings *list, const char *separator);

/* Does one of the shell patterns match? */
bool strings_match(const struct strings *patterns, const char *name);
bool is_pattern(const char *text);
/* `known` ends with NULL. */
bool is_one_of(const char *text, const char *const *known);

/* The known name that is closest to what was typed, or NULL if none is close. */
const char *suggest_name(const char *typed, const struct strings *known);
/* What is wrong with a name: "no arm "tokoi"; did you mean "tokio"?", or what there is. */
const char *unknown_name(const char *what, const char *typed, const struct strings *known);

uint64_t now_ns(void);
/* The time of day here, as strftime has it. */
const char *time_text(const char *format);

#endif
