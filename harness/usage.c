/* SPDX-License-Identifier: MIT */
/* usage.c - getrusage of the process, as differences. */
#include "harness/usage.h"

#include <sys/resource.h>
#include <sys/time.h>

static uint64_t timeval_ns(struct timeval time)
{
	return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_usec * 1000u;
}

struct usage usage_now(void)
{
	struct rusage rusage;

	getrusage(RUSAGE_SELF, &rusage);
	return (struct usage){
		.cpu_ns = timeval_ns(rusage.ru_utime) + timeval_ns(rusage.ru_stime),
		.switches_voluntary = (uint64_t)rusage.ru_nvcsw,
		.switches_involuntary = (uint64_t)rusage.ru_nivcsw,
		.faults_minor = (uint64_t)rusage.ru_minflt,
		.faults_major = (uint64_t)rusage.ru_majflt,
	};
}

void usage_add(struct usage *total, const struct usage *since, const struct usage *until)
{
	total->cpu_ns += until->cpu_ns - since->cpu_ns;
	total->switches_voluntary += until->switches_voluntary - since->switches_voluntary;
	total->switches_involuntary += until->switches_involuntary - since->switches_involuntary;
	total->faults_minor += until->faults_minor - since->faults_minor;
	total->faults_major += until->faults_major - since->faults_major;
}
