/* SPDX-License-Identifier: MIT */
/*
 * arm.h - what the harness sees of an arm: one scheduler with its workloads.
 *
 * A C variant implements this once for all variants (arm.c, over sched.h and
 * the registered workloads); a peer such as Tokio implements it in its own
 * language and exports arm_self().  Everything below is plain C ABI: no
 * bit-fields, no unions, fixed-width integers, NUL-terminated static strings.
 */
#ifndef WORKLOADS_ARM_H
#define WORKLOADS_ARM_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define ARM_ABI 2u

enum arm_thread { ARM_THREAD_WORKER, ARM_THREAD_PRODUCER };

/* A knob of a workload.  Values arrive as an array in this order. */
struct arm_param {
	const char *name;
	const char *meaning;
	uint64_t fallback; /* the default: Tokio's bench where there is one */
	uint64_t min;
	uint64_t max;
};

enum arm_workload_flag {
	ARM_PARKS = 1,		/* threads sleep inside every iteration: wants long blocks */
	ARM_NEEDS_REMOTE = 2,	/* spawns or wakes from threads that are not workers */
	ARM_NEEDS_PARALLEL = 4, /* at least two workers */
	ARM_NEEDS_FAULT = 8,	/* the fault build (stalled_thief) */
	ARM_LATENCY = 16,	/* fills the latency histogram */
	ARM_NEEDS_CANCEL = 32	/* a shutdown that cancels what sleeps */
};

struct arm_workload {
	const char *name;
	const char *family;   /* "spawn-heavy", "ping-pong", "fan-out", "probe" */
	const char *unit;     /* what one unit of work is: "task", "pair", "yield" */
	const char *measures; /* one sentence */
	const char *origin;   /* the bench it equals, or "schedlab" */
	const struct arm_param *params;
	uint32_t param_count;
	uint32_t flags; /* enum arm_workload_flag */
};

/*
 * Log-linear histogram of nanoseconds, 16 buckets per power of two (6 %).
 * Bucket of v: v < 16 ? v : (e - 3) * 16 + ((v >> (e - 4)) & 15), e = floor(log2 v).
 */
#define ARM_BUCKETS 976u
struct arm_histogram {
	uint64_t count;
	uint64_t sum_ns;
	uint64_t max_ns;
	uint64_t buckets[ARM_BUCKETS];
};

/* A further number a workload reports, e.g. "pops_during_steal"; kind says what
 * becomes of the values of one name over the blocks. */
enum arm_extra_kind { ARM_SUM, ARM_MAX, ARM_MIN, ARM_MEAN };
struct arm_extra {
	const char *name;
	const char *unit;
	uint32_t kind;
	uint32_t reserved;
	double value;
};
#define ARM_EXTRAS	16u
#define ARM_ERROR_BYTES 160u

/* One block: `iterations` repetitions of the workload, timed by the workload. */
struct arm_block {
	/* in */
	const uint64_t *params; /* param_count values */
	uint64_t iterations;	/* >= 1 */
	uint64_t seed;
	struct arm_histogram *latency; /* owned by the harness; add to it */
	/* How many bytes of the heap are in use now: NULL, or why nobody can know (a static
	 * string, and *bytes is left alone).  From any thread; slow, so not in a timed region.
	 * May itself be NULL: there is nobody to ask. */
	const char *(*heap_bytes)(uint64_t *bytes);
	/* out, zeroed by the harness */
	uint64_t units;	   /* units of work done */
	uint64_t timed_ns; /* monotonic nanoseconds of the timed region(s) */
	uint32_t extra_count;
	uint32_t reserved;
	struct arm_extra extras[ARM_EXTRAS];
	char error[ARM_ERROR_BYTES]; /* "" if the result was verified right, else what was wrong */
};

