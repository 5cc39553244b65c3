// SPDX-License-Identifier: MIT
//! Spawning from outside onto idle workers: every task crosses the inject queue
//! and the first ones wake workers up.

use tokio::task::JoinHandle;

use super::support::join_all;
use super::{About, Workload, SPAWN_HEAVY};
use crate::abi::{ArmParam, NEEDS_REMOTE};
use crate::block::{expect_equal, Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] =
    &[ArmParam::new(c"tasks", c"tasks spawned per iteration", 10_000, 1, 10_000_000)];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"spawn_remote_idle",
        family: SPAWN_HEAVY,
        unit: c"task",
        measures: c"Main spawns empty tasks onto idle workers, then awaits all handles in order.",
        origin: c"tokio benches/rt_multi_threaded.rs spawn_many_remote_idle",
        params: PARAMS,
        flags: NEEDS_REMOTE,
    },
    run,
);

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let tasks = block.param(0);
    let mut handles = Vec::with_capacity(tasks as usize);
    for _ in 0..block.iterations() {
        block.time(|| spawn_and_join(peer, &mut handles, tasks))?;
        block.add_units(tasks);
    }
    Ok(())
}

/// One iteration of all three spawn_remote workloads; `handles` is its room.
pub fn spawn_and_join(peer: &Peer, handles: &mut Vec<JoinHandle<()>>, tasks: u64) -> Outcome {
    for _ in 0..tasks {
        handles.push(peer.runtime.spawn(async {}));
    }
    let completed = peer.runtime.block_on(join_all(handles))?;
    expect_equal("tasks completed", completed, tasks)
}
