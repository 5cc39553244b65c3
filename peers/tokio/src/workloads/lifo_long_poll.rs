// SPDX-License-Identifier: MIT
//! A task is spawned by one that computes on: how long it waits in the slot, after #4941, as
//! in the lab's lifo_long_poll.c.

use std::time::{Duration, Instant};

use super::support::{run_root, steps_work};
use super::{About, Workload, PROBE};
use crate::abi::{ArmHistogram, ArmParam, LATENCY, PARKS};
use crate::block::{expect_equal, joined, Block, Outcome};
use crate::peer::{worker_index, Peer};

const PARAMS: &[ArmParam] =
    &[ArmParam::new(c"steps", c"steps of the poll after the spawn", 300_000, 1, 1_000_000_000)];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"lifo_long_poll",
        family: PROBE,
        unit: c"task",
        measures: c"How long a task waits that is spawned by one that computes on; elsewhere: \
                    those that another worker began.",
        origin: c"schedlab, after Tokio's #4941",
        params: PARAMS,
        flags: PARKS | LATENCY,
    },
    run,
);

struct Found {
    latency: Box<ArmHistogram>,
    elsewhere: u64,
}

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let (count, steps) = (block.iterations(), block.param(0));
    let expected = steps_work(steps);
    let found = block.time(|| run_root(peer, root(count, steps, expected)))??;
    block.latency().merge(&found.latency);
    block.sum(c"elsewhere", c"task", found.elsewhere as f64);
    block.add_units(count);
    Ok(())
}

async fn root(count: u64, steps: u64, expected: u64) -> Result<Found, String> {
    let mut found = Found { latency: ArmHistogram::new(), elsewhere: 0 };
    for number in 0..count {
        let root_worker = worker_index();
        let spawned = Instant::now();
        let handle = tokio::spawn(async move { waiter(number, spawned) });
        expect_equal("what the steps come to", steps_work(steps), expected)?;
        let (output, latency, worker) = joined(handle.await)?;
        expect_equal("what a task returned", output, number + 1)?;
        found.latency.add(latency);
        found.elsewhere += u64::from(worker != root_worker);
    }
    Ok(found)
}

fn waiter(number: u64, spawned: Instant) -> (u64, Duration, Option<u32>) {
    (number + 1, spawned.elapsed(), worker_index())
}

#[cfg(test)]
mod tests {
    use super::super::background::tests::one_worker;
    use super::*;
    use crate::block::tests::{blank, extra};

    #[test]
    fn on_one_worker_each_waits_for_the_poll() {
        let peer = one_worker();
        let (mut raw, mut latency) = (blank(), ArmHistogram::new());
        raw.iterations = 10;
        let outcome = run(&peer, &mut Block::new(&mut raw, &[10], &mut latency));
        assert_eq!((outcome, raw.units, latency.count), (Ok(()), 10, 10));
        assert_eq!(extra(&raw, c"elsewhere"), Some(0.0));
    }
}
