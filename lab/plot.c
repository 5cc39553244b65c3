/* SPDX-License-Identifier: MIT */
/*
 * plot.c - writes data and scripts, runs gnuplot.
 *
 * Rows without a completed pair are not drawn; a plot without any row is not
 * made.  Nothing of date or run enters the files, so equal data give equal SVG.
 */
#include "lab/plot.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lab/table.h"

#define CAPTION_COLUMNS 130

extern char **environ;

struct plot {
	const char *directory;
	const char *name;
	FILE *data;
	int series; /* drawn so far */
	int rows;
	size_t label_length;	 /* of the longest label on the axis */
	struct strings versions; /* "tokio [schedlab]" of the arms that are drawn */
};

static FILE *open_in(const char *directory, const char *name, const char *end)
{
	const char *path = lab_printf("%s/%s%s", directory, name, end);
	FILE *file = fopen(path, "w");

	if (file == NULL)
		lab_error("cannot write %s: %s; check the directory", path, strerror(errno));
	return file;
}

static void name_arm(struct plot *plot, const struct result_arm *arm)
{
	const char *text = lab_printf("%s [%s]", arm->name, arm->version);

	if (!strings_contain(&plot->versions, text))
		strings_add(&plot->versions, text);
}

/* ------------------------------------------------------------ contention -- */

static int64_t producers_of(const struct result *result)
{
	const char *text = strstr(result->params, "producers=");

	return text != NULL ? strtoll(text + strlen("producers="), NULL, 10) : 0;
}

static bool is_contention(const struct result *result)
{
	return strcmp(result->workload, "remote_spawn") == 0 && producers_of(result) > 0 &&
	       result->ratio.n > 0;
}

static void point(struct plot *plot, const struct result *result, const struct spread *ns)
{
	fprintf(plot->data, "%" PRId64 " %.6g %.6g %.6g\n", producers_of(result), ns->median,
		ns->quartile1, ns->quartile3);
	plot->rows++;
}

/* All points of one arm, whichever side of the pairs it stood on. */
static void contention_series(struct plot *plot, const struct summary *summary,
			      const struct result_arm *arm)
{
	struct strings done = { NULL, 0 };

	fprintf(plot->data, "%s\"%s\"\n", plot->series > 0 ? "\n\n" : "", result_arm_label(arm));
	for (size_t i = 0; i < summary->count; i++) {
		const struct result *result = &summary->results[i];
		const char *cell = lab_printf("%" PRId64, result->cell);

		if (!is_contention(result) || strings_contain(&done, cell))
			continue;
		if (result->baseline.id == arm->id)
			point(plot, result, &result->sides[SIDE_A].ns);
		else if (result->arm.id == arm->id)
			point(plot, result, &result->sides[SIDE_B].ns);
		else
			continue;
		strings_add(&done, cell);
	}
	name_arm(plot, arm);
	plot->series++;
}

static void contention_arm(struct plot *plot, const struct summary *summary,
			   const struct result_arm *arm, struct strings *seen)
{
	if (strings_contain(seen, arm->name))
		return;
	strings_add(seen, arm->name);
	contention_series(plot, summary, arm);
}

static void contention_data(struct plot *plot, const struct summary *summary)
{
	struct strings seen = { NULL, 0 };

	for (size_t i = 0; i < summary->count; i++) {
		if (!is_contention(&summary->results[i]))
			continue;
		contention_arm(plot, summary, &summary->results[i].baseline, &seen);
		contention_arm(plot, summary, &summary->results[i].arm, &seen);
	}
}

/* ----------------------------------------------------------------- ratio -- */

/* Is there a result of the workload whose parameters lack this "NAME=VALUE"? */
static bool param_varies(const struct summary *summary, const char *workload, const char *param)
{
	for (size_t i = 0; i < summary->count; i++) {
		struct strings params = { NULL, 0 };

		strings_split(&params, summary->results[i].params, ' ');
		if (strcmp(summary->results[i].workload, workload) == 0 &&
		    !strings_contain(&params, param))
			return true;
	}
	return false;
}

static bool workers_vary(const struct summary *summary)
{
	for (size_t i = 1; i < summary->count; i++)
		if (summary->results[i].workers != summary->results[0].workers)
			return true;
	return false;
}

/* What is equal in all rows stands in table.txt, not in every label. */
static const char *ratio_label(const struct summary *summary, const struct result *result)
{
	struct strings params = { NULL, 0 };
	const char *label = result->workload;

	strings_split(&params, result->params, ' ');
	for (size_t i = 0; i < params.count; i++)
		if (param_varies(summary, result->workload, params.items[i]))
			label = lab_printf("%s %s", label, params.items[i]);
	if (workers_vary(summary))
		label = lab_printf("%s, %" PRId64 " w", label, result->workers);
	return lab_printf("%s%s: %s / %s, n %zu", label,
			  strcmp(result->flavour, "timed") == 0 ? "" : ", fault build",
			  result->arm.name, result->baseline.name, result->ratio.n);
}

static void ratio_data(struct plot *plot, const struct summary *summary)
{
	for (size_t i = 0; i < summary->count; i++) {
		const struct result *result = &summary->results[i];
		const struct spread *ratio = &result->ratio;
		const char *label = ratio_label(summary, result);

		if (ratio->n == 0)
			continue;
		fprintf(plot->data, "%d %.6g %.6g %.6g %.6g %.6g %zu \"%s\"\n", plot->rows,
			ratio->median, ratio->min, ratio->quartile1, ratio->quartile3, ratio->max,
			ratio->n, label);
		if (strlen(label) > plot->label_length)
			plot->label_length = strlen(label);
		name_arm(plot, &result->baseline);
		name_arm(plot, &result->arm);
		plot->rows++;
	}
	plot->series = plot->rows > 0;
}

