// SPDX-License-Identifier: MIT
//! Many live tasks, and each poll is of one that no cache has any more, as in the lab's
//! scattered_poll.c: each task keeps its waker in a table at a place drawn by a shuffle, and a
//! root walks the table and wakes.  Timed are the wakes and polls only.
//!
//! The future is written by hand, so that its state has the bytes that are asked for; so it
//! has a type for each size, and a size that is no power of two is refused.

use std::future::Future;
use std::mem::take;
use std::pin::Pin;
use std::sync::atomic::Ordering::{AcqRel, Relaxed};
use std::sync::atomic::{AtomicBool, AtomicU64};
use std::sync::Mutex;
use std::task::{Context, Poll, Waker};

use std::ffi::CStr;

use tokio::sync::Notify;
use tokio::task::yield_now;

use super::support::run_root;
use super::{About, Workload, PING_PONG};
use crate::abi::ArmParam;
use crate::block::{expect_equal, Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"tasks", c"tasks that are alive", 100_000, 1, 10_000_000),
    ArmParam::new(c"state", c"bytes of a task's state", 64, 8, 4096),
    ArmParam::new(c"touched", c"bytes of it that a poll reads and writes", 8, 8, 4096),
    ArmParam::new(c"polls", c"tasks woken and polled per iteration", 100_000, 1, 10_000_000),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"scattered_poll",
        family: PING_PONG,
        unit: c"poll",
        measures: c"Wake and poll of a task among many, in an order that no cache and no \
                    prefetcher follows.",
        origin: c"schedlab",
        params: PARAMS,
        flags: 0,
    },
    run,
)
.refusing(refuses);

fn refuses(params: &[u64]) -> Option<&'static CStr> {
    let (tasks, state, touched, polls) = (params[0], params[1], params[2], params[3]);
    if !state.is_power_of_two() {
        return Some(c"state is a power of two: each size is a type of its own");
    }
    if touched % 8 != 0 || touched > state {
        return Some(c"touched is whole words of 8 bytes, and no more than state");
    }
    (polls > tasks).then_some(c"polls is no more than tasks: a wave wakes each task once")
}

/// Wakes between two yields of the root.
const BATCH: usize = 64;

/// A static, so that the tasks own nothing.
struct Shared {
    tasks: AtomicU64,
    touched: AtomicU64,
    /// In all, in turns over the table.
    woken: AtomicU64,
    ending: AtomicBool,
    /// Polls that the wave still waits for.
    remaining: AtomicU64,
    wrong: AtomicU64,
    ended: AtomicU64,
    done: Notify,
    /// By place; the root takes it when all have begun.
    wakers: Mutex<Vec<Option<Waker>>>,
}

static SHARED: Shared = Shared {
    tasks: AtomicU64::new(0),
    touched: AtomicU64::new(0),
    woken: AtomicU64::new(0),
    ending: AtomicBool::new(false),
    remaining: AtomicU64::new(0),
    wrong: AtomicU64::new(0),
    ended: AtomicU64::new(0),
    done: Notify::const_new(),
    wakers: Mutex::new(Vec::new()),
};

impl Shared {
    fn begin(&self, tasks: u64, touched: u64) {
        self.tasks.store(tasks, Relaxed);
        self.touched.store(touched / 8, Relaxed);
        self.woken.store(0, Relaxed);
        self.ending.store(false, Relaxed);
        self.wrong.store(0, Relaxed);
        self.ended.store(0, Relaxed);
        *self.wakers.lock().unwrap() = (0..tasks).map(|_| None).collect();
    }

    fn polled(&self) {
        // AcqRel, so that who waits has seen what all of them did.
        if self.remaining.fetch_sub(1, AcqRel) == 1 {
            self.done.notify_one();
        }
    }
}

/// words[0]: place in the table << 32, and how often it has been polled.
struct Task<const WORDS: usize> {
    words: [u64; WORDS],
}

impl<const WORDS: usize> Task<WORDS> {
    fn new(place: u32) -> Self {
        let mut words = [0; WORDS];
        words[0] = u64::from(place) << 32;
        Task { words }
    }

    fn place(&self) -> u64 {
        self.words[0] >> 32
    }

    fn touched(&self) -> usize {
        WORDS.min(SHARED.touched.load(Relaxed) as usize)
    }

    /// The first poll and the last touch nothing.
    fn check(&self) {
        let (woken, tasks) = (SHARED.woken.load(Relaxed), SHARED.tasks.load(Relaxed));
        let expected = woken / tasks + u64::from(self.place() < woken % tasks);
        let right = u64::from(self.words[0] as u32) == expected + 1
            && self.words[1..self.touched().max(1)].iter().all(|word| *word == expected);
        if !right {
            SHARED.wrong.fetch_add(1, Relaxed);
        }
    }
}

