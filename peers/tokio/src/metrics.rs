// SPDX-License-Identifier: MIT
//! Tokio's own counters, by the lab's names, summed over the workers.  Stable
//! Tokio counts parks only; the rest needs tokio_unstable, and a version that has it:
//! what the Tokio at hand cannot count is absent, and what it has is a question of types.
//! A worker hands its counts in when it parks or at every 61st tick, so a counting row
//! waits for all workers to park before it reads them.
//!
//! Tokio counts a poll out of the LIFO slot as part of the poll before it.  A
//! counting row counts all polls by a hook, and the difference is `lifo_polls`:
//! 0 says that the slot never came into play.

use std::ffi::CStr;
use std::iter::Sum;
#[cfg(tokio_unstable)]
use std::thread::sleep;
#[cfg(tokio_unstable)]
use std::time::Duration;

use tokio::runtime::RuntimeMetrics;

use crate::abi::ArmMetric;
use crate::peer::Peer;

#[cfg(tokio_unstable)]
const PAUSE: Duration = Duration::from_millis(1);
#[cfg(tokio_unstable)]
const PAUSES: usize = 60_000; // ends hangs; then the counts lag by up to 61 polls per worker

type Metric = (&'static CStr, Option<u64>);

/// What stable Tokio counts, since 1.46; see `parks`.
const STABLE: [&CStr; 2] = [c"parks", c"unparks"];

/// The rest: the name, and how it is read; None where this Tokio has no such counter.
const UNSTABLE: &[(&CStr, fn() -> Option<Read>)] = &[
    (c"polls", || reader(|metrics| sum(metrics, |worker| metrics.worker_poll_count(worker)))),
    (c"lifo_polls", || None), // worked out, see `counted`
    (c"steals", || reader(|metrics| sum(metrics, |worker| metrics.worker_steal_count(worker)))),
    (c"steal_operations", || {
        reader(|metrics| sum(metrics, |worker| metrics.worker_steal_operations(worker)))
    }),
    (c"overflows", || {
        reader(|metrics| sum(metrics, |worker| metrics.worker_overflow_count(worker)))
    }),
    (c"local_schedules", || {
        reader(|metrics| sum(metrics, |worker| metrics.worker_local_schedule_count(worker)))
    }),
    (c"remote_schedules", || reader(|metrics| metrics.remote_schedule_count())),
    (c"noop_parks", || reader(|metrics| sum(metrics, |worker| metrics.worker_noop_count(worker)))),
    (c"lifo_schedules", || None), // kept by Tokio's own test builds only
    (c"budget_forced_yields", || reader(|metrics| metrics.budget_forced_yield_count())),
];
const POLLS: usize = 0;
const LIFO_POLLS: usize = 1;
const METRICS: usize = STABLE.len() + UNSTABLE.len();

/// The values of all metrics, in the order of `all`.
pub type Counts = [u64; METRICS];

type Read = fn(&RuntimeMetrics) -> u64;

fn reader<T: Reading>(read: fn(&RuntimeMetrics) -> T) -> Option<Read> {
    T::reader(read)
}

trait Reading: Sized {
    fn reader(read: fn(&RuntimeMetrics) -> Self) -> Option<Read>;
    fn value(self) -> Option<u64>;
}

impl Reading for u64 {
    fn reader(read: Read) -> Option<Read> {
        Some(read)
    }
    fn value(self) -> Option<u64> {
        Some(self)
    }
}

/// What a Tokio without the counter reads; it is no number.
struct Absent;

impl Reading for Absent {
    fn reader(_: fn(&RuntimeMetrics) -> Absent) -> Option<Read> {
        None
    }
    fn value(self) -> Option<u64> {
        None
    }
}

impl Sum for Absent {
    fn sum<I: Iterator<Item = Absent>>(_: I) -> Absent {
        Absent
    }
}

/// Stands in for what this Tokio lacks: a method that it has itself goes before these.
#[allow(dead_code)] // all of them, where it has all
trait Lacking {
    fn worker_park_count(&self, _: usize) -> Absent {
        Absent
    }
    fn worker_park_unpark_count(&self, _: usize) -> Absent {
        Absent
    }
    fn worker_poll_count(&self, _: usize) -> Absent {
        Absent
    }
    fn worker_steal_count(&self, _: usize) -> Absent {
        Absent
    }
    fn worker_steal_operations(&self, _: usize) -> Absent {
        Absent
    }
    fn worker_overflow_count(&self, _: usize) -> Absent {
        Absent
    }
    fn worker_local_schedule_count(&self, _: usize) -> Absent {
        Absent
    }
    fn worker_noop_count(&self, _: usize) -> Absent {
        Absent
    }
    fn remote_schedule_count(&self) -> Absent {
        Absent
    }
    fn budget_forced_yield_count(&self) -> Absent {
        Absent
    }
}

impl Lacking for RuntimeMetrics {}

/// Without a runtime: the names, each 0, and whether this row counts them.
pub fn names(is_counting: bool, into: &mut [ArmMetric]) -> usize {
    let parks = reader(|metrics| metrics.worker_park_count(0)).map(|_| 0);
    let both = reader(|metrics| metrics.worker_park_unpark_count(0)).map(|_| 0);
    let stable = [(STABLE[0], parks), (STABLE[1], parks.and(both))];
    let mut values = unstable(|_| 0);
    values[LIFO_POLLS] = values[POLLS].filter(|_| is_counting);
    fill(into, &[stable.as_slice(), &named(values)].concat(), &[0; METRICS])
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

/// A worker's count of parks and unparks is odd while it is parked.  A Tokio without that count makes
/// no counting row: this does not compile.
#[cfg(tokio_unstable)]
fn wait_for_rest(metrics: &RuntimeMetrics) {
    let both = |worker| -> u64 { metrics.worker_park_unpark_count(worker) };
    let is_parked = |worker| both(worker) % 2 == 1;
    for _ in 0..PAUSES {
        let at_rest = (0..metrics.num_workers()).all(is_parked);
        sleep(PAUSE); // also for the counts that are stored after this one
        if at_rest {
            return;
        }
    }
}

/// Only a counting row counts polls, and it is built with tokio_unstable.
#[cfg(not(tokio_unstable))]
fn wait_for_rest(_: &RuntimeMetrics) {}

fn sum<T: Sum>(metrics: &RuntimeMetrics, of_worker: impl Fn(usize) -> T) -> T {
    (0..metrics.num_workers()).map(of_worker).sum()
}

fn parks(metrics: &RuntimeMetrics) -> [Metric; 2] {
    let parks = sum(metrics, |worker| metrics.worker_park_count(worker)).value();
    let both = sum(metrics, |worker| metrics.worker_park_unpark_count(worker)).value();
    // Two loads per worker: a park in between must not make this negative.
    let unparks = parks.zip(both).map(|(parks, both)| both.saturating_sub(parks));
    [(STABLE[0], parks), (STABLE[1], unparks)]
}

/// `polls` are all polls, those out of the LIFO slot included.
fn counted(metrics: &RuntimeMetrics, polls: Option<u64>) -> Vec<Metric> {
    let mut values = unstable(|read| read(metrics));
    values[LIFO_POLLS] = polls.zip(values[POLLS]).map(|(all, root)| all.saturating_sub(root));
    named(values)
}

/// Of each of UNSTABLE what `value` makes of it.
fn unstable(value: impl Fn(Read) -> u64) -> Vec<Option<u64>> {
    UNSTABLE.iter().map(|(_, reader)| reader().map(&value)).collect()
}

fn named(values: Vec<Option<u64>>) -> Vec<Metric> {
    UNSTABLE.iter().zip(values).map(|((name, _), value)| (*name, value)).collect()
}

#[cfg(test)]
mod tests {
    use std::array;
    use std::ptr::null;

    use super::*;
    use crate::peer::tests::one_worker;
    use crate::row::Row;

    /// The names of what is counted, and their values.
    fn counted_of(write: impl Fn(&mut [ArmMetric]) -> usize) -> Vec<(&'static CStr, u64)> {
        let mut metrics: [ArmMetric; METRICS] =
            array::from_fn(|_| ArmMetric { name: null(), counted: 0, reserved: 0, value: 0 });
        assert_eq!(write(&mut metrics), METRICS);
        let counted = metrics.iter().filter(|metric| metric.counted != 0);
        // SAFETY: `fill` writes pointers to static strings.
        counted.map(|metric| (unsafe { CStr::from_ptr(metric.name) }, metric.value)).collect()
    }

    fn names_of(counted: &[(&'static CStr, u64)]) -> Vec<&'static CStr> {
        counted.iter().map(|(name, _)| *name).collect()
    }

    /// What a row counts while a task is run; `names` must have promised just that.
    fn counted_by(row: &Row) -> Vec<(&'static CStr, u64)> {
        let peer = one_worker(row).unwrap();
        peer.runtime.block_on(peer.runtime.spawn(async {})).unwrap();
        let counted = counted_of(|into| report(&peer, into));
        let promised = counted_of(|into| names(row.is_counting(), into));
        assert_eq!(names_of(&promised), names_of(&counted));
        counted
    }

    /// As with any Tokio that lacks a counter: it is absent and not 0.
    #[test]
    #[cfg(not(tokio_unstable))]
    fn a_tokio_without_counters_counts_parks() {
        assert_eq!(names_of(&counted_by(&Row::timed(0, true))), [c"parks", c"unparks"]);
    }

    #[test]
    #[cfg(tokio_unstable)]
    fn a_counting_row_counts_all_but_what_no_tokio_tells() {
        let counted = counted_by(&Row::counting());
        let names = names_of(&counted);
        let told = UNSTABLE.iter().map(|(name, _)| name).filter(|name| **name != c"lifo_schedules");
        assert!(names.iter().eq(STABLE.iter().chain(told)), "{names:?}");
        assert!(counted.contains(&(c"polls", 1)), "{counted:?}");
        assert!(counted.contains(&(c"remote_schedules", 1)), "{counted:?}");
    }

    #[test]
    #[cfg(tokio_unstable)]
    fn only_a_counting_row_tells_lifo_polls() {
        assert!(!names_of(&counted_by(&Row::timed(0, true))).contains(&c"lifo_polls"));
    }
}
