// SPDX-License-Identifier: MIT
//! Tokio's own counters, by the lab's names, summed over the workers.  Stable
//! Tokio counts parks only; the rest needs the counting build (tokio_unstable).
//! A worker hands its counts in when it parks or at every 61st tick, so read
//! them when the runtime is idle.

use std::ffi::CStr;

use tokio::runtime::RuntimeMetrics;

use crate::abi::ArmMetric;

type Metric = (&'static CStr, Option<u64>);

/// Write as many as there is room for; returns how many there are.
pub fn report(metrics: &RuntimeMetrics, into: &mut [ArmMetric]) -> usize {
    let all = [parks(metrics).as_slice(), &counted(metrics)].concat();
    for (slot, (name, value)) in into.iter_mut().zip(&all) {
        *slot = ArmMetric {
            name: name.as_ptr(),
            counted: value.is_some().into(),
            reserved: 0,
            value: value.unwrap_or(0),
        };
    }
    all.len()
}

fn sum(metrics: &RuntimeMetrics, of_worker: impl Fn(&RuntimeMetrics, usize) -> u64) -> Option<u64> {
    Some((0..metrics.num_workers()).map(|worker| of_worker(metrics, worker)).sum())
}

fn parks(metrics: &RuntimeMetrics) -> [Metric; 2] {
    let parks = sum(metrics, RuntimeMetrics::worker_park_count);
    let both = sum(metrics, RuntimeMetrics::worker_park_unpark_count);
    // Two loads per worker: a park in between must not make this negative.
    let unparks = both.zip(parks).map(|(both, parks)| both.saturating_sub(parks));
    [(c"parks", parks), (c"unparks", unparks)]
}

#[cfg(tokio_unstable)]
fn counted(metrics: &RuntimeMetrics) -> [Metric; 9] {
    [
        (c"polls", sum(metrics, RuntimeMetrics::worker_poll_count)),
        (c"steals", sum(metrics, RuntimeMetrics::worker_steal_count)),
        (c"steal_operations", sum(metrics, RuntimeMetrics::worker_steal_operations)),
        (c"overflows", sum(metrics, RuntimeMetrics::worker_overflow_count)),
        (c"local_schedules", sum(metrics, RuntimeMetrics::worker_local_schedule_count)),
        (c"remote_schedules", Some(metrics.remote_schedule_count())),
        (c"noop_parks", sum(metrics, RuntimeMetrics::worker_noop_count)),
        (c"lifo_schedules", None), // kept by Tokio's own test builds only
        (c"budget_forced_yields", Some(metrics.budget_forced_yield_count())),
    ]
}

#[cfg(not(tokio_unstable))]
fn counted(_: &RuntimeMetrics) -> [Metric; 9] {
    [
        c"polls",
        c"steals",
        c"steal_operations",
        c"overflows",
        c"local_schedules",
        c"remote_schedules",
        c"noop_parks",
        c"lifo_schedules",
        c"budget_forced_yields",
    ]
    .map(|name| (name, None))
}
