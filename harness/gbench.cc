/* SPDX-License-Identifier: MIT */
/*
 * gbench.cc - the only C++ of the project: Google Benchmark behind gbench.h.
 *
 * Works with libbenchmark 1.7 to 1.9: what was renamed between them (how a
 * failed run is reported) is looked up by overload, not by version number.
 */
#include "harness/gbench.h"

#include <benchmark/benchmark.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <vector>

struct gbench_state {
	benchmark::State *state;
};

namespace
{

/* 1.7: error_occurred, error_message.  1.8 and later: skipped, skip_message. */
template <typename R> auto run_failed(const R &run, int) -> decltype(bool(run.error_occurred))
{
	return run.error_occurred;
}

template <typename R> auto run_failed(const R &run, long) -> decltype(bool(run.skipped))
{
	return bool(run.skipped);
}

template <typename R> auto run_message(const R &run, int) -> decltype(run.error_message)
{
	return run.error_message;
}

template <typename R> auto run_message(const R &run, long) -> decltype(run.skip_message)
{
	return run.skip_message;
}

/* Sums up what was run; writes nothing anywhere. */
class quiet_reporter : public benchmark::BenchmarkReporter
{
      public:
	explicit quiet_reporter(gbench_result *result) : result_(result)
	{
	}

	bool ReportContext(const Context &) override
	{
		return true;
	}

	void ReportRuns(const std::vector<Run> &runs) override
	{
		for (const Run &run : runs)
			add(run);
	}

      private:
	void add(const Run &run)
	{
		result_->runs++;
		if (!run_failed(run, 0)) {
			result_->iterations += static_cast<uint64_t>(run.iterations);
			result_->seconds += run.real_accumulated_time;
		} else if (!result_->error[0]) {
			std::snprintf(result_->error, sizeof result_->error, "%s",
				      run_message(run, 0).c_str());
		}
	}

	gbench_result *result_;
};

} // namespace

void gbench_register(const char *name, gbench_function *function, void *arg, uint64_t iterations)
{
	auto *benchmark = benchmark::RegisterBenchmark(name,
						       [function, arg](benchmark::State &state) {
							       gbench_state wrapped = { &state };
							       function(&wrapped, arg);
						       });

	benchmark->UseManualTime();
	benchmark->Unit(benchmark::kNanosecond);
	if (iterations) {
		benchmark->Iterations(static_cast<benchmark::IterationCount>(iterations));
		benchmark->Repetitions(1);
	}
}

bool gbench_next(struct gbench_state *state)
{
	return state->state->KeepRunning();
}

bool gbench_next_batch(struct gbench_state *state, uint64_t iterations)
{
	return state->state->KeepRunningBatch(static_cast<benchmark::IterationCount>(iterations));
}

uint64_t gbench_iterations(const struct gbench_state *state)
{
	return static_cast<uint64_t>(state->state->max_iterations);
}

void gbench_set_ns(struct gbench_state *state, uint64_t ns)
{
	state->state->SetIterationTime(static_cast<double>(ns) * 1e-9);
}

void gbench_counter(struct gbench_state *state, const char *name, double value,
		    enum gbench_counter_kind kind)
{
	auto flags = kind == GBENCH_RATE ? benchmark::Counter::kIsRate :
					   benchmark::Counter::kDefaults;

	state->state->counters[name] = benchmark::Counter(value, flags);
}

void gbench_fail(struct gbench_state *state, const char *message)
{
	state->state->SkipWithError(message);
}

int gbench_run_quiet(struct gbench_result *result)
{
	quiet_reporter reporter(result);
	size_t count;

	*result = gbench_result();
	count = benchmark::RunSpecifiedBenchmarks(&reporter, nullptr, "all");
	benchmark::ClearRegisteredBenchmarks();
	return count ? 0 : -ENOENT;
}

int gbench_main(int argc, char **argv)
{
	benchmark::Initialize(&argc, argv);
	if (benchmark::ReportUnrecognizedArguments(argc, argv))
		return -EINVAL;
	benchmark::RunSpecifiedBenchmarks();
	benchmark::Shutdown();
	return 0;
}
