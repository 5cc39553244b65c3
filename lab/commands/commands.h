/* SPDX-License-Identifier: MIT */
/* commands.h - one function per command of schedlab; each returns enum lab_exit. */
#ifndef LAB_COMMANDS_H
#define LAB_COMMANDS_H

#include "lab/arms/arms.h"
#include "lab/plan/plan.h"

int command_list(int argc, char **argv);
int command_run(int argc, char **argv);
int command_validate(int argc, char **argv);
int command_noise(int argc, char **argv);
int command_replay(int argc, char **argv);
int command_compare(int argc, char **argv);
int command_show(int argc, char **argv);
int command_report(int argc, char **argv);
int command_plot(int argc, char **argv);
int command_doctor(int argc, char **argv);
int command_export(int argc, char **argv);
int command_pack(int argc, char **argv);
int command_import(int argc, char **argv);
int command_check_peer(int argc, char **argv);

/* Describing takes milliseconds; a program that needs longer hangs. */
#define DESCRIBE_TIMEOUT_S 10.0

/* Parsers of option values; each complains and returns false. */
bool option_number(const char *option, const char *text, int64_t min, int64_t max, int64_t *number);
bool option_milliseconds(const char *option, const char *text, uint64_t *ns);
bool option_seconds(const char *option, const char *text, uint64_t *ns);
/* CPUs of an explicit list must be allowed here. */
bool option_pin(const char *option, const char *text);
bool option_workers(const char *text, struct strings *workers);
/* `choices` ends with NULL; returns the index or -1. */
int option_choice(const char *option, const char *text, const char *const *choices);

/* LAB_USAGE, after saying of an option that does nothing "without --run" or the like. */
int option_says_nothing(const char *option, const char *where);

#endif
