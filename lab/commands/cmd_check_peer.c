/* SPDX-License-Identifier: MIT */
/*
 * cmd_check_peer.c - schedlab check-peer: does a program keep to the sample contract?
 *
 * What it says of itself first; then each workload that it has, small, as the runner runs it:
 * a pair in lock-step, calibrated, with all checks on what it says (sample.h); and once
 * isolated, with three times the iterations, which must be three times the work.  Then what
 * no measurement shows (check_peer.h).  One line per check.
 *
 * Weakness: a workload of the right name that does other work looks right, unless it is compared
 * with one that does it (--against): and then by its units only.
 */
#include <argp.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lab/arms/build.h"
#include "lab/arms/describe.h"
#include "lab/arms/expression.h"
#include "lab/commands/check_peer.h"
#include "lab/commands/commands.h"
#include "lab/run/pair.h"

#define SMALL	 64 /* no parameter is larger, unless its least is */
#define WORKERS	 2u
#define BLOCK_NS 2000000u
#define BLOCKS	 4u
#define HEAP	 48 /* the other side has 0 */
#define PLANTED	 10.0

struct check_options {
	const char *program, *against;
	struct strings workloads; /* patterns; empty: all */
	uint64_t timeout_ns;
};

static unsigned int checks, reds;

enum { OPTION_AGAINST = 256, OPTION_TIMEOUT, OPTION_WORKLOADS };

static const struct argp_option options[] = {
	{ "against", OPTION_AGAINST, "PROGRAM", 0,
	  "Stand beside this program in pairs, e.g. bench-tokio, whose work is known (default: "
	  "PROGRAM itself)",
	  0 },
	{ "timeout", OPTION_TIMEOUT, "SECONDS", 0, "Time given to each answer (default 10)", 0 },
	{ "workloads", OPTION_WORKLOADS, "GLOB[,GLOB]", 0, "Only these (default all)", 0 },
	{ 0 }
};

static error_t parse(int key, char *value, struct argp_state *state)
{
	struct check_options *check = state->input;

	if (key == OPTION_AGAINST)
		check->against = value;
	else if (key == OPTION_TIMEOUT)
		return option_seconds("--timeout", value, &check->timeout_ns) ? 0 : EINVAL;
	else if (key == OPTION_WORKLOADS)
		strings_split(&check->workloads, value, ',');
	else if (key == ARGP_KEY_ARG && state->arg_num == 0)
		check->program = value;
	else if (key == ARGP_KEY_END && check->program == NULL)
		argp_error(state,
			   "give a program, or the name of an arm that is built, e.g. skeleton-c");
	else
		return ARGP_ERR_UNKNOWN;
	return 0;
}

static const struct argp argp = {
	options,
	parse,
	"PROGRAM|ARM",
	"Go through the sample contract (harness/CONTRACT.md) with a program, or with that of an "
	"arm that is built, of which the name is enough: a line per check, "
	"\"ok\", \"RED\" with what to do about it, or \"-\" where the program says that it "
	"cannot. Exit status 1: some are red.\v" LAB_EXIT_HELP,
	NULL,
	NULL,
	NULL
};

/* One line, and one with the remedy where it is wrong. */
static void tell(const char *name, const char *wrong, const char *remedy)
{
	checks++;
	reds += wrong != NULL;
	printf("%-3s  %s%s%s\n", wrong != NULL ? "RED" : "ok", name, wrong != NULL ? ": " : "",
	       wrong != NULL ? wrong : "");
	if (wrong != NULL)
		printf("       to mend: %s\n", remedy);
	fflush(stdout);
}

/* ---------------------------------------------------------------- describe -- */

#define DESCRIBE_REMEDY \
	"print one JSON object on one line, as in the section --describe of harness/CONTRACT.md, " \
	"and exit with status 0, within seconds and without starting a thread"

