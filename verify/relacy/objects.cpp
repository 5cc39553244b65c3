// SPDX-License-Identifier: MIT
/*
 * objects.cpp - what lies where: atomics, mutexes and condition variables by address.
 *
 * A table of all that began in this execution, and a hash of addresses into it.  Each
 * has a life: it begins and ends with an exclusive access, and a use that is not ordered
 * after the begin, or an end that is not ordered after all uses, is a race.
 */
#include "verify/relacy/relacy.h"

#define OBJECTS_MAX 8192u
#define SLOTS	    16384u /* a power of two */

static struct object *objects;
static uint32_t object_count;
static uint32_t slots[SLOTS]; /* index of an object + 1 */

static uint32_t slot_of(const void *address)
{
	uint32_t slot = (uint32_t)((uintptr_t)address / 4 * 2654435761u) % SLOTS;

	while (slots[slot] && objects[slots[slot] - 1].address != address)
		slot = (slot + 1) % SLOTS;
	return slot;
}

void objects_reset()
{
	if (!objects)
		objects = static_cast<struct object *>(std::malloc(OBJECTS_MAX * sizeof(*objects)));
	for (uint32_t i = 0; i < object_count; i++)
		slots[slot_of(objects[i].address)] = 0; /* the chain behind it goes as well */
	object_count = 0;
	log_reset();
}

static const char *const kinds[] = { "atomic", "mutex", "condition variable" };

static void fail_object(enum object_kind kind, const char *what)
{
	char verdict[128];

	snprintf(verdict, sizeof(verdict), "misuse: there is no %s here%s", kinds[kind], what);
	log_fail(verdict);
}

struct object *object_find(const void *address, enum object_kind kind, const struct mc_site *site)
{
	uint32_t index = slots[slot_of(address)];
	struct object *object = index ? &objects[index - 1] : NULL;

	(void)site;
	if (!object || object->kind != kind)
		fail_object(kind, ", it was never initialised");
	if (object->is_retired)
		fail_object(kind, " any more: use after at_fini or after free");
	if (!object->life.load(relacy_self()))
		log_fail("data race: this use is not ordered after the initialisation");
	return object;
}

/* An address may be begun anew once it was retired. */
struct object *object_create(const void *address, enum object_kind kind, const struct mc_site *site)
{
	uint32_t slot = slot_of(address);
	struct object *object = slots[slot] ? &objects[slots[slot] - 1] : NULL;

	(void)site;
	if (!objects || object_count == OBJECTS_MAX)
		log_fail("too many objects for this engine");
	if (object && !object->is_retired)
		log_fail("misuse: initialised twice");
	if (!object) {
		object = &objects[object_count++];
		slots[slot] = object_count;
	}
	object->address = address;
	object->kind = kind;
	object->is_retired = false;
	new (&object->life) relacy_clock();
	new (&object->stores) relacy_clock();
	object->life.init(relacy_self());
	return object;
}

static void destroy_object(struct object *object)
{
	object->is_retired = true;
	switch (object->kind) {
	case OBJECT_ATOMIC:
		if (object->width == 8)
			reinterpret_cast<rl::atomic<uint64_t> *>(object->as.atomic)->~atomic();
		else if (object->width == 4)
			reinterpret_cast<rl::atomic<uint32_t> *>(object->as.atomic)->~atomic();
		else
			reinterpret_cast<rl::atomic<uint8_t> *>(object->as.atomic)->~atomic();
		return;
	case OBJECT_MUTEX:
		rl::ctx().mutex_dtor(object->as.mutex);
		return;
	case OBJECT_COND:
		rl::ctx().condvar_dtor(object->as.cond);
		return;
	}
}

void object_retire(struct object *object, const struct mc_site *site)
{
	(void)site;
	if (!object->life.store(relacy_self()))
		log_fail("data race: this end is not ordered after all uses");
	destroy_object(object);
}

void objects_retire_in(const char *start, size_t bytes, const struct mc_site *site)
{
	for (uint32_t i = 0; i < object_count; i++) {
		const char *address = static_cast<const char *>(objects[i].address);

		if (!objects[i].is_retired && address >= start && address < start + bytes)
			object_retire(&objects[i], site);
	}
}

/* Those on stacks, that nobody retired. */
void objects_end()
{
	for (uint32_t i = 0; i < object_count; i++)
		if (!objects[i].is_retired)
			destroy_object(&objects[i]);
}
