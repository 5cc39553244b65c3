/* SPDX-License-Identifier: MIT */
/* folder.c - see folder.h. */
#include "lab/store/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOCK_NAME     "measuring"
#define QUIET_BUSY_MS 5000 /* a run commits now and then */

/* What stands in the file, a line each. */
struct owner {
	int process;
	char host[256], boot[64], since[64];
};

/* Tells two starts of one machine apart, and says that two containers share one. */
static void read_boot(char *boot, size_t bytes)
{
	FILE *file = fopen("/proc/sys/kernel/random/boot_id", "re");

	snprintf(boot, bytes, "-");
	if (file != NULL && fgets(boot, (int)bytes, file) != NULL)
		boot[strcspn(boot, "\n")] = '\0';
	if (file != NULL)
		fclose(file);
}

static struct owner ourselves(void)
{
	struct owner owner = { .process = (int)getpid() };

	if (gethostname(owner.host, sizeof(owner.host) - 1) != 0 || owner.host[0] == '\0')
		snprintf(owner.host, sizeof(owner.host), "-");
	read_boot(owner.boot, sizeof(owner.boot));
	snprintf(owner.since, sizeof(owner.since), "%s", time_text("%Y-%m-%d %H:%M:%S %z"));
	return owner;
}

/* False: nobody has written there. */
static bool read_owner(int lock, struct owner *owner)
{
	char text[512];
	ssize_t got = pread(lock, text, sizeof(text) - 1, 0);

	if (got <= 0)
		return false;
	text[got] = '\0';
	return sscanf(text, "%d\n%255[^\n]\n%63[^\n]\n%63[^\n]", &owner->process, owner->host,
		      owner->boot, owner->since) == 4;
}

static bool write_owner(int lock, const struct owner *owner)
{
	return ftruncate(lock, 0) == 0 && dprintf(lock, "%d\n%s\n%s\n%s\n", owner->process,
						  owner->host, owner->boot, owner->since) > 0;
}

static const char *owner_text(int lock)
{
	struct owner owner;

	if (!read_owner(lock, &owner))
		return "another schedlab";
	return lab_printf("process %d on host %s since %s", owner.process, owner.host, owner.since);
}

/* Does the name still lead to the file that we hold?  Its owner may have left and
 * removed it between our opening and locking it. */
static bool is_in_place(int lock, const char *path)
{
	struct stat ours, there;

	return fstat(lock, &ours) == 0 && stat(path, &there) == 0 && ours.st_ino == there.st_ino &&
	       ours.st_dev == there.st_dev;
}

static int refuse(const char *directory, int lock)
{
	if (errno == EAGAIN || errno == EACCES)
		lab_error("%s is in use by %s; wait until that ends, or give another "
			  "directory",
			  directory, owner_text(lock));
	else
		lab_error("%s/" LOCK_NAME " cannot be locked: %s; give a directory on a file "
			  "system that can lock",
			  directory, strerror(errno));
	return LAB_ENVIRONMENT;
}

static int refuse_foreign(const char *directory)
{
	lab_error("%s/" LOCK_NAME " is there already and not of schedlab, which keeps its lock "
		  "under that name; give another directory",
		  directory);
	return LAB_ENVIRONMENT;
}

/* Made by a schedlab, whatever has become of it since: its disk may have been full. */
static bool is_a_lock(int lock)
{
	struct owner owner;
	struct stat about;

	return fstat(lock, &about) == 0 && S_ISREG(about.st_mode) &&
	       (about.st_size == 0 || read_owner(lock, &owner));
}

/* The lock is ours.  What the file says tells whether it is all that counts. */
static int take_over(const char *directory, int lock)
{
	struct owner before, now = ourselves();

	if (!is_a_lock(lock))
		return refuse_foreign(directory);
	if (read_owner(lock, &before) && strcmp(before.boot, now.boot) != 0 &&
	    strcmp(before.host, now.host) != 0) {
		lab_error("%s was in use by %s, and this host (%s) cannot see whether "
			  "it still is; if it is not, remove %s/" LOCK_NAME,
			  directory, owner_text(lock), now.host, directory);
		return LAB_ENVIRONMENT;
	}
	if (write_owner(lock, &now))
		return LAB_OK;
	lab_error("cannot write %s/" LOCK_NAME ": %s; free some disk space", directory,
		  strerror(errno));
	return LAB_ENVIRONMENT;
}

int folder_own(struct folder *folder, const char *directory)
{
	const char *path = lab_printf("%s/" LOCK_NAME, directory);
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	int lock, status;

	*folder = (struct folder){ NULL, -1 };
	do {
		lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666);
		if (lock < 0 && errno == ELOOP)
			return refuse_foreign(directory);
		if (lock < 0) {
			lab_error("cannot write %s: %s; give a directory that exists and can be "
				  "written",
				  path, strerror(errno));
			return LAB_ENVIRONMENT;
		}
		status = fcntl(lock, F_OFD_SETLK, &whole) == 0 ? LAB_OK : refuse(directory, lock);
	} while (status == LAB_OK && !is_in_place(lock, path) && close(lock) == 0);
	if (status == LAB_OK)
		status = take_over(directory, lock);
	if (status == LAB_OK)
		*folder = (struct folder){ directory, lock };
	else
		close(lock);
	return status;
}

