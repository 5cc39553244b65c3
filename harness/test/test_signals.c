/* SPDX-License-Identifier: MIT */
/* Description: what SIGUSR1 writes, who takes it, and that a broken pipe ends the program. */
#include "harness/test/expect.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include "harness/signals.h"

static int runtime, dumps, last_fd;

static void dump(void *its, int fd)
{
	static const char text[] = "workers are parked\n";

	assert_ptr_equal(its, &runtime);
	dumps++;
	last_fd = fd;
	assert_int_equal(write(fd, text, sizeof text - 1), sizeof text - 1);
	errno = EBUSY;
}

/* Sends itself the signal and looks at what stands on standard error then. */
static void expect_said(const struct arm *arm, void *its, const char *expected)
{
	int ends[2], errors = dup(STDERR_FILENO), after;
	char text[128];
	ssize_t bytes;

	signals_watch(arm, its);
	assert_int_equal(pipe(ends), 0);
	dup2(ends[1], STDERR_FILENO);
	close(ends[1]);
	errno = ENOTTY;
	raise(SIGUSR1);
	after = errno;
	dup2(errors, STDERR_FILENO);
	close(errors);
	bytes = read(ends[0], text, sizeof text - 1);
	close(ends[0]);
	assert_true(bytes >= 0);
	text[bytes] = '\0';
	assert_string_equal(text, expected);
	assert_int_equal(after, ENOTTY); /* whoever was interrupted sees nothing of it */
}

static void test_dump(void **state)
{
	static const struct arm shows = { .dump = dump }, silent = { .dump = NULL };

	(void)state;
	signals_install();
	expect_said(NULL, NULL, "dump: no runtime is running\n");
	expect_said(NULL, &runtime, "dump: no runtime is running\n");
	expect_said(&shows, NULL, "dump: no runtime is running\n");
	expect_said(&silent, NULL, "dump: no runtime is running\n");
	expect_said(&silent, &runtime, "dump: this arm cannot show its workers\n");
	assert_int_equal(dumps, 0);
	expect_said(&shows, &runtime, "workers are parked\n");
	assert_int_equal(dumps, 1);
	assert_int_equal(last_fd, STDERR_FILENO);
	signals_watch(NULL, NULL);
}

static void test_install(void **state)
{
	struct sigaction found;

	(void)state;
	signal(SIGPIPE, SIG_IGN);
	signal(SIGUSR1, SIG_IGN);
	signals_install();
	sigaction(SIGPIPE, NULL, &found);
	assert_true(found.sa_handler == SIG_DFL);
	sigaction(SIGUSR1, NULL, &found);
	assert_true(found.sa_handler != SIG_DFL && found.sa_handler != SIG_IGN);
	assert_true(found.sa_flags & SA_RESTART); /* a read goes on */
	for (int number = 1; number < 32; number++)
		assert_false(sigismember(&found.sa_mask, number));
}

/* Held and released is this one, whatever else is. */
static void expect_held(bool dump_is_held)
{
	sigset_t held;

	pthread_sigmask(SIG_BLOCK, NULL, &held);
	for (int number = 1; number < 32; number++)
		assert_int_equal(sigismember(&held, number),
				 number == SIGUSR2 || (number == SIGUSR1 && dump_is_held));
}

static void test_hold(void **state)
{
	sigset_t own, before;

	(void)state;
	sigemptyset(&own);
	sigaddset(&own, SIGUSR2);
	pthread_sigmask(SIG_SETMASK, &own, &before);
	expect_held(false);
	signals_hold();
	expect_held(true);
	signals_hold();
	signals_release();
	expect_held(false);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_dump),
		cmocka_unit_test(test_install),
		cmocka_unit_test(test_hold),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
