// SPDX-License-Identifier: MIT
//! How long a task from outside waits for its first poll, on an idle runtime or
//! behind tasks that keep the workers busy by yielding; then also how many polls of those
//! begin meanwhile, as the lab's inject_latency.c says.

use std::io;
use std::thread;
use std::time::{Duration, Instant};

use super::background::{Background, Turns};
use super::support::{Stall, PATIENCE};
use super::{About, Workload, PROBE};
use crate::abi::{ArmHistogram, ArmParam, LATENCY, NEEDS_REMOTE, PARKS};
use crate::block::{expect_equal, joined, Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"probes", c"tasks spawned from outside, one at a time", 1_000, 1, 10_000_000),
    ArmParam::new(c"load", c"tasks that spin and yield meanwhile", 0, 0, 100_000),
    ArmParam::new(c"stall_us", c"how long each of them spins per turn", 1, 1, 10_000),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"inject_latency",
        family: PROBE,
        unit: c"probe",
        measures: c"A producer spawns one task at a time; latency until its first poll; each task \
                   of the load has a turn; polls_waited: polls of the load meanwhile.",
        origin: c"schedlab",
        params: PARAMS,
        flags: PARKS | NEEDS_REMOTE | LATENCY,
    },
    run,
);

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let (probes, load) = (block.param(0), block.param(1));
    let stall = Stall::Spins(Duration::from_micros(block.param(2)));
    let background = Background::yields(peer, load, stall);
    let turns = background.turns();
    let outcome = probe_all(block, probes, &background, || produce(peer, probes, &turns));
    outcome.and(background.stop(block))
}

/// What the probes of an iteration found.
struct Found {
    latency: Box<ArmHistogram>,
    polls_waited: u64,
}

type Produced = io::Result<Result<Found, String>>;

/// Iterations; what is done beyond those asked for is no work, and no polls of it count.
fn probe_all(
    block: &mut Block,
    probes: u64,
    load: &Background,
    mut iteration: impl FnMut() -> Produced,
) -> Outcome {
    let most = block.iterations() + PATIENCE / probes + 1;
    let mut done = 0;
    load.watch();
    while done < block.iterations() || (load.waits() && done < most) {
        let produced = block.time(&mut iteration);
        let found = produced.map_err(|error| block.cannot(error))??;
        expect_equal("probes that ran", found.latency.count, probes)?;
        block.latency().merge(&found.latency);
        if done < block.iterations() && load.turns().is_some() {
            block.sum(c"polls_waited", c"poll", found.polls_waited as f64);
        }
        done += 1;
    }
    block.add_units(block.iterations() * probes);
    Ok(())
}

/// What the producer found, unless the system refuses its thread.
fn produce(peer: &Peer, probes: u64, turns: &Option<Turns>) -> Produced {
    thread::scope(|scope| {
        let producer = peer.producer(scope, 0, || probe(peer, probes, turns))?;
        Ok(producer.join().unwrap())
    })
}

fn probe(peer: &Peer, probes: u64, turns: &Option<Turns>) -> Result<Found, String> {
    let mut found = Found { latency: ArmHistogram::new(), polls_waited: 0 };
    for _ in 0..probes {
        match turns {
            None => found.latency.add(probe_idle(peer)?),
            Some(turns) => {
                let (latency, polls) = probe_load(peer, turns.clone())?;
                found.latency.add(latency);
                found.polls_waited += polls;
            }
        }
    }
    Ok(found)
}

fn probe_idle(peer: &Peer) -> Result<Duration, String> {
    let spawned = Instant::now();
    let handle = peer.runtime.spawn(async move { spawned.elapsed() });
    joined(peer.runtime.block_on(handle))
}

fn probe_load(peer: &Peer, turns: Turns) -> Result<(Duration, u64), String> {
    let before = turns.begun();
    let spawned = Instant::now();
    let handle = peer.runtime.spawn(async move {
        let latency = spawned.elapsed();
        (latency, turns.begun() - before)
    });
    joined(peer.runtime.block_on(handle))
}

#[cfg(test)]
mod tests {
    use super::super::background::tests::{hold, one_worker, NO_STALL};
    use super::*;
    use crate::abi::ArmBlock;
    use crate::block::tests::{blank, extra};

    const LOAD: u64 = 3;

    fn measured(
        iterations: u64,
        load: &Background,
        iteration: impl FnMut() -> Produced,
    ) -> ArmBlock {
        let (mut raw, mut latency) = (blank(), ArmHistogram::new());
        raw.iterations = iterations;
        let outcome = probe_all(&mut Block::new(&mut raw, &[], &mut latency), 1, load, iteration);
        assert_eq!((outcome, raw.units), (Ok(()), iterations));
        raw
    }

    /// All wait in one queue until the probe does: each member has a poll, then the probe.
    #[test]
    fn the_polls_between_a_spawn_and_its_first_poll_are_counted() {
        let peer = one_worker();
        let held = hold(&peer);
        let load = Background::yields(&peer, LOAD, NO_STALL);
        let (metrics, turns) = (peer.runtime.metrics(), load.turns());
        let release = thread::spawn(move || {
            while metrics.global_queue_depth() as u64 != LOAD + 1 {
                thread::yield_now();
            }
            held.raise();
        });
        let raw = measured(1, &load, || produce(&peer, 1, &turns));
        release.join().unwrap();
        assert_eq!(extra(&raw, c"polls_waited"), Some(LOAD as f64));
        let mut rest = blank();
        let outcome = load.stop(&mut Block::new(&mut rest, &[], &mut ArmHistogram::new()));
        assert_eq!(outcome, Ok(()));
    }

    /// The load has its turns in the third iteration only, and two are asked for.
    #[test]
    fn what_is_done_beyond_does_not_count() {
        let peer = one_worker();
        let held = hold(&peer);
        let load = Background::yields(&peer, LOAD, NO_STALL);
        let mut polls_waited = 1;
        let raw = measured(2, &load, || {
            polls_waited *= 10;
            if polls_waited == 1000 {
                held.raise();
                while load.waits() {
                    thread::yield_now();
                }
            }
            let mut latency = ArmHistogram::new();
            latency.add(Duration::ZERO);
            Ok(Ok(Found { latency, polls_waited }))
        });
        assert_eq!((polls_waited, extra(&raw, c"polls_waited")), (1000, Some(110.0)));
        let mut rest = blank();
        let outcome = load.stop(&mut Block::new(&mut rest, &[], &mut ArmHistogram::new()));
        assert_eq!(outcome, Ok(()));
    }

    #[test]
    fn without_load_there_are_no_polls_to_count() {
        let peer = one_worker();
        let load = Background::yields(&peer, 0, NO_STALL);
        let raw = measured(2, &load, || produce(&peer, 1, &None));
        assert_eq!(extra(&raw, c"polls_waited"), None);
    }
}
