/* SPDX-License-Identifier: MIT */
/* commands.h - one function per command of schedlab; each returns enum lab_exit. */
#ifndef LAB_COMMANDS_H
#define LAB_COMMANDS_H

#include "lab/arms/arms.h"
#include "lab/base/option.h"

int command_list(int argc, char **argv);
int command_build(int argc, char **argv);
int command_run(int argc, char **argv);
int command_validate(int argc, char **argv);
int command_trial(int argc, char **argv);
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

#endif