struct arm_config {
	uint32_t workers;
	uint32_t reserved;
	uint64_t seed;
	/* Called first and last on every worker and producer thread. */
	void (*on_thread_start)(enum arm_thread kind, uint32_t index, void *arg);
	void (*on_thread_stop)(enum arm_thread kind, uint32_t index, void *arg);
	void *arg;
};

struct arm_pair {
	const char *name;
	const char *value;
};

struct arm_metric {
	const char *name;
	uint32_t counted;  /* 0: not counted by this build, value is meaningless */
	uint32_t is_level; /* 1: what is now, or was most; 0: a count since start */
	uint64_t value;
};

struct arm {
	uint32_t abi; /* ARM_ABI */
	uint32_t reserved;
	const char *name;      /* "tokio", "tokio-bare" */
	const char *kind;      /* "variant" or "peer" */
	const char *version;   /* peer: "tokio 1.53.1, rustc 1.95.0, ..."; variant: "schedlab" */
	const char *flavour;   /* "timed", "counting", "fault" */
	const char *allocator; /* who serves tasks: "libc" (malloc, may be preloaded) or "slab" */
	const char *isa;       /* "x86-64", "aarch64": the baseline it was compiled for */
	const struct arm_pair *knobs;
	uint32_t knob_count;
	uint32_t workload_count;
	const struct arm_workload *const *workloads;
	/* NULL, or why this arm cannot run the cell (a static string). */
	const char *(*refuses)(const struct arm_workload *workload, const uint64_t *params,
			       uint32_t workers);
	/* 0 or a negative errno. */
	int (*start)(const struct arm_config *config, void **runtime);
	/* 0 when the block ran (block->error says if it was right); negative errno
	 * when it could not run.  Called from one thread, never a worker. */
	int (*run)(void *runtime, const struct arm_workload *workload, struct arm_block *block);
	void (*stop)(void *runtime);
	/* Scheduler counters since start, and levels; returns how many there are.  `runtime`
	 * NULL, when nothing was started: their names, and which this build counts. */
	size_t (*metrics)(void *runtime, struct arm_metric *metrics, size_t max);
	/* State of each worker as text, for hangs; async-signal-safe.  May be NULL. */
	void (*dump)(void *runtime, int fd);
	/* A last look at what a block left behind, after each run and by the same thread;
	 * it may sleep, so it is part of no time, counter or CPU time.  What is wrong goes
	 * into block->error, if that is empty.  0, or the negative errno of what the block could
	 * not have.  NULL if there is nothing to look at. */
	int (*verify)(void *runtime, struct arm_block *block);
};

const struct arm *arm_self(void);

/* A block from its run to its verification, for those who count nothing in between: 0, or a
 * negative errno. */
static inline int arm_run_whole(const struct arm *arm, void *runtime,
				const struct arm_workload *workload, struct arm_block *block)
{
	int error = arm->run(runtime, workload, block);
	int lacks = arm->verify ? arm->verify(runtime, block) : 0;

	return error ? error : lacks;
}

static inline uint32_t arm_histogram_bucket(uint64_t ns)
{
	uint32_t exponent;

	if (ns < 16)
		return (uint32_t)ns;
	exponent = 63u - (uint32_t)__builtin_clzll(ns);
	return (exponent - 3u) * 16u + (uint32_t)((ns >> (exponent - 4u)) & 15u);
}

/* Smallest value that falls into the bucket. */
static inline uint64_t arm_histogram_floor(uint32_t bucket)
{
	uint32_t exponent;

	if (bucket < 32)
		return bucket;
	exponent = bucket / 16u + 3u;
	return (uint64_t)(16u + bucket % 16u) << (exponent - 4u);
}

static inline void arm_histogram_add(struct arm_histogram *histogram, uint64_t ns)
{
	histogram->count++;
	histogram->sum_ns += ns;
	if (ns > histogram->max_ns)
		histogram->max_ns = ns;
	histogram->buckets[arm_histogram_bucket(ns)]++;
}

#ifdef __cplusplus
}
#endif
#endif
