/* SPDX-License-Identifier: MIT */
/* findings.c - see findings.h. */
#include "lab/show/findings.h"

#include <string.h>

#include "lab/show/claim_line.h"
#include "lab/verdict/rows.h"

/* "quick-5: AMD EPYC, 2 CPUs, virtual machine" */
static const char *run_name(const struct entry_run *run)
{
	const char *slash = strrchr(run->directory, '/');

	return lab_printf("%s: %s", slash != NULL ? slash + 1 : run->directory,
			  run->summary->host_class);
}

void findings_head(FILE *out, const struct entry_run *run, const struct entry_run *again)
{
	fprintf(out,
		"| claim | %s | what was changed, where: ratio of the two times "
		"[interval] | what it costs |",
		run_name(run));
	if (again != NULL)
		fprintf(out, " %s |", run_name(again));
	fprintf(out, "\n|---|---|---|---|%s\n", again != NULL ? "---|" : "");
}

/* "lifo_slots 1 -> 4, spawn_burst parent_kib=4" */
static const char *contrast_text(const struct contrast *contrast)
{
	const char *params = strings_join(&contrast->params, " ");

	return lab_printf("%s, %s%s%s", contrast->diff, contrast->workload,
			  params[0] != '\0' ? " " : "", params);
}

/* "lifo_slots 1 -> 4, spawn_burst parent_kib=4: 0.952 [0.931, 0.974]", one under the other.  Of
 * what transfers it is the twin's effect by Tokio's. */
static const char *effects_text(const struct claim *claim, const struct claim_line *line)
{
	const char *text = "";

	for (size_t i = 0; i < line->count; i++)
		text = lab_printf("%s%s%s: %s%s", text, i > 0 ? "<br>" : "",
				  contrast_text(line->effects[i].row->contrast),
				  claim_transfers(claim) ? "the twin's by Tokio's " : "",
				  line->effects[i].text);
	if (line->others > 0)
		text = lab_printf("%s<br>and %zu more", text, line->others);
	return text[0] != '\0' ? text : "-";
}

/* What is more, of what the claim asks beside time.  Where several contrasts carry it: of
 * which, since what the one costs the other may save. */
static const char *costs_text(const struct claim *claim, const struct verdicts *verdicts,
			      const struct claim_line *line)
{
	const struct verdict *further = NULL, *last = NULL;
	struct strings costs = { NULL, 0 };

	while ((further = verdicts_next_further(verdicts, claim->name, further)) != NULL) {
		if (further->contrast->role != ROLE_CARRIES ||
		    strncmp(further->word, "more", 4) != 0)
			continue;
		if (line->count + line->others > 1 &&
		    (last == NULL || !verdict_is_beside(last, further)))
			strings_add(&costs, lab_printf("%s:", contrast_text(further->contrast)));
		strings_add(&costs, lab_printf("%s: %s", further->measure->noun, further->word));
		last = further;
	}
	return costs.count > 0 ? strings_join(&costs, "<br>") : "-";
}

void findings_row(FILE *out, const struct claim *claim, const struct entry_run *run,
		  const struct entry_run *again)
{
	struct claim_line line = claim_line(claim, run->verdicts);

	fprintf(out, "| %s | **%s** | %s | %s |", claim->title, line.answer.word,
		effects_text(claim, &line), costs_text(claim, run->verdicts, &line));
	if (again != NULL)
		fprintf(out, " %s |", claim_line(claim, again->verdicts).answer.word);
	fprintf(out, "\n");
}
