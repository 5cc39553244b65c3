/* SPDX-License-Identifier: MIT */
static void counts(struct worker *worker)
{
	METRIC_HOT(&worker->metrics, polls, 1);
	METRIC_HOT(&worker->metrics, steals, 1);
	metric_add(&worker->metrics.parks, 1);
	worker->shard.locks++;
	worker->lifo.polls++; /* has the name, but is no counter */
	METRIC_HOT(&worker->metrics, elsewhere, 1);
	METRIC_HOT(&worker->metrics, by_another_name, 1);
	METRIC_HOT(&worker->metrics, not_here, taken > 0);
	METRIC_HOT(&worker->metrics, remarked, 1);
}
