// SPDX-License-Identifier: MIT
//! Tasks that keep the workers busy while something else is measured, and how long
//! they themselves wait, as in the lab's background.h: a member is a task that stalls
//! and yields, or a chain of tasks each of which stalls and spawns the next.  Each is
//! promised a turn while something is measured, because a scheduler that never runs
//! them would be the faster one; who measures goes on until nobody waits.

use std::sync::atomic::Ordering::{AcqRel, Relaxed};
use std::sync::atomic::{AtomicBool, AtomicU64};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::task::yield_now;

use super::spawn_remote_idle::spawn_and_join;
use super::support::{stall, Signal, PATIENCE};
use crate::block::{expect_equal, Block, Outcome};
use crate::histogram::nanoseconds;
use crate::peer::Peer;

struct Shared {
    stopping: AtomicBool,
    /// Turns count: something is measured.
    watching: AtomicBool,
    running: AtomicU64,
    /// For their first turn since `watch`.
    waiting: AtomicU64,
    lost: AtomicU64,
    turns: AtomicU64,
    longest_wait_ns: AtomicU64,
    ended: Signal,
}

/// What a member knows of itself; it goes from link to link of a chain, and is added
/// up when the member ends.
struct Member {
    shared: Arc<Shared>,
    /// Since when it waits: spawned, or yielded.
    ready: Instant,
    longest_wait: Duration,
    turns: u64,
    had_turn: bool,
}

impl Member {
    fn new(shared: &Arc<Shared>) -> Self {
        let (shared, ready) = (shared.clone(), Instant::now());
        Member { shared, ready, longest_wait: Duration::ZERO, turns: 0, had_turn: false }
    }

    fn note_turn(&mut self) {
        self.longest_wait = self.longest_wait.max(self.ready.elapsed());
        if !self.shared.watching.load(Relaxed) {
            return;
        }
        self.turns += 1;
        if !self.had_turn {
            self.shared.waiting.fetch_sub(1, Relaxed);
        }
        self.had_turn = true;
    }

    fn is_stopping(&self) -> bool {
        self.shared.stopping.load(Relaxed)
    }
}

impl Drop for Member {
    /// Who has ended waits no longer, whether it had a turn or was lost.
    fn drop(&mut self) {
        let shared = &self.shared;
        if !self.had_turn {
            shared.waiting.fetch_sub(1, Relaxed);
        }
        if !self.is_stopping() {
            shared.lost.fetch_add(1, Relaxed);
        }
        shared.turns.fetch_add(self.turns, Relaxed);
        shared.longest_wait_ns.fetch_max(nanoseconds(self.longest_wait), Relaxed);
        // AcqRel, so that the last one has seen the sums of the others.
        if shared.running.fetch_sub(1, AcqRel) == 1 {
            shared.ended.raise();
        }
    }
}

async fn yielder(mut member: Member, stall_time: Duration) {
    member.note_turn();
    while !member.is_stopping() {
        member.ready = Instant::now();
        yield_now().await;
        member.note_turn();
        stall(stall_time);
    }
}

fn spawn_link(mut member: Member, stall_time: Duration) {
    member.ready = Instant::now();
    tokio::spawn(async move {
        member.note_turn();
        if !member.is_stopping() {
            stall(stall_time);
            spawn_link(member, stall_time);
        }
    });
}

pub struct Background {
    shared: Arc<Shared>,
    members: u64,
}

impl Background {
    pub fn yields(peer: &Peer, members: u64, stall_time: Duration) -> Self {
        let background = Background::new(members);
        for _ in 0..members {
            peer.runtime.spawn(yielder(Member::new(&background.shared), stall_time));
        }
        background
    }

    pub fn chains(peer: &Peer, members: u64, stall_time: Duration) -> Self {
        let background = Background::new(members);
        let _context = peer.runtime.enter();
        for _ in 0..members {
            spawn_link(Member::new(&background.shared), stall_time);
        }
        background
    }

    fn new(members: u64) -> Self {
        let shared = Shared {
            stopping: AtomicBool::new(false),
            watching: AtomicBool::new(false),
            running: AtomicU64::new(members),
            waiting: AtomicU64::new(members),
            lost: AtomicU64::new(0),
            turns: AtomicU64::new(0),
            longest_wait_ns: AtomicU64::new(0),
            ended: Signal::new(),
        };
        Background { shared: Arc::new(shared), members }
    }

