// SPDX-License-Identifier: MIT
//! Pairs of short-lived tasks that exchange one message each way through
//! oneshots: spawning, waking and the LIFO slot together.  Main waits for the
//! root, where Tokio's bench blocks on a std channel.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::Arc;

use tokio::sync::{oneshot, Notify};

use super::support::run_root;
use super::{About, Workload, PING_PONG};
use crate::abi::ArmParam;
use crate::block::{expect_equal, Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"pairs", c"pairs of tasks per iteration", 1_000, 1, 10_000_000),
    ArmParam::new(c"clones", c"1: each pair owns two shared references, 0: statics", 1, 0, 1),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"ping_pong",
        family: PING_PONG,
        unit: c"pair",
        measures: c"A task spawns pairs that exchange one message each way by oneshot.",
        origin: c"tokio benches/rt_multi_threaded.rs ping_pong, but main awaits the root",
        params: PARAMS,
        flags: 0,
    },
    run,
);

static REMAINING: AtomicU64 = AtomicU64::new(0);
static DONE: Notify = Notify::const_new();

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let (pairs, clones) = (block.param(0), block.param(1) != 0);
    for _ in 0..block.iterations() {
        let remaining = block.time(|| match clones {
            true => run_root(peer, play_cloning(pairs)),
            false => run_root(peer, play_static(pairs)),
        })?;
        expect_equal("pairs that did not finish", remaining, 0)?;
        block.add_units(pairs);
    }
    Ok(())
}

/// What both tasks of a pair do; the caller is one of them.
async fn exchange() {
    let (tx1, rx1) = oneshot::channel();
    let (tx2, rx2) = oneshot::channel();
    tokio::spawn(async move {
        rx1.await.unwrap();
        tx2.send(()).unwrap();
    });
    tx1.send(()).unwrap();
    rx2.await.unwrap();
}

async fn play_cloning(pairs: u64) -> u64 {
    let remaining = Arc::new(AtomicU64::new(pairs));
    let done = Arc::new(Notify::new());
    for _ in 0..pairs {
        let remaining = remaining.clone();
        let done = done.clone();
        tokio::spawn(async move {
            exchange().await;
            if remaining.fetch_sub(1, Relaxed) == 1 {
                done.notify_one();
            }
        });
    }
    done.notified().await;
    remaining.load(Relaxed)
}

async fn play_static(pairs: u64) -> u64 {
    REMAINING.store(pairs, Relaxed);
    for _ in 0..pairs {
        tokio::spawn(async {
            exchange().await;
            if REMAINING.fetch_sub(1, Relaxed) == 1 {
                DONE.notify_one();
            }
        });
    }
    DONE.notified().await;
    REMAINING.load(Relaxed)
}
