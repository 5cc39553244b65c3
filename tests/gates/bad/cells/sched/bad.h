/* SPDX-License-Identifier: MIT */
/* bad.h - a cell that is never born, and one that never ends. */
struct bad {
	at_u32 unborn;
	at_u64 endless;
};
static void bad_init(struct bad *bad)
{
	at_init(&bad->endless, 0);
}
static void bad_fini(struct bad *bad)
{
	at_fini(&bad->unborn);
}
