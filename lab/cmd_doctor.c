/* SPDX-License-Identifier: MIT */
/* cmd_doctor.c - schedlab doctor: facts about this host; it changes nothing. */
#include <argp.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "lab/commands.h"
#include "lab/host.h"

enum { KEY_ARMS_DIR = 256 };

static const struct argp_option options[] = {
	{ "arms-dir", KEY_ARMS_DIR, "DIR", 0,
	  "Directory with the bench-* programs (default: $SCHEDLAB_ARMS, else beside schedlab)",
	  0 },
	{ 0 }
};

static error_t parse(int key, char *value, struct argp_state *state)
{
	const char **directory = state->input;

	if (key != KEY_ARMS_DIR)
		return ARGP_ERR_UNKNOWN;
	*directory = value;
	return 0;
}

static const struct argp argp = {
	options, parse, NULL, "Say what this host is and which arms are usable.\v" LAB_EXIT_HELP,
	NULL,	 NULL,	NULL
};

static bool in_path(const char *program)
{
	struct strings directories = { NULL, 0 };
	const char *path = getenv("PATH");

	strings_split(&directories, path != NULL ? path : "", ':');
	for (size_t i = 0; i < directories.count; i++)
		if (access(lab_printf("%s/%s", directories.items[i], program), X_OK) == 0)
			return true;
	return false;
}

static void print_load(void)
{
	double load[1];

	if (getloadavg(load, 1) == 1)
		printf("load:      %.2f over the last minute\n", load[0]);
}

int command_doctor(int argc, char **argv)
{
	const char *directory = NULL;
	struct arm_set set;
	int status;

	if (argp_parse(&argp, argc, argv, 0, NULL, &directory) != 0)
		return LAB_USAGE;
	printf("host:      %s\n", host_class());
	printf("kernel:    %s\n", host_kernel());
	printf("governor:  %s\n", host_governor());
	printf("perf:      %s\n", host_perf_permission());
	print_load();
	printf("gnuplot:   %s\n", in_path("gnuplot") ? "found" : "not in PATH: no plots");
	status = arm_set_load(&set, directory, (uint64_t)(DESCRIBE_TIMEOUT_S * 1e9));
	if (status == LAB_OK)
		printf("arms:      %zu usable, %zu skipped, in %s\n", set.count, set.skipped_count,
		       set.directory);
	for (size_t i = 0; i < set.skipped_count && status == LAB_OK; i++)
		printf("skipped:   %s: %s\n", set.skipped[i].program, set.skipped[i].reason);
	arm_set_free(&set);
	return status;
}
