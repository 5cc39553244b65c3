/* SPDX-License-Identifier: MIT */
/*
 * relacy.h - the library's header without what it does to the language, and what the
 * engine's files share.
 *
 * relacy redefines new, malloc, assert, errno and the memory orders as macros; the
 * engine gives it orders and places by hand and keeps the model's memory itself, so
 * they are undone at once.
 */
#ifndef VERIFY_RELACY_RELACY_H
#define VERIFY_RELACY_RELACY_H

#include <relacy/relacy.hpp>

#undef new
#undef delete
#undef malloc
#undef calloc
#undef realloc
#undef free
#undef assert
#undef errno
#undef memory_order_relaxed
#undef memory_order_consume
#undef memory_order_acquire
#undef memory_order_release
#undef memory_order_acq_rel
#undef memory_order_seq_cst

#include "verify/model_engine.h"
#include "verify/relacy/log.h"

/* When an access happened, for every thread: relacy's own detector of races. */
typedef rl::var_data_impl<RELACY_THREADS> relacy_clock;

struct relacy_search {
	void (*body)(void);
	const struct engine_options *options;
	struct engine_result *result;
	uint64_t began_ns;
	uint32_t surprises_left;
	bool is_running; /* between the begin and the end of the body */
};
extern struct relacy_search relacy_search;

/* The number of the calling thread, from 0 on in order of start. */
uint32_t relacy_thread();
inline rl::thread_info_base &relacy_self()
{
	return *rl::ctx().threadx_;
}
inline rl::debug_info relacy_place(const struct mc_site *site)
{
	return rl::debug_info(site->function, site->file, (unsigned)site->line);
}
/* Is one of the surprises that an execution may have to happen here? */
bool relacy_is_surprised();
inline void relacy_announce(const struct mc_site *site, const void *address)
{
	log_announce(relacy_thread(), site, address);
}

inline void relacy_record(const struct mc_site *site, const void *address, enum log_kind kind,
			  uint64_t before = 0, uint64_t after = 0, enum mc_order order = MC_RELAXED,
			  enum mc_rmw op = MC_SWAP)
{
	const struct log_step step = { site, address, before, after,
				       kind, op,      order,  relacy_thread() };

	log_add(&step);
}

/* A new execution, and its end: objects.cpp, threads.cpp, memory.cpp. */
void objects_reset();
void objects_end();
void threads_reset();
void threads_check_joined();
void memory_init();
void memory_reset();
void memory_check_leaks();

/* Objects that the model knows by address. */
enum object_kind { OBJECT_ATOMIC, OBJECT_MUTEX, OBJECT_COND };
struct object {
	const void *address;
	enum object_kind kind;
	unsigned int width;
	bool is_retired;
	union {
		alignas(16) char atomic[sizeof(rl::atomic<uint64_t>)];
		rl::generic_mutex_data *mutex;
		rl::condvar_data *cond;
	} as;
	relacy_clock life;   /* begins and ends with a write, uses are reads */
	relacy_clock stores; /* for the owner's loads */
};
struct object *object_create(const void *address, enum object_kind kind,
			     const struct mc_site *site);
/* The live one, or a failed execution. */
struct object *object_find(const void *address, enum object_kind kind, const struct mc_site *site);
/* A use that must come after its begin; retire: all uses must have come before. */
void object_retire(struct object *object, const struct mc_site *site);
/* Those in freed memory. */
void objects_retire_in(const char *start, size_t bytes, const struct mc_site *site);

#endif
