/* SPDX-License-Identifier: MIT */
/* sets.h - a result directory with something in every table, for tests of the exchange. */
#ifndef LAB_TEST_SETS_H
#define LAB_TEST_SETS_H

#include "runs.h"

#include <unistd.h>

/* Bytes that are no UTF-8, quotes, commas, newlines, NULLs, and numbers that are
 * hard to print. */
static const char garnish[] =
	"INSERT INTO claim VALUES('lifo', '{\"name\":\"lifo\",\n \"says\":\"a, b\",\"title\":\"t\","
	"\"axis\":\"a\",\"source\":\"s\",\"question\":\"q\",\"explains\":\"e\",\"changes_our_"
	"mind\":"
	"\"c\",\"decided_by\":\"timing\",\"contrasts\":[{\"name\":\"slots\",\"a\":\"honest\",\"b\":"
	"\"slower\",\"diff\":\"d\",\"workload\":\"spin\",\"margin_percent\":10}]}');"
	"INSERT OR REPLACE INTO host_gate VALUES('governor', 'unknown', NULL, 'no "
	"\"cpufreq\",\nhere'),"
	"('clock', 'pass', 0.1, NULL);"
	"INSERT OR REPLACE INTO reading SELECT id, 'before', 'steal', 'pass', 1.0 / 3.0 * id, NULL "
	"FROM pair;"
	"INSERT OR REPLACE INTO reading SELECT id, 'after', 'steal', 'breached', 1e-300, '' FROM "
	"pair;"
	"INSERT OR REPLACE INTO reading SELECT id, 'during', 'thermal', 'unknown', NULL, 'a,\"b\"' "
	"FROM pair;"
	"INSERT OR REPLACE INTO probe SELECT id, 'before', 0, 1, 27.1 + id / 7.0 FROM pair;"
	"INSERT INTO count VALUES('honest', 'spin', 'tasks=2000', 1579.2, 0.1 + 0.2);"
	"UPDATE pair SET flagged = 1, flag_reason = 'steal, \"before\"' WHERE id = 1;"
	"UPDATE plan SET claim = 'lifo', contrast = 'slots', plant_percent = 2.5 WHERE id = 1;"
	"UPDATE sample SET last_state = CAST(x'41ff0a42c31b29' AS TEXT) WHERE id = 1;"
	"UPDATE sample SET last_state = 'wörker 0: pärked\n\"x\"' WHERE id = 2;"
	"INSERT OR REPLACE INTO meta VALUES('host_key', 'abc \"def\", ghi')";

static inline void execute_in(const char *directory, const char *sql)
{
	char path[512];
	sqlite3 *db;

	snprintf(path, sizeof(path), "%s/results.db", directory);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		print_error("%s\n", sqlite3_errmsg(db));
	assert_int_equal(sqlite3_errcode(db), SQLITE_OK);
	sqlite3_close(db);
}

/* Green, red and refused rows of a real run, and the garnish. */
static inline void make_rich_run(char *directory, size_t bytes)
{
	run_into(directory, bytes,
		 "--arms slower,crashes,wrong,refuses --against honest --pairs 2");
	expect(&outcome, 1, "results:");
	execute_in(directory, garnish);
}

static inline void shell(const char *format, ...) __attribute__((format(printf, 1, 2)));
static inline void shell(const char *format, ...)
{
	char command[2048];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(command, sizeof(command), format, arguments);
	va_end(arguments);
	run_shell(&outcome, command);
}

/* schedlab ARGUMENTS must end like this. */
static inline void lab_says(int status, const char *text, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
static inline void lab_says(int status, const char *text, const char *format, ...)
{
	char command[2048];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(command, sizeof(command), format, arguments);
	va_end(arguments);
	run_lab(&outcome, command);
	expect(&outcome, status, text);
}

/* Nothing but what is named is left in the directory, hidden files included. */
static inline void expect_only(const char *directory, const char *names)
{
	shell("cd %s && ls -A | tr '\\n' ' '", directory);
	if (strcmp(outcome.text, names) != 0)
		print_error("%s has \"%s\" instead of \"%s\"\n", directory, outcome.text, names);
	assert_string_equal(outcome.text, names);
}

#endif
