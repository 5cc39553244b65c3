// SPDX-License-Identifier: MIT
//! A parent spawns a child that computes for a while, and awaits its handle; the histogram has
//! the time from the child's end to where the parent goes on.  apart=0: where the scheduler puts
//! them; 1: on two workers; 2: the parent is main, in block_on.  The lab's
//! join_poll.c says why.

use std::future::Future;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant};

use super::support::{Signal, Stall};
use super::{About, Workload, PROBE};
use crate::abi::{ArmHistogram, ArmParam, LATENCY, NEEDS_REMOTE, PARKS};
use crate::block::{expect_equal, joined, Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"child_us", c"how long a child computes", 10, 0, 1_000_000),
    ArmParam::new(c"apart", c"0: anywhere; 1: on two workers; 2: the parent is main", 0, 0, 2),
    ArmParam::new(c"joins", c"children spawned and joined, one at a time", 100, 1, 10_000_000),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"join_poll",
        family: PROBE,
        unit: c"join",
        measures: c"Spawn a child that computes for child_us and join it; latency from its end to \
                   where the parent goes on.",
        origin: c"schedlab",
        params: PARAMS,
        flags: NEEDS_REMOTE | PARKS | LATENCY,
    },
    run,
);

const WORKERS: u64 = 1;
const OUTSIDE: u64 = 2;

/// For how long a parent keeps its worker until another one has begun the child.
const HOLD: Duration = Duration::from_millis(1);

/// Number of the child that began last; static, so that a task needs no clone of it.
static BEGUN: AtomicU64 = AtomicU64::new(0);
static ENDED: Signal = Signal::new();

/// What a parent found.
struct Found {
    latency: Box<ArmHistogram>,
    apart: u64,
}

struct Child {
    number: u64,
    thread: ThreadId,
    ended: Instant,
}

async fn child(number: u64, stall: Stall) -> Child {
    BEGUN.store(number, Relaxed);
    stall.run();
    Child { number, thread: thread::current().id(), ended: Instant::now() }
}

/// The newest in the slot is an empty task, so that the child is in the ring.
fn cover_and_hold(number: u64) {
    tokio::spawn(async {});
    let until = Instant::now() + HOLD;
    while BEGUN.load(Relaxed) != number && Instant::now() < until {
        std::hint::spin_loop();
    }
}

async fn parent(joins: u64, child_us: u64, apart: u64) -> Result<Found, String> {
    let stall = Stall::micros(child_us, true);
    let mut found = Found { latency: ArmHistogram::new(), apart: 0 };
    for number in 1..=joins {
        BEGUN.store(0, Relaxed);
        let (spawned, thread) = (Instant::now(), thread::current().id());
        let handle = tokio::spawn(child(number, stall));
        if apart == WORKERS {
            cover_and_hold(number);
        }
        let child = joined(handle.await)?;
        let now = Instant::now();
        expect_equal("number of the child", child.number, number)?;
        if child.ended - spawned < Duration::from_micros(child_us) {
            return Err("a child took less time than it should".into());
        }
        found.latency.add(now - child.ended);
        found.apart += u64::from(child.thread != thread);
    }
    Ok(found)
}

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let (child_us, apart, joins) = (block.param(0), block.param(1), block.param(2));
    for _ in 0..block.iterations() {
        let found = block.time(|| match apart {
            OUTSIDE => peer.runtime.block_on(parent(joins, child_us, apart)),
            _ => on_a_worker(peer, parent(joins, child_us, apart)),
        })?;
        expect_equal("children joined", found.latency.count, joins)?;
        block.latency().merge(&found.latency);
        if apart == WORKERS {
            block.sum(c"apart", c"join", found.apart as f64);
        }
        block.add_units(joins);
    }
    Ok(())
}

/// Main waits for a signal, and not for the parent's handle.
fn on_a_worker(
    peer: &Peer,
    parent: impl Future<Output = Result<Found, String>> + Send + 'static,
) -> Result<Found, String> {
    let handle = peer.runtime.spawn(async {
        let found = parent.await;
        ENDED.raise();
        found
    });
    ENDED.wait();
    joined(peer.runtime.block_on(handle))?
}

#[cfg(test)]
mod tests {
    use super::super::background::tests::one_worker;
    use super::*;
    use crate::block::tests::{blank, extra};

    fn measured(params: &[u64]) -> (u64, u64, Option<f64>) {
        let peer = one_worker();
        let (mut raw, mut latency) = (blank(), ArmHistogram::new());
        raw.iterations = 3;
        let outcome = run(&peer, &mut Block::new(&mut raw, params, &mut latency));
        assert_eq!(outcome, Ok(()));
        (raw.units, latency.count, extra(&raw, c"apart"))
    }

    #[test]
    fn each_join_is_a_unit_and_a_latency() {
        assert_eq!(measured(&[1, 0, 5]), (15, 15, None));
        assert_eq!(measured(&[1, OUTSIDE, 5]), (15, 15, None));
    }

    /// One worker has nobody beside it, and goes on after a while.
    #[test]
    fn what_ran_elsewhere_is_counted() {
        assert_eq!(measured(&[1, WORKERS, 2]), (6, 6, Some(0.0)));
    }
}
