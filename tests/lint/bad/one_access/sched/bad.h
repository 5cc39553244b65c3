/* SPDX-License-Identifier: MIT */
/* bad.h - two shared accesses in one expression. */
static bool bad(at_u32 *a, at_u32 *b)
{
	if (at_load_relaxed(a) == 0)
		at_store_relaxed(b, 1);

	return at_load_relaxed(a) == at_load_relaxed(b);
}

static bool on_two_lines(at_u32 *a, at_u32 *b)
{
	return at_swap_acquire(a, 1) ||
	       at_fetch_add_relaxed(b, 1);
}

static void one_in_the_other(at_u32 *a, at_u32 *b)
{
	uint32_t old = 0;

	at_store_relaxed(a, at_cas_relaxed(b, &old, 1));
}

static bool three(at_u32 *a)
{
	return at_load_relaxed(a) + at_load_relaxed(a) + at_load_relaxed(a);
}

static void fine(at_u32 *a, at_u32 *b)
{
	for (uint32_t i = at_load_relaxed(a); i < at_load_relaxed(b); i++)
		at_init(b, i);
	while (at_load_relaxed(a)) {
		at_store_relaxed(a, 1); at_store_relaxed(b, 1);
	}
	if (at_load_relaxed(a)) { at_store_relaxed(a, 1); }
	do
		at_spin_hint(); /* at_load_relaxed(a) + at_load_relaxed(b) */
	while (at_load_relaxed(a));
	strat_load_relaxed(a) + at_load_relaxed(b);
}
