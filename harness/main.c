/* SPDX-License-Identifier: MIT */
/*
 * main.c - a sample process: one arm behind the sample contract (CONTRACT.md).
 */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/streams.h"
#include "harness/describe.h"
#include "harness/heap.h"
#include "harness/modes.h"
#include "harness/options.h"
#include "harness/own_settings.h"
#include "harness/row.h"
#include "harness/sample.h"
#include "harness/signals.h"
#include "harness/topology.h"

static void write_topology(struct sample *sample)
{
	const char *path = sample->options->topology;
	int error;

	if (!path || sample->status != SAMPLE_OK)
		return;
	error = topology_write_xml(sample->pin.topology, path);
	if (error)
		sample_fail(sample, SAMPLE_ERROR, EXIT_IMPOSSIBLE, "--topology %s: %s", path,
			    strerror(-error));
}

static void run_modes(struct sample *sample)
{
	if (sample_prepare(sample))
		return;
	write_topology(sample);
	if (sample->status != SAMPLE_OK || sample_start(sample))
		return;
	if (sample->options->lockstep)
		lockstep_run(sample);
	else
		isolated_run(sample);
}

/* Every outcome but bad usage has a row; all but "ok" are told to people too. */
static int report(struct sample *sample)
{
	if (sample->status != SAMPLE_OK)
		fprintf(stderr, "%s: %s\n", program_invocation_short_name, sample->cause);
	if (sample->exit_code != EXIT_USAGE)
		row_print(row_json(sample));
	return sample->exit_code;
}

static int run(const struct arm *arm, const struct options *options)
{
	struct sample *sample = malloc(sizeof *sample);
	int exit_code;

	if (!sample) {
		fputs("out of memory\n", stderr);
		return EXIT_ERROR;
	}
	sample_init(sample, arm, options);
	run_modes(sample);
	sample_stop(sample);
	exit_code = report(sample);
	sample_free(sample);
	free(sample);
	return exit_code;
}

static int encode(const char *group)
{
	const struct counter_group *found = counter_group_find(group);

	if (!found) {
		fprintf(stderr, "--encode %s: no such counter group\n", group);
		return EXIT_IMPOSSIBLE;
	}
	row_print(counter_encode_json(found));
	return EXIT_ROW_OK;
}

int main(int argc, char **argv)
{
	const struct arm *arm = arm_self();
	struct options options;

	streams_guard(EXIT_ERROR);
	signals_install();
	pthread_setname_np(pthread_self(), "bench-main");
	options_parse(&options, argc, argv);
	if (heap_move(options.heap)) {
		fputs("out of memory\n", stderr);
		return EXIT_ERROR;
	}
	switch (options.command) {
	case COMMAND_DESCRIBE:
		row_print(describe_json(arm));
		return EXIT_ROW_OK;
	case COMMAND_GBENCH:
		return gbench_program(arm, &options);
	case COMMAND_ENCODE:
		return encode(options.encode_group);
	default:
		own_settings(argv);
		return run(arm, &options);
	}
}
