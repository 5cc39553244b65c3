// SPDX-License-Identifier: MIT
//! Two long-lived tasks and one message between them, by a fresh oneshot each
//! way: the round trip that a request to another task costs.

use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use super::support::run_root;
use super::{About, Workload, PING_PONG};
use crate::abi::{ArmHistogram, ArmParam, LATENCY};
use crate::block::{expect_equal, joined, Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] =
    &[ArmParam::new(c"rounds", c"round trips per iteration", 10_000, 1, 10_000_000)];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"ping_pong_pair",
        family: PING_PONG,
        unit: c"round",
        measures: c"Two long-lived tasks bounce a message by oneshots; latency of the round trip.",
        origin: c"schedlab",
        params: PARAMS,
        flags: LATENCY,
    },
    run,
);

struct Ping {
    round: u64,
    reply: oneshot::Sender<Pong>,
}

struct Pong {
    round: u64,
    /// Where the next ping goes.
    next: oneshot::Sender<Ping>,
}

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let rounds = block.param(0);
    let mut latency = ArmHistogram::new();
    for _ in 0..block.iterations() {
        latency = block.time(|| run_root(peer, root(rounds, latency)))??;
        block.add_units(rounds);
    }
    expect_equal("round trips", latency.count, block.iterations() * rounds)?;
    block.latency().merge(&latency);
    Ok(())
}

async fn root(rounds: u64, mut latency: Box<ArmHistogram>) -> Result<Box<ArmHistogram>, String> {
    let played = pair(|played| played < rounds, |trip| latency.add(trip)).await?;
    expect_equal("round trips", played, rounds)?;
    Ok(latency)
}

/// Play round trips against a partner task while `goes_on`, which is told how many, and
/// `record` how long each took; returns how many.
pub async fn pair(
    mut goes_on: impl FnMut(u64) -> bool,
    mut record: impl FnMut(Duration),
) -> Result<u64, String> {
    let (mut to_partner, first) = oneshot::channel();
    let partner = tokio::spawn(answer(first));
    let mut sent = Instant::now();
    let mut round = 0;
    while goes_on(round) {
        let (reply, answer) = oneshot::channel();
        to_partner.send(Ping { round, reply }).map_err(|_| "the partner went away")?;
        let pong = answer.await.map_err(|_| "the partner did not answer")?;
        expect_equal("message that came back", pong.round, round)?;
        let now = Instant::now();
        record(now - sent);
        sent = now;
        to_partner = pong.next;
        round += 1;
    }
    drop(to_partner);
    expect_equal("messages the partner answered", joined(partner.await)?, round)?;
    Ok(round)
}

/// Answer until the other side hangs up; returns how often.
async fn answer(mut from_partner: oneshot::Receiver<Ping>) -> u64 {
    let mut answered = 0;
    while let Ok(Ping { round, reply }) = from_partner.await {
        let (next, receiver) = oneshot::channel();
        from_partner = receiver;
        if reply.send(Pong { round, next }).is_err() {
            break;
        }
        answered += 1;
    }
    answered
}
