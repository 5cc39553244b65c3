/* SPDX-License-Identifier: MIT */
/* bad.h - what bypass.sh must find; malloc( in a comment it must not. */
#include <pthread.h>
static _Thread_local int slot;
static void *take(void)
{
	return malloc(1);
}
