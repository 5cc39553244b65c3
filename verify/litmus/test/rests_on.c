/* SPDX-License-Identifier: MIT */
/*
 * rests_on.c - four models that need an engine to show something, for the test that
 * one is refused where the engine does not (rests_on.sh).  They check nothing.
 */
#include "verify/model.h"

static void on_message_passing(void)
{
}
MODEL(on_message_passing, .checks = "loom and relacy show it", .threads = 1, .bound = 1,
      .rests_on = "MP_relaxed")

static void on_writes_turned_round(void)
{
}
MODEL(on_writes_turned_round, .checks = "loom shows it, relacy does not", .threads = 1, .bound = 1,
      .rests_on = "W22_relaxed")

static void on_load_buffering(void)
{
}
MODEL(on_load_buffering, .checks = "nobody shows it", .threads = 1, .bound = 1,
      .rests_on = "LB_relaxed")

static void on_a_misspelt_one(void)
{
}
MODEL(on_a_misspelt_one, .checks = "there is no such litmus test", .threads = 1, .bound = 1,
      .rests_on = "LB_relayed")
