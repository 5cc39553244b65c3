// SPDX-License-Identifier: MIT
//! A tree of tasks: every inner task spawns `width` children and adds up what
//! they return, the leaves return their numbers.

use std::ffi::CStr;

use tokio::task::JoinHandle;

use super::{About, Workload, FAN_OUT};
use crate::abi::ArmParam;
use crate::block::{expect_equal, joined, Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"leaves", c"leaves of the tree, a power of width", 10_000, 2, 10_000_000),
    ArmParam::new(c"width", c"children of each inner task", 10, 2, 16),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"skynet",
        family: FAN_OUT,
        unit: c"task",
        measures: c"A tree of tasks sums the numbers of its leaves by joining.",
        origin: c"github.com/atemerev/skynet",
        params: PARAMS,
        flags: 0,
    },
    run,
)
.refusing(refuses);

fn refuses(params: &[u64]) -> Option<&'static CStr> {
    let (mut leaves, width) = (params[0], params[1]);
    while leaves % width == 0 {
        leaves /= width;
    }
    (leaves != 1).then_some(c"leaves must be a power of width")
}

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let (leaves, width) = (block.param(0), block.param(1));
    let expected = leaves * (leaves - 1) / 2;
    for _ in 0..block.iterations() {
        let root = async { joined(spawn_node(0, leaves, width).await) };
        let sum = block.time(|| peer.runtime.block_on(root))?;
        expect_equal("sum of the leaves", sum, expected)?;
        block.add_units(nodes(leaves, width));
    }
    Ok(())
}

fn spawn_node(first: u64, leaves: u64, width: u64) -> JoinHandle<u64> {
    tokio::spawn(async move {
        if leaves == 1 {
            return first;
        }
        let share = leaves / width;
        let children: Vec<_> =
            (0..width).map(|child| spawn_node(first + child * share, share, width)).collect();
        let mut sum = 0;
        for child in children {
            sum += child.await.expect("nobody aborts a node");
        }
        sum
    })
}

/// All tasks of the tree.
fn nodes(leaves: u64, width: u64) -> u64 {
    match leaves {
        1 => 1,
        _ => leaves + nodes(leaves / width, width),
    }
}
