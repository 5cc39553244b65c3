/* SPDX-License-Identifier: MIT */
/*
 * bundle.c - a packed set as a tar.xz, by libarchive; see bundle.h.
 *
 * Owner, time and mode in it are constants.  Weakness: what is larger than UNPACKED_MAX is
 * taken for an attack.
 */
#include "lab/exchange/bundle.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lab/base/out_file.h"
#include "lab/base/regular.h"
#include "lab/base/shortage.h"

/* Far above any set; a small file that swells beyond it is no set. */
#define UNPACKED_MAX ((size_t)1 << 28)
#define READ_BYTES   65536
/* What ustar has room for before the last slash. */
#define FOLDER_NAME_MAX 155u

const char *const bundle_names[BUNDLE_FILES] = { "MANIFEST", "results.db", "provenance.json",
						 "topology.xml" };

void bundle_free(struct bundle *bundle)
{
	for (size_t i = 0; i < BUNDLE_FILES; i++)
		free(bundle->files[i].bytes);
	*bundle = (struct bundle){ 0 };
}

bool is_folder_name(const char *name)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "0123456789._+-";
	size_t length = strlen(name);

	return length > 0 && length <= FOLDER_NAME_MAX && name[0] != '.' &&
	       strspn(name, allowed) == length;
}

/* ----------------------------------------------------------------- writing -- */

static bool write_entry(struct archive *archive, const struct bundle *bundle, size_t index)
{
	struct archive_entry *entry = archive_entry_new();
	size_t size = bundle->files[index].size;
	bool done;

	archive_entry_set_pathname(entry, lab_printf("%s/%s", bundle->folder, bundle_names[index]));
	archive_entry_set_size(entry, (la_int64_t)size);
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_perm(entry, 0644);
	archive_entry_set_mtime(entry, 0, 0);
	done = archive_write_header(archive, entry) == ARCHIVE_OK &&
	       archive_write_data(archive, bundle->files[index].bytes, size) == (la_ssize_t)size;
	archive_entry_free(entry);
	return done;
}

static int complain_unwritten(struct archive *archive, const char *path)
{
	const char *why = archive_error_string(archive);

	lab_error("cannot write %s: %s; free some disk space or give another place", path,
		  why != NULL ? why : "no reason known");
	return LAB_ENVIRONMENT;
}

/* Closing forgets what went wrong before. */
static int write_all(struct archive *archive, const struct bundle *bundle,
		     const struct out_file *out)
{
	bool done = archive_write_add_filter_xz(archive) == ARCHIVE_OK &&
		    archive_write_set_format_ustar(archive) == ARCHIVE_OK &&
		    archive_write_set_bytes_in_last_block(archive, 1) == ARCHIVE_OK &&
		    archive_write_open_FILE(archive, out->file) == ARCHIVE_OK;

	for (size_t i = 0; i < BUNDLE_FILES && done; i++)
		done = write_entry(archive, bundle, i);
	if (!done)
		return complain_unwritten(archive, out->path);
	return archive_write_close(archive) == ARCHIVE_OK ? LAB_OK :
							    complain_unwritten(archive, out->path);
}

int bundle_write(const struct bundle *bundle, const char *path)
{
	struct out_file out;
	struct archive *archive;
	int status = out_file_open(&out, path, false);

	if (status != LAB_OK)
		return status;
	archive = archive_write_new();
	status = write_all(archive, bundle, &out);
	archive_write_free(archive);
	return out_file_end(&out, status);
}

/* ----------------------------------------------------------------- reading -- */

struct unpacking {
	struct archive *archive;
	struct bundle *bundle;
	const char *path; /* of the archive */
	size_t size;	  /* of everything so far */
	bool peek;	  /* quietly, and only the MANIFEST */
};

static bool refuse(const struct unpacking *unpacking, const char *entry, const char *why)
{
	if (!unpacking->peek)
		lab_error("%s: its entry \"%.200s\" %s; give an archive written by schedlab pack",
			  unpacking->path, entry, why);
	return false;
}

static bool no_memory(const struct unpacking *unpacking)
{
	if (!unpacking->peek)
		lab_error("%s cannot be read: %s", unpacking->path, error_and_remedy(ENOMEM));
	return false;
}

static bool damaged(const struct unpacking *unpacking)
{
	const char *why = archive_error_string(unpacking->archive);

	if (archive_errno(unpacking->archive) == ENOMEM)
		return no_memory(unpacking);
	if (!unpacking->peek)
		lab_error("%s is cut short, damaged or no archive of schedlab pack (%s); get it "
			  "again",
			  unpacking->path, why != NULL ? why : "no reason known");
	return false;
}

/* Of the archives that schedlab once wrote. */
static bool refuse_text(const struct unpacking *unpacking)
{
	if (!unpacking->peek)
		lab_error("%s is a set of format 1 or 2, tables as text, which is read no more; "
			  "import it with the schedlab that wrote it, and pack that with this one",
			  unpacking->path);
	return false;
}

