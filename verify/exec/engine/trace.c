/* SPDX-License-Identifier: MIT */
/* trace.c - the ring, the hash and the lines of trace.h. */
#include "verify/exec/engine/trace.h"

#include <inttypes.h>

#include "verify/orders.h"

#define RING 4096u /* events; a power of two */

static struct trace_event ring[RING];
static uint64_t events;
static uint64_t hash;
static FILE *shown;
static const char *(*thread_name)(uint32_t thread);

void trace_reset(FILE *show, const char *(*name)(uint32_t thread))
{
	events = 0;
	hash = 0x9ae16a3b2f90404fu;
	shown = show;
	thread_name = name;
}

static uint64_t mix(uint64_t into, uint64_t value)
{
	into = (into ^ value) * 0x9fb21c651e98df25u;
	return into ^ into >> 29;
}

static const char *outcome_text(const struct trace_event *event)
{
	static const char *const texts[] = {
		"", " ok", " failed", " failed for no reason", " sleeps", " woken", " timed out"
	};

	if (event->outcome == OUTCOME_SPURIOUS && event->op != EXEC_CAS)
		return " woken for no reason";
	if (event->outcome == OUTCOME_FAILED && event->op == EXEC_WAIT)
		return " is there, no sleep";
	return texts[event->outcome];
}

/* The values, as far as the operation has any. */
static int values_text(const struct trace_event *event, char *text, size_t room)
{
	switch (event->op) {
	case EXEC_RMW:
		return snprintf(text, room, "0x%" PRIx64 " -> 0x%" PRIx64, event->before,
				event->after);
	case EXEC_CAS:
		if (event->outcome == OUTCOME_OK)
			return snprintf(text, room, "0x%" PRIx64 " -> 0x%" PRIx64 " ok",
					event->before, event->after);
		break;
	case EXEC_ALLOC:
	case EXEC_FREE:
		return snprintf(text, room, "+0x%" PRIx64 ", %" PRIu64 " bytes%s", event->before,
				event->after, outcome_text(event));
	case EXEC_LOCK:
		return snprintf(text, room, "%s",
				event->outcome == OUTCOME_OK ? "locked" : "is held, sleeps");
	case EXEC_UNLOCK:
		return snprintf(text, room, "unlocked");
	case EXEC_FENCE:
	case EXEC_SPIN:
	case EXEC_COND_WAIT:
	case EXEC_FINI:
		return snprintf(text, room, "%s", outcome_text(event));
	default:
		break;
	}
	return snprintf(text, room, "0x%" PRIx64 "%s", event->before, outcome_text(event));
}

static void order_text(const struct trace_event *event, char *text, size_t room)
{
	text[0] = '\0';
	if (event->op == EXEC_CAS)
		snprintf(text, room, "%s/%s", order_name((enum mc_order)event->order),
			 order_name((enum mc_order)event->failure_order));
	else if (event->op == EXEC_LOAD || event->op == EXEC_STORE || event->op == EXEC_RMW ||
		 event->op == EXEC_FENCE)
		snprintf(text, room, "%s", order_name((enum mc_order)event->order));
}

static void print_event(FILE *out, const struct trace_event *event)
{
	char object[16] = "";
	char values[80];
	char order[24];

	if (!event->site) {
		fprintf(out, "%8" PRIu64 "  %-12s ends\n", event->step, thread_name(event->thread));
		return;
	}
	if (event->object)
		snprintf(object, sizeof(object), "#%" PRIu32, event->object);
	values_text(event, values, sizeof(values));
	order_text(event, order, sizeof(order));
	fprintf(out, "%8" PRIu64 "  %-12s %-22s %-6s %-28s %-16s %s:%d (%s)\n", event->step,
		thread_name(event->thread), event->site->name, object, values, order,
		event->site->file, event->site->line, event->site->function);
}

void trace_add(const struct trace_event *event)
{
	hash = mix(hash, event->thread | (uint64_t)event->op << 8 | (uint64_t)event->outcome << 16 |
				 (uint64_t)event->object << 24);
	hash = mix(hash, event->before);
	hash = mix(hash, event->after);
	ring[events++ & (RING - 1)] = *event;
	if (__builtin_expect(shown != NULL, 0))
		print_event(shown, event);
}

uint64_t trace_hash(void)
{
	return hash;
}

void trace_print(FILE *out, uint64_t most)
{
	uint64_t kept = events < RING ? events : RING;
	uint64_t first = events - (most < kept ? most : kept);

	if (first > 0)
		fprintf(out, "  ... %" PRIu64 " events before these\n", first);
	for (uint64_t i = first; i < events; i++)
		print_event(out, &ring[i & (RING - 1)]);
}
