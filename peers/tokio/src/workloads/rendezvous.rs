// SPDX-License-Identifier: MIT
//! The barest hand-over between two tasks: one word says whose turn it is, and
//! giving the turn away wakes the other.  No channel, no allocation, no lock;
//! what remains is the scheduler's wake path.
//!
//! The protocol is that of the lab's rendezvous.c, step by step, which is why this
//! workload has plain shared fields and unsafe code.  The word holds TURN (bit 0:
//! whose turn it is) and WAITING (bit 1: the side whose turn it is not has stored
//! its waker).
//!
//! * wait, side s: turn s: go on.  WAITING: pending.  Else store a clone of the
//!   waker, CAS {turn other} -> {turn other, WAITING}, pending; if that fails the
//!   turn has come: drop the waker, go on.
//! * hand over, by s: CAS {turn s} -> {turn other}; if that fails the other waits:
//!   take its waker, store {turn other}, wake the waker taken.

use std::cell::UnsafeCell;
use std::future::poll_fn;
use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release};
use std::sync::atomic::{AtomicU32, AtomicU64};
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use super::support::run_root;
use super::{About, Workload, PING_PONG};
use crate::abi::ArmParam;
use crate::block::{expect_equal, joined, Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"pairs", c"pairs of tasks at the same time", 1, 1, 100_000),
    ArmParam::new(c"rounds", c"rounds of each pair, there and back", 10_000, 1, 10_000_000),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"rendezvous",
        family: PING_PONG,
        unit: c"round",
        measures: c"Wake and poll alone: two tasks hand one word to and fro.",
        origin: c"schedlab",
        params: PARAMS,
        flags: 0,
    },
    run,
);

const TURN: u32 = 1;
const WAITING: u32 = 2;

/// On lines of its own, so that pairs do not disturb each other.
#[repr(align(128))]
struct Meeting {
    word: AtomicU32,
    wakers: [UnsafeCell<Option<Waker>>; 2],
    /// Written only by the side whose turn it is, so never by RMW.
    handovers: AtomicU64,
}

// SAFETY: side s writes wakers[s] only while the turn is the other's and WAITING
// is clear; the other takes it only while the turn is still its own and WAITING
// is set.  The CAS and the store below order the two.
unsafe impl Sync for Meeting {}

impl Meeting {
    fn new() -> Self {
        Meeting {
            word: AtomicU32::new(0),
            wakers: [UnsafeCell::new(None), UnsafeCell::new(None)],
            handovers: AtomicU64::new(0),
        }
    }

    fn poll_turn(&self, side: u32, context: &mut Context<'_>) -> Poll<()> {
        let word = self.word.load(Acquire);
        if word & TURN == side {
            return Poll::Ready(());
        }
        if word & WAITING != 0 {
            return Poll::Pending;
        }
        // SAFETY: the turn is the other's and WAITING is clear.
        let stored = unsafe { &mut *self.wakers[side as usize].get() };
        *stored = Some(context.waker().clone());
        if self.word.compare_exchange(word, word | WAITING, AcqRel, Acquire).is_ok() {
            return Poll::Pending;
        }
        *stored = None; // the turn has come; nobody looks at the waker
        Poll::Ready(())
    }

    fn hand_over(&self, side: u32) {
        let other = side ^ TURN;
        if self.word.compare_exchange(side, other, AcqRel, Acquire).is_ok() {
            return;
        }
        // SAFETY: the turn is ours and WAITING is set.
        let waker = unsafe { (*self.wakers[other as usize].get()).take() };
        self.word.store(other, Release);
        waker.expect("WAITING says that there is one").wake();
    }
}

/// Returns how many handovers this side made, each at its right place.
async fn play(meeting: Arc<Meeting>, side: u32, rounds: u64) -> Result<u64, String> {
    let mut done = 0;
    while done < rounds {
        poll_fn(|context| meeting.poll_turn(side, context)).await;
        let handovers = meeting.handovers.load(Relaxed);
        if handovers != 2 * done + u64::from(side) {
            return Err(format!("handover {handovers} is out of turn"));
        }
        meeting.handovers.store(handovers + 1, Relaxed);
        done += 1;
        meeting.hand_over(side);
    }
    Ok(done)
}

async fn root(pairs: u64, rounds: u64) -> Result<u64, String> {
    let mut handles = Vec::with_capacity(2 * pairs as usize);
    for _ in 0..pairs {
        let meeting = Arc::new(Meeting::new());
        handles.push(tokio::spawn(play(meeting.clone(), 0, rounds)));
        handles.push(tokio::spawn(play(meeting, 1, rounds)));
    }
    let mut handovers = 0;
    for handle in handles {
        handovers += joined(handle.await)??;
    }
    Ok(handovers)
}

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let (pairs, rounds) = (block.param(0), block.param(1));
    for _ in 0..block.iterations() {
        let handovers = block.time(|| run_root(peer, root(pairs, rounds)))??;
        expect_equal("handovers", handovers, 2 * pairs * rounds)?;
        block.add_units(pairs * rounds);
    }
    Ok(())
}
