/* SPDX-License-Identifier: MIT */
/* explore.c - seeds, and delta debugging. */
#include "verify/exec/search/explore.h"

#include <string.h>

#include "verify/exec/search/strategy.h"

int explore_run(struct explore *explore, struct exec_result *result)
{
	struct exec_options options = explore->options;
	struct exec_strategy *strategy = options.strategy;
	struct explore_totals *totals = &explore->totals;

	for (uint64_t i = 0; i < explore->seeds; i++) {
		int error = exec_run(&options, explore->body, result);

		if (error)
			return error;
		totals->executions++;
		totals->steps += result->steps;
		totals->switches += result->switches;
		if (result->steps > totals->longest)
			totals->longest = result->steps;
		if (explore->progress)
			explore->progress(totals);
		explore->failed_seed = options.seed;
		if (result->end != EXEC_PASSED)
			return 1;
		if (explore->stop && *explore->stop)
			break;
		totals->is_complete = strategy->next && !strategy->next(strategy);
		if (totals->is_complete)
			break;
		options.seed++;
	}
	return 0;
}

int explore_measure(const struct explore *explore, uint64_t *steps)
{
	struct exec_options options = explore->options;
	struct strategy_random walk;
	struct exec_result result;
	int error;

	strategy_random_init(&walk, 10);
	options.strategy = &walk.base;
	options.seed = 0;
	error = exec_run(&options, explore->body, &result);
	*steps = result.steps ? result.steps : 1;
	return error;
}

int explore_replay(const struct explore *explore, const struct interleaving *interleaving,
		   struct exec_result *result)
{
	struct exec_options options = explore->options;
	struct strategy_interleaving follow;

	strategy_interleaving_init(&follow, interleaving);
	options.strategy = &follow.base;
	return exec_run(&options, explore->body, result);
}

/* --------------------------------------------------------------- shrink -- */

#define UNTIL_IT_SLEEPS UINT32_MAX

struct shrink {
	const struct explore *explore;
	enum exec_end end;
	struct interleaving *kept; /* the best so far */
	size_t preemptions;	   /* under it */
	struct interleaving tried;
	uint64_t runs;
	uint64_t most;
};

static bool may_go_on(const struct shrink *shrink)
{
	const volatile sig_atomic_t *stop = shrink->explore->stop;

	return shrink->runs < shrink->most && !(stop && *stop);
}

/* Does `tried` fail in the same way, with no more preemptions?  Then it is kept. */
static bool keep_if_failing(struct shrink *shrink)
{
	struct exec_result result;
	size_t preemptions;

	shrink->runs++;
	if (explore_replay(shrink->explore, &shrink->tried, &result) != 0 ||
	    result.end != shrink->end)
		return false;
	preemptions = interleaving_preemptions(exec_interleaving());
	if (preemptions > shrink->preemptions ||
	    interleaving_copy(shrink->kept, &shrink->tried) != 0)
		return false;
	shrink->preemptions = preemptions;
	return true;
}

/* Without the runs [from, from + count). */
static bool cut(struct shrink *shrink, size_t from, size_t count)
{
	struct interleaving *tried = &shrink->tried;

	if (interleaving_copy(tried, shrink->kept) != 0)
		return false;
	if (from + count < tried->count)
		memmove(&tried->runs[from], &tried->runs[from + count],
			(tried->count - from - count) * sizeof(*tried->runs));
	tried->count -= count;
	interleaving_merge(tried);
	return keep_if_failing(shrink);
}

/* One pass with chunks of one size, from the back, where a failing run ends. */
static bool cut_chunks(struct shrink *shrink, size_t chunk)
{
	bool has_cut = false;
	size_t at = shrink->kept->count;

	while (at > 0 && may_go_on(shrink)) {
		size_t from = at > chunk ? at - chunk : 0;

		if (cut(shrink, from, at - from))
			has_cut = true;
		at = from < shrink->kept->count ? from : shrink->kept->count;
	}
	return has_cut;
}

static void cut_all(struct shrink *shrink)
{
	size_t chunk = shrink->kept->count / 2;

	while (may_go_on(shrink) && shrink->kept->count > 0) {
		bool has_cut = cut_chunks(shrink, chunk ? chunk : 1);

		if (chunk > 1)
			chunk /= 2;
		else if (!has_cut)
			break;
	}
}

static bool set_steps(struct shrink *shrink, size_t run, uint32_t steps)
{
	if (interleaving_copy(&shrink->tried, shrink->kept) != 0)
		return false;
	shrink->tried.runs[run].steps = steps;
	return keep_if_failing(shrink);
}

/* A thread that may as well run until it sleeps needs no preemption. */
static bool lengthen_runs(struct shrink *shrink)
{
	size_t before = shrink->preemptions;

	for (size_t i = shrink->kept->count; i-- > 0 && may_go_on(shrink);)
		if (shrink->kept->runs[i].steps != UNTIL_IT_SLEEPS)
			set_steps(shrink, i, UNTIL_IT_SLEEPS);
	return shrink->preemptions < before;
}

/* No run longer than it has to be, by halves. */
static void shorten_runs(struct shrink *shrink)
{
	for (size_t i = shrink->kept->count; i-- > 0;)
		while (shrink->kept->runs[i].steps > 1 && may_go_on(shrink) &&
		       set_steps(shrink, i, shrink->kept->runs[i].steps / 2))
			;
}

uint64_t explore_shrink(const struct explore *explore, enum exec_end end,
			struct interleaving *interleaving, uint64_t most)
{
	struct shrink shrink = { .explore = explore,
				 .end = end,
				 .kept = interleaving,
				 .preemptions = SIZE_MAX,
				 .most = most };

	do
		cut_all(&shrink);
	while (lengthen_runs(&shrink));
	cut_all(&shrink);
	shorten_runs(&shrink);
	interleaving_free(&shrink.tried);
	return shrink.runs;
}
