/* SPDX-License-Identifier: MIT */
/* verdict_kind.c - the names of the verdicts, and what each says of a sentence. */
#include "lab/stats/verdict_kind.h"

#include <string.h>

/* Said of time, and of what is none. */
static const struct {
	const char *time, *amount;
} names[VERDICT_KINDS] = {
	[FASTER] = { "faster", "less" },
	[FASTER_AT_LEAST] = { "faster by at least", "less by at least" },
	[SLIGHTLY_FASTER] = { "slightly faster", "slightly less" },
	[EQUIVALENT] = { "equivalent", "equivalent" },
	[NOT_SLOWER] = { "not slower", "not more" },
	[NOT_FASTER] = { "not faster", "not less" },
	[SLIGHTLY_SLOWER] = { "slightly slower", "slightly more" },
	[SLOWER_AT_LEAST] = { "slower by at least", "more by at least" },
	[SLOWER] = { "slower", "more" },
	[UNDECIDED] = { "undecided", "undecided" },
	[DEPENDS] = { "depends", "depends" },
	[NOT_EXERCISED] = { "not exercised", "not exercised" },
	[NOT_DECIDABLE] = { "not decidable here", "not decidable here" },
	[INVALID] = { "invalid", "invalid" },
};

const char *verdict_kind_name(enum verdict_kind kind)
{
	return names[kind].time;
}

const char *verdict_kind_amount_name(enum verdict_kind kind)
{
	return names[kind].amount;
}

int verdict_kind_direction(enum verdict_kind kind)
{
	if (kind <= SLIGHTLY_FASTER)
		return -1;
	return kind >= SLIGHTLY_SLOWER && kind <= SLOWER ? 1 : 0;
}

bool verdict_kind_is_decided(enum verdict_kind kind)
{
	return kind <= SLOWER;
}

bool verdict_kind_is_final(enum verdict_kind kind)
{
	return kind == FASTER || kind == SLOWER || kind == EQUIVALENT || kind == SLIGHTLY_FASTER ||
	       kind == SLIGHTLY_SLOWER;
}

#define BIT(kind)  (1u << (kind))
#define ANY_FASTER (BIT(FASTER) | BIT(FASTER_AT_LEAST) | BIT(SLIGHTLY_FASTER))
#define ANY_SLOWER (BIT(SLOWER) | BIT(SLOWER_AT_LEAST) | BIT(SLIGHTLY_SLOWER))
#define IN_MARGIN  (BIT(EQUIVALENT) | BIT(SLIGHTLY_FASTER) | BIT(SLIGHTLY_SLOWER))

/* What may be said of a row before it is measured: the kinds that show it, and those
 * that refute it, M being the margin. */
static const struct sentence {
	const char *said, *of_amounts;
	unsigned int shown, refuted;
} sentences[] = {
	/* somewhere below 0 */
	{ "faster", "less", ANY_FASTER, ANY_SLOWER | BIT(EQUIVALENT) | BIT(NOT_FASTER) },
	/* within -M and M */
	{ "equivalent", "equivalent", IN_MARGIN, BIT(FASTER) | BIT(SLOWER) },
	{ "slower", "more", ANY_SLOWER, ANY_FASTER | BIT(EQUIVALENT) | BIT(NOT_SLOWER) },
	/* below M */
	{ "not slower", "not more", ANY_FASTER | IN_MARGIN | BIT(NOT_SLOWER), BIT(SLOWER) },
	/* above -M */
	{ "not faster", "not less", ANY_SLOWER | IN_MARGIN | BIT(NOT_FASTER), BIT(FASTER) },
};

static const struct sentence *find(const char *said)
{
	for (unsigned int i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++)
		if (strcmp(sentences[i].said, said) == 0 ||
		    strcmp(sentences[i].of_amounts, said) == 0)
			return &sentences[i];
	return NULL;
}

bool verdict_kind_shows(enum verdict_kind kind, const char *said)
{
	const struct sentence *sentence = find(said);

	return sentence != NULL && (sentence->shown & BIT(kind)) != 0;
}

bool verdict_kind_refutes(enum verdict_kind kind, const char *said)
{
	const struct sentence *sentence = find(said);

	return sentence != NULL && (sentence->refuted & BIT(kind)) != 0;
}

bool verdict_kind_is_sayable(const char *said)
{
	return find(said) != NULL;
}

bool verdict_kind_suits(const char *said, bool of_time)
{
	const struct sentence *sentence = find(said);

	return sentence != NULL &&
	       strcmp(said, of_time ? sentence->said : sentence->of_amounts) == 0;
}

int verdict_kind_said_direction(const char *said)
{
	const struct sentence *sentence = find(said);

	if (sentence == NULL)
		return 0;
	return sentence->shown == ANY_FASTER ? -1 : sentence->shown == ANY_SLOWER;
}
