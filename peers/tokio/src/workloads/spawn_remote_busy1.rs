// SPDX-License-Identifier: MIT
//! Spawning from outside while tasks that stall and yield keep the workers busy.
//! Yielding has a lower priority than spawning and waking.  A stall calls the OS yield, as in
//! Tokio's bench; with spin=1 it keeps its CPU.

use super::background::Background;
use super::support::Stall;
use super::{About, Workload, SPAWN_HEAVY};
use crate::abi::{ArmParam, NEEDS_REMOTE, PARKS};
use crate::block::{Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"tasks", c"tasks spawned per iteration", 10_000, 1, 10_000_000),
    ArmParam::new(c"background", c"busy tasks; 0: two per worker", 0, 0, 100_000),
    ArmParam::new(c"stall_us", c"microseconds of each stall", 10, 0, 1_000_000),
    ArmParam::new(c"spin", c"0: a stall calls the OS yield over and over, 1: it spins", 0, 0, 1),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"spawn_remote_busy1",
        family: SPAWN_HEAVY,
        unit: c"task",
        measures: c"As spawn_remote_idle, while background tasks yield and stall until each had a turn.",
        origin: c"tokio benches/rt_multi_threaded.rs spawn_many_remote_busy1",
        params: PARAMS,
        flags: PARKS | NEEDS_REMOTE,
    },
    run,
);

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let stall = Stall::micros(block.param(2), block.param(3) != 0);
    let tasks = match block.param(1) {
        0 => 2 * peer.workers(),
        given => given,
    };
    Background::yields(peer, tasks, stall).spawn_and_join(peer, block, block.param(0))
}
