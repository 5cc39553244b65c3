/* SPDX-License-Identifier: MIT */
/* doctor_print.c - what the doctor found, for people; see doctor.h. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lab/arms/facts.h"
#include "lab/commands/doctor.h"
#include "lab/gates/host.h"
#include "lab/gates/host_key.h"

#define WIDTH  100u
#define INDENT 12u

static bool has_colour(void)
{
	const char *refused = getenv("NO_COLOR");

	return isatty(STDOUT_FILENO) && (refused == NULL || refused[0] == '\0');
}

static void print_state(enum gate_state state)
{
	static const char *const words[] = { "pass", "BREACHED", "unknown" };
	static const char *const colours[] = { "32", "1;31", "33" };

	if (has_colour())
		printf("  \033[%sm%-8s\033[0m  ", colours[state], words[state]);
	else
		printf("  %-8s  ", words[state]);
}

/* Words behind an indent, broken at the width. */
static void print_wrapped(const char *text)
{
	size_t column = INDENT;

	printf("%*s", (int)INDENT, "");
	while (*text != '\0') {
		size_t length = strcspn(text, " ");

		if (column > INDENT && column + 1 + length > WIDTH) {
			printf("\n%*s", (int)INDENT, "");
			column = INDENT;
		} else if (column > INDENT) {
			putchar(' ');
			column++;
		}
		printf("%.*s", (int)length, text);
		column += length;
		text += length + strspn(text + length, " ");
	}
	putchar('\n');
}

static void print_reading(const struct gate_reading *reading)
{
	const struct gate *gate = reading->gate;
	const char *gap = reading->text[0] != '\0' && reading->note[0] != '\0' ? "; " : "";

	print_state(reading->state);
	printf("%s: %s%s%s\n", gate->name, reading->text, gap, reading->note);
	print_wrapped(gate->meaning);
	if (reading->state != GATE_BREACHED)
		return;
	if (isnan(gate->limit))
		print_wrapped(lab_printf("wanted: %s", gate->limit_reason));
	else
		print_wrapped(lab_printf("wanted: at most %g %s: %s", gate->limit, gate->unit,
					 gate->limit_reason));
	print_wrapped(lab_printf("remedy: %s", gate->remedy));
}

static void print_gates(const struct doctor *doctor)
{
	size_t states[3] = { 0, 0, 0 };

	if (doctor->root[0] != '\0')
		printf("tree:      gates read below %s, where counters stand still\n",
		       doctor->root);
	printf("\ngates (counters watched for %g s):\n", doctor->seconds);
	for (size_t i = 0; i < doctor->readings.count; i++) {
		print_reading(&doctor->readings.all[i]);
		states[doctor->readings.all[i].state]++;
	}
	printf("gates:     %zu pass, %zu breached, %zu unknown\n\n", states[GATE_PASS],
	       states[GATE_BREACHED], states[GATE_UNKNOWN]);
}

static void print_host(const struct doctor *doctor)
{
	printf("host:      %s\n", host_class());
	printf("host key:  %s (names the class of machine, see --help)\n", host_key());
	printf("kernel:    %s\n", host_kernel());
	if (!isnan(doctor->load))
		printf("load:      %.2f over the last minute\n", doctor->load);
	printf("gnuplot:   %s\n", doctor->gnuplot ? "found" : "not in PATH: no plots");
}

static void print_arms(const struct arm_set *set)
{
	printf("arms:      %zu usable, %zu skipped, in %s\n", set->count, set->skipped_count,
	       set->directory);
	for (size_t i = 0; i < set->skipped_count; i++)
		printf("skipped:   %s: %s\n", set->skipped[i].program, set->skipped[i].reason);
	for (size_t i = 0; i < set->count; i++)
		if (facts_heap_unvaried(&set->arms[i]) != NULL)
			printf("heap:      %s\n", facts_heap_unvaried(&set->arms[i]));
}

void doctor_print(const struct doctor *doctor)
{
	print_host(doctor);
	print_gates(doctor);
	printf("history:   %s\n", doctor->calibration.state);
	if (doctor->arms_loaded)
		print_arms(&doctor->set);
}
