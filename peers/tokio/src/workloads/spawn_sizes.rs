// SPDX-License-Identifier: MIT
//! Tasks with a state of 8 bytes to 4 KiB are spawned, run and end, as in the lab's
//! spawn_sizes.c: a number in the first word, its complement in the last.
//!
//! The future is written by hand, so that its state has the bytes that are asked for; so it
//! has a type for each size, and a size that is no power of two is refused.

use std::ffi::CStr;
use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::{AcqRel, Relaxed};
use std::task::{Context, Poll};

use tokio::sync::Notify;

use super::support::run_root;
use super::{About, Workload, SPAWN_HEAVY};
use crate::abi::ArmParam;
use crate::block::{expect_equal, Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"tasks", c"tasks per iteration", 1_000, 1, 10_000_000),
    ArmParam::new(c"state", c"bytes of a task's state", 64, 8, 4096),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"spawn_sizes",
        family: SPAWN_HEAVY,
        unit: c"task",
        measures: c"Spawn, run and end of tasks with a state of 8 bytes to 4 KiB.",
        origin: c"schedlab",
        params: PARAMS,
        flags: 0,
    },
    run,
)
.refusing(refuses);

fn refuses(params: &[u64]) -> Option<&'static CStr> {
    (!params[1].is_power_of_two())
        .then_some(c"state is a power of two: each size is a type of its own")
}

/// Statics, so that the tasks own nothing.
static TOTAL: AtomicU64 = AtomicU64::new(0);
static REMAINING: AtomicU64 = AtomicU64::new(0);
static WRONG: AtomicU64 = AtomicU64::new(0);
static DONE: Notify = Notify::const_new();

struct Task<const WORDS: usize> {
    words: [u64; WORDS],
}

impl<const WORDS: usize> Future for Task<WORDS> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, _context: &mut Context) -> Poll<()> {
        let number = self.words[0];
        let is_right = WORDS == 1 || self.words[WORDS - 1] == !number;
        if number >= TOTAL.load(Relaxed) || !is_right {
            WRONG.fetch_add(1, Relaxed);
        }
        // AcqRel, so that the last one has seen what the others did.
        if REMAINING.fetch_sub(1, AcqRel) == 1 {
            DONE.notify_one();
        }
        Poll::Ready(())
    }
}

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    match block.param(1) / 8 {
        1 => spawn_and_wait::<1>(peer, block),
        2 => spawn_and_wait::<2>(peer, block),
        4 => spawn_and_wait::<4>(peer, block),
        8 => spawn_and_wait::<8>(peer, block),
        16 => spawn_and_wait::<16>(peer, block),
        32 => spawn_and_wait::<32>(peer, block),
        64 => spawn_and_wait::<64>(peer, block),
        128 => spawn_and_wait::<128>(peer, block),
        256 => spawn_and_wait::<256>(peer, block),
        _ => spawn_and_wait::<512>(peer, block),
    }
}

fn spawn_and_wait<const WORDS: usize>(peer: &Peer, block: &mut Block) -> Outcome {
    let tasks = block.param(0);
    TOTAL.store(tasks, Relaxed);
    WRONG.store(0, Relaxed);
    for _ in 0..block.iterations() {
        REMAINING.store(tasks, Relaxed);
        block.time(|| run_root(peer, root::<WORDS>(tasks)))?;
        block.add_units(tasks);
        expect_equal("tasks that did not run", REMAINING.load(Relaxed), 0)?;
    }
    expect_equal("tasks with another's state", WRONG.load(Relaxed), 0)
}

async fn root<const WORDS: usize>(tasks: u64) {
    let mut words = [0; WORDS];
    for number in 0..tasks {
        words[WORDS - 1] = !number;
        words[0] = number;
        tokio::spawn(Task { words });
    }
    DONE.notified().await;
}

#[cfg(test)]
mod tests {
    use std::mem::size_of;

    use super::super::background::tests::one_worker;
    use super::*;
    use crate::abi::ArmHistogram;
    use crate::block::tests::blank;

    /// One block after the other: the counts are statics.
    #[test]
    fn all_sizes_run() {
        assert_eq!((size_of::<Task<1>>(), size_of::<Task<512>>()), (8, 4096));
        for state in [8, 16, 64, 4096] {
            let peer = one_worker();
            let (mut raw, mut latency) = (blank(), ArmHistogram::new());
            raw.iterations = 3;
            let outcome = run(&peer, &mut Block::new(&mut raw, &[300, state], &mut latency));
            assert_eq!((outcome, raw.units), (Ok(()), 900));
        }
    }
}
