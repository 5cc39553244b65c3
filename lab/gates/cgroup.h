/* SPDX-License-Identifier: MIT */
/*
 * cgroup.h - where the kernel keeps the CPU limits of this process.
 *
 * Version 1 and 2, with and without a namespace of their own: the controller
 * `cpu` of version 1 is used where it is mounted, else version 2.  A limit of a
 * group above holds as well, so callers walk up.  Weakness: groups above the top
 * of the own namespace are invisible from within a container.
 */
#ifndef LAB_GATES_CGROUP_H
#define LAB_GATES_CGROUP_H

#include <stdbool.h>

struct cgroup {
	bool unified;	  /* version 2 */
	char path[1024];  /* of the directory, without the root */
	unsigned int top; /* length of the mount point within path */
};

/* False with the reason in `why` (GATE_WHY_BYTES). */
bool cgroup_find(const char *root, struct cgroup *group, char *why);

/* The directory of the group that all tasks of the machine are in or below, in a
 * buffer of GATE_PATH_BYTES: of version 1 with this controller, or of version 2
 * (NULL).  False with the reason in `why`, e.g. in a container. */
bool cgroup_top(const char *root, const char *controller, char *path, char *why);

/* To the group above; false at the top. */
bool cgroup_up(struct cgroup *group);

/* "PATH/name" in a buffer of GATE_PATH_BYTES; false if it does not fit. */
bool cgroup_file(const struct cgroup *group, const char *name, char *path);

#endif
