// SPDX-License-Identifier: MIT
//! Spawning from outside while tasks that stall and yield keep the workers busy.
//! Yielding has a lower priority than spawning and waking.

use std::time::Duration;

use super::background::Background;
use super::{About, Workload, SPAWN_HEAVY};
use crate::abi::{ArmParam, NEEDS_REMOTE};
use crate::block::{Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"tasks", c"tasks spawned per iteration", 10_000, 1, 10_000_000),
    ArmParam::new(c"background", c"busy tasks; 0: two per worker", 0, 0, 100_000),
    ArmParam::new(c"stall_us", c"microseconds of each stall", 10, 0, 1_000_000),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"spawn_remote_busy1",
        family: SPAWN_HEAVY,
        unit: c"task",
        measures: c"As spawn_remote_idle, while background tasks yield and stall until each had a turn.",
        origin: c"tokio benches/rt_multi_threaded.rs spawn_many_remote_busy1, but stalls spin",
        params: PARAMS,
        flags: NEEDS_REMOTE,
    },
    run,
);

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let stall_time = Duration::from_micros(block.param(2));
    let tasks = match block.param(1) {
        0 => 2 * peer.workers(),
        given => given,
    };
    Background::yields(peer, tasks, stall_time).spawn_and_join(peer, block, block.param(0))
}
