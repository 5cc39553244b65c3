// SPDX-License-Identifier: MIT
//! Many tasks that only yield: the shortest way through the scheduler and back.
//! A root spawns them and waits for the last; Tokio's bench spawns from main and
//! blocks on a std channel.

use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::{AcqRel, Relaxed};
use std::sync::Arc;

use tokio::sync::Notify;
use tokio::task::yield_now;

use super::support::run_root;
use super::{About, Workload, PING_PONG};
use crate::abi::ArmParam;
use crate::block::{expect_equal, Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"tasks", c"tasks per iteration", 200, 1, 10_000_000),
    ArmParam::new(c"yields", c"yields of each task", 1_000, 1, 10_000_000),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"yield_many",
        family: PING_PONG,
        unit: c"yield",
        measures: c"Tasks yield in a loop; the last one completes the root.",
        origin: c"tokio benches/rt_multi_threaded.rs yield_many, but from a root on a worker",
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
    let (tasks, yields) = (block.param(0), block.param(1));
    for _ in 0..block.iterations() {
        let yielded = block.time(|| run_root(peer, root(tasks, yields)))?;
        expect_equal("yields", yielded, tasks * yields)?;
        block.add_units(tasks * yields);
    }
    Ok(())
}

/// Returns the yields of all tasks.
async fn root(tasks: u64, yields: u64) -> u64 {
    let shared = Arc::new(Shared {
        remaining: AtomicU64::new(tasks),
        yielded: AtomicU64::new(0),
        done: Notify::new(),
    });
    for _ in 0..tasks {
        tokio::spawn(yielder(shared.clone(), yields));
    }
    shared.done.notified().await;
    shared.yielded.load(Relaxed)
}

async fn yielder(shared: Arc<Shared>, yields: u64) {
    let mut yielded = 0;
    while yielded < yields {
        yield_now().await;
        yielded += 1;
    }
    shared.yielded.fetch_add(yielded, Relaxed);
    // AcqRel, so that the last one has seen the sums of the others.
    if shared.remaining.fetch_sub(1, AcqRel) == 1 {
        shared.done.notify_one();
    }
}
