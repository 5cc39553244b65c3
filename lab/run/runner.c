/* SPDX-License-Identifier: MIT */
/* runner.c - see runner.h. */
#include "lab/run/runner.h"

#include <inttypes.h>
#include <string.h>

#include "lab/base/data.h"
#include "lab/base/interrupt.h"
#include "lab/gates/cpus.h"
#include "lab/gates/gate_file.h"
#include "lab/run/watch.h"

struct runner {
	struct plan *plan;
	struct store *store;
	const struct run_settings *settings;
	struct sample_settings sample;
	struct progress progress;
	struct run_result result;
	const struct run_done *done;
	struct watch watch;
	hwloc_bitmap_t cpus; /* allowed at the start: workers were placed by them */
	uint64_t start_ns;
};

static void keep_status(struct runner *runner, int status)
{
	if (runner->result.status == LAB_OK)
		runner->result.status = status;
}

/* A program that was replaced will not come back: its rows end at once.
 * Counted for every row of the cell that has the arm, on either side. */
static void note_red(struct runner *runner, size_t cell, const struct sample *sample)
{
	for (size_t i = 0; i < runner->plan->row_count; i++) {
		struct plan_row *row = &runner->plan->rows[i];

		if (row->cell == cell && (row->arm == sample->arm || row->baseline == sample->arm))
			row->reds += sample->replaced ? RUNNER_REDS_MAX : 1;
	}
	runner->result.reds++;
	runner->progress.reds++;
	progress_say(&runner->progress,
		     lab_printf("red: %s %s %s: %s: %.200s", sample->arm->name,
				sample->cell->workload, sample->cell->params_text,
				sample_status_name(sample->status), sample->cause));
}

static void store_refusals(struct runner *runner, size_t cell)
{
	for (size_t i = 0; i < runner->plan->row_count; i++)
		if (runner->plan->rows[i].cell == cell && runner->plan->rows[i].refused != NULL)
			keep_status(runner,
				    store_update_row(runner->store, &runner->plan->rows[i]));
}

/* The program says at run time that it cannot: all its rows in the cell end.  Only as long
 * as none of its samples ran here, in this run or in one that it resumes: who can end a row
 * after some pairs chooses the verdict. */
static void refuse(struct runner *runner, size_t cell, const struct sample *sample)
{
	plan_refuse_arm(runner->plan, cell, sample->arm, sample->cause);
	store_refusals(runner, cell);
}

/* No arm of the cell can be calibrated: its rows end, the red ones say why. */
static void give_up_cell(struct runner *runner, size_t index)
{
	struct plan *plan = runner->plan;

	plan->cells[index].dead = "no arm could be calibrated";
	for (size_t i = 0; i < plan->row_count; i++)
		if (plan->rows[i].cell == index && plan->rows[i].refused == NULL)
			plan->rows[i].refused = plan->cells[index].dead;
	store_refusals(runner, index);
}

static void judge(struct runner *runner, size_t cell, struct sample *sample)
{
	int64_t ran = sample->status == SAMPLE_REFUSED ?
			      store_samples(runner->store, &runner->plan->cells[cell],
					    sample->arm) :
			      0;

	if (ran > 0)
		sample_blame_refusal(sample, lab_printf("%" PRId64 " of its samples had run", ran));
	if (sample->status == SAMPLE_REFUSED)
		refuse(runner, cell, sample);
	else if (sample_is_red(sample->status))
		note_red(runner, cell, sample);
}

static const char *cpus_text(hwloc_const_bitmap_t cpus)
{
	char text[256];

	hwloc_bitmap_list_snprintf(text, sizeof(text), cpus);
	return lab_strdup(text);
}

/* Somebody took CPUs from the run, or gave it some: no arm is to blame for where its
 * workers are now, and pairs from now on would be of another machine. */
static bool is_displaced(struct runner *runner)
{
	hwloc_bitmap_t now = hwloc_bitmap_alloc();
	char why[GATE_WHY_BYTES];

	if (runner->result.displaced == NULL && cpus_allowed("", now, why) &&
	    !hwloc_bitmap_iszero(runner->cpus) && !hwloc_bitmap_isequal(now, runner->cpus)) {
		runner->result.displaced = lab_printf("the CPUs it may use changed from %s to %s",
						      cpus_text(runner->cpus), cpus_text(now));
		progress_say(&runner->progress,
			     lab_printf("the run ends: %s", runner->result.displaced));
	}
	hwloc_bitmap_free(now);
	return runner->result.displaced != NULL;
}