impl<const WORDS: usize> Future for Task<WORDS> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context) -> Poll<()> {
        if SHARED.ending.load(Relaxed) {
            self.check();
            SHARED.ended.fetch_add(1, Relaxed);
            SHARED.polled();
            return Poll::Ready(());
        }
        if self.words[0] as u32 == 0 {
            self.words[0] += 1;
            let place = self.place() as usize;
            SHARED.wakers.lock().unwrap()[place] = Some(context.waker().clone());
        } else {
            let touched = self.touched();
            self.words[..touched].iter_mut().for_each(|word| *word += 1);
        }
        SHARED.polled();
        Poll::Pending
    }
}

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    match block.param(1) / 8 {
        1 => play::<1>(peer, block),
        2 => play::<2>(peer, block),
        4 => play::<4>(peer, block),
        8 => play::<8>(peer, block),
        16 => play::<16>(peer, block),
        32 => play::<32>(peer, block),
        64 => play::<64>(peer, block),
        128 => play::<128>(peer, block),
        256 => play::<256>(peer, block),
        _ => play::<512>(peer, block),
    }
}

fn play<const WORDS: usize>(peer: &Peer, block: &mut Block) -> Outcome {
    let (tasks, polls) = (block.param(0), block.param(3));
    SHARED.begin(tasks, block.param(2));
    let mut wakers = run_root(peer, spawn_all::<WORDS>(tasks))?;
    for _ in 0..block.iterations() {
        wakers = block.time(|| run_root(peer, wave(wakers, polls)))?;
        SHARED.woken.fetch_add(polls, Relaxed);
        block.add_units(polls);
    }
    SHARED.ending.store(true, Relaxed);
    run_root(peer, wave(wakers, tasks))?;
    expect_equal("tasks polled too often or too rarely", SHARED.wrong.load(Relaxed), 0)?;
    expect_equal("tasks that ended", SHARED.ended.load(Relaxed), tasks)
}

/// In the order of their spawn; places are drawn.
async fn spawn_all<const WORDS: usize>(tasks: u64) -> Vec<Waker> {
    SHARED.remaining.store(tasks, Relaxed);
    for place in shuffled(tasks) {
        tokio::spawn(Task::<WORDS>::new(place));
    }
    SHARED.done.notified().await;
    take(&mut *SHARED.wakers.lock().unwrap()).into_iter().flatten().collect()
}

/// Wake so many, each once, and wait until they have been polled.
async fn wave(wakers: Vec<Waker>, count: u64) -> Vec<Waker> {
    let first = (SHARED.woken.load(Relaxed) % wakers.len() as u64) as usize;
    SHARED.remaining.store(count, Relaxed);
    let places = (first..wakers.len()).chain(0..first).take(count as usize);
    let mut batch = 0;
    for place in places {
        wakers[place].wake_by_ref();
        batch += 1;
        if batch % BATCH == 0 {
            yield_now().await;
        }
    }
    SHARED.done.notified().await;
    wakers
}

fn shuffled(count: u64) -> Vec<u32> {
    let mut places: Vec<u32> = (0..count as u32).collect();
    let mut random: u64 = 0x9e37_79b9_7f4a_7c15;
    for last in (1..places.len()).rev() {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        places.swap(last, (random % (last as u64 + 1)) as usize);
    }
    places
}

#[cfg(test)]
mod tests {
    use std::mem::size_of;

    use super::super::background::tests::one_worker;
    use super::*;
    use crate::abi::ArmHistogram;
    use crate::block::tests::blank;

    #[test]
    fn the_state_has_the_bytes_that_are_asked_for() {
        assert_eq!(size_of::<Task<1>>(), 8);
        assert_eq!(size_of::<Task<512>>(), 4096);
    }

    #[test]
    fn each_place_is_drawn_once() {
        let mut places = shuffled(1000);
        assert_ne!(places, (0..1000).collect::<Vec<u32>>());
        places.sort_unstable();
        assert_eq!(places, (0..1000).collect::<Vec<u32>>());
    }

    /// One block after the other: the table is a static.
    #[test]
    fn all_sizes_are_polled_as_often_as_they_are_woken() {
        for (state, touched) in [(8, 8), (64, 64), (4096, 8), (4096, 4096)] {
            let peer = one_worker();
            let (mut raw, mut latency) = (blank(), ArmHistogram::new());
            raw.iterations = 5;
            let params = [300, state, touched, 130];
            assert_eq!(refuses(&params), None);
            let outcome = run(&peer, &mut Block::new(&mut raw, &params, &mut latency));
            assert_eq!((outcome, raw.units), (Ok(()), 5 * 130));
        }
    }
}