/* A run looks for an arm under this name; that of a peer has a dash. */
static const char *misnamed(const struct arm_info *arm, const char *program)
{
	const char *name = strrchr(program, '/') + 1;
	const char *wanted = program_file(arm->name, arm->flavour);

	if (strcmp(name, wanted) != 0)
		return lab_printf("it is %s, of the arm %s", name, arm->name);
	return arm_is_peer(arm) && strchr(arm->name, '-') == NULL ?
		       lab_printf("the peer %s has no dash in its name", arm->name) :
		       NULL;
}

static bool check_description(struct peer *peer, struct arm_info *arm, const char *program)
{
	const char *wrong = arm_ask(arm, program, peer->settings.timeout_ns);

	tell("answers --describe", wrong, DESCRIBE_REMEDY);
	if (wrong != NULL)
		return false;
	tell("its file has a name that a run finds", misnamed(arm, program),
	     "call a peer RUNTIME-WHICH, and its file bench-RUNTIME-WHICH");
	printf("     %s: %s, %s, workloads: %zu\n", arm_label(arm), arm->kind, arm->flavour,
	       arm->workload_count);
	return true;
}

/* --------------------------------------------------------------- workloads -- */

/* What is wrong, and what to do about it; both NULL: nothing. */
struct finding {
	const char *wrong, *remedy;
};

static struct finding of_sample(const struct sample *sample)
{
	static const char *const remedies[] = {
		[SAMPLE_WRONG] =
			"its own verification says so: mend the runtime, or the verification",
		[SAMPLE_ERROR] =
			"the reason is its own; what cannot be run at all is refused at the "
			"start, before \"ready\"",
		[SAMPLE_HUNG] = "answer each command with one line, and flush it; of a hang, "
				"--run NAME --lockstep by hand shows where",
		[SAMPLE_CRASHED] = "run it by hand: --run NAME --lockstep, and the command",
		[SAMPLE_GARBAGE] = "print nothing to standard output but JSON, an object a line; "
				   "standard error is for people",
		[SAMPLE_LIED] = "see what harness/CONTRACT.md says of it; peers/skeleton-python "
				"does it right",
	};

	return (struct finding){ lab_printf("%s: %s", sample_status_name(sample->status),
					    sample->cause),
				 remedies[sample->status] };
}

/* Defaults, with every large one made small: a power of ten stays one. */
static int64_t small_value(const struct param_info *param)
{
	int64_t value = param->fallback;

	while (value > SMALL)
		value /= 10;
	return value < param->min ? param->min : value;
}

static struct cell cell_of(const struct arm_info *arm, const struct workload_info *workload,
			   unsigned int workers)
{
	struct param_value *params = lab_alloc(workload->param_count * sizeof(*params));

	for (size_t i = 0; i < workload->param_count; i++) {
		params[i].name = workload->params[i].name;
		params[i].value = small_value(&workload->params[i]);
	}
	return (struct cell){ .workload = workload->name,
			      .unit = workload->unit,
			      .family = workload->family,
			      .flavour = arm->flavour,
			      .params = params,
			      .param_count = workload->param_count,
			      .workers = workers,
			      .pin = "compact",
			      .blocks = BLOCKS,
			      .block_ns = BLOCK_NS,
			      .iterations = 1,
			      .expected_ns = BLOCK_NS };
}

/* The runner's first sample of a cell.  Why it refuses goes to *refused. */
static struct finding calibrate(struct peer *peer, struct cell *cell, const char **refused)
{
	struct finding found = { NULL, NULL };
	uint64_t iterations, ns;
	struct sample sample;

	if (sample_open(&sample, peer->arm, (struct treatment){ 0 }, cell, &peer->settings) &&
	    sample_calibrate(&sample, &iterations, &ns)) {
		cell->iterations = iterations;
		cell->expected_ns = ns;
	} else if (sample.status == SAMPLE_REFUSED) {
		*refused = lab_strdup(sample.cause);
	} else {
		found = of_sample(&sample);
	}
	sample_cut(&sample, "calibrated");
	sample_free(&sample);
	return found;
}

