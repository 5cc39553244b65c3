/* SPDX-License-Identifier: MIT */
/*
 * children.h - the child of spawn_local and spawn_block_on, which does nothing but
 * end: it gives back its clones, if it has any, and counts down.
 *
 * Two kinds, so that a child without clones has no state at all.
 */
#ifndef WORKLOADS_CHILDREN_H
#define WORKLOADS_CHILDREN_H

#include "workloads/countdown.h"

/* Spawn countdown.total detached children from where the caller is; the last one
 * to end calls `done`, which wakes whoever waits. */
void children_spawn(bool clones, void (*done)(void));

#endif
