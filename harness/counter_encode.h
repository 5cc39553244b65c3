/* SPDX-License-Identifier: MIT */
/* counter_encode.h - from a way to count to what perf_event_open takes. */
#ifndef HARNESS_COUNTER_ENCODE_H
#define HARNESS_COUNTER_ENCODE_H

#include <jansson.h>
#include <perfmon/pfmlib_perf_event.h>
#include <stdbool.h>
#include <stddef.h>

#include "harness/counter_table.h"

#define COUNTER_REASON_BYTES 160u

/* 0 or -ENOENT with the reason.  Success says nothing about whether it counts. */
int counter_encode(const struct counter_way *way, bool user_only, struct perf_event_attr *attr,
		   char *reason, size_t reason_bytes);

/* Diagnosis: every encoding of a group, and which PMUs libpfm sees. */
json_t *counter_encode_json(const struct counter_group *group);

#endif
