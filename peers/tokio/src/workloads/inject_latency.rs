// SPDX-License-Identifier: MIT
//! How long a task from outside waits for its first poll, on an idle runtime or
//! behind tasks that keep the workers busy by yielding.

use std::io;
use std::thread;
use std::time::{Duration, Instant};

use super::background::Background;
use super::support::{Stall, PATIENCE};
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
        measures: c"A producer spawns one task at a time; latency until its first poll; each task of \
                   the load has a turn.",
        origin: c"schedlab",
        params: PARAMS,
        flags: PARKS | NEEDS_REMOTE | LATENCY,
    },
    run,
);

const LOAD_STALL: Stall = Stall::Spins(Duration::from_micros(1));

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let (probes, load) = (block.param(0), block.param(1));
    let background = Background::yields(peer, load, LOAD_STALL);
    let outcome = probe_all(peer, block, probes, &background);
    outcome.and(background.stop(block))
}

/// Iterations; what is done beyond those asked for is no work.
fn probe_all(peer: &Peer, block: &mut Block, probes: u64, load: &Background) -> Outcome {
    let most = block.iterations() + PATIENCE / probes + 1;
    let mut done = 0;
    load.watch();
    while done < block.iterations() || (load.waits() && done < most) {
        let produced = block.time(|| produce(peer, probes));
        let latency = produced.map_err(|error| block.cannot(error))??;
        expect_equal("probes that ran", latency.count, probes)?;
        block.latency().merge(&latency);
        done += 1;
    }
    block.add_units(block.iterations() * probes);
    Ok(())
}

/// What the producer found, unless the system refuses its thread.
fn produce(peer: &Peer, probes: u64) -> io::Result<Result<Box<ArmHistogram>, String>> {
    thread::scope(|scope| {
        let producer = peer.producer(scope, 0, || probe(peer, probes))?;
        Ok(producer.join().unwrap())
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
