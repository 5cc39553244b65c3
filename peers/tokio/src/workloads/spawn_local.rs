// SPDX-License-Identifier: MIT
//! Spawning from a worker onto itself: every task but the newest passes through
//! the LIFO slot into the local queue, and what does not fit overflows.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::Arc;

use tokio::sync::Notify;

use super::support::run_root;
use super::{About, Workload, SPAWN_HEAVY};
use crate::abi::ArmParam;
use crate::block::{expect_equal, Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"tasks", c"tasks spawned per iteration", 10_000, 1, 10_000_000),
    ArmParam::new(c"clones", c"1: each task owns two shared references, 0: statics", 1, 0, 1),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"spawn_local",
        family: SPAWN_HEAVY,
        unit: c"task",
        measures: c"A task on a worker spawns detached tasks and waits for the last.",
        origin: c"schedlab: what Tokio's spawn_many_local is named after",
        params: PARAMS,
        flags: 0,
    },
    run,
);

static REMAINING: AtomicU64 = AtomicU64::new(0);
static DONE: Notify = Notify::const_new();

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let (tasks, clones) = (block.param(0), block.param(1) != 0);
    for _ in 0..block.iterations() {
        let remaining = block.time(|| match clones {
            true => run_root(peer, spawn_cloning(tasks)),
            false => run_root(peer, spawn_static(tasks)),
        })?;
        expect_equal("tasks that did not run", remaining, 0)?;
        block.add_units(tasks);
    }
    Ok(())
}

async fn spawn_cloning(tasks: u64) -> u64 {
    let remaining = Arc::new(AtomicU64::new(tasks));
    let done = Arc::new(Notify::new());
    for _ in 0..tasks {
        let remaining = remaining.clone();
        let done = done.clone();
        tokio::spawn(async move {
            if remaining.fetch_sub(1, Relaxed) == 1 {
                done.notify_one();
            }
        });
    }
    done.notified().await;
    remaining.load(Relaxed)
}

async fn spawn_static(tasks: u64) -> u64 {
    REMAINING.store(tasks, Relaxed);
    for _ in 0..tasks {
        tokio::spawn(async {
            if REMAINING.fetch_sub(1, Relaxed) == 1 {
                DONE.notify_one();
            }
        });
    }
    DONE.notified().await;
    REMAINING.load(Relaxed)
}
