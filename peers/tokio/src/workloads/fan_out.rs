// SPDX-License-Identifier: MIT
//! One task spawns a set of children and joins them, again and again: how fast
//! work spreads from one worker and comes back.

use tokio::task::JoinHandle;

use super::support::run_root;
use super::{About, Workload, FAN_OUT};
use crate::abi::ArmParam;
use crate::block::{expect_equal, joined, Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"children", c"tasks per round", 64, 1, 1_000_000),
    ArmParam::new(c"rounds", c"rounds per iteration", 200, 1, 10_000_000),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"fan_out",
        family: FAN_OUT,
        unit: c"task",
        measures: c"A task spawns children and joins them, round after round.",
        origin: c"schedlab",
        params: PARAMS,
        flags: 0,
    },
    run,
);

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let (children, rounds) = (block.param(0), block.param(1));
    let expected = rounds * (children * (children - 1) / 2);
    for _ in 0..block.iterations() {
        let sum = block.time(|| run_root(peer, root(children, rounds)))??;
        expect_equal("sum of what the children returned", sum, expected)?;
        block.add_units(children * rounds);
    }
    Ok(())
}

async fn root(children: u64, rounds: u64) -> Result<u64, String> {
    let mut handles: Vec<JoinHandle<u64>> = Vec::with_capacity(children as usize);
    let mut sum = 0;
    for _ in 0..rounds {
        for child in 0..children {
            handles.push(tokio::spawn(async move { child }));
        }
        for handle in handles.drain(..) {
            sum += joined(handle.await)?;
        }
    }
    Ok(sum)
}
