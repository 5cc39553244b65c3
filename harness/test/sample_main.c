/* SPDX-License-Identifier: MIT */
/* sample_main.c - the program's main under another name, for a test to call. */
int sample_main(int argc, char **argv);

#define main sample_main
#include "harness/main.c"
