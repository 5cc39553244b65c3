/* SPDX-License-Identifier: MIT */
/* sample.c - the life of a sample process; see sample.h. */
#include "lab/run/sample.h"

#include <inttypes.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "lab/base/interrupt.h"
#include "lab/base/shortage.h"
#include "lab/base/spawn.h"
#include "lab/base/threads.h"
#include "lab/run/answer.h"
#include "lab/run/placement.h"

#define PATIENCE     20u /* times the expected duration, before it is a hang */
#define STDERR_BYTES 16384u

#define STATE_PATIENCE_NS 10000000000u /* for a hung sample to begin to write its state */
#define STATE_SILENCE_NS  200000000u   /* after which it has written it */

const char *sample_status_name(enum sample_status status)
{
	static const char *const names[] = { "ok",   "refused", "cut",	   "wrong", "error",
					     "hung", "crashed", "garbage", "lied" };

	return names[status];
}

bool sample_is_red(enum sample_status status)
{
	return status >= SAMPLE_WRONG;
}

static void set_last_state(struct sample *sample, const char *threads)
{
	char *errors = child_errors(&sample->child, STDERR_BYTES);

	if (asprintf(&sample->last_state, "%s%s%s", threads != NULL ? threads : "",
		     errors != NULL && errors[0] != '\0' ? "standard error of the sample:\n" : "",
		     errors != NULL ? errors : "") < 0)
		sample->last_state = NULL;
	free(errors);
}

static off_t errors_size(const struct sample *sample)
{
	struct stat about;

	return fstat(sample->child.err, &about) == 0 ? about.st_size : 0;
}

/* Until it has written something and is silent, or has ended, or shows no sign of life. */
static void await_state(struct sample *sample, off_t before)
{
	uint64_t deadline = now_ns() + STATE_PATIENCE_NS;
	off_t seen, size = before;

	do {
		seen = size;
		if (child_wait(&sample->child, now_ns() + STATE_SILENCE_NS) || interrupted())
			return;
		size = errors_size(sample);
	} while (now_ns() < deadline && (size == before || size > seen));
}

/* SIGUSR1 makes a sample write the state of each worker to standard error. */
static void collect_hung(struct sample *sample)
{
	char *threads = threads_state(sample->child.pid);
	off_t before = errors_size(sample);

	kill(sample->child.pid, SIGUSR1);
	await_state(sample, before);
	child_kill(&sample->child);
	set_last_state(sample, threads);
	free(threads);
}

bool sample_fail(struct sample *sample, enum sample_status status, const char *format, ...)
{
	va_list arguments;

	if (sample->status != SAMPLE_OK)
		return false;
	sample->status = status;
	va_start(arguments, format);
	vsnprintf(sample->cause, sizeof(sample->cause), format, arguments);
	va_end(arguments);
	if (status == SAMPLE_HUNG && sample->child.pid != 0)
		collect_hung(sample);
	else
		child_kill(&sample->child);
	if (sample->last_state == NULL && sample_is_red(status))
		set_last_state(sample, NULL);
	return false;
}

void sample_blame_refusal(struct sample *sample, const char *after)
{
	char said[sizeof(sample->cause)];

	if (sample->status != SAMPLE_REFUSED)
		return;
	memcpy(said, sample->cause, sizeof(said));
	sample->status = SAMPLE_ERROR;
	snprintf(sample->cause, sizeof(sample->cause), "it refused after %s: %.400s", after, said);
	set_last_state(sample, NULL);
}

void sample_cut(struct sample *sample, const char *cause)
{
	sample_fail(sample, SAMPLE_CUT, "%s", cause);
}

/* The first line a failed program printed for people, for the cause. */
static void first_error_line(struct sample *sample, char *line, size_t bytes)
{
	char *errors = child_errors(&sample->child, STDERR_BYTES);

	snprintf(line, bytes, "%.*s", errors != NULL ? (int)strcspn(errors, "\n") : 0,
		 errors != NULL ? errors : "");
	free(errors);
}

/* Its output ended before the answer: find out how it died. */
static bool fail_ended(struct sample *sample, const char *awaited)
{
	char fate[96], said[256];
	int how;

	if (!child_wait(&sample->child, now_ns() + sample->settings->timeout_ns))
		return sample_fail(sample, interrupted() ? SAMPLE_CUT : SAMPLE_HUNG,
				   "closed its output instead of answering (%s)", awaited);
	how = sample->child.wait_status;
	child_fate(how, fate, sizeof(fate));
	first_error_line(sample, said, sizeof(said));
	return sample_fail(sample, WIFSIGNALED(how) ? SAMPLE_CRASHED : SAMPLE_ERROR,
			   "%s while %s was awaited%s%s", fate, awaited,
			   said[0] != '\0' ? ": " : "", said);
}

static uint64_t patience_ns(const struct sample *sample, uint64_t expected_ns)
{
	uint64_t scaled = PATIENCE * expected_ns;

	return scaled > sample->settings->timeout_ns ? scaled : sample->settings->timeout_ns;
}

