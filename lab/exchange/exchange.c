/* SPDX-License-Identifier: MIT */
/* exchange.c - a store into an archive and out of it; see exchange.h. */
#include "lab/exchange/exchange.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "lab/exchange/manifest.h"
#include "lab/store/store_image.h"

#define TOPOLOGY_KEY "topology_xml"

static void put(struct bundle *bundle, enum bundle_name name, const void *bytes, size_t size)
{
	char *copy = malloc(size + 1);

	if (copy == NULL) {
		lab_error("out of memory for the packed results; free some and try again");
		exit(LAB_ENVIRONMENT);
	}
	memcpy(copy, bytes, size);
	copy[size] = '\0';
	bundle->files[name].bytes = copy;
	bundle->files[name].size = size;
}

/* Where it comes from, but for the topology, which is a file of its own. */
static void put_provenance(struct bundle *bundle, struct store *store)
{
	sqlite3_stmt *query = store_query(store, "SELECT key, value FROM meta WHERE key <> ?", "s",
					  TOPOLOGY_KEY);
	const char *topology = store_meta_text(store, TOPOLOGY_KEY);
	json_t *meta = json_object();
	char *text;

	while (store_next(query))
		json_object_set_new(meta, store_text(query, 0), json_string(store_text(query, 1)));
	sqlite3_finalize(query);
	text = json_dumps(meta, JSON_INDENT(1) | JSON_SORT_KEYS);
	put(bundle, BUNDLE_PROVENANCE, lab_printf("%s\n", text), strlen(text) + 1);
	put(bundle, BUNDLE_TOPOLOGY, topology, strlen(topology));
	free(text);
	json_decref(meta);
}

/* What is packed is opened as any reader will: nothing leaves that would be refused. */
int exchange_pack(struct store *store, const char *path, const char *name)
{
	struct bundle bundle = { .folder = name };
	struct store packed = { .db = NULL };
	unsigned char *image;
	size_t size;
	int status = store_to_image(store, &image, &size);

	if (status == LAB_OK)
		status = store_open_image(&packed, store->path, image, size);
	if (status == LAB_OK) {
		put(&bundle, BUNDLE_DATABASE, image, size);
		put_provenance(&bundle, &packed);
		manifest_write(&bundle, store_meta(&packed, "set_id"));
		status = bundle_write(&bundle, path);
	}
	store_close(&packed);
	sqlite3_free(image);
	bundle_free(&bundle);
	return status;
}

/* The identity that others go by is that of the results. */
static int check_set_id(const struct bundle *bundle, struct store *store, const char *path)
{
	const char *said = manifest_set_id(bundle->files[BUNDLE_MANIFEST].bytes);
	const char *is = store_meta(store, "set_id");

	if (said == NULL || is == NULL ? said == is : strcmp(said, is) == 0)
		return LAB_OK;
	lab_error("%s: its MANIFEST is that of another set; get the set again from where it came "
		  "from",
		  path);
	return LAB_ENVIRONMENT;
}

int exchange_unpack(struct bundle *bundle, struct store *store, const char *path)
{
	int status = bundle_read(bundle, path);

	*store = (struct store){ .path = path };
	if (status == LAB_OK)
		status = manifest_check(bundle, path);
	if (status == LAB_OK)
		status = store_open_image(store, path, bundle->files[BUNDLE_DATABASE].bytes,
					  bundle->files[BUNDLE_DATABASE].size);
	return status == LAB_OK ? check_set_id(bundle, store, path) : status;
}
