/* SPDX-License-Identifier: MIT */
/* asset.c - see asset.h; the table itself is generated. */
#include "lab/base/asset.h"

#include <assert.h>
#include <string.h>

const struct asset *asset_find(const char *name)
{
	for (size_t i = 0; i < asset_count; i++)
		if (strcmp(asset_table[i].name, name) == 0)
			return &asset_table[i];
	assert(!"an asset that was not built in");
	return NULL;
}
