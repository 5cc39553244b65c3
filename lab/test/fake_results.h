/* SPDX-License-Identifier: MIT */
/*
 * fake_results.h - result sets out of thin air, for tests of the report.
 *
 * A store as a run leaves it, its summary, and verdicts of every kind, which
 * nobody computed.  Names, causes and notes hold whatever could break a page.
 */
#ifndef LAB_TEST_FAKE_RESULTS_H
#define LAB_TEST_FAKE_RESULTS_H

#include "lab/verdict/verdict.h"

/* Markup, quotes, gnuplot's and Markdown's own characters, Unicode, control and
 * malformed bytes. */
#define FAKE_HOSTILE \
	"<script>alert('1')</script>&amp;\"q\" `echo` | *b* _i_ [l](x) \xc3\xbc\xe2\x98\x83 " \
	"\x01\xff\xe2\x82 $(id) \\n %s </td>"

enum fake_kind {
	FAKE_EMPTY,	 /* a store without any row */
	FAKE_CALM,	 /* calibrated, four claims, nothing odd */
	FAKE_HOSTILE_SET /* not calibrated, too many flags, red rows, every verdict, FAKE_HOSTILE */
};

struct fake_set {
	struct store store;
	struct summary summary;
	struct verdicts verdicts;
	const char *directory;
};

/* DIRECTORY exists; results.db is made in it.  `seed` varies numbers and kinds of
 * verdicts a little; `host_key` may be NULL.  Ends the program if something fails. */
void fake_set_make(struct fake_set *set, const char *directory, enum fake_kind kind,
		   unsigned int seed, const char *host_key);
void fake_set_close(struct fake_set *set);

#endif