void folder_leave(struct folder *folder)
{
	if (folder->directory == NULL)
		return;
	unlink(lab_printf("%s/" LOCK_NAME, folder->directory));
	close(folder->lock);
	folder->directory = NULL;
}

int folder_check_unused(const char *directory)
{
	static const char *const names[] = { "results.db",  "results.db-journal",
					     SET_ARCHIVE,   "table.txt",
					     "samples.csv", "report.html",
					     "report.md",   "plots" };
	struct stat about;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (lstat(lab_printf("%s/%s", directory, names[i]), &about) != 0)
			continue;
		lab_error("%s/%s exists already; give another --out, what is there is never "
			  "overwritten",
			  directory, names[i]);
		return LAB_ENVIRONMENT;
	}
	return LAB_OK;
}

const char *folder_owner(const char *directory)
{
	int lock = open(lab_printf("%s/" LOCK_NAME, directory),
			O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	struct flock other = { .l_type = F_RDLCK, .l_whence = SEEK_SET };
	const char *owner = NULL;

	if (lock < 0)
		return NULL;
	if (fcntl(lock, F_OFD_GETLK, &other) == 0 && other.l_type != F_UNLCK)
		owner = owner_text(lock);
	close(lock);
	return owner;
}

int folder_check_free(const char *directory, const char *remedy)
{
	const char *owner = folder_owner(directory);

	if (owner == NULL)
		return LAB_OK;
	lab_error("%s is in use by %s, which writes there when it ends; %s", directory, owner,
		  remedy);
	return LAB_ENVIRONMENT;
}

/* ------------------------------------------------------ what it is -- */

const char *folder_meta(const char *directory, const char *key)
{
	const char *path = lab_printf("%s/results.db", directory), *value = NULL;
	sqlite3_stmt *query = NULL;
	sqlite3 *db = NULL;

	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
	    sqlite3_busy_timeout(db, QUIET_BUSY_MS) == SQLITE_OK &&
	    sqlite3_prepare_v2(db, "SELECT value FROM meta WHERE key = ?", -1, &query, NULL) ==
		    SQLITE_OK &&
	    sqlite3_bind_text(query, 1, key, -1, SQLITE_TRANSIENT) == SQLITE_OK &&
	    sqlite3_step(query) == SQLITE_ROW)
		value = store_text(query, 0);
	sqlite3_finalize(query);
	sqlite3_close(db);
	return value;
}

int folder_check_distinct(struct store *a, struct store *b)
{
	const char *ours = store_meta(a, "set_id"), *theirs = store_meta(b, "set_id");

	if (ours == NULL || theirs == NULL || strcmp(ours, theirs) != 0)
		return LAB_OK;
	lab_error("%s and %s are one set (%s), which says nothing about itself; name it once",
		  a->path, b->path, ours);
	return LAB_USAGE;
}

/* It goes on, or ended without saying so. */
static bool is_running(struct store *store)
{
	const char *state = store_meta(store, "state");

	return state != NULL && strcmp(state, FOLDER_RUNNING) == 0;
}

const char *folder_state(struct store *store)
{
	const char *state = store_meta(store, "state");

	if (!is_running(store))
		return state != NULL ? state : "";
	return lab_printf("%s completed so far, %s", lab_count((size_t)store_pairs(store), "pair"),
			  state);
}

/* ------------------------------------------------ which is newer -- */

/* One text a sample, sorted; cut ones are measured again and do not count. */
static sqlite3_stmt *samples_of(struct store *store)
{
	return store_query(
		store,
		"SELECT printf('%d %d %s %s %s %d %d %d', s.cell, s.arm, s.mode, s.side, "
		"s.status, s.units, s.ns, p.seed) AS line FROM sample s LEFT JOIN pair p "
		"ON s.pair = p.id WHERE s.status <> 'cut' ORDER BY line",
		"");
}

static const char *next(sqlite3_stmt *query)
{
	return store_next(query) ? (const char *)sqlite3_column_text(query, 0) : NULL;
}

enum folder_age folder_compare(struct store *set, struct store *other)
{
	sqlite3_stmt *ours = samples_of(set), *theirs = samples_of(other);
	const char *left = next(ours), *right = next(theirs);
	bool more = false, less = false;

	while (left != NULL || right != NULL) {
		int order = left == NULL ? 1 : right == NULL ? -1 : strcmp(left, right);

		more = more || order < 0;
		less = less || order > 0;
		if (order <= 0)
			left = next(ours);
		if (order >= 0)
			right = next(theirs);
	}
	sqlite3_finalize(ours);
	sqlite3_finalize(theirs);
	if (more || less)
		return more && less ? FOLDER_FORKED : more ? FOLDER_NEWER : FOLDER_OLDER;
	if (is_running(set) != is_running(other))
		return is_running(other) ? FOLDER_NEWER : FOLDER_OLDER;
	return FOLDER_SAME;
}
