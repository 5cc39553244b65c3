/* SPDX-License-Identifier: MIT */
/* cmd_pack.c - schedlab pack DIR FILE.tar.xz: a result set in one file, to commit or to send. */
#include <argp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lab/commands/arguments.h"
#include "lab/commands/commands.h"
#include "lab/exchange/exchange.h"
#include "lab/store/folder.h"

struct pack_options {
	const char *directory, *file;
};

static const struct argp argp = {
	.parser = arguments_parse_alone,
	.args_doc = "DIR FILE.tar.xz",
	.doc = "Pack the results of DIR into one file, which schedlab show, compare, validate, "
	       "noise and report read as it is and schedlab import makes a directory of, on any "
	       "machine. An existing file is never overwritten.\v" LAB_EXIT_HELP,
};

/* The folder within the archive, by that of the results: what import will call the set. */
static const char *folder_for(const char *directory)
{
	char *path = realpath(directory, NULL);
	const char *name = path != NULL ? lab_strdup(strrchr(path, '/') + 1) : "";

	free(path);
	return is_folder_name(name) ? name : "set";
}

static int pack_store(struct store *store, const struct pack_options *pack)
{
	const char *owner = folder_owner(pack->directory);
	int status = exchange_pack(store, pack->file, folder_for(pack->directory));

	if (status == LAB_OK && owner != NULL)
		lab_error("%s is in use by %s: what is packed is a part; pack again "
			  "when that ends",
			  pack->directory, owner);
	if (status == LAB_OK)
		printf("packed: %s\n", pack->file);
	return status;
}

int command_pack(int argc, char **argv)
{
	struct pack_options pack = { NULL, NULL };
	struct arguments arguments = { { &pack.directory, &pack.file },
				       2,
				       "give a result directory and a file: DIR FILE.tar.xz",
				       "one directory and one file, not more" };
	struct store store;
	int status;

	if (argp_parse(&argp, argc, argv, 0, NULL, &arguments) != 0)
		return LAB_USAGE;
	status = store_open_set(&store, pack.directory);
	if (status == LAB_OK)
		status = pack_store(&store, &pack);
	store_close(&store);
	return status;
}
