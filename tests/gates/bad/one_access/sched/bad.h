/* SPDX-License-Identifier: MIT */
/* bad.h - two shared accesses in one expression. */
static bool bad(at_u32 *a, at_u32 *b)
{
	if (at_load_relaxed(a) == 0)
		at_store_relaxed(b, 1);

	return at_load_relaxed(a) == at_load_relaxed(b);
}
