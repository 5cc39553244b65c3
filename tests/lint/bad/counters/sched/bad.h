/* SPDX-License-Identifier: MIT */
static void counts(struct worker *worker)
{
	COUNT(&worker->metrics, polls, 1);
	COUNT(&worker->metrics, steals, 1);
	COUNT(&worker->metrics, parks, 1);
	worker->shard.locks++;
	worker->lifo.polls++; /* has the name, but is no counter */
	COUNT(&worker->metrics, elsewhere, 1);
	COUNT(&worker->metrics, by_another_name, 1);
	COUNT(&worker->metrics, not_here, taken > 0);
	COUNT(&worker->metrics, remarked, 1);
	displaced = COUNTED(&worker->metrics, steals); /* reads it */
	at_fetch_add_relaxed(&runtime->remote, 1);
}
