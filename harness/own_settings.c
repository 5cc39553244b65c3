/* SPDX-License-Identifier: MIT */
/* own_settings.c - see own_settings.h. */
#include "harness/own_settings.h"

#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#define PREFIX "BENCHMARK_"

/* Takes them out of the environment; false if there was none. */
static bool forget_settings(void)
{
	size_t kept = 0, i;

	for (i = 0; environ && environ[i]; i++)
		if (strncmp(environ[i], PREFIX, strlen(PREFIX)) != 0)
			environ[kept++] = environ[i];
	if (kept == i)
		return false;
	environ[kept] = NULL;
	return true;
}

void own_settings(char **argv)
{
	if (forget_settings())
		execv("/proc/self/exe", argv);
}
