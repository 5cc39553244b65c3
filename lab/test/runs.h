/* SPDX-License-Identifier: MIT */
/* runs.h - whole runs on the fake arms, and questions to what they stored. */
#ifndef LAB_TEST_RUNS_H
#define LAB_TEST_RUNS_H

#include "check.h"

#include <sqlite3.h>
#include <sys/stat.h>

#define QUICK "--workloads spin --blocks 2 --block-ms 1 --progress none "

static struct outcome outcome;

/* A file of the test's own, e.g. a claim or a suite. */
static inline void write_file(const char *directory, const char *name, const char *text)
{
	char path[512];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

/* One number from a database; -1 if it cannot be had (yet). */
static inline int ask_file(const char *path, const char *sql)
{
	sqlite3_stmt *query = NULL;
	sqlite3 *db = NULL;
	int answer = -1;

	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
	    sqlite3_prepare_v2(db, sql, -1, &query, NULL) == SQLITE_OK &&
	    sqlite3_step(query) == SQLITE_ROW)
		answer = sqlite3_column_int(query, 0);
	sqlite3_finalize(query);
	sqlite3_close(db);
	return answer;
}

/* The same from a result directory. */
static inline int ask(const char *directory, const char *sql)
{
	char path[1200];

	snprintf(path, sizeof(path), "%s/results.db", directory);
	return ask_file(path, sql);
}

/* What no run would leave behind. */
static inline void change(const char *directory, const char *sql)
{
	char path[1200];
	sqlite3 *db = NULL;

	snprintf(path, sizeof(path), "%s/results.db", directory);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

/* What it says, and its table. */
static inline void run_into(char *directory, size_t bytes, const char *arguments)
{
	char command[2048];

	new_directory(directory, bytes);
	snprintf(command, sizeof(command),
		 "SCHEDLAB_ARMS=%s %s run %s " QUICK "--out %s 2>&1; ended=$?; cat %s/table.txt; "
		 "exit $ended",
		 FAKE_ARMS, SCHEDLAB_PROGRAM, arguments, directory, directory);
	run_shell(&outcome, command);
}

static inline bool has_file(const char *directory, const char *name)
{
	char path[512];
	struct stat about;

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	return stat(path, &about) == 0 && about.st_size > 0;
}

#endif
