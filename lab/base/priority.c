/* SPDX-License-Identifier: MIT */
/* priority.c - asks the kernel, thread by thread; see priority.h. */
#include "lab/base/priority.h"

#include <errno.h>
#include <sched.h>
#include <string.h>
#include <sys/resource.h>

#include "lab/base/lab.h"

static bool is_realtime(int policy)
{
	return policy == SCHED_FIFO || policy == SCHED_RR;
}

static const char *policy_name(int policy)
{
	switch (policy) {
	case SCHED_OTHER:
		return "SCHED_OTHER";
	case SCHED_BATCH:
		return "SCHED_BATCH";
	case SCHED_IDLE:
		return "SCHED_IDLE";
	case SCHED_FIFO:
		return "SCHED_FIFO";
	case SCHED_RR:
		return "SCHED_RR";
	case 6: /* glibc has no name for it */
		return "SCHED_DEADLINE";
	default:
		return lab_printf("scheduling class %d", policy);
	}
}

static bool look(pid_t thread, struct priority *priority)
{
	struct sched_param param;

	memset(priority, 0, sizeof(*priority));
	priority->policy = sched_getscheduler(thread);
	if (priority->policy < 0 || sched_getparam(thread, &param) != 0)
		return false;
	priority->realtime = param.sched_priority;
	errno = 0; /* -1 is a nice level */
	priority->nice = getpriority(PRIO_PROCESS, (id_t)thread);
	return errno == 0;
}

bool priority_of(pid_t thread, struct priority *priority)
{
	bool known = look(thread, priority);

	priority->policy &= ~SCHED_RESET_ON_FORK; /* concerns what the thread starts */
	return known;
}

/* chrt --reset-on-fork: what it starts is neither real-time nor favoured. */
struct priority priority_inherited(void)
{
	struct priority own;
	bool resets = look(0, &own) && (own.policy & SCHED_RESET_ON_FORK) != 0;

	own.policy &= ~SCHED_RESET_ON_FORK;
	if (resets && (is_realtime(own.policy) || own.nice < 0))
		return (struct priority){ SCHED_OTHER, 0, 0 };
	return own;
}

bool priority_is_same(const struct priority *a, const struct priority *b)
{
	return a->policy == b->policy && a->nice == b->nice && a->realtime == b->realtime;
}

const char *priority_text(const struct priority *priority)
{
	if (is_realtime(priority->policy))
		return lab_printf("%s, priority %d", policy_name(priority->policy),
				  priority->realtime);
	return lab_printf("%s, nice %d", policy_name(priority->policy), priority->nice);
}
