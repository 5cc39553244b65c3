/* SPDX-License-Identifier: MIT */
/* bad.h - an untagged access, a tag with one side only, and tags on two atomics. */
static void bad(at_u32 *word)
{
	uint32_t value = at_load_acquire(word);

	at_store_release(word, value + 1); /* pairs: ZZ1 - nobody acquires */
	at_store_release(word, value);	   /* pairs: ZZ2 */
	value = at_load_acquire(word);	   /* pairs: ZZ2 */
}

static void two_atomics(struct pair *pair, struct array *array)
{
	at_store_release(&pair->left, 1);	       /* pairs: ZZ3 */
	if (at_load_acquire(&pair->inner.right))       /* pairs: ZZ3 */
		at_store_release(&array->atomics[0], 1); /* pairs: ZZ4 */
	if (at_load_acquire(&array->atomics[pair->size])) /* pairs: ZZ4 */
		at_swap_acq_rel(atomic_of(array), 1);	/* pairs: ZZ5, ZZ5 */
	at_swap_acq_rel(atomic_at(array, 1), 1);		/* pairs: ZZ5, ZZ5 */
	at_swap_acq_rel(&pair->state, 1);		/* pairs: ST1, ST1 */
}

static void nobody_releases(at_u32 *word)
{
	uint32_t old = 0;

	while (!at_cas_acquire(word, &old, 1)) /* pairs: ZZ6 */
		;
	at_load_seq_cst(word); /* pairs: ZZ7 */
}
