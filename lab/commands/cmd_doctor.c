/* SPDX-License-Identifier: MIT */
/*
 * cmd_doctor.c - schedlab doctor: is this host fit to be measured on?
 *
 * It reads every gate once, watches the counters for some seconds, probes the
 * latency between CPUs and looks at the arms.  It changes nothing.
 */
#include <argp.h>
#include <errno.h>
#include <math.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lab/base/interrupt.h"
#include "lab/commands/commands.h"
#include "lab/commands/doctor.h"
#include "lab/gates/cpus.h"
#include "lab/gates/host_key.h"
#include "lab/gates/probe.h"
#include "lab/verdict/calibration.h"

#define CPUS_PROBED 16 /* more than gates_probe looks at */

enum { KEY_ARMS_DIR = 256, KEY_JSON, KEY_ROOT, KEY_SECONDS };

struct doctor_options {
	const char *directory;
	const char *root;
	uint64_t ns;
	bool json;
};

static const struct argp_option options[] = {
	{ "arms-dir", KEY_ARMS_DIR, "DIR", 0,
	  "Directory with the bench-* programs (default: $SCHEDLAB_ARMS, else beside schedlab)",
	  0 },
	{ "json", KEY_JSON, NULL, 0, "Print JSON for programs", 0 },
	{ "root", KEY_ROOT, "DIR", 0,
	  "Let the gates read a copied tree of /proc and /sys below DIR; its counters stand still",
	  0 },
	{ "seconds", KEY_SECONDS, "N", 0, "Watch the counters that long (default 2)", 0 },
	{ 0 }
};

static error_t parse(int key, char *value, struct argp_state *state)
{
	struct doctor_options *doctor = state->input;

	if (key == KEY_ARMS_DIR)
		doctor->directory = value;
	else if (key == KEY_JSON)
		doctor->json = true;
	else if (key == KEY_ROOT)
		doctor->root = value;
	else if (key == KEY_SECONDS)
		return option_seconds("--seconds", value, &doctor->ns) ? 0 : EINVAL;
	else
		return ARGP_ERR_UNKNOWN;
	return 0;
}

static const struct argp argp = {
	.options = options,
	.parser = parse,
	.doc = "Say whether this host is fit to be measured on, what to do about it, and which "
	       "arms are usable.\vA gate passes, is breached, or is unknown because the host does "
	       "not tell. Static gates describe the host; the others are read again around every "
	       "pair of a run, and a breach flags the pair. Nothing looks at a result.\n\nThe host "
	       "key names the class of machine: a hash of CPU model, number of CPUs allowed, "
	       "shape, hypervisor or not, and kernel series. It holds no host name and no serial "
	       "number.\n\n" LAB_EXIT_HELP,
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

/* False when a signal came first. */
static bool wait_until(uint64_t deadline_ns)
{
	struct pollfd signals = { interrupt_fd(), POLLIN, 0 };
	uint64_t now;

	while (!interrupted() && (now = now_ns()) < deadline_ns) {
		uint64_t left_ms = (deadline_ns - now) / 1000000u + 1;

		poll(&signals, 1, left_ms < 60000 ? (int)left_ms : 60000);
	}
	return !interrupted();
}

/* The probe comes last: it would be load of its own in the window. */
static bool examine(struct doctor *doctor, uint64_t ns)
{
	uint64_t own = gates_own_cpu_ns(NULL, 0);
	unsigned int cpus[CPUS_PROBED];
	struct gate_window window;

	gates_read_static(doctor->root, &doctor->readings);
	gates_begin(&window, doctor->root, GATE_BEFORE);
	if (!wait_until(now_ns() + ns))
		return false;
	gates_end(&window, gates_own_cpu_ns(NULL, 0) - own, &doctor->readings);
	gates_probe(cpus, cpus_allowed_list(cpus, CPUS_PROBED), GATE_BEFORE, &doctor->readings);
	return true;
}

static bool check_root(const char *root)
{
	struct stat about;

	if (root[0] == '\0' || (stat(root, &about) == 0 && S_ISDIR(about.st_mode)))
		return true;
	lab_error("--root %s: not a directory; give one that holds proc and sys", root);
	return false;
}

static int report(struct doctor *doctor, const struct doctor_options *chosen, int arms_status)
{
	interrupt_defer(); /* to say what is lacking */
	if (!examine(doctor, chosen->ns)) {
		lab_error("interrupted; the counters were not watched long enough to say anything");
		return LAB_INTERRUPTED;
	}
	if (chosen->json)
		doctor_print_json(doctor);
	else
		doctor_print(doctor);
	if (arms_status != LAB_OK)
		return arms_status;
	return gates_any_breached(&doctor->readings) ? LAB_RED : LAB_OK;
}

int command_doctor(int argc, char **argv)
{
	struct doctor_options chosen = { NULL, "", 2000000000u, false };
	struct doctor doctor = { .load = NAN };
	int status;

	if (argp_parse(&argp, argc, argv, 0, NULL, &chosen) != 0)
		return LAB_USAGE;
	if (!check_root(chosen.root))
		return LAB_ENVIRONMENT;
	doctor.root = chosen.root;
	doctor.seconds = (double)chosen.ns / 1e9;
	doctor.gnuplot = in_path("gnuplot");
	if (getloadavg(&doctor.load, 1) != 1)
		doctor.load = NAN;
	calibration_judge(&doctor.calibration, host_key(), calibration_recall(host_key()));
	status = arm_set_load(&doctor.set, chosen.directory, NULL,
			      (uint64_t)(DESCRIBE_TIMEOUT_S * 1e9));
	doctor.arms_loaded = status == LAB_OK;
	status = report(&doctor, &chosen, status);
	arm_set_free(&doctor.set);
	return status;
}
