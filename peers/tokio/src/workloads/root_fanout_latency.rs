// SPDX-License-Identifier: MIT
//! A task spawns many at once; how long until the last of them has begun, and how many began on
//! another worker than the root's, as in the lab's root_fanout_latency.c.

use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::{AcqRel, Relaxed};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::sync::Notify;

use super::support::{run_root, steps_work};
use super::{About, Workload, FAN_OUT};
use crate::abi::{ArmParam, LATENCY, PARKS};
use crate::block::{expect_equal, Block, Outcome};
use crate::peer::{worker_index, Peer};

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"children", c"tasks that the root spawns at once", 100, 1, 10_000_000),
    ArmParam::new(c"steps", c"steps of each", 30_000, 1, 1_000_000_000),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"root_fanout_latency",
        family: FAN_OUT,
        unit: c"task",
        measures: c"Time from a root's first spawn to the begin of the last of its children; \
                    elsewhere: children begun by other workers.",
        origin: c"schedlab",
        params: PARAMS,
        flags: PARKS | LATENCY,
    },
    run,
);

struct Shared {
    steps: u64,
    /// What they come to.
    expected: u64,
    begun: Instant,
    root_worker: Option<u32>,
    /// Children that have not begun, and that have not ended.
    waiting: AtomicU64,
    remaining: AtomicU64,
    elsewhere: AtomicU64,
    wrong: AtomicU64,
    /// Until the last had begun.
    latency: Mutex<Duration>,
    done: Notify,
}

impl Shared {
    fn new(children: u64, steps: u64, expected: u64) -> Arc<Self> {
        Arc::new(Shared {
            steps,
            expected,
            begun: Instant::now(),
            root_worker: worker_index(),
            waiting: AtomicU64::new(children),
            remaining: AtomicU64::new(children),
            elsewhere: AtomicU64::new(0),
            wrong: AtomicU64::new(0),
            latency: Mutex::new(Duration::ZERO),
            done: Notify::new(),
        })
    }

    fn child(&self) {
        if worker_index() != self.root_worker {
            self.elsewhere.fetch_add(1, Relaxed);
        }
        if self.waiting.fetch_sub(1, AcqRel) == 1 {
            *self.latency.lock().unwrap() = self.begun.elapsed();
        }
        if steps_work(self.steps) != self.expected {
            self.wrong.fetch_add(1, Relaxed);
        }
        // AcqRel, so that the last one has seen what the others did.
        if self.remaining.fetch_sub(1, AcqRel) == 1 {
            self.done.notify_one();
        }
    }
}

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let (children, steps) = (block.param(0), block.param(1));
    let expected = steps_work(steps);
    for _ in 0..block.iterations() {
        let shared = block.time(|| run_root(peer, root(children, steps, expected)))?;
        block.add_units(children);
        block.latency().add(*shared.latency.lock().unwrap());
        block.sum(c"elsewhere", c"task", shared.elsewhere.load(Relaxed) as f64);
        expect_equal("wrong results", shared.wrong.load(Relaxed), 0)?;
    }
    Ok(())
}

async fn root(children: u64, steps: u64, expected: u64) -> Arc<Shared> {
    let shared = Shared::new(children, steps, expected);
    for _ in 0..children {
        let shared = shared.clone();
        tokio::spawn(async move { shared.child() });
    }
    shared.done.notified().await;
    shared
}

#[cfg(test)]
mod tests {
    use super::super::background::tests::one_worker;
    use super::*;
    use crate::abi::ArmHistogram;
    use crate::block::tests::{blank, extra};

    #[test]
    fn one_worker_begins_all_and_one_latency_is_told() {
        let peer = one_worker();
        let (mut raw, mut latency) = (blank(), ArmHistogram::new());
        raw.iterations = 3;
        let outcome = run(&peer, &mut Block::new(&mut raw, &[20, 10], &mut latency));
        assert_eq!((outcome, raw.units, latency.count), (Ok(()), 60, 3));
        assert_eq!(extra(&raw, c"elsewhere"), Some(0.0));
    }
}
