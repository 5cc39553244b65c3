/* SPDX-License-Identifier: MIT */
/*
 * Description: on a terminal progress is one line, never as wide as the terminal, gone at the end and
 * before anything else is said; elsewhere it is lines.
 */
#include "check.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "lab/base/lab.h"
#include "lab/base/progress.h"

#define COLUMNS 30
#define ERASE	"\r\033[K"

static const char long_name[] = "spawn_local tokio+lifo_slots=4+lifo_notify=always vs tokio";

/* Standard error is a terminal of COLUMNS columns while `said` is called; what it got, in `text`. */
static void on_terminal(void (*said)(void), char *text, size_t bytes)
{
	const struct winsize size = { .ws_row = 10, .ws_col = COLUMNS };
	int master = posix_openpt(O_RDWR | O_NOCTTY), keep = dup(STDERR_FILENO), slave;
	size_t used = 0;
	ssize_t got;

	assert_true(master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0);
	slave = open(ptsname(master), O_RDWR | O_NOCTTY);
	assert_true(slave >= 0 && ioctl(slave, TIOCSWINSZ, &size) == 0);
	dup2(slave, STDERR_FILENO);
	said();
	dup2(keep, STDERR_FILENO);
	close(slave);
	close(keep);
	/* It comes bit by bit; the error behind it says that nobody has it open. */
	while ((got = read(master, text + used, bytes - 1 - used)) > 0)
		used += (size_t)got;
	text[used] = '\0';
	close(master);
}

static void show_three(void)
{
	struct progress progress;

	progress_start(&progress, PROGRESS_AUTO, 3, 0);
	for (progress.done = 0; progress.done < 3; progress.done++)
		progress_show(&progress, long_name);
	progress_end(&progress);
}

static void complain(void)
{
	struct progress progress;

	progress_start(&progress, PROGRESS_AUTO, 3, 0);
	progress_show(&progress, "work");
	lab_error("it broke");
	progress_end(&progress);
}

static void test_terminal(void **state)
{
	char text[4096], *line, *next;

	(void)state;
	on_terminal(show_three, text, sizeof(text));
	assert_non_null(strstr(text, "[0/3]   0 %  spawn_local"));
	assert_non_null(strstr(text, "[1/3]  33 %, "));
	assert_null(strchr(text, '\n'));
	for (line = text; (next = strstr(line, ERASE)) != NULL; line = next + strlen(ERASE))
		assert_true(next - line < COLUMNS);
	assert_string_equal(line, ""); /* cleared */
}

static void test_complaint(void **state)
{
	char text[4096];

	(void)state;
	on_terminal(complain, text, sizeof(text));
	assert_string_equal(text, ERASE "[0/3]   0 %  work" ERASE "schedlab: it broke\r\n");
}

static void test_fit(void **state)
{
	(void)state;
	assert_int_equal(progress_fit("short", 80), 5);
	assert_int_equal(progress_fit("short", 6), 5);
	assert_int_equal(progress_fit("short", 5), 4);
	assert_int_equal(progress_fit("\xc2\xb5\xc2\xb5\xc2\xb5", 3),
			 4); /* two of three characters */
	assert_int_equal(progress_fit("any", 0), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_terminal),
		cmocka_unit_test(test_complaint),
		cmocka_unit_test(test_fit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
