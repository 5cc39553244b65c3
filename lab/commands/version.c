/* SPDX-License-Identifier: MIT */
/* version.c - see version.h. */
#include "lab/commands/version.h"

#include <stdio.h>

#include "lab/arms/arms.h"
#include "lab/exchange/manifest.h"
#include "lab/store/store.h"
#include "lab_build.h" /* generated: version, commit, flags, preset */

int version_print(void)
{
	printf("schedlab %s, commit %s\n", LAB_VERSION, LAB_COMMIT);
	printf("store schema %d (reads %d and later), set format %d, sample contract %d\n",
	       STORE_SCHEMA_VERSION, STORE_SCHEMA_OLDEST, MANIFEST_FORMAT, CONTRACT_VERSION);
	printf("built by %s, flags %s, preset %s\n", LAB_COMPILER, LAB_FLAGS, LAB_PRESET);
	return LAB_OK;
}
