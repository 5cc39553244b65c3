// SPDX-License-Identifier: MIT
/*
 * search.cpp - model_engine.h on relacy: the search, and what becomes of a failure.
 *
 * Up to a bound of preemptions every interleaving is tried, depth first, and with it every
 * older store that a load may read (one back).  Without a bound that would not end, so
 * the search goes to RANDOM_AFTER preemptions and then walks at random, where a load
 * may look two stores back.
 */
#include "verify/relacy/relacy.h"

#include <time.h>

#define RANDOM_AFTER	  3
#define RANDOM_EXECUTIONS 20000u

struct relacy_search relacy_search;

static uint64_t now_ns()
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

/* Half of the time, where a random walk follows. */
static bool is_time_over(uint32_t parts)
{
	uint64_t limit = relacy_search.options->max_seconds;

	return limit && now_ns() - relacy_search.began_ns > limit * 1000000000u / parts;
}

bool relacy_is_surprised()
{
	if (!relacy_search.surprises_left || rl::ctx().rand(2, rl::sched_type_user) == 0)
		return false;
	relacy_search.surprises_left--;
	return true;
}

static void execution_begin()
{
	relacy_search.result->executions++;
	relacy_search.surprises_left = relacy_search.options->surprises;
	memory_reset();
	objects_reset();
	threads_reset();
	relacy_search.is_running = true;
}

static void execution_end()
{
	threads_check_joined();
	memory_check_leaks();
	objects_end();
	relacy_search.is_running = false;
	if (relacy_search.options->trace_execution != relacy_search.result->executions)
		return;
	printf("execution %llu:\n", (unsigned long long)relacy_search.result->executions);
	log_print();
}

/* The body is the one thread that relacy starts; the others wait to be given work. */
struct suite : rl::test_suite<suite, 1> {
	static rl::thread_id_t const dynamic_thread_count = RELACY_THREADS - 1;

	void thread(unsigned)
	{
		execution_begin();
		relacy_search.body();
		execution_end();
	}
};

/* relacy's, but for the choices that make no difference: among one, and among the
 * threads that were given no work, at the end. */
class bounded_scheduler
    : public rl::tree_search_scheduler<bounded_scheduler,
				       rl::context_bound_scheduler_thread_info<RELACY_THREADS>,
				       RELACY_THREADS>
{
      public:
	typedef rl::tree_search_scheduler<bounded_scheduler,
					  rl::context_bound_scheduler_thread_info<RELACY_THREADS>,
					  RELACY_THREADS>
		base;
	using base::base;

	rl::thread_id_t iteration_begin_impl()
	{
		preemptions_left = this->params_.context_bound;
		return base::iteration_begin_impl();
	}

	bool iteration_end_impl()
	{
		bool is_last = base::iteration_end_impl();

		if (is_last)
			relacy_search.result->is_exhaustive = relacy_search.options->bound >= 0;
		return is_last || is_time_over(relacy_search.options->bound < 0 ? 2 : 1);
	}

	unsigned rand_impl(unsigned limit, rl::sched_type type)
	{
		if (limit == 1 || this->threads_[0].state_ == rl::thread_state_finished)
			return 0;
		return base::rand_impl(limit, type);
	}

	bool can_switch(typename base::thread_info_t &)
	{
		return preemptions_left != 0;
	}

	void on_switch(typename base::thread_info_t &thread)
	{
		if (thread.state_ == rl::thread_state_running)
			preemptions_left--;
	}

	double iteration_count_approx()
	{
		return 1.0;
	}

      private:
	unsigned preemptions_left;
};

static void fail(rl::test_result_e result)
{
	switch (result) {
	case rl::test_result_deadlock:
		log_fail("deadlock: every thread waits for another");
	case rl::test_result_livelock:
		log_fail("too long: more steps than --max-branches allows (a loop without "
			 "at_spin_hint?)");
	default:
		log_fail(rl::test_result_str(result));
	}
}

/* A context whose failures end the process instead of the execution. */
template <typename scheduler> class engine_context : public rl::context_impl<suite, scheduler>
{
      public:
	using rl::context_impl<suite, scheduler>::context_impl;

      private:
	void fail_test(char const *, rl::test_result_e result, rl::debug_info_param) override
	{
		fail(result);
	}
};

template <typename scheduler> static void search(rl::test_params &params)
{
	typename scheduler::shared_context_t shared;
	rl::istringstream no_state("");
	rl::ostringstream state;
	/* Too large for a stack, and never taken apart: the process ends with the test. */
	engine_context<scheduler> *context = new (std::malloc(sizeof(*context)))
		engine_context<scheduler>(params, shared);

	context->simulate(state, no_state, false);
	context->~engine_context<scheduler>();
	std::free(context);
}

static void search_bounded(rl::test_params &params, int bound)
{
	params.search_type = rl::sched_bound;
	params.context_bound = (unsigned)bound;
	search<bounded_scheduler>(params);
}

static void search_at_random(rl::test_params &params)
{
	params.search_type = rl::sched_random;
	params.iteration_count = RANDOM_EXECUTIONS;
	search<rl::random_scheduler<RELACY_THREADS>>(params);
}

extern "C" const char *engine_name(void)
{
	return "relacy";
}

extern "C" void engine_explore(void (*body)(void), const struct engine_options *options,
			       struct engine_result *result)
{
	rl::test_params params;
	rl::ostringstream chatter;

	relacy_search = { body, options, result, now_ns(), 0, false };
	memory_init();
	params.output_stream = &chatter;
	params.progress_stream = &chatter;
	params.execution_depth_limit = options->max_branches;
	search_bounded(params, options->bound < 0 ? RANDOM_AFTER : options->bound);
	if (options->bound < 0)
		search_at_random(params);
}
