// SPDX-License-Identifier: MIT
/*
 * atomics.cpp - mc.h: memory.  Each atomic is an rl::atomic of its width.
 *
 * relacy lets a failing compare and swap read only the newest value.  Here it loads
 * first, and fails on what the load saw; with preemption off in between, so that the two
 * are one step.
 */
#include "verify/relacy/relacy.h"

static rl::memory_order order_of(enum mc_order order)
{
	static const rl::memory_order orders[] = { rl::mo_relaxed, rl::mo_acquire, rl::mo_release,
						   rl::mo_acq_rel, rl::mo_seq_cst };

	return orders[order];
}

template <typename type> static rl::atomic<type> &atomic_of(struct object *object)
{
	return *reinterpret_cast<rl::atomic<type> *>(object->as.atomic);
}

/* Calls FUNCTION<type of the width>(...). */
#define BY_WIDTH(width, function, ...) \
	((width) == 8 ? static_cast<uint64_t>(function<uint64_t>(__VA_ARGS__)) : \
	 (width) == 4 ? static_cast<uint64_t>(function<uint32_t>(__VA_ARGS__)) : \
			static_cast<uint64_t>(function<uint8_t>(__VA_ARGS__)))

template <typename type> static type create(struct object *object, uint64_t value)
{
	rl::preemption_disabler quiet(rl::ctx());
	rl::atomic<type> *atomic = new (object->as.atomic) rl::atomic<type>();

	atomic->store(static_cast<type>(value), rl::mo_relaxed, rl::debug_info());
	return 0;
}

template <typename type>
static type load(struct object *object, enum mc_order order, const struct mc_site *site)
{
	return atomic_of<type>(object).load(order_of(order), relacy_place(site));
}

template <typename type> static type newest(struct object *object)
{
	return atomic_of<type>(object).debug_value();
}

template <typename type>
static type store(struct object *object, uint64_t value, enum mc_order order,
		  const struct mc_site *site)
{
	atomic_of<type>(object).store(static_cast<type>(value), order_of(order),
				      relacy_place(site));
	return 0;
}

template <typename type>
static type rmw(struct object *object, enum mc_rmw op, uint64_t operand, enum mc_order order,
		const struct mc_site *site)
{
	rl::atomic<type> &atomic = atomic_of<type>(object);
	rl::memory_order mo = order_of(order);
	type value = static_cast<type>(operand);

	switch (op) {
	case MC_SWAP:
		return atomic.exchange(value, mo, relacy_place(site));
	case MC_ADD:
		return atomic.rmw(rl::rmw_type_t<rl::rmw_type_add>(), value, mo,
				  relacy_place(site));
	case MC_SUB:
		return atomic.rmw(rl::rmw_type_t<rl::rmw_type_sub>(), value, mo,
				  relacy_place(site));
	case MC_AND:
		return atomic.fetch_and(value, mo, relacy_place(site));
	case MC_OR:
		return atomic.fetch_or(value, mo, relacy_place(site));
	default:
		return atomic.fetch_xor(value, mo, relacy_place(site));
	}
}

template <typename type>
static bool cas(struct object *object, uint64_t *expected, uint64_t desired, enum mc_order success,
		enum mc_order failure, const struct mc_site *site)
{
	type wanted = static_cast<type>(*expected);
	type seen = load<type>(object, failure, site);
	rl::preemption_disabler quiet(rl::ctx());
	bool done = seen == wanted;

	if (done) {
		done = atomic_of<type>(object).compare_exchange(
			rl::bool_t<false>(), seen, static_cast<type>(desired), order_of(success),
			order_of(failure), relacy_place(site));
	}
	*expected = seen;
	return done;
}

/* -------------------------------------------------------------------- mc.h -- */

extern "C" void mc_init(void *address, unsigned int width, uint64_t value,
			const struct mc_site *site)
{
	struct object *object = object_create(address, OBJECT_ATOMIC, site);

	object->width = width;
	BY_WIDTH(width, create, object, value);
	object->stores.init(relacy_self());
	relacy_record(site, address, LOG_VALUE, value);
}

extern "C" void mc_fini(void *address, const struct mc_site *site)
{
	relacy_announce(site, address);
	object_retire(object_find(address, OBJECT_ATOMIC, site), site);
	relacy_record(site, address, LOG_NAME);
}

