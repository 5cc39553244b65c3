// SPDX-License-Identifier: MIT
//! Every 500 us one task that computes for a few microseconds, after the program of
//! #8065: is another worker woken for a task that its spawner's worker could run at once?
//! inside=1: a task keeps the pace and sleeps in its own poll, inside=0: a thread that is no
//! worker does.  The lab's burst_500us.c says why there are both.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use super::support::{run_root, steps_work};
use super::trickle::{Open, Pace};
use super::{About, Workload, PROBE};
use crate::abi::{ArmParam, PARKS};
use crate::block::{expect_equal, joined, Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"inside", c"1: a task keeps the pace, in its poll; 0: an outside thread", 1, 0, 1),
    ArmParam::new(c"period_us", c"from one burst to the next", 500, 1, 1_000_000),
    ArmParam::new(c"iterations", c"steps of each burst", 3_000, 1, 1_000_000_000),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"burst_500us",
        family: PROBE,
        unit: c"burst",
        measures: c"One task every 500 us: switches, parks and CPU time of a wake for it; ns is \
                   the period and decides nothing.",
        origin: c"schedlab, after the program of Tokio's #8065",
        params: PARAMS,
        flags: PARKS,
    },
    run,
);

static OPEN: Open = Open::new();
static WRONG: AtomicU64 = AtomicU64::new(0);

async fn burst(steps: u64, expected: u64) {
    if steps_work(steps) != expected {
        WRONG.fetch_add(1, Relaxed);
    }
}

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let (inside, period_us, steps) = (block.param(0) != 0, block.param(1), block.param(2));
    let expected = steps_work(steps);
    WRONG.store(0, Relaxed);
    match inside {
        true => run_inside(peer, block, period_us, steps, expected)?,
        false => OPEN.run_outside(peer, block, period_us, |_| {
            peer.handle().spawn(async move {
                burst(steps, expected).await;
                OPEN.end();
            });
        })?,
    }
    expect_equal("wrong results", WRONG.load(Relaxed), 0)
}

fn run_inside(
    peer: &Peer,
    block: &mut Block,
    period_us: u64,
    steps: u64,
    expected: u64,
) -> Outcome {
    let bursts = block.iterations();
    let pace = block.time(|| {
        run_root(peer, async move {
            let mut pace = Pace::begin(period_us);
            for _ in 0..bursts {
                pace.next();
                joined(tokio::spawn(burst(steps, expected)).await)?;
            }
            Ok::<_, String>(pace)
        })
    })??;
    pace.report(block);
    block.add_units(bursts);
    Ok(())
}
