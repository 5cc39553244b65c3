/* SPDX-License-Identifier: MIT */
/* bad.h - an atomic that is never born, and one that never ends. */
struct bad {
	at_u32 unborn;
	at_u64 endless;
	at_ptr pointer;
	AT(int) of_a_type;
	at_u32 row[8];
	at_u64 apart SCHED_ALIGNED(SCHED_LINE);
	__extension__ at_u64 some_have[1 == 2];
	at_u32 fine;
	uint32_t no_atomic;
};
static at_u32 global;
/* at_init(&global, 0) and at_fini(&global) in a comment are none */
static void bad_init(struct bad *bad)
{
	at_init(&bad->endless, 0);
	at_init(&bad->fine, 0);
}
static void bad_fini(struct bad *bad)
{
	at_fini(&bad->unborn);
	at_fini(&bad->fine);
}