/* Fixes the iterations per block for all arms of the cell. */
static bool calibrate_on(struct runner *runner, size_t index, const struct arm_info *arm)
{
	struct cell *cell = &runner->plan->cells[index];
	uint64_t iterations = 0, ns = 0;
	struct sample sample;
	bool done;

	done = sample_open(&sample, arm, (struct treatment){ 0 }, cell, &runner->sample) &&
	       sample_calibrate(&sample, &iterations, &ns);
	if (done) {
		cell->iterations = iterations;
		cell->expected_ns = ns;
		keep_status(runner, store_update_cell(runner->store, cell));
		sample_cut(&sample, "calibrated");
	} else if (!is_displaced(runner)) {
		judge(runner, index, &sample);
		keep_status(runner, record_single(runner->store, cell, "calibration", &sample));
	}
	sample_free(&sample);
	return done;
}

/* On the baseline; if that cannot, on the first arm that can. */
static bool calibrate(struct runner *runner, size_t index)
{
	struct cell *cell = &runner->plan->cells[index];
	struct strings tried = { NULL, 0 };

	for (size_t i = 0; i < 2 * runner->plan->row_count && cell->iterations == 0; i++) {
		const struct plan_row *row = &runner->plan->rows[i / 2];
		const struct arm_info *arm = i % 2 == 0 ? row->baseline : row->arm;

		if (row->cell != index || row->refused != NULL ||
		    strings_contain(&tried, arm->name) || interrupted())
			continue;
		strings_add(&tried, arm->name);
		calibrate_on(runner, index, arm);
	}
	if (cell->iterations == 0 && !interrupted() && runner->result.displaced == NULL)
		give_up_cell(runner, index);
	return cell->iterations != 0;
}

/* One attempt; false: the lab was stopped in its middle, so that the two sides stood
 * far apart and no wait meant anything. */
static bool try_pair(struct runner *runner, const struct work *work, struct pair *pair,
		     struct pair_context *context)
{
	const struct plan_row *row = &runner->plan->rows[work->row];
	const struct cell *cell = &runner->plan->cells[row->cell];
	unsigned int stops = interrupt_stops();
	struct treatment treatments[2];

	plan_treat(runner->plan, work->row, work->round, runner->settings->seed, treatments);
	watch_pair_starts(&runner->watch);
	pair_run(pair, cell, row->baseline, row->arm, treatments, &runner->sample);
	watch_pair_ended(&runner->watch, context);
	return interrupt_stops() == stops || interrupted();
}

/* Before the first pair such a row is not applicable; later, something has changed. */
static void judge_comparison(struct runner *runner, struct plan_row *row, struct pair *pair)
{
	struct sample *sample = &pair->side[SIDE_B];
	int64_t pairs = store_row_pairs(runner->store, row);

	if (pairs == 0) {
		row->refused = lab_printf("%s: %s", row->arm->name, pair->not_comparable);
		keep_status(runner, store_update_row(runner->store, row));
		return;
	}
	sample_blame_refusal(sample, lab_printf("%" PRId64 " pairs of the row", pairs));
	note_red(runner, row->cell, sample);
}

static void judge_pair(struct runner *runner, struct plan_row *row, struct pair *pair)
{
	if (pair->not_comparable != NULL) {
		judge_comparison(runner, row, pair);
		return;
	}
	judge(runner, row->cell, &pair->side[SIDE_A]);
	judge(runner, row->cell, &pair->side[SIDE_B]);
}

/* What stops it does so faster than a pair lasts: nothing would be measured, without end. */
static void give_up_stopped(struct runner *runner)
{
	runner->result.pairs_left_out++;
	keep_status(runner, LAB_ENVIRONMENT);
	lab_error("the run was stopped and continued (SIGCONT) in each of %u attempts at one pair, "
		  "and ends; take away what does that (cpulimit?), then go on with %s --resume",
		  RUNNER_REPEATS_MAX + 1, data_run());
}

static bool has_its_word(struct runner *runner, const struct plan_row *row)
{
	return runner->settings->ends_row != NULL && row->purpose == PURPOSE_PRIMARY &&
	       runner->settings->ends_row(runner->store, row);
}

static void run_pair(struct runner *runner, const struct work *work, size_t position)
{
	struct plan_row *row = &runner->plan->rows[work->row];
	struct cell *cell = &runner->plan->cells[row->cell];
	struct pair_context context;
	struct pair pair;

	runner->sample.seed = runner->settings->seed + work->round;
	for (unsigned int again = 0; !try_pair(runner, work, &pair, &context); again++) {
		pair_free(&pair);
		if (again == RUNNER_REPEATS_MAX) {
			give_up_stopped(runner);
			return;
		}
		runner->result.pairs_repeated++;
		progress_say(&runner->progress, "the run was stopped and goes on: the pair in "
						"its middle is measured again");
	}
	if (is_displaced(runner)) { /* in its middle, perhaps: it is measured anew */
		runner->result.pairs_left_out++;
		pair_free(&pair);
		return;
	}
	judge_pair(runner, row, &pair);
	if (!pair.complete && interrupted())
		runner->result.pairs_left_out++;
	context.round = work->round;
	context.position = runner->done->position + position;
	context.seed = runner->sample.seed;
	keep_status(runner, record_pair(runner->store, row, cell, &pair, &context));
	row->calm += pair.complete && !context.flagged;
	row->ended = pair.complete && has_its_word(runner, row);
	pair_free(&pair);
}

