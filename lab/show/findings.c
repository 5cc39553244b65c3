/* SPDX-License-Identifier: MIT */
/* findings.c - see findings.h. */
#include "lab/show/findings.h"

#include "lab/show/claim_line.h"

void findings_head(FILE *out, const struct entry_run *run, const struct entry_run *again)
{
	fprintf(out,
		"| what people say | %s, %.10s | what was changed, where: ratio of the two times "
		"[interval] |",
		run->summary->host_class, run->summary->date);
	if (again != NULL)
		fprintf(out, " %s, %.10s |", again->summary->host_class, again->summary->date);
	fprintf(out, "\n|---|---|---|%s\n", again != NULL ? "---|" : "");
}

/* "lifo_slots 1 -> 4, spawn_burst: 0.952 [0.931, 0.974]", one under the other */
static const char *effects_text(const struct claim_line *line)
{
	const char *text = "";

	for (size_t i = 0; i < line->count; i++)
		text = lab_printf("%s%s%s, %s: %s", text, i > 0 ? "<br>" : "",
				  line->effects[i].row->contrast->diff,
				  line->effects[i].row->result->workload, line->effects[i].text);
	if (line->others > 0)
		text = lab_printf("%s<br>and %zu more", text, line->others);
	return text[0] != '\0' ? text : "-";
}

void findings_row(FILE *out, const struct claim *claim, const struct entry_run *run,
		  const struct entry_run *again)
{
	struct claim_line line = claim_line(claim, run->verdicts);

	fprintf(out, "| %s | **%s** | %s |", claim->title, line.answer.word, effects_text(&line));
	if (again != NULL)
		fprintf(out, " %s |", claim_line(claim, again->verdicts).answer.word);
	fprintf(out, "\n");
}
