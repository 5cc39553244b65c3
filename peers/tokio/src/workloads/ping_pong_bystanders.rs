// SPDX-License-Identifier: MIT
//! What two chatting tasks do to the others: bystanders yield in a loop and
//! measure how long they wait for their turn.

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::Arc;
use std::time::Instant;

use tokio::task::yield_now;

use super::ping_pong_pair::pair;
use super::support::run_root;
use super::{About, Workload, PING_PONG};
use crate::abi::{ArmHistogram, ArmParam, LATENCY};
use crate::block::{expect_equal, joined, Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"rounds", c"round trips of the pair per iteration", 10_000, 1, 10_000_000),
    ArmParam::new(c"bystanders", c"tasks that yield meanwhile", 8, 0, 1024),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"ping_pong_bystanders",
        family: PING_PONG,
        unit: c"round",
        measures: c"How long yielding tasks wait while two others wake each other.",
        origin: c"schedlab",
        params: PARAMS,
        flags: LATENCY,
    },
    run,
);

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let (rounds, bystanders) = (block.param(0), block.param(1));
    for _ in 0..block.iterations() {
        let (trips, delays) = block.time(|| run_root(peer, root(rounds, bystanders)))??;
        expect_equal("round trips", trips, rounds)?;
        block.latency().merge(&delays);
        block.add_units(rounds);
    }
    Ok(())
}

/// Play among bystanders; returns the round trips and the bystanders' delays.
async fn root(rounds: u64, bystanders: u64) -> Result<(u64, Box<ArmHistogram>), String> {
    let running = Arc::new(AtomicBool::new(true));
    let mut delays = ArmHistogram::new();
    let handles: Vec<_> =
        (0..bystanders).map(|_| tokio::spawn(stand_by(running.clone()))).collect();
    let trips = pair(rounds).await;
    running.store(false, Relaxed);
    for handle in handles {
        delays.merge(&*joined(handle.await)?);
    }
    Ok((trips?.count, delays))
}

async fn stand_by(running: Arc<AtomicBool>) -> Box<ArmHistogram> {
    let mut delays = ArmHistogram::new();
    let mut last = Instant::now();
    while running.load(Relaxed) {
        yield_now().await;
        let now = Instant::now();
        delays.add(now - last);
        last = now;
    }
    delays
}
