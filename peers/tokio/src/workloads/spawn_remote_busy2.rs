// SPDX-License-Identifier: MIT
//! Spawning from outside while chains of tasks keep the workers busy: each link
//! stalls, then spawns the next, which has the LIFO slot's priority.  spin is as in
//! spawn_remote_busy1.

use super::background::Background;
use super::support::Stall;
use super::{About, Workload, SPAWN_HEAVY};
use crate::abi::{ArmParam, NEEDS_REMOTE, PARKS};
use crate::block::{Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"tasks", c"tasks spawned per iteration", 1_000, 1, 10_000_000),
    ArmParam::new(c"background", c"chains of busy tasks; 0: one per worker", 0, 0, 100_000),
    ArmParam::new(c"stall_us", c"microseconds of each stall", 10, 0, 1_000_000),
    ArmParam::new(c"spin", c"0: a stall calls the OS yield over and over, 1: it spins", 0, 0, 1),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"spawn_remote_busy2",
        family: SPAWN_HEAVY,
        unit: c"task",
        measures: c"As spawn_remote_idle, while chains stall and spawn their next link until each had a turn.",
        origin: c"tokio benches/rt_multi_threaded.rs spawn_many_remote_busy2",
        params: PARAMS,
        flags: PARKS | NEEDS_REMOTE,
    },
    run,
);

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let stall = Stall::micros(block.param(2), block.param(3) != 0);
    let chains = match block.param(1) {
        0 => peer.workers(),
        given => given,
    };
    Background::chains(peer, chains, stall).spawn_and_join(peer, block, block.param(0))
}
