// SPDX-License-Identifier: MIT
//! Many tasks that only yield: the shortest way through the scheduler and back.
//! A root spawns them and waits for the last; with from_main=1 main does, and blocks, as in
//! Tokio's bench.

use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::{AcqRel, Relaxed};
use std::sync::Arc;

use tokio::sync::Notify;
use tokio::task::yield_now;

use super::support::{run_root, Signal};
use super::{About, Workload, PING_PONG};
use crate::abi::ArmParam;
use crate::block::{expect_equal, Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"tasks", c"tasks per iteration", 200, 1, 10_000_000),
    ArmParam::new(c"yields", c"yields of each task", 1_000, 1, 10_000_000),
    ArmParam::new(c"from_main", c"0: a task spawns them, 1: main does, as Tokio's bench", 0, 0, 1),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"yield_many",
        family: PING_PONG,
        unit: c"yield",
        measures: c"Tasks yield in a loop; the last one ends the wait for them.",
        origin: c"tokio benches/rt_multi_threaded.rs yield_many, with from_main=1",
        params: PARAMS,
        flags: 0,
    },
    run,
);

struct Shared {
    remaining: AtomicU64,
    yielded: AtomicU64,
    done: Notify,
}

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let (tasks, yields, from_main) = (block.param(0), block.param(1), block.param(2) != 0);
    for _ in 0..block.iterations() {
        let yielded = block.time(|| match from_main {
            true => Ok(run_from_main(peer, tasks, yields)),
            false => run_root(peer, root(tasks, yields)),
        })?;
        expect_equal("yields", yielded, tasks * yields)?;
        block.add_units(tasks * yields);
    }
    Ok(())
}

/// Both return the yields of all tasks.
async fn root(tasks: u64, yields: u64) -> u64 {
    let shared = Shared::new(tasks);
    for _ in 0..tasks {
        tokio::spawn(yielder(shared.clone(), yields, |shared| shared.done.notify_one()));
    }
    shared.done.notified().await;
    shared.yielded.load(Relaxed)
}

fn run_from_main(peer: &Peer, tasks: u64, yields: u64) -> u64 {
    static DONE: Signal = Signal::new();
    let shared = Shared::new(tasks);
    for _ in 0..tasks {
        peer.runtime.spawn(yielder(shared.clone(), yields, |_| DONE.raise()));
    }
    DONE.wait();
    shared.yielded.load(Relaxed)
}

impl Shared {
    fn new(tasks: u64) -> Arc<Self> {
        Arc::new(Shared {
            remaining: AtomicU64::new(tasks),
            yielded: AtomicU64::new(0),
            done: Notify::new(),
        })
    }
}

async fn yielder(shared: Arc<Shared>, yields: u64, end_wait: impl FnOnce(&Shared)) {
    let mut yielded = 0;
    while yielded < yields {
        yield_now().await;
        yielded += 1;
    }
    shared.yielded.fetch_add(yielded, Relaxed);
    // AcqRel, so that the last one has seen the sums of the others.
    if shared.remaining.fetch_sub(1, AcqRel) == 1 {
        end_wait(&shared);
    }
}