/* The entry's contents; false after a complaint. */
static bool copy_entry(struct unpacking *unpacking, const char *entry, FILE *out)
{
	char bytes[READ_BYTES];
	la_ssize_t got;

	while ((got = archive_read_data(unpacking->archive, bytes, sizeof(bytes))) > 0) {
		unpacking->size += (size_t)got;
		if (unpacking->size > UNPACKED_MAX)
			return refuse(unpacking, entry, "is larger than any result set");
		if (fwrite(bytes, 1, (size_t)got, out) != (size_t)got)
			return no_memory(unpacking);
	}
	if (got != 0)
		return damaged(unpacking);
	return fflush(out) == 0 || no_memory(unpacking);
}

/* The first entry says what the folder is called. */
static bool is_in_folder(struct unpacking *unpacking, const char *entry, const char *slash)
{
	const char *folder = lab_printf("%.*s", (int)(slash - entry), entry);

	if (unpacking->bundle->folder == NULL && is_folder_name(folder))
		unpacking->bundle->folder = folder;
	return unpacking->bundle->folder != NULL && strcmp(unpacking->bundle->folder, folder) == 0;
}

static bool take_file(struct unpacking *unpacking, const char *entry, const char *name)
{
	struct bundle *bundle = unpacking->bundle;
	size_t index = 0;
	FILE *out;
	bool done;

	while (index < BUNDLE_FILES && strcmp(bundle_names[index], name) != 0)
		index++;
	if (index == BUNDLE_FILES)
		return strcmp(name, "arms.ndjson") == 0 ?
			       refuse_text(unpacking) :
			       refuse(unpacking, entry, "is no file of a result set");
	if (bundle->files[index].bytes != NULL)
		return refuse(unpacking, entry, "is there twice");
	out = open_memstream(&bundle->files[index].bytes, &bundle->files[index].size);
	done = out == NULL || copy_entry(unpacking, entry, out);
	if (out != NULL && fclose(out) == 0 && bundle->files[index].bytes != NULL)
		return done;
	return done && no_memory(unpacking);
}

/* A part of it is "..". */
static bool climbs(const char *entry)
{
	for (const char *at = strstr(entry, ".."); at != NULL; at = strstr(at + 1, ".."))
		if ((at == entry || at[-1] == '/') && (at[2] == '/' || at[2] == '\0'))
			return true;
	return false;
}

static bool take_entry(struct unpacking *unpacking, struct archive_entry *header)
{
	const char *entry = archive_entry_pathname(header), *slash;

	if (entry == NULL)
		return damaged(unpacking);
	slash = strchr(entry, '/');
	if (entry[0] == '/' || climbs(entry))
		return refuse(unpacking, entry, "would leave its folder");
	if (slash == NULL || strchr(slash + 1, '/') != NULL ||
	    !is_in_folder(unpacking, entry, slash))
		return refuse(unpacking, entry, "is not in the one folder a set has");
	if (archive_entry_filetype(header) == AE_IFDIR && slash[1] == '\0')
		return true;
	if (archive_entry_filetype(header) != AE_IFREG || archive_entry_hardlink(header) != NULL)
		return refuse(unpacking, entry, "is no plain file");
	return take_file(unpacking, entry, slash + 1);
}

static bool take_all(struct unpacking *unpacking, FILE *file)
{
	const struct bundle *bundle = unpacking->bundle;
	struct archive_entry *header;
	int step = ARCHIVE_OK;

	archive_read_support_filter_xz(unpacking->archive);
	archive_read_support_filter_gzip(unpacking->archive); /* to tell what is too old */
	archive_read_support_format_tar(unpacking->archive);
	if (archive_read_open_FILE(unpacking->archive, file) != ARCHIVE_OK)
		return damaged(unpacking);
	while ((step = archive_read_next_header(unpacking->archive, &header)) == ARCHIVE_OK)
		if (!take_entry(unpacking, header))
			return false;
		else if (unpacking->peek && bundle->files[BUNDLE_MANIFEST].bytes != NULL)
			return true;
	return step == ARCHIVE_EOF || damaged(unpacking);
}

static int read_from(struct unpacking *unpacking)
{
	FILE *file = regular_open(unpacking->path);
	bool done;

	*unpacking->bundle = (struct bundle){ 0 };
	if (file == NULL) {
		if (!unpacking->peek)
			lab_error("%s cannot be read: %s; give an archive written by schedlab pack",
				  unpacking->path, error_and_remedy(errno));
		return LAB_ENVIRONMENT;
	}
	unpacking->archive = archive_read_new();
	done = take_all(unpacking, file);
	archive_read_free(unpacking->archive);
	fclose(file);
	return done ? LAB_OK : LAB_ENVIRONMENT;
}

int bundle_read(struct bundle *bundle, const char *path)
{
	struct unpacking unpacking = { .bundle = bundle, .path = path };

	return read_from(&unpacking);
}

const char *bundle_peek(const char *path)
{
	struct bundle bundle;
	struct unpacking unpacking = { .bundle = &bundle, .path = path, .peek = true };
	int status = read_from(&unpacking);
	const char *text = bundle.files[BUNDLE_MANIFEST].bytes;

	text = status == LAB_OK && text != NULL ? lab_strdup(text) : NULL;
	bundle_free(&bundle);
	return text;
}
