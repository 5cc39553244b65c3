/* SPDX-License-Identifier: MIT */
static void counts(struct worker *worker)
{
	METRIC_HOT(&worker->metrics, polls, 1);
	METRIC_HOT(&worker->metrics, steals, 1);
	metric_add(&worker->metrics.parks, 1);
	worker->shard.locks++;
}