extern "C" uint64_t mc_load(void *address, unsigned int width, enum mc_order order,
			    const struct mc_site *site)
{
	struct object *object;
	uint64_t value;

	relacy_announce(site, address);
	object = object_find(address, OBJECT_ATOMIC, site);
	value = BY_WIDTH(width, load, object, order, site);
	relacy_record(site, address, LOG_READ, value, 0, order);
	return value;
}

extern "C" uint64_t mc_load_owned(void *address, unsigned int width, const struct mc_site *site)
{
	struct object *object;
	uint64_t value;

	relacy_announce(site, address);
	object = object_find(address, OBJECT_ATOMIC, site);
	if (!object->stores.load(relacy_self()))
		log_fail("data race: at_load_owned beside another thread's store");
	value = BY_WIDTH(width, newest, object);
	relacy_record(site, address, LOG_READ, value);
	return value;
}

extern "C" void mc_store(void *address, unsigned int width, uint64_t value, enum mc_order order,
			 const struct mc_site *site)
{
	struct object *object;

	relacy_announce(site, address);
	object = object_find(address, OBJECT_ATOMIC, site);
	BY_WIDTH(width, store, object, value, order, site);
	object->stores.init(relacy_self());
	relacy_record(site, address, LOG_VALUE, value, 0, order);
}

extern "C" uint64_t mc_rmw(void *address, unsigned int width, enum mc_rmw op, uint64_t operand,
			   enum mc_order order, const struct mc_site *site)
{
	struct object *object;
	uint64_t before;

	relacy_announce(site, address);
	object = object_find(address, OBJECT_ATOMIC, site);
	before = BY_WIDTH(width, rmw, object, op, operand, order, site);
	object->stores.init(relacy_self());
	relacy_record(site, address, LOG_RMW, before, operand, order, op);
	return before;
}

extern "C" bool mc_cas(void *address, unsigned int width, uint64_t *expected, uint64_t desired,
		       enum mc_order success, enum mc_order failure, bool weak,
		       const struct mc_site *site)
{
	struct object *object;
	uint64_t wanted = *expected;
	bool done;

	relacy_announce(site, address);
	object = object_find(address, OBJECT_ATOMIC, site);
	if (weak && relacy_is_surprised()) {
		*expected = BY_WIDTH(width, load, object, failure, site);
		relacy_record(site, address, LOG_CAS_FAILED, *expected, wanted, failure);
		return false;
	}
	done = BY_WIDTH(width, cas, object, expected, desired, success, failure, site);
	if (done)
		object->stores.init(relacy_self());
	relacy_record(site, address, done ? LOG_CAS : LOG_CAS_FAILED, *expected,
		      done ? desired : wanted, done ? success : failure);
	return done;
}

extern "C" void mc_fence(enum mc_order order, const struct mc_site *site)
{
	relacy_announce(site, NULL);
	rl::atomic_thread_fence(order_of(order), relacy_place(site));
	relacy_record(site, NULL, LOG_NAME);
}

extern "C" void mc_spin(const struct mc_site *site)
{
	relacy_announce(site, NULL);
	rl::ctx().yield(1, relacy_place(site));
	relacy_record(site, NULL, LOG_NAME);
}

/* Wait and wake.  The system compares with the newest value, and a sleeper that is woken
 * comes after its waker, which is more than Linux promises. */
extern "C" bool mc_wait(void *address, uint32_t expected, uint64_t timeout_ns,
			const struct mc_site *site)
{
	bool is_timed = timeout_ns != UINT64_MAX;
	struct object *object;

	relacy_announce(site, address);
	object = object_find(address, OBJECT_ATOMIC, site);
	rl::ctx().sched();
	if (newest<uint32_t>(object) != expected || relacy_is_surprised()) {
		relacy_record(site, address, LOG_EARLY);
		return true;
	}
	if (is_timed) /* time passes while others run */
		rl::ctx().yield(1, relacy_place(site));
	else
		atomic_of<uint32_t>(object).wait(rl::ctx(), false, false, relacy_place(site));
	relacy_record(site, address, LOG_NAME);
	return !is_timed;
}

extern "C" void mc_wake(void *address, uint32_t count, const struct mc_site *site)
{
	struct object *object;
	uint32_t most = count < RELACY_THREADS ? count : RELACY_THREADS;

	relacy_announce(site, address);
	rl::ctx().sched();
	object = object_find(address, OBJECT_ATOMIC, site);
	atomic_of<uint32_t>(object).wake(rl::ctx(), static_cast<rl::thread_id_t>(most),
					 relacy_place(site));
	relacy_record(site, address, LOG_NAME);
}