    /// From here on every member is promised a turn.
    pub fn watch(&self) {
        self.shared.watching.store(true, Relaxed);
    }

    /// Has a member had no turn yet?
    pub fn waits(&self) -> bool {
        self.shared.waiting.load(Relaxed) > 0
    }

    /// End them all, and report.
    pub fn stop(self, block: &mut Block) -> Outcome {
        let (shared, members) = (&self.shared, self.members);
        let starved = shared.waiting.load(Relaxed);
        shared.watching.store(false, Relaxed);
        shared.stopping.store(true, Relaxed);
        if members == 0 {
            return Ok(());
        }
        shared.ended.wait();
        block.sum(c"background_turns", c"turn", shared.turns.load(Relaxed) as f64);
        let longest_wait_ns = shared.longest_wait_ns.load(Relaxed);
        block.maximum(c"background_wait_max_ns", c"ns", longest_wait_ns as f64);
        expect_equal("background tasks lost", shared.lost.load(Relaxed), 0)?;
        if starved > 0 {
            return Err(format!(
                "starved: {starved} of {members} background tasks had no turn meanwhile"
            ));
        }
        Ok(())
    }

    /// Spawn and join among them, and end them: the measured part of
    /// spawn_remote_busy1 and 2.
    pub fn spawn_and_join(self, peer: &Peer, block: &mut Block, tasks: u64) -> Outcome {
        let units = block.iterations() * tasks;
        let mut handles = Vec::with_capacity(tasks as usize);
        let mut spawned = 0;
        let mut outcome = Ok(());
        self.watch();
        while outcome.is_ok() && (spawned < units || (self.waits() && spawned < units + PATIENCE)) {
            outcome = spawn_and_join(peer, block, &mut handles, tasks);
            spawned += tasks;
        }
        block.add_units(units);
        outcome.and(self.stop(block))
    }
}

#[cfg(test)]
mod tests {
    use std::ptr::null_mut;
    use std::thread;

    use super::*;
    use crate::abi::{ArmConfig, ArmHistogram};
    use crate::block::tests::{blank, extra};
    use crate::row::Row;

    const MEMBERS: u64 = 3;
    type Start = fn(&Peer, u64, Duration) -> Background;
    const STARTS: [Start; 2] = [Background::yields, Background::chains];

    fn one_worker() -> Peer {
        let config = ArmConfig {
            workers: 1,
            reserved: 0,
            seed: 1,
            on_thread_start: None,
            on_thread_stop: None,
            arg: null_mut(),
        };
        Peer::start(config, &Row::timed(0, true)).unwrap()
    }

    /// The outcome of stopping, and the turns reported.
    fn stopped(background: Background) -> (Outcome, Option<f64>) {
        let (mut raw, mut latency) = (blank(), ArmHistogram::new());
        let outcome = background.stop(&mut Block::new(&mut raw, &[], &mut latency));
        (outcome, extra(&raw, c"background_turns"))
    }

    #[test]
    fn who_has_no_turn_is_starved() {
        for start in STARTS {
            let peer = one_worker();
            let held = Arc::new(Signal::new());
            let hog = held.clone();
            peer.runtime.spawn(async move { hog.wait() }); // the worker's first task
            let background = start(&peer, MEMBERS, Duration::ZERO);
            background.watch();
            let shared = background.shared.clone();
            let release = thread::spawn(move || {
                while !shared.stopping.load(Relaxed) {
                    thread::yield_now();
                }
                held.raise();
            });
            let (outcome, turns) = stopped(background);
            release.join().unwrap();
            let expected = "starved: 3 of 3 background tasks had no turn meanwhile";
            assert_eq!((outcome, turns), (Err(expected.to_owned()), Some(0.0)));
        }
    }

    #[test]
    fn who_has_turns_is_not() {
        for start in STARTS {
            let peer = one_worker();
            let background = start(&peer, MEMBERS, Duration::ZERO);
            background.watch();
            while background.waits() {
                thread::yield_now();
            }
            let (outcome, turns) = stopped(background);
            assert_eq!(outcome, Ok(()));
            assert!(turns.unwrap() >= MEMBERS as f64);
        }
    }
}