static void run_isolated(struct runner *runner, const struct work *work)
{
	size_t index = runner->plan->rows[work->row].cell;
	struct cell *cell = &runner->plan->cells[index];
	struct sample sample;

	runner->sample.seed = runner->settings->seed;
	sample_isolated(&sample, work->arm, cell, &runner->sample);
	if (is_displaced(runner)) {
		sample_free(&sample);
		return;
	}
	/* A counting build that cannot run the cell refuses nothing but itself. */
	if (work->kind == WORK_ISOLATED || sample.status != SAMPLE_REFUSED)
		judge(runner, index, &sample);
	keep_status(runner,
		    record_single(runner->store, cell,
				  work->kind == WORK_ISOLATED ? "isolated" : "exercise", &sample));
	sample_free(&sample);
}

static bool is_done(const struct runner *runner, const struct work *work)
{
	const struct run_done *done = runner->done;

	if (work->kind == WORK_PAIR)
		return done->pair != NULL && done->pair(done->arg, work->row, work->round);
	return done->alone != NULL && done->alone(done->arg, work);
}

static void do_work(struct runner *runner, const struct work *work, size_t position)
{
	struct plan_row *row = &runner->plan->rows[work->row];
	struct cell *cell = &runner->plan->cells[row->cell];

	if (is_done(runner, work))
		return;
	if (row->refused != NULL || row->ended || row->reds >= RUNNER_REDS_MAX ||
	    cell->dead != NULL)
		return;
	progress_show(&runner->progress,
		      work->kind == WORK_PAIR ?
			      lab_printf("%s %s vs %s", cell->workload, row->arm->name,
					 row->baseline->name) :
			      lab_printf("%s %s alone", cell->workload, work->arm->name));
	if (cell->iterations == 0 && !calibrate(runner, row->cell))
		return;
	if (row->refused != NULL)
		return;
	if (work->kind == WORK_PAIR)
		run_pair(runner, work, position);
	else
		run_isolated(runner, work);
}

/* So many A/A trials as are wanted.  Nobody looks at what they say. */
static bool has_trials(const struct runner *runner)
{
	size_t trials = 0;

	for (size_t i = 0; i < runner->plan->row_count; i++) {
		const struct plan_row *row = &runner->plan->rows[i];

		if (row->purpose == PURPOSE_AA_SAME || row->purpose == PURPOSE_AA_LAYOUT)
			trials += row->calm / CALIBRATION_TRIAL_PAIRS;
	}
	return runner->settings->until_trials > 0 && trials >= runner->settings->until_trials;
}

static bool may_go_on(struct runner *runner)
{
	if (has_trials(runner))
		runner->result.enough = true;
	else if (interrupted())
		runner->result.interrupted = true;
	else if (runner->settings->budget_ns != 0 &&
		 now_ns() - runner->start_ns > runner->settings->budget_ns)
		runner->result.out_of_time = true;
	return !runner->result.enough && !runner->result.interrupted &&
	       !runner->result.out_of_time && !is_displaced(runner) &&
	       runner->result.status == LAB_OK;
}

struct run_result runner_run(struct plan *plan, struct store *store,
			     const struct run_settings *settings, const struct run_done *done)
{
	static const struct run_done nothing;
	char why[GATE_WHY_BYTES];
	struct runner runner;
	struct work *work;
	size_t count;

	memset(&runner, 0, sizeof(runner));
	runner.plan = plan;
	runner.store = store;
	runner.settings = settings;
	runner.sample.seed = settings->seed;
	runner.sample.timeout_ns = settings->timeout_ns;
	runner.sample.preload = settings->preload;
	runner.done = done != NULL ? done : &nothing;
	runner.start_ns = now_ns();
	runner.cpus = hwloc_bitmap_alloc();
	if (!cpus_allowed("", runner.cpus, why))
		hwloc_bitmap_zero(runner.cpus);
	keep_status(&runner, watch_start(&runner.watch, store));
	work = plan_order(plan, settings->seed, &count);
	progress_start(&runner.progress, settings->progress, count, settings->budget_ns);
	for (size_t i = 0; i < count; i++) {
		if (may_go_on(&runner))
			do_work(&runner, &work[i], i);
		else if (work[i].kind == WORK_PAIR && !is_done(&runner, &work[i]))
			runner.result.pairs_left_out++;
		runner.progress.done = i + 1;
	}
	may_go_on(&runner);
	progress_end(&runner.progress);
	hwloc_bitmap_free(runner.cpus);
	return runner.result;
}
