/* SPDX-License-Identifier: MIT */
/* locks.h - how often a mutex is locked; before stage.h, whose engine then counts. */
#ifndef TESTS_POLICY_LOCKS_H
#define TESTS_POLICY_LOCKS_H

#include "sched/os.h"

static struct os_mutex *locks_of; /* the mutex that is counted */
static uint32_t locks;

static inline void count_lock(struct os_mutex *mutex)
{
	locks += mutex == locks_of;
	os_mutex_lock(mutex);
}
#define os_mutex_lock count_lock

#endif
