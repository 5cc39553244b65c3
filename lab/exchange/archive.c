/* SPDX-License-Identifier: MIT */
/*
 * archive.c - a bundle as a tar.gz, by libarchive.
 *
 * Nothing is unpacked onto the disk: entries go into memory, and only plain
 * files NAME/FILE with a FILE that sets have are taken.  Owner, time and mode are
 * constants, so equal sets give equal archives.
 */
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <string.h>

#include "lab/base/out_file.h"
#include "lab/base/regular.h"
#include "lab/base/shortage.h"
#include "lab/exchange/bundle.h"
#include "lab/exchange/manifest.h"
#include "lab/exchange/tables.h"

/* Far above any set; a small file that swells beyond it is no set. */
#define UNPACKED_MAX ((size_t)1 << 28)
#define READ_BYTES   65536

/* ----------------------------------------------------------------- writing -- */

static bool write_entry(struct archive *archive, const struct bundle_file *file, const char *folder)
{
	struct archive_entry *entry = archive_entry_new();
	bool done;

	archive_entry_set_pathname(entry, lab_printf("%s/%s", folder, file->name));
	archive_entry_set_size(entry, (la_int64_t)file->size);
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_perm(entry, 0644);
	archive_entry_set_mtime(entry, 0, 0);
	done = archive_write_header(archive, entry) == ARCHIVE_OK &&
	       archive_write_data(archive, file->bytes, file->size) == (la_ssize_t)file->size;
	archive_entry_free(entry);
	return done;
}

static bool write_all(struct archive *archive, const struct bundle *bundle, const char *folder,
		      FILE *file)
{
	bool done = archive_write_add_filter_gzip(archive) == ARCHIVE_OK &&
		    archive_write_set_format_ustar(archive) == ARCHIVE_OK &&
		    archive_write_set_filter_option(archive, "gzip", "timestamp", NULL) ==
			    ARCHIVE_OK &&
		    archive_write_set_bytes_in_last_block(archive, 1) == ARCHIVE_OK &&
		    archive_write_open_FILE(archive, file) == ARCHIVE_OK;

	for (size_t i = 0; i < bundle->count && done; i++)
		done = write_entry(archive, &bundle->files[i], folder);
	return archive_write_close(archive) == ARCHIVE_OK && done;
}

int bundle_to_archive(struct bundle *bundle, const char *path, const char *folder)
{
	struct out_file out = { NULL, NULL, NULL };
	struct archive *archive;
	int status = out_file_open(&out, path, false);

	if (status != LAB_OK)
		return status;
	archive = archive_write_new();
	if (!write_all(archive, bundle, folder, out.file)) {
		lab_error("cannot write %s: %s; free some disk space or give another place", path,
			  archive_error_string(archive));
		status = LAB_ENVIRONMENT;
	}
	archive_write_free(archive);
	return out_file_end(&out, status);
}

/* ----------------------------------------------------------------- reading -- */

struct unpacking {
	struct archive *archive;
	struct bundle *bundle;
	const char *path;   /* of the archive */
	const char *folder; /* NULL before the first entry */
	size_t size;	    /* of everything so far */
};

static bool refuse(const struct unpacking *unpacking, const char *entry, const char *why)
{
	lab_error("%s: its entry \"%.200s\" %s; give an archive written by schedlab pack",
		  unpacking->path, entry, why);
	return false;
}

static bool damaged(const struct unpacking *unpacking)
{
	const char *why = archive_error_string(unpacking->archive);

	lab_error("%s is cut short, damaged or no archive of schedlab pack (%s); get it again",
		  unpacking->path, why != NULL ? why : "no reason known");
	return false;
}

/* Appends the entry's contents; false after a complaint. */
static bool copy_entry(struct unpacking *unpacking, const char *entry, FILE *out)
{
	char bytes[READ_BYTES];
	la_ssize_t got;

	while ((got = archive_read_data(unpacking->archive, bytes, sizeof(bytes))) > 0) {
		unpacking->size += (size_t)got;
		if (unpacking->size > UNPACKED_MAX)
			return refuse(unpacking, entry, "is larger than any result set");
		fwrite(bytes, 1, (size_t)got, out);
	}
	return got == 0 || damaged(unpacking);
}

/* The first entry says what the folder is called. */
static bool is_in_folder(struct unpacking *unpacking, const char *entry, const char *slash)
{
	size_t length = (size_t)(slash - entry);
	const char *folder = lab_printf("%.*s", (int)length, entry);

	if (unpacking->folder == NULL && is_folder_name(folder))
		unpacking->folder = folder;
	return unpacking->folder != NULL && strcmp(unpacking->folder, folder) == 0;
}

/* There is room: each name that sets have is taken once. */
static bool take_file(struct unpacking *unpacking, const char *entry, const char *name)
{
	FILE *out;
	bool done;

	if (!is_exchange_file(name) && strcmp(name, MANIFEST_NAME) != 0)
		return refuse(unpacking, entry, "is no file of a result set");
	if (bundle_find(unpacking->bundle, name) != NULL)
		return refuse(unpacking, entry, "is there twice");
	out = bundle_begin(unpacking->bundle, lab_strdup(name));
	done = copy_entry(unpacking, entry, out);
	bundle_end(out);
	return done;
}

static bool take_entry(struct unpacking *unpacking, struct archive_entry *header)
{
	const char *entry = archive_entry_pathname(header), *slash;

	if (entry == NULL)
		return damaged(unpacking);
	slash = strchr(entry, '/');
	if (entry[0] == '/' || strstr(entry, "..") != NULL)
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
	struct archive_entry *header;
	int step = ARCHIVE_OK;

	archive_read_support_filter_gzip(unpacking->archive);
	archive_read_support_format_tar(unpacking->archive);
	if (archive_read_open_FILE(unpacking->archive, file) != ARCHIVE_OK)
		return damaged(unpacking);
	while ((step = archive_read_next_header(unpacking->archive, &header)) == ARCHIVE_OK)
		if (!take_entry(unpacking, header))
			return false;
	return step == ARCHIVE_EOF || damaged(unpacking);
}

int bundle_from_archive(struct bundle *bundle, const char *path, const char **folder)
{
	struct unpacking unpacking = { NULL, bundle, path, NULL, 0 };
	FILE *file = regular_open(path);
	bool done;

	*folder = NULL;
	if (file == NULL) {
		lab_error("%s cannot be read: %s", path, error_and_remedy(errno));
		return LAB_ENVIRONMENT;
	}
	unpacking.archive = archive_read_new();
	done = take_all(&unpacking, file);
	archive_read_free(unpacking.archive);
	fclose(file);
	*folder = unpacking.folder;
	return done ? LAB_OK : LAB_ENVIRONMENT;
}