/* Who stands on the other side, if it has the workload. */
static const struct arm_info *baseline_of(const struct peer *peer, const char *workload)
{
	return arm_workload(peer->baseline, workload) != NULL ? peer->baseline : peer->arm;
}

/* Moved and slowed down on purpose, where it takes that: the row must say so. */
static struct finding run_pair(struct peer *peer, const struct cell *cell, uint64_t *units)
{
	const struct arm_info *baseline = baseline_of(peer, cell->workload);
	const struct treatment treatments[] = {
		{ 0 },
		{ .heap = peer->arm->takes_heap ? HEAP : 0, .plant_percent = PLANTED },
	};
	struct finding found = { NULL, NULL };
	struct pair pair;

	pair_run(&pair, cell, baseline, peer->arm, treatments, &peer->settings);
	if (pair.not_comparable != NULL)
		found = (struct finding){ pair.not_comparable, "build and run both alike" };
	else if (pair.complete)
		*units = pair.side[SIDE_B].blocks[0].units;
	else if (sample_is_red(pair.side[SIDE_B].status) || baseline == peer->arm)
		found = of_sample(&pair.side[!sample_is_red(pair.side[SIDE_A].status)]);
	else
		found = (struct finding){ lab_printf("%s, beside it: %s", baseline->name,
						     of_sample(&pair.side[SIDE_A]).wrong),
					  "give another program to --against" };
	pair_free(&pair);
	return found;
}

/* Three times the iterations are three times the work. */
static struct finding run_isolated(struct peer *peer, struct cell cell, uint64_t units)
{
	struct finding found = { NULL, NULL };
	struct sample sample;

	cell.iterations *= 3;
	cell.blocks = 2;
	if (!sample_isolated(&sample, peer->arm, &cell, &peer->settings))
		found = of_sample(&sample);
	else if (sample.blocks[0].units != 3 * units)
		found = (struct finding){
			lab_printf("%" PRIu64 " units of 3 times the iterations that were %" PRIu64
				   " units",
				   sample.blocks[0].units, units),
			"count as units what was done: so many of each iteration"
		};
	sample_free(&sample);
	return found;
}

/* One name is one workload: unit and parameters are those of the other side. */
static const char *differs(const struct workload_info *ours, const struct workload_info *theirs)
{
	if (strcmp(ours->unit, theirs->unit) != 0)
		return lab_printf("its unit is %s, the other's %s", ours->unit, theirs->unit);
	if (ours->param_count != theirs->param_count)
		return lab_printf("it has %zu parameters, the other %zu", ours->param_count,
				  theirs->param_count);
	for (size_t i = 0; i < ours->param_count; i++) {
		const struct param_info *a = &ours->params[i], *b = &theirs->params[i];

		if (strcmp(a->name, b->name) != 0 || a->fallback != b->fallback)
			return lab_printf("parameter %zu is %s=%" PRId64
					  ", the other's %s=%" PRId64,
					  i + 1, a->name, a->fallback, b->name, b->fallback);
	}
	return NULL;
}

static struct finding run_workload(struct peer *peer, const struct workload_info *workload,
				   struct cell *cell)
{
	struct finding found = { NULL, "peers/README.md says what the workload is" };
	uint64_t units = 0;

	found.wrong = differs(workload,
			      arm_workload(baseline_of(peer, workload->name), workload->name));
	if (found.wrong == NULL)
		found = run_pair(peer, cell, &units);
	if (found.wrong == NULL)
		found = run_isolated(peer, *cell, units);
	return found;
}

