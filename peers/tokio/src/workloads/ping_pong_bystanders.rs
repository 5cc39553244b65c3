// SPDX-License-Identifier: MIT
//! What two chatting tasks do to the others: bystanders yield in a loop and
//! measure how long they wait for each turn, the first from their spawn.  Each is
//! promised a turn while the pair plays, so the pair plays on until all have had it.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::sync::Arc;
use std::time::Instant;

use tokio::task::{yield_now, JoinHandle};

use super::ping_pong_pair::pair;
use super::support::{run_root, PATIENCE};
use super::{About, Workload, PING_PONG};
use crate::abi::{ArmHistogram, ArmParam, LATENCY};
use crate::block::{joined, Block, Outcome};
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
        measures: c"How long yielding tasks wait, from their spawn, while two others wake each other \
                   until each has had a turn.",
        origin: c"schedlab",
        params: PARAMS,
        flags: LATENCY,
    },
    run,
);

struct Table {
    running: AtomicBool,
    /// Bystanders without a turn.
    waiting: AtomicU64,
}

/// Room for the bystanders, made outside the time and used by all iterations.
struct Seats {
    delays: Vec<Box<ArmHistogram>>,
    handles: Vec<JoinHandle<Box<ArmHistogram>>>,
}

impl Seats {
    fn new(bystanders: u64) -> Self {
        Seats {
            delays: (0..bystanders).map(|_| ArmHistogram::new()).collect(),
            handles: Vec::with_capacity(bystanders as usize),
        }
    }
}

struct Game {
    trips: u64,
    starved: u64,
    seats: Seats,
}

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let (rounds, bystanders) = (block.param(0), block.param(1));
    let mut seats = Seats::new(bystanders);
    let mut starved = 0;
    for _ in 0..block.iterations() {
        let game = block.time(|| run_root(peer, root(rounds, seats)))??;
        seats = game.seats;
        starved += game.starved;
        block.sum(c"rounds_beyond", c"round", (game.trips - rounds) as f64);
        block.add_units(rounds);
    }
    for delays in &seats.delays {
        block.latency().merge(delays);
    }
    if starved > 0 {
        return Err(format!("starved: {starved} bystanders had no turn while the pair played on"));
    }
    Ok(())
}

/// Play among bystanders.
async fn root(rounds: u64, mut seats: Seats) -> Result<Game, String> {
    let bystanders = seats.delays.len() as u64;
    let table = Table { running: AtomicBool::new(true), waiting: AtomicU64::new(bystanders) };
    let table = Arc::new(table);
    for delays in seats.delays.drain(..) {
        seats.handles.push(tokio::spawn(stand_by(table.clone(), delays, Instant::now())));
    }
    let goes_on = |played| {
        played < rounds || (table.waiting.load(Relaxed) > 0 && played < rounds + PATIENCE)
    };
    let trips = pair(goes_on, |_| ()).await;
    let starved = table.waiting.load(Relaxed);
    table.running.store(false, Relaxed);
    for handle in seats.handles.drain(..) {
        seats.delays.push(joined(handle.await)?);
    }
    Ok(Game { trips: trips?, starved, seats })
}

/// `ready`: since when it waits for its turn.
async fn stand_by(
    table: Arc<Table>,
    mut delays: Box<ArmHistogram>,
    mut ready: Instant,
) -> Box<ArmHistogram> {
    let mut had_turn = false;
    loop {
        let now = Instant::now();
        delays.add(now - ready);
        ready = now;
        if !had_turn {
            had_turn = true;
            table.waiting.fetch_sub(1, Relaxed);
        }
        if !table.running.load(Relaxed) {
            return delays;
        }
        yield_now().await;
    }
}
