/* SPDX-License-Identifier: MIT */
/* bad.h - an untagged access, and a tag with one side only. */
static void bad(at_u32 *word)
{
	uint32_t value = at_load_acquire(word);

	at_store_release(word, value + 1); /* pairs: ZZ1 - nobody acquires */
	at_store_release(word, value);	   /* pairs: ZZ2 */
	value = at_load_acquire(word);	   /* pairs: ZZ2 */
}