/* One JSON object, or NULL after sample_fail. */
static json_t *read_answer(struct sample *sample, const char *awaited, uint64_t expected_ns)
{
	uint64_t patience = patience_ns(sample, expected_ns);
	json_error_t error;
	json_t *answer;
	char *line;

	switch (child_read_line(&sample->child, now_ns() + patience, &line)) {
	case CHILD_LINE:
		break;
	case CHILD_TIMEOUT:
		sample_fail(sample, SAMPLE_HUNG, "no answer within %.1f s (%s)",
			    (double)patience * 1e-9, awaited);
		return NULL;
	case CHILD_TOO_LONG:
		sample_fail(sample, SAMPLE_GARBAGE, "a line without end instead of %s", awaited);
		return NULL;
	case CHILD_INTERRUPTED:
		sample_cut(sample, "interrupted");
		return NULL;
	case CHILD_END:
		fail_ended(sample, awaited);
		return NULL;
	}
	answer = json_loads(line, JSON_REJECT_DUPLICATES, &error);
	if (!json_is_object(answer)) {
		sample_fail(sample, SAMPLE_GARBAGE, "not a JSON object instead of %s: \"%.80s\"",
			    awaited, line);
		json_decref(answer);
		return NULL;
	}
	return answer;
}

static char **arguments(const struct sample *sample, bool lockstep)
{
	const struct cell *cell = sample->cell;
	char **argv = lab_alloc((2 * cell->param_count + 24) * sizeof(*argv));
	size_t count = 0;

#define ADD(...) (argv[count++] = lab_printf(__VA_ARGS__))
	ADD("%s", sample->arm->layouts[sample->treatment.layout].program);
	ADD("--run"), ADD("%s", cell->workload);
	ADD("--workers"), ADD("%u", cell->workers);
	ADD("--pin"), ADD("%s", cell->pin);
	ADD("--seed"), ADD("%" PRIu64, sample->settings->seed);
	for (size_t i = 0; i < cell->param_count; i++) {
		ADD("--param");
		ADD("%s=%" PRId64, cell->params[i].name, cell->params[i].value);
	}
	if (sample->arm->takes_heap)
		ADD("--heap"), ADD("%d", sample->treatment.heap);
	if (sample->treatment.plant_percent > 0)
		ADD("--plant"), ADD("%g", sample->treatment.plant_percent);
	if (lockstep) {
		ADD("--lockstep");
	} else {
		ADD("--blocks"), ADD("%u", cell->blocks);
		ADD("--iterations"), ADD("%" PRIu64, cell->iterations);
	}
#undef ADD
	return argv;
}

/* Of what runs already: a program that is replaced now was so before, or is no longer. */
static bool check_program(struct sample *sample)
{
	const struct arm_layout *layout = &sample->arm->layouts[sample->treatment.layout];

	sample->replaced = layout->file != NULL && program_is_replaced(layout->file);
	return !sample->replaced ||
	       sample_fail(sample, SAMPLE_ERROR,
			   "%s was replaced during the run: the pairs before are of the old "
			   "program, no later one is measured; run anew",
			   layout->program);
}

static bool start(struct sample *sample, const struct arm_info *arm, struct treatment treatment,
		  const struct cell *cell, const struct sample_settings *settings, bool lockstep)
{
	int error;

	memset(sample, 0, sizeof(*sample));
	sample->child.in = sample->child.out = sample->child.err = -1;
	sample->arm = arm;
	sample->treatment = treatment;
	sample->cell = cell;
	sample->settings = settings;
	sample->switches = -1;
	sample->blocks = calloc(cell->blocks, sizeof(*sample->blocks));
	if (sample->blocks == NULL)
		return sample_fail(sample, SAMPLE_ERROR, "out of memory");
	error = child_start(&sample->child, arguments(sample, lockstep), settings->preload);
	if (error != 0)
		return sample_fail(sample, SAMPLE_ERROR, "cannot start %s: %s",
				   arm->layouts[treatment.layout].program,
				   error_and_remedy(-error));
	return check_program(sample);
}

static bool is_row(json_t *answer)
{
	const char *event = json_string_value(json_object_get(answer, "event"));

	return event != NULL && strcmp(event, "row") == 0;
}

/* It may refuse instead of being ready, and never after. */
static bool take_row(struct sample *sample, json_t *row, bool isolated)
{
	bool right = answer_row(sample, row, isolated);

	if (sample->ready)
		sample_blame_refusal(sample, "it was ready");
	return right;
}

/* A row where another answer was awaited: a failure, or a lie. */
static bool take_early_row(struct sample *sample, json_t *row, const char *awaited)
{
	return take_row(sample, row, false) &&
	       sample_fail(sample, SAMPLE_LIED, "a row instead of \"%s\"", awaited);
}

bool sample_open(struct sample *sample, const struct arm_info *arm, struct treatment treatment,
		 const struct cell *cell, const struct sample_settings *settings)
{
	json_t *answer;
	bool ready;

	if (!start(sample, arm, treatment, cell, settings, true))
		return false;
	answer = read_answer(sample, "\"ready\"", 0);
	if (answer == NULL)
		return false;
	if (is_row(answer)) { /* a refusal, or an error at the start */
		ready = take_early_row(sample, answer, "ready");
	} else {
		ready = answer_ready(sample, answer);
		sample->ready = ready;
	}
	json_decref(answer);
	return ready;
}

