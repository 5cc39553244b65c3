// SPDX-License-Identifier: MIT
//! A chain of tasks, each spawning the next: one task through the LIFO slot at a
//! time.  With 1,000 links much of an iteration is the two wakes between main
//! and a worker; 100,000 links measure the chain.  Main waits for the root, where
//! Tokio's bench blocks on a std channel.

use tokio::sync::oneshot;

use super::support::run_root;
use super::{About, Workload, PING_PONG};
use crate::abi::{ArmParam, PARKS};
use crate::block::{expect_equal, Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] =
    &[ArmParam::new(c"links", c"tasks in the chain", 1_000, 1, 10_000_000)];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"chained_spawn",
        family: PING_PONG,
        unit: c"task",
        measures: c"Each task spawns the next; the last one completes the root.",
        origin: c"tokio benches/rt_multi_threaded.rs chained_spawn, but main awaits the root",
        params: PARAMS,
        flags: PARKS,
    },
    run,
);

/// Spawn the next link, or end the chain with what is left: nothing.
fn link(done: oneshot::Sender<u64>, remaining: u64) {
    if remaining == 0 {
        done.send(remaining).unwrap();
    } else {
        tokio::spawn(async move { link(done, remaining - 1) });
    }
}

async fn chain(links: u64) -> Result<u64, String> {
    let (done, ended) = oneshot::channel();
    link(done, links);
    ended.await.map_err(|_| "a link was dropped".to_owned())
}

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let links = block.param(0);
    for _ in 0..block.iterations() {
        let remaining = block.time(|| run_root(peer, chain(links)))??;
        expect_equal("links not spawned", remaining, 0)?;
        block.add_units(links);
    }
    Ok(())
}
