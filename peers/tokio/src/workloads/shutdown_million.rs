// SPDX-License-Identifier: MIT
//! How long a runtime takes to end when a million of its tasks sleep.  Each iteration has a
//! runtime of its own; a root spawns the tasks there, each of which sleeps in its first poll and
//! leaves no waker.  Timed: the drop of the runtime, which cancels and frees all of them and
//! waits for the workers.
//!
//! The future is written by hand, so that its state is two words, as in C.

use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::Ordering::{AcqRel, Relaxed};
use std::sync::atomic::{AtomicU64, AtomicU8};
use std::task::{Context, Poll};

use super::support::{run_root, Signal};
use super::{About, Workload, PROBE};
use crate::abi::{ArmParam, NEEDS_CANCEL, NEEDS_REMOTE};
use crate::block::{expect_equal, Block, Outcome};
use crate::peer::Peer;
use crate::row;

const TASKS_MAX: usize = 4_000_000;

const PARAMS: &[ArmParam] = &[ArmParam::new(
    c"tasks",
    c"tasks that sleep when the runtime is shut down",
    1_000_000,
    1,
    TASKS_MAX as u64,
)];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"shutdown_million",
        family: PROBE,
        unit: c"task",
        measures: c"A runtime ends while all of its tasks sleep: each is found, cancelled and \
                    freed, and the workers are joined.",
        origin: c"schedlab",
        params: PARAMS,
        flags: NEEDS_REMOTE | NEEDS_CANCEL,
    },
    run,
);

/// How often each task was dropped.  Statics, so that the tasks own nothing.
static ENDED: [AtomicU8; TASKS_MAX] = [const { AtomicU8::new(0) }; TASKS_MAX];
static AWAKE: AtomicU64 = AtomicU64::new(0);
static ALL_SLEEP: Signal = Signal::new();

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let tasks = block.param(0);
    for _ in 0..block.iterations() {
        let ended = &ENDED[..tasks as usize];
        ended.iter().for_each(|count| count.store(0, Relaxed));
        AWAKE.store(tasks, Relaxed);
        let other = peer.another(row::own()).map_err(|error| error.to_string())?;
        run_root(&other, root(tasks))?;
        ALL_SLEEP.wait();
        block.time(|| drop(other));
        let wrong = ended.iter().filter(|count| count.load(Relaxed) != 1).count() as u64;
        expect_equal("tasks that were not dropped once", wrong, 0)?;
        expect_equal("tasks that did not sleep", AWAKE.load(Relaxed), 0)?;
        block.add_units(tasks);
    }
    Ok(())
}

async fn root(tasks: u64) {
    for number in 0..tasks {
        tokio::spawn(Sleeper { number, sleeps: false });
    }
}

struct Sleeper {
    number: u64,
    sleeps: bool,
}

impl Sleeper {
    fn counts_down() {
        if AWAKE.fetch_sub(1, AcqRel) == 1 {
            ALL_SLEEP.raise();
        }
    }
}

impl Future for Sleeper {
    type Output = ();

    /// Pending for ever; a second poll is one too many, and seen in the count.
    fn poll(mut self: Pin<&mut Self>, _context: &mut Context) -> Poll<()> {
        self.sleeps = true;
        Sleeper::counts_down();
        Poll::Pending
    }
}

impl Drop for Sleeper {
    /// One thread drops a task, so that a load and a store will do, as in C.
    fn drop(&mut self) {
        let count = &ENDED[self.number as usize];
        // What is dropped before it slept makes the count wrong, and main does not wait for it.
        let more = if self.sleeps { 1 } else { 2 };
        count.store(count.load(Relaxed).wrapping_add(more), Relaxed);
        if !self.sleeps {
            Sleeper::counts_down();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::abi::ArmHistogram;
    use crate::block::tests::blank;
    use crate::peer::tests::one_worker;
    use crate::row::Row;

    const TASKS: u64 = 5;
    const ITERATIONS: u64 = 3;

    #[test]
    fn every_task_ends_with_its_runtime() {
        let peer = one_worker(&Row::timed(0, true)).unwrap();
        let (mut raw, mut latency) = (blank(), ArmHistogram::new());
        raw.iterations = ITERATIONS;
        run(&peer, &mut Block::new(&mut raw, &[TASKS], &mut latency)).unwrap();
        assert_eq!(raw.units, ITERATIONS * TASKS);
        assert!(ENDED[..TASKS as usize].iter().all(|count| count.load(Relaxed) == 1));
    }
}