/* Where it refuses two workers, one may do; what it describes as refused it must refuse. */
static void check_workload(struct peer *peer, const struct workload_info *workload,
			   unsigned int workers)
{
	struct cell cell = cell_of(peer->arm, workload, workers);
	const char *refused = NULL;
	struct finding found = calibrate(peer, &cell, &refused);

	if (refused != NULL && workers > 1) {
		check_workload(peer, workload, 1);
		return;
	}
	if (refused != NULL) {
		printf("-    %s: not applicable: %s\n", workload->name, refused);
		return;
	}
	if (found.wrong == NULL && workload->refused != NULL && workers > 1)
		found = (struct finding){
			"its --describe says that it is refused, and it runs",
			"answer with a row of status refused and exit status 3, or do not say so"
		};
	if (found.wrong == NULL)
		found = run_workload(peer, workload, &cell);
	tell(workload->name, found.wrong, found.remedy);
	if (found.wrong == NULL && peer->cell.workload == NULL)
		peer->cell = cell;
}

static void check_workloads(struct peer *peer, const struct strings *wanted)
{
	for (size_t i = 0; i < peer->arm->workload_count; i++) {
		const struct workload_info *workload = &peer->arm->workloads[i];

		if (wanted->count == 0 || strings_match(wanted, workload->name))
			check_workload(peer, workload, WORKERS);
	}
}

/* One that passed, small; for a program that has none there is nothing more to look at. */
static void check_parts(struct peer *peer)
{
	if (peer->cell.workload == NULL) {
		tell("some workload passes", "none does: nothing more can be looked at",
		     "one is enough to begin with: peers/README.md says which");
		return;
	}
	for (size_t i = 0; i < peer_part_count; i++)
		tell(peer_parts[i].name, peer_part_wrong(&peer_parts[i], peer),
		     peer_parts[i].remedy);
}

/* --------------------------------------------------------------------- all -- */

static bool is_program(const char *path)
{
	struct stat about;

	if (stat(path, &about) != 0 || access(path, X_OK) != 0)
		return false;
	errno = S_ISDIR(about.st_mode) ? EISDIR : 0;
	return errno == 0;
}

/* As execve finds it; of the name of an arm, or of the folder of a peer, what was built of it.
 * NULL after the complaint. */
static const char *path_of(const char *program)
{
	const char *path = strchr(program, '/') != NULL ? program : lab_printf("./%s", program);
	const char *name = strrchr(path, '/') + 1;
	const char *built = lab_printf("%s/%s", build_programs(), program_file(name, "timed"));
	int error;

	if (is_program(path))
		return path;
	error = errno;
	if (is_program(built))
		return built;
	lab_error(
		"%s: %s; give a program that can be run (schedlab build ARM makes that of an arm)",
		path, strerror(error));
	return NULL;
}

int command_check_peer(int argc, char **argv)
{
	struct check_options check = { .timeout_ns = (uint64_t)(DESCRIBE_TIMEOUT_S * 1e9) };
	struct peer peer = { .settings = { .seed = 1 } };
	struct arm_info arm = { .describe = NULL }, against = { .describe = NULL };
	const char *program, *wrong;

	if (argp_parse(&argp, argc, argv, 0, NULL, &check) != 0)
		return LAB_USAGE;
	program = path_of(check.program);
	if (program == NULL || (check.against != NULL && path_of(check.against) == NULL))
		return LAB_ENVIRONMENT;
	peer.settings.timeout_ns = check.timeout_ns;
	peer.arm = peer.baseline = &arm;
	if (check.against != NULL) {
		wrong = arm_ask(&against, path_of(check.against), check.timeout_ns);
		if (wrong != NULL) {
			lab_error("--against %s: %s", check.against, wrong);
			return LAB_ENVIRONMENT;
		}
		peer.baseline = &against;
	}
	if (check_description(&peer, &arm, program)) {
		check_workloads(&peer, &check.workloads);
		check_parts(&peer);
		json_decref(arm.describe);
	}
	json_decref(against.describe);
	printf("%s, %u red\n", lab_count(checks, "check"), reds);
	return reds > 0 ? LAB_RED : LAB_OK;
}