/* ---------------------------------------------------------------- gnuplot -- */

/* Double-quoted for gnuplot: no quotes, no escapes in what we are given. */
static const char *plain(const char *text)
{
	char *copy = lab_strdup(text);

	for (char *at = copy; *at != '\0'; at++)
		if (*at == '"' || *at == '\\' || *at == '`')
			*at = '\'';
	return copy;
}

/* Host, label and versions, wrapped; \n for gnuplot between the lines. */
static const char *caption(const struct plot *plot, const struct summary *summary, int *lines)
{
	const char *text = lab_printf("host: %s", summary->host_class);
	const char *line = "";

	*lines = 1;
	if (summary->label[0] != '\0') {
		text = lab_printf("%s\\n%.*s", text, CAPTION_COLUMNS, summary->label);
		++*lines;
	}
	for (size_t i = 0; i < plot->versions.count; i++) {
		const char *version = plot->versions.items[i];

		if (line[0] != '\0' && strlen(line) + strlen(version) > CAPTION_COLUMNS) {
			text = lab_printf("%s\\n%s;", text, line);
			++*lines;
			line = "";
		}
		line = lab_printf("%s%s%.*s", line, line[0] != '\0' ? "; " : "", CAPTION_COLUMNS,
				  version);
	}
	++*lines;
	return lab_printf("%s\\n%s", text, line);
}

static bool append_file(FILE *out, const char *path)
{
	FILE *in = fopen(path, "r");
	char bytes[4096];
	size_t count;

	if (in == NULL) {
		lab_error("plot template %s: %s; set SCHEDLAB_PLOTS to the directory that has it",
			  path, strerror(errno));
		return false;
	}
	while ((count = fread(bytes, 1, sizeof(bytes), in)) > 0)
		fwrite(bytes, 1, count, out);
	fclose(in);
	return true;
}

static bool write_script(const struct plot *plot, const struct summary *summary)
{
	const char *templates = getenv("SCHEDLAB_PLOTS");
	FILE *script = open_in(plot->directory, plot->name, ".gp");
	const char *text;
	int lines = 0;
	bool done;

	if (script == NULL)
		return false;
	text = caption(plot, summary, &lines);
	fprintf(script, "# Draw again with: gnuplot %s.gp\nname = \"%s\"\nsuite = \"%s\"\n",
		plot->name, plot->name, plain(summary->suite));
	fprintf(script,
		"caption = \"%s\"\ncaption_lines = %d\nseries = %d\nrows = %d\n"
		"label_length = %zu\n",
		text, lines, plot->series, plot->rows, plot->label_length);
	done = append_file(script,
			   lab_printf("%s/%s.gp",
				      templates != NULL ? templates : LAB_SOURCE_DIR "/plots",
				      plot->name));
	return fclose(script) == 0 && done;
}

/* Exit status of gnuplot, or 127 if there is none. */
static int run_gnuplot(const char *directory, const char *script)
{
	char *argv[] = { lab_strdup("gnuplot"), lab_strdup(script), NULL };
	posix_spawn_file_actions_t actions;
	int how = 0, error;
	pid_t pid;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addchdir_np(&actions, directory);
	posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	error = posix_spawnp(&pid, argv[0], &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	if (error != 0)
		return 127;
	while (waitpid(pid, &how, 0) < 0 && errno == EINTR)
		continue;
	return WIFEXITED(how) ? WEXITSTATUS(how) : 1;
}

static int draw(struct plot *plot, const struct summary *summary,
		void (*fill)(struct plot *, const struct summary *))
{
	int status;

	plot->data = open_in(plot->directory, plot->name, ".dat");
	if (plot->data == NULL)
		return LAB_ENVIRONMENT;
	fill(plot, summary);
	if (fclose(plot->data) != 0)
		return LAB_ENVIRONMENT;
	if (plot->rows == 0) {
		unlink(lab_printf("%s/%s.dat", plot->directory, plot->name));
		return LAB_OK;
	}
	if (!write_script(plot, summary))
		return LAB_ENVIRONMENT;
	status = run_gnuplot(plot->directory, lab_printf("%s.gp", plot->name));
	if (status == 127)
		lab_error("no plots: gnuplot is not in PATH; install gnuplot-nox and run "
			  "schedlab plot (data and scripts are in %s)",
			  plot->directory);
	else if (status != 0)
		lab_error("gnuplot failed on %s/%s.gp with status %d; see its message above",
			  plot->directory, plot->name, status);
	return status == 0 || status == 127 ? LAB_OK : LAB_ENVIRONMENT;
}

int plot_all(const struct summary *summary, const char *directory)
{
	struct plot contention = { .name = "contention" }, ratio = { .name = "ratio" };
	const char *plots = lab_printf("%s/plots", directory);
	int status;

	if (mkdir(plots, 0777) != 0 && errno != EEXIST) {
		lab_error("cannot create %s: %s; check the directory", plots, strerror(errno));
		return LAB_ENVIRONMENT;
	}
	contention.directory = ratio.directory = plots;
	status = draw(&contention, summary, contention_data);
	return status == LAB_OK ? draw(&ratio, summary, ratio_data) : status;
}
