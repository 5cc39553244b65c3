//! A program that is measured under two Tokios: put yours in the place of this one.
//!
//! The lab makes the runtime, with all drivers that the features of `Cargo.toml` give, and calls
//! `run` in `block_on`, as `#[tokio::main]` calls an `async fn main`.  A number of units is asked
//! for, from 1 to as many as fill the time of a block; how long they took is measured.

use std::hint::black_box;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;

const PERIOD: Duration = Duration::from_micros(500);
const WORK: u64 = 3_000;

static ENDED: AtomicU64 = AtomicU64::new(0);

/// A unit is a short task, spawned after a sleep of 500 us: between two of them the workers sleep.
/// (Tokio's clock has a resolution of 1 ms, so it takes longer.)
/// May also return a `Result` whose error can be printed.
pub async fn run(units: u64) {
    // On a worker, where a server's loop would be; block_on itself is on the main thread.
    tokio::spawn(burst(units)).await.unwrap();
}

async fn burst(units: u64) {
    let mut tasks = Vec::new();
    for seed in 0..units {
        tokio::time::sleep(PERIOD).await;
        tasks.push(tokio::spawn(async move {
            black_box(work(seed));
            ENDED.fetch_add(1, Relaxed);
        }));
    }
    // Whatever was begun ends here, or it would disturb what is measured next.
    for task in tasks {
        task.await.unwrap();
    }
}

fn work(seed: u64) -> u64 {
    let mut state = seed;
    for step in 0..WORK {
        state = black_box(state.rotate_left(5) ^ step);
    }
    state
}

/// Asked after each `run`, with as many units; an error is a red row.  It may be left out, and
/// then the rows say that nothing was verified.
pub fn verify(units: u64) -> Result<(), String> {
    match ENDED.swap(0, Relaxed) {
        ended if ended == units => Ok(()),
        ended => Err(format!("{ended} tasks ended")),
    }
}
