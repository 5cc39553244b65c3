/* SPDX-License-Identifier: MIT */
/* describe.h - what this program can run. */
#ifndef HARNESS_DESCRIBE_H
#define HARNESS_DESCRIBE_H

#include <jansson.h>

#include "workloads/arm.h"

json_t *describe_json(const struct arm *arm);

#endif