/* Sends a command and reads the answer; NULL after sample_fail. */
static json_t *ask(struct sample *sample, const char *command, uint64_t expected_ns)
{
	if (sample->status != SAMPLE_OK)
		return NULL;
	/* A broken pipe shows as an ended output: read_answer says why. */
	child_write_line(&sample->child, command);
	return read_answer(sample, command, expected_ns);
}

bool sample_calibrate(struct sample *sample, uint64_t *iterations, uint64_t *ns)
{
	char command[64];
	uint64_t start_ns, wall_ns;
	json_t *answer;
	bool right;

	snprintf(command, sizeof(command), "calibrate %" PRIu64, sample->cell->block_ns);
	start_ns = now_ns();
	answer = ask(sample, command, 4 * sample->cell->block_ns);
	wall_ns = now_ns() - start_ns;
	if (answer == NULL)
		return false;
	right = is_row(answer) ? take_early_row(sample, answer, "calibrated") :
				 answer_calibrated(sample, answer, wall_ns, iterations, ns);
	json_decref(answer);
	return right;
}

static void add_block(struct sample *sample, const struct block *block)
{
	sample->blocks[sample->block_count++] = *block;
	sample->units += block->units;
	sample->ns += block->ns;
	sample->cpu_ns += block->cpu_ns;
}

bool sample_block(struct sample *sample, uint64_t position)
{
	struct block block = { position, 0, 0, 0, 0 };
	uint64_t wall_ns;
	char command[64];
	json_t *answer;
	bool right;

	snprintf(command, sizeof(command), "block %" PRIu64, sample->cell->iterations);
	clocks_block_starts(&sample->clocks, sample->child.pid);
	answer = ask(sample, command, sample->cell->expected_ns);
	wall_ns = clocks_block_ns(&sample->clocks);
	if (answer == NULL)
		return false;
	right = is_row(answer) ? take_early_row(sample, answer, "block") :
				 answer_block(sample, answer, wall_ns, &block);
	json_decref(answer);
	if (right) {
		clocks_block_ends(&sample->clocks, sample->child.pid, &block, wall_ns);
		add_block(sample, &block);
	}
	return right;
}

/* After an "ok" row nothing more may come, and the exit must agree. */
static bool expect_clean_exit(struct sample *sample)
{
	char fate[96], *line;
	uint64_t deadline = now_ns() + sample->settings->timeout_ns;

	switch (child_read_line(&sample->child, deadline, &line)) {
	case CHILD_LINE:
		return sample_fail(sample, SAMPLE_GARBAGE, "output after its row: \"%.80s\"", line);
	case CHILD_INTERRUPTED:
		return true; /* the row is there */
	case CHILD_TIMEOUT:
	case CHILD_TOO_LONG:
		return sample_fail(sample, SAMPLE_HUNG, "it did not end after its row");
	case CHILD_END:
		break;
	}
	if (!child_wait(&sample->child, deadline))
		return sample_fail(sample, SAMPLE_HUNG, "it did not exit after its row");
	if (sample->child.wait_status == 0)
		return true;
	child_fate(sample->child.wait_status, fate, sizeof(fate));
	return sample_fail(sample,
			   sample->child.wait_status == SPAWN_LOST ? SAMPLE_ERROR :
			   WIFSIGNALED(sample->child.wait_status)  ? SAMPLE_CRASHED :
								     SAMPLE_LIED,
			   "%s after a row that says ok", fate);
}

static bool read_row(struct sample *sample, json_t *answer, bool isolated)
{
	bool right = answer != NULL && take_row(sample, answer, isolated);

	json_decref(answer);
	return right && expect_clean_exit(sample);
}

bool sample_finish(struct sample *sample)
{
	if (sample->status == SAMPLE_OK &&
	    !(placement_check(sample, sample->pin) && clocks_check(sample)))
		return false;
	return read_row(sample, ask(sample, "finish", sample->cell->expected_ns), false);
}

bool sample_isolated(struct sample *sample, const struct arm_info *arm, const struct cell *cell,
		     const struct sample_settings *settings)
{
	uint64_t expected_ns = cell->expected_ns * (cell->blocks + 2u);

	if (!start(sample, arm, (struct treatment){ 0 }, cell, settings, false))
		return false;
	child_close_input(&sample->child);
	if (!read_row(sample, read_answer(sample, "the row", expected_ns), true))
		return false;
	for (size_t i = 0; i < sample->block_count; i++) {
		sample->units += sample->blocks[i].units;
		sample->ns += sample->blocks[i].ns;
		sample->cpu_ns += sample->blocks[i].cpu_ns;
	}
	return true;
}

void sample_free(struct sample *sample)
{
	child_end(&sample->child);
	json_decref(sample->pin);
	json_decref(sample->row);
	free(sample->blocks);
	free(sample->last_state);
	sample->pin = NULL;
	sample->row = NULL;
	sample->blocks = NULL;
	sample->last_state = NULL;
}
