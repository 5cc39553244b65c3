/* SPDX-License-Identifier: MIT */
/* doctor.h - what schedlab doctor found out, and the two ways to print it. */
#ifndef LAB_DOCTOR_H
#define LAB_DOCTOR_H

#include "lab/arms/arms.h"
#include "lab/gates/gate.h"
#include "lab/verdict/verdict.h"

struct doctor {
	const char *root; /* before /proc and /sys of the gates; "": this machine */
	double seconds;	  /* the window of the dynamic gates */
	double load;	  /* of the last minute; NAN: unknown */
	bool gnuplot;	  /* found in PATH */
	struct gate_readings readings;
	struct calibration calibration; /* what the A/A history of this host says */
	struct arm_set set;
	bool arms_loaded; /* else `set` means nothing and the reason was told */
};

/* Colour only where standard output is a terminal and NO_COLOR is not set. */
void doctor_print(const struct doctor *doctor);
void doctor_print_json(const struct doctor *doctor);

#endif
