// SPDX-License-Identifier: MIT
//! Tokio's spawn_many_local, which is remote in truth: the spawner is the thread
//! of block_on, no worker, so that every task goes through the inject queue.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::mpsc::sync_channel;
use std::sync::Arc;

use super::support::Signal;
use super::{About, Workload, SPAWN_HEAVY};
use crate::abi::{ArmParam, NEEDS_REMOTE, PARKS};
use crate::block::{expect_equal, Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"tasks", c"tasks spawned per iteration", 10_000, 1, 10_000_000),
    ArmParam::new(c"clones", c"1: each task owns two shared references, 0: statics", 1, 0, 1),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"spawn_block_on",
        family: SPAWN_HEAVY,
        unit: c"task",
        measures: c"The thread in block_on spawns detached tasks; the last one signals it.",
        origin: c"tokio benches/rt_multi_threaded.rs spawn_many_local",
        params: PARAMS,
        flags: PARKS | NEEDS_REMOTE,
    },
    run,
);

static REMAINING: AtomicU64 = AtomicU64::new(0);
static DONE: Signal = Signal::new();

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let (tasks, clones) = (block.param(0), block.param(1) != 0);
    let remaining = match clones {
        true => run_cloning(peer, block, tasks),
        false => run_static(peer, block, tasks),
    };
    block.add_units(tasks * block.iterations());
    expect_equal("tasks that did not run", remaining, 0)
}

fn run_cloning(peer: &Peer, block: &mut Block, tasks: u64) -> u64 {
    let (tx, rx) = sync_channel(1000);
    let remaining = Arc::new(AtomicU64::new(0));
    for _ in 0..block.iterations() {
        block.time(|| {
            remaining.store(tasks, Relaxed);
            peer.runtime.block_on(async {
                for _ in 0..tasks {
                    let tx = tx.clone();
                    let remaining = remaining.clone();
                    tokio::spawn(async move {
                        if remaining.fetch_sub(1, Relaxed) == 1 {
                            tx.send(()).unwrap();
                        }
                    });
                }
                rx.recv().unwrap();
            });
        });
    }
    remaining.load(Relaxed)
}

fn run_static(peer: &Peer, block: &mut Block, tasks: u64) -> u64 {
    for _ in 0..block.iterations() {
        block.time(|| {
            REMAINING.store(tasks, Relaxed);
            peer.runtime.block_on(async {
                for _ in 0..tasks {
                    tokio::spawn(async {
                        if REMAINING.fetch_sub(1, Relaxed) == 1 {
                            DONE.raise();
                        }
                    });
                }
                DONE.wait();
            });
        });
    }
    REMAINING.load(Relaxed)
}
