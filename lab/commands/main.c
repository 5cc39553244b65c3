/* SPDX-License-Identifier: MIT */
/* main.c - schedlab COMMAND [options]. */
#include <argp.h>
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "base/streams.h"
#include "lab/base/data.h"
#include "lab/base/environment.h"
#include "lab/base/interrupt.h"
#include "lab/base/shortage.h"
#include "lab/base/spawn.h"
#include "lab/commands/commands.h"
#include "lab/commands/version.h"
#include "lab/store/store.h"

struct command {
	const char *name;
	int (*run)(int argc, char **argv);
	const char *summary;
};

static const struct command commands[] = {
	{ "list", command_list, "axes, arms, workloads, claims, suites, peers; what is built" },
	{ "build", command_build, "build the programs of some arms, as run does" },
	{ "run", command_run, "measure a suite or chosen arms, in lock-step pairs" },
	{ "validate", command_validate, "what became of the claims" },
	{ "compare", command_compare, "the verdict on two arms, cell by cell" },
	{ "noise", command_noise, "how far identical programs differ here" },
	{ "trial", command_trial,
	  "did a change of a runtime make anything worse: a page for a pull request" },
	{ "replay", command_replay, "what looking at rows on the way would have saved" },
	{ "show", command_show, "print the table of a result directory again" },
	{ "report", command_report, "write the page of a result directory, or of several" },
	{ "plot", command_plot, "draw the plots of a result directory again" },
	{ "doctor", command_doctor, "is this host fit to be measured on; which arms are usable" },
	{ "export", command_export, "write a result directory in another format" },
	{ "pack", command_pack, "put a result directory into one file, to send" },
	{ "import", command_import, "make a result directory from a packed file" },
	{ "check-peer", command_check_peer, "does a program keep to the sample contract" },
};

#define COMMANDS (sizeof(commands) / sizeof(commands[0]))

static int help(FILE *out)
{
	fprintf(out, "Usage: schedlab COMMAND [OPTION...]\n"
		     "Compares work-stealing schedulers by pairs of sample processes.\n\n");
	for (size_t i = 0; i < COMMANDS; i++)
		fprintf(out, "  %-11s %s\n", commands[i].name, commands[i].summary);
	fprintf(out,
		"\n  -V, --version   version, commit, formats, compiler\n"
		"\nschedlab COMMAND --help tells the options.\n%s\n",
		LAB_EXIT_HELP);
	return LAB_OK;
}

static bool is_either(const char *word, const char *a, const char *b)
{
	return strcmp(word, a) == 0 || strcmp(word, b) == 0;
}

static int complain(const char *typed)
{
	struct strings known = { NULL, 0 };

	for (size_t i = 0; i < COMMANDS; i++)
		strings_add(&known, commands[i].name);
	lab_error("%s", unknown_name("command", typed, &known));
	return LAB_USAGE;
}

/* What was made of half a database is no answer, whatever it was. */
static int whole(int status)
{
	bool keeps = status == LAB_USAGE || status == LAB_INTERRUPTED;

	return store_failed() && !keeps ? LAB_ENVIRONMENT : status;
}

int main(int argc, char **argv)
{
	streams_guard(LAB_ENVIRONMENT);
	argp_err_exit_status = LAB_USAGE;
	setlocale(LC_CTYPE, "");
	environment_close();
	if (argc < 2) {
		help(stderr);
		return LAB_USAGE;
	}
	if (is_either(argv[1], "--help", "-h") || strcmp(argv[1], "help") == 0)
		return help(stdout);
	if (is_either(argv[1], "--version", "-V"))
		return version_print();
	if (own_directory() == NULL) {
		lab_error("/proc is not mounted, without which no sample can be judged; mount it: "
			  "mount -t proc proc /proc");
		return LAB_ENVIRONMENT;
	}
	if (!interrupt_init(spawn_kill_all)) {
		lab_error("cannot watch signals (eventfd): %s", error_and_remedy(errno));
		return LAB_ENVIRONMENT;
	}
	if (!spawn_adopt()) {
		lab_error("cannot adopt what samples leave behind (prctl): %s", strerror(errno));
		return LAB_ENVIRONMENT;
	}
	for (size_t i = 0; i < COMMANDS; i++) {
		if (strcmp(argv[1], commands[i].name) != 0)
			continue;
		argv[1] = lab_printf("schedlab %s", commands[i].name);
		return whole(commands[i].run(argc - 1, argv + 1));
	}
	return complain(argv[1]);
}
