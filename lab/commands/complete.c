/* SPDX-License-Identifier: MIT */
/*
 * complete.c - see complete.h.
 *
 * Options and their fixed values a shell reads from --help (install/completion.bash); here is what
 * no help can list.  Weakness: the workloads are those of bench-null, a peer may have others.
 */
#include "lab/commands/complete.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "lab/arms/build.h"
#include "lab/arms/knobs.h"
#include "lab/arms/presets.h"
#include "lab/base/data.h"
#include "lab/commands/commands.h"

/* NAME.json of a folder of data. */
static int add_files(struct strings *names, const char *variable, const char *part)
{
	const char *folder = data_folder(NULL, variable, part), *end;
	DIR *directory = folder != NULL ? opendir(folder) : NULL;
	struct dirent *entry;

	while (directory != NULL && (entry = readdir(directory)) != NULL) {
		end = strstr(entry->d_name, ".json");
		if (end != NULL && end[5] == '\0')
			strings_add(names,
				    lab_printf("%.*s", (int)(end - entry->d_name), entry->d_name));
	}
	if (directory != NULL)
		closedir(directory);
	return folder != NULL ? LAB_OK : LAB_ENVIRONMENT;
}

static int add_suites(struct strings *names)
{
	return add_files(names, "SCHEDLAB_SUITES", "lab/suites");
}

static int add_claims(struct strings *names)
{
	return add_files(names, "SCHEDLAB_CLAIMS", "claims");
}

/* Presets, peers, and what was ever built here. */
static int add_arms(struct strings *names)
{
	const char *why, *folder = build_folder(&why);

	if (folder != NULL)
		build_known_presets(folder);
	preset_names(names);
	peer_names(names);
	if (folder != NULL)
		build_known(folder, names);
	return LAB_OK;
}

static int add_settings(struct strings *names)
{
	for (size_t i = 0; i < knob_count; i++) {
		const char *word = knob_word(&knobs[i]);

		for (size_t j = 0; j < knobs[i].value_count; j++)
			strings_add(names, lab_printf("%s=%s", word,
						      knob_value_word(&knobs[i],
								      knobs[i].values[j].value)));
		if (knobs[i].value_count == 0)
			strings_add(names, lab_printf("%s=", word));
	}
	return LAB_OK;
}

static int add_workloads(struct strings *names)
{
	struct strings only = { NULL, 0 };
	struct arm_set set;
	int status;

	strings_add(&only, "bench-null");
	status = arm_set_load(&set, NULL, &only, (uint64_t)(DESCRIBE_TIMEOUT_S * 1e9));
	if (status == LAB_OK)
		workload_names(&set, names);
	arm_set_free(&set);
	return status;
}

int complete_print(const char *kind)
{
	static const struct {
		const char *kind;
		int (*add)(struct strings *names);
	} kinds[] = { { "suites", add_suites },
		      { "claims", add_claims },
		      { "arms", add_arms },
		      { "settings", add_settings },
		      { "workloads", add_workloads } };
	struct strings names = { NULL, 0 };

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (strcmp(kind, kinds[i].kind) != 0)
			continue;
		if (kinds[i].add(&names) != LAB_OK)
			return LAB_ENVIRONMENT;
		for (size_t j = 0; j < names.count; j++)
			puts(names.items[j]);
		return LAB_OK;
	}
	lab_error("no names of kind \"%s\"; there are: %s", kind, COMPLETE_KINDS);
	return LAB_USAGE;
}
