/* SPDX-License-Identifier: MIT */
/* complete.h - schedlab --names KIND: what the completion of a shell offers. */
#ifndef LAB_COMPLETE_H
#define LAB_COMPLETE_H

#define COMPLETE_KINDS "suites, claims, arms, settings, workloads"

/* The names of a kind, one a line on standard output; of settings each KNOB=VALUE, and KNOB= where
 * any number will do.  LAB_OK, LAB_USAGE or LAB_ENVIRONMENT, complaint made. */
int complete_print(const char *kind);

#endif
