// SPDX-License-Identifier: MIT
//! Nothing to do: what a runtime costs whose workers are all asleep, per 10 ms.  A task
//! before, so that they have gone to sleep, and a task after, so that they can be woken;
//! in between main sleeps.  Tokio's workers park without a timeout, so nothing is expected
//! of them.

use std::thread;
use std::time::{Duration, Instant};

use super::{About, Workload, PROBE};
use crate::abi::{ArmParam, NEEDS_REMOTE, PARKS};
use crate::block::{joined, Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] =
    &[ArmParam::new(c"period_us", c"length of a period", 10_000, 1, 1_000_000)];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"idle_cpu",
        family: PROBE,
        unit: c"period",
        measures: c"A runtime that has nothing to do: CPU time, switches and parks per 10 ms of \
                   idleness; ns is the period and decides nothing.",
        origin: c"schedlab",
        params: PARAMS,
        flags: PARKS | NEEDS_REMOTE,
    },
    run,
);

/// The same system call as the lab's wait with a timeout, as often as it takes.
fn idle_for(stretch: Duration) {
    let began = Instant::now();
    while let Some(rest) = stretch.checked_sub(began.elapsed()).filter(|rest| !rest.is_zero()) {
        thread::park_timeout(rest);
    }
}

fn visit(peer: &Peer) -> Outcome {
    joined(peer.runtime.block_on(peer.runtime.spawn(async {})))
}

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let periods = block.iterations();
    let stretch = Duration::from_micros(periods * block.param(0));
    visit(peer)?;
    block.time(|| idle_for(stretch));
    block.add_units(periods);
    visit(peer)
}

#[cfg(test)]
mod tests {
    use super::super::background::tests::one_worker;
    use super::*;
    use crate::abi::ArmHistogram;
    use crate::block::tests::blank;

    #[test]
    fn a_block_is_so_many_periods() {
        let peer = one_worker();
        let (mut raw, mut latency) = (blank(), ArmHistogram::new());
        raw.iterations = 3;
        let outcome = run(&peer, &mut Block::new(&mut raw, &[10], &mut latency));
        assert_eq!((outcome, raw.units), (Ok(()), 3));
    }
}
