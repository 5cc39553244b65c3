// SPDX-License-Identifier: MIT
//! Tokio's own counters, by the lab's names, summed over the workers.  Stable
//! Tokio counts parks only; the rest needs tokio_unstable.  A worker hands its
//! counts in when it parks or at every 61st tick, so a counting row waits for all
//! workers to park before it reads them.
//!
//! Tokio counts a poll out of the LIFO slot as part of the poll before it.  A
//! counting row counts all polls by a hook, and the difference is `lifo_polls`:
//! 0 says that the slot never came into play.

use std::ffi::CStr;
use std::thread::sleep;
use std::time::Duration;

use tokio::runtime::RuntimeMetrics;

use crate::abi::ArmMetric;
use crate::peer::Peer;

const PAUSE: Duration = Duration::from_millis(1);
const PAUSES: usize = 60_000; // ends hangs; then the counts lag by up to 61 polls per worker

type Metric = (&'static CStr, Option<u64>);
const METRICS: usize = 12;

/// The values of all metrics, in the order of `all`.
pub type Counts = [u64; METRICS];

const UNSTABLE: [&CStr; 10] = [
    c"polls",
    c"lifo_polls",
    c"steals",
    c"steal_operations",
    c"overflows",
    c"local_schedules",
    c"remote_schedules",
    c"noop_parks",
    c"lifo_schedules",
    c"budget_forced_yields",
];

/// Without a runtime: the names, each 0, and whether this row counts them.
pub fn names(is_counting: bool, into: &mut [ArmMetric]) -> usize {
    let is_counted = |name: &CStr| match name.to_bytes() {
        b"lifo_schedules" => false, // see below
        b"lifo_polls" => is_counting,
        _ => cfg!(tokio_unstable),
    };
    let value = |counted: bool| counted.then_some(0);
    let stable = [c"parks", c"unparks"].map(|name| (name, value(true)));
    let all = [stable.as_slice(), &UNSTABLE.map(|name| (name, value(is_counted(name))))].concat();
    fill(into, &all, &[0; METRICS])
}

/// Write as many as there is room for; returns how many there are.
pub fn report(peer: &Peer, into: &mut [ArmMetric]) -> usize {
    fill(into, &all(peer), &peer.retired)
}

fn fill(into: &mut [ArmMetric], all: &[Metric], retired: &Counts) -> usize {
    for (slot, ((name, value), retired)) in into.iter_mut().zip(all.iter().zip(retired)) {
        *slot = ArmMetric {
            name: name.as_ptr(),
            counted: value.is_some().into(),
            reserved: 0,
            value: retired + value.unwrap_or(0),
        };
    }
    all.len()
}

/// Since the first runtime of the peer; 0 where nothing is counted.
pub fn counts(peer: &Peer) -> Counts {
    let mut counts = peer.retired;
    for (count, (_, value)) in counts.iter_mut().zip(all(peer)) {
        *count += value.unwrap_or(0);
    }
    counts
}

/// Of this runtime.
fn all(peer: &Peer) -> Vec<Metric> {
    let metrics = peer.runtime.metrics();
    if peer.polls().is_some() {
        wait_for_rest(&metrics);
    }
    [parks(&metrics).as_slice(), &counted(&metrics, peer.polls())].concat()
}

/// A worker's count of parks and unparks is odd while it is parked.
fn wait_for_rest(metrics: &RuntimeMetrics) {
    let is_parked = |worker| metrics.worker_park_unpark_count(worker) % 2 == 1;
    for _ in 0..PAUSES {
        let at_rest = (0..metrics.num_workers()).all(is_parked);
        sleep(PAUSE); // also for the counts that are stored after this one
        if at_rest {
            return;
        }
    }
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

/// `polls` are all polls, those out of the LIFO slot included.
#[cfg(tokio_unstable)]
fn counted(metrics: &RuntimeMetrics, polls: Option<u64>) -> [Metric; 10] {
    let root_polls = sum(metrics, RuntimeMetrics::worker_poll_count);
    [
        (c"polls", root_polls),
        (c"lifo_polls", polls.zip(root_polls).map(|(all, root)| all.saturating_sub(root))),
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
fn counted(_: &RuntimeMetrics, _: Option<u64>) -> [Metric; 10] {
    UNSTABLE.map(|name| (name, None))
}
