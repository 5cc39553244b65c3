// SPDX-License-Identifier: MIT
//! Tasks come from outside, at a pace, onto workers whose own tasks yield for ever, as in the
//! lab's yield_vs_inject.c: an open loop, whose latencies count from when each task was due.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::background::Background;
use super::spawn_remote_idle::spawn_and_join;
use super::support::{Stall, PATIENCE};
use super::trickle::Open;
use super::{About, Workload, PROBE};
use crate::abi::{ArmHistogram, ArmParam, LATENCY, NEEDS_REMOTE, PARKS};
use crate::block::{Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"period_us", c"from one task to the next", 200, 1, 1_000_000),
    ArmParam::new(c"load", c"tasks that spin and yield meanwhile", 1, 1, 100_000),
    ArmParam::new(c"stall_us", c"how long each of them spins per turn", 1, 1, 10_000),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"yield_vs_inject",
        family: PROBE,
        unit: c"task",
        measures: c"Tasks from outside at a pace, beside tasks that yield for ever: time from \
                    when each is due to its first poll; ns is the period.",
        origin: c"schedlab",
        params: PARAMS,
        flags: NEEDS_REMOTE | PARKS | LATENCY,
    },
    run,
);

static OPEN: Open = Open::new();

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let stall = Stall::Spins(Duration::from_micros(block.param(2)));
    let background = Background::yields(peer, block.param(1), stall);
    background.watch();
    let outcome = inject(peer, block).and_then(|()| follow_up(peer, &background));
    outcome.and(background.stop(block))
}

fn inject(peer: &Peer, block: &mut Block) -> Outcome {
    let latencies: Arc<Mutex<Box<ArmHistogram>>> = Arc::new(Mutex::new(ArmHistogram::new()));
    OPEN.run_outside(peer, block, block.param(0), |due| {
        let latencies = latencies.clone();
        peer.handle().spawn(async move {
            let latency = due.elapsed();
            latencies.lock().unwrap().add(latency);
            OPEN.end();
        });
    })?;
    block.latency().merge(&latencies.lock().unwrap());
    Ok(())
}

/// Until no member of the load waits, as long as patience lasts.
fn follow_up(peer: &Peer, load: &Background) -> Outcome {
    let mut handles = Vec::with_capacity(1);
    let mut runs = 0;
    while load.waits() && runs < PATIENCE {
        spawn_and_join(peer, &mut handles, 1)?;
        runs += 1;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::background::tests::one_worker;
    use super::*;
    use crate::block::tests::{blank, extra};

    #[test]
    fn each_task_has_a_latency_and_the_load_its_turns() {
        let peer = one_worker();
        let (mut raw, mut latency) = (blank(), ArmHistogram::new());
        raw.iterations = 20;
        let outcome = run(&peer, &mut Block::new(&mut raw, &[10, 2, 1], &mut latency));
        assert_eq!((outcome, raw.units, latency.count), (Ok(()), 20, 20));
        assert!(extra(&raw, c"background_turns").unwrap() >= 2.0);
    }
}
