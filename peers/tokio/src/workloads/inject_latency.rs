// SPDX-License-Identifier: MIT
//! How long a task from outside waits for its first poll, on an idle runtime or
//! behind tasks that keep the workers busy by yielding.

use std::sync::atomic::Ordering::Relaxed;
use std::thread;
use std::time::{Duration, Instant};

use super::support::{stall, Background};
use super::{About, Workload, PROBE};
use crate::abi::{ArmHistogram, ArmParam, LATENCY, NEEDS_REMOTE, PARKS};
use crate::block::{expect_equal, joined, Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"probes", c"tasks spawned from outside, one at a time", 1_000, 1, 10_000_000),
    ArmParam::new(c"load", c"tasks that spin 1 us and yield meanwhile", 0, 0, 100_000),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"inject_latency",
        family: PROBE,
        unit: c"probe",
        measures: c"A producer thread spawns one task at a time; latency until its first poll.",
        origin: c"schedlab",
        params: PARAMS,
        flags: PARKS | NEEDS_REMOTE | LATENCY,
    },
    run,
);

const LOAD_STALL: Duration = Duration::from_micros(1);

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let (probes, load) = (block.param(0), block.param(1));
    let background = Background::start(peer, load, |running| async move {
        while running.load(Relaxed) {
            tokio::task::yield_now().await;
            stall(LOAD_STALL);
        }
    });
    let outcome = (0..block.iterations()).try_for_each(|_| {
        let latency = block.time(|| produce(peer, probes))?;
        expect_equal("probes that ran", latency.count, probes)?;
        block.latency().merge(&latency);
        block.add_units(probes);
        Ok(())
    });
    outcome.and(background.stop(peer))
}

fn produce(peer: &Peer, probes: u64) -> Result<Box<ArmHistogram>, String> {
    thread::scope(|scope| {
        let producer = peer.producer(scope, 0, || probe(peer, probes));
        let producer = producer.map_err(|error| format!("cannot start the producer: {error}"))?;
        producer.join().unwrap()
    })
}

fn probe(peer: &Peer, probes: u64) -> Result<Box<ArmHistogram>, String> {
    let mut latency = ArmHistogram::new();
    for _ in 0..probes {
        let spawned = Instant::now();
        let handle = peer.runtime.spawn(async move { spawned.elapsed() });
        latency.add(joined(peer.runtime.block_on(handle))?);
    }
    Ok(latency)
}
