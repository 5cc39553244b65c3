// SPDX-License-Identifier: MIT
//! Tasks that keep the workers busy while something else is measured, and how long
//! they themselves wait, as in the lab's background.h: a member is a task that stalls
//! and yields, or a chain of tasks each of which stalls and spawns the next.  Each is
//! promised a turn while something is measured, because a scheduler that never runs
//! them would be the faster one; who measures goes on until nobody waits.  They start
//! anew in each block, so the time begins only when all have had a turn beside the same
//! load, and ends with the last iteration: then a longer block is more of the same.

use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release};
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::task::yield_now;

use super::spawn_remote_idle::spawn_and_join;
use super::support::{Signal, Stall, PATIENCE};
use crate::block::{expect_equal, Block, Outcome};
use crate::histogram::nanoseconds;
use crate::peer::{worker_index, Peer};

struct Shared {
    stopping: AtomicBool,
    /// Number of the watch that is kept: something is measured, turns count; or 0.
    watch: AtomicU32,
    running: AtomicU64,
    /// Have had their very first turn.
    started: AtomicU64,
    /// For their first turn since `watch`.
    waiting: AtomicU64,
    lost: AtomicU64,
    /// Begun while watched: a line for each worker that gives them, which costs no shared
    /// write; the first for threads that are none.
    turns: Box<[Line]>,
    longest_wait_ns: AtomicU64,
    ended: Signal,
}

#[repr(align(128))]
struct Line(AtomicU64);

impl Shared {
    /// Only this thread writes the line.
    fn count_turn(&self) {
        let turns = &self.turns[worker_index().map_or(0, |index| index as usize + 1)].0;
        turns.store(turns.load(Relaxed) + 1, Relaxed);
    }

    fn turns(&self) -> u64 {
        self.turns.iter().map(|line| line.0.load(Relaxed)).sum()
    }
}

/// Reads how many turns have begun while watched, so far; who reads it again later, ordered
/// after the first time, finds no fewer.
#[derive(Clone)]
pub struct Turns(Arc<Shared>);

impl Turns {
    pub fn begun(&self) -> u64 {
        self.0.turns()
    }
}

/// What a member knows of itself; it goes from link to link of a chain, and is added
/// up when the member ends.
struct Member {
    shared: Arc<Shared>,
    /// Since when it waits: spawned, or yielded.
    ready: Instant,
    longest_wait: Duration,
    /// The last in which it had a turn.
    watch: u32,
    started: bool,
}

impl Member {
    fn new(shared: &Arc<Shared>) -> Self {
        let (shared, ready) = (shared.clone(), Instant::now());
        Member { shared, ready, longest_wait: Duration::ZERO, watch: 0, started: false }
    }

    fn note_turn(&mut self) {
        let watch = self.shared.watch.load(Acquire);
        self.longest_wait = self.longest_wait.max(self.ready.elapsed());
        if !self.started {
            self.shared.started.fetch_add(1, Relaxed);
        }
        self.started = true;
        if watch == 0 {
            return;
        }
        self.shared.count_turn();
        if self.watch != watch {
            self.shared.waiting.fetch_sub(1, AcqRel);
        }
        self.watch = watch;
    }

    fn is_stopping(&self) -> bool {
        self.shared.stopping.load(Relaxed)
    }
}

impl Drop for Member {
    /// Who has ended waits no longer, whether it had a turn or was lost.
    fn drop(&mut self) {
        let shared = &self.shared;
        if self.watch != shared.watch.load(Acquire) {
            shared.waiting.fetch_sub(1, AcqRel);
        }
        if !self.is_stopping() {
            shared.lost.fetch_add(1, Relaxed);
        }
        shared.longest_wait_ns.fetch_max(nanoseconds(self.longest_wait), Relaxed);
        // AcqRel, so that the last one has seen the sums of the others.
        if shared.running.fetch_sub(1, AcqRel) == 1 {
            shared.ended.raise();
        }
    }
}

async fn yielder(mut member: Member, stall: Stall) {
    member.note_turn();
    while !member.is_stopping() {
        member.ready = Instant::now();
        yield_now().await;
        member.note_turn();
        stall.run();
    }
}

fn spawn_link(mut member: Member, stall: Stall) {
    member.ready = Instant::now();
    tokio::spawn(async move {
        member.note_turn();
        if !member.is_stopping() {
            stall.run();
            spawn_link(member, stall);
        }
    });
}

pub struct Background {
    shared: Arc<Shared>,
    members: u64,
}

impl Background {
    pub fn yields(peer: &Peer, members: u64, stall: Stall) -> Self {
        let background = Background::new(peer, members);
        for _ in 0..members {
            peer.runtime.spawn(yielder(Member::new(&background.shared), stall));
        }
        background
    }

    pub fn chains(peer: &Peer, members: u64, stall: Stall) -> Self {
        let background = Background::new(peer, members);
        let _context = peer.runtime.enter();
        for _ in 0..members {
            spawn_link(Member::new(&background.shared), stall);
        }
        background
    }

    fn new(peer: &Peer, members: u64) -> Self {
        let shared = Shared {
            stopping: AtomicBool::new(false),
            watch: AtomicU32::new(0),
            running: AtomicU64::new(members),
            started: AtomicU64::new(0),
            waiting: AtomicU64::new(members),
            lost: AtomicU64::new(0),
            turns: (0..=peer.workers()).map(|_| Line(AtomicU64::new(0))).collect(),
            longest_wait_ns: AtomicU64::new(0),
            ended: Signal::new(),
        };
        Background { shared: Arc::new(shared), members }
    }

    /// From here on every member is promised a turn; again, and it is promised another.
    pub fn watch(&self) {
        let shared = &self.shared;
        shared.waiting.store(shared.running.load(Relaxed), Relaxed);
        // Release, so that who sees the watch takes its turn off the new count.
        shared.watch.store(shared.watch.load(Relaxed) + 1, Release);
    }

    /// None: there are no members.
    pub fn turns(&self) -> Option<Turns> {
        (self.members > 0).then(|| Turns(self.shared.clone()))
    }

    /// Has a member had no turn yet?
    pub fn waits(&self) -> bool {
        self.shared.waiting.load(Acquire) > 0
    }

    /// End them all, and report.
    pub fn stop(self, block: &mut Block) -> Outcome {
        let (shared, members) = (&self.shared, self.members);
        let starved = shared.waiting.load(Relaxed);
        shared.watch.store(0, Relaxed);
        shared.stopping.store(true, Relaxed);
        if members == 0 {
            return Ok(());
        }
        shared.ended.wait();
        block.sum(c"background_turns", c"turn", shared.turns() as f64);
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

    /// Spawn and join among them, untimed until all are at work, then timed, untimed again until
    /// all have had another turn, and end them: all of spawn_remote_busy1 and 2 but for the start.
    pub fn spawn_and_join(self, peer: &Peer, block: &mut Block, tasks: u64) -> Outcome {
        let mut handles = Vec::with_capacity(tasks as usize);
        let outcome =
            self.settle_and_time(block, tasks, || spawn_and_join(peer, &mut handles, tasks));
        block.add_units(block.iterations() * tasks);
        outcome.and(self.stop(block))
    }

    fn settle_and_time(
        &self,
        block: &mut Block,
        tasks: u64,
        mut iteration: impl FnMut() -> Outcome,
    ) -> Outcome {
        self.watch();
        iteration()?;
        self.until_all_had_turns(tasks, &mut iteration)?;
        let started = self.shared.started.load(Relaxed);
        if self.waits() {
            return Ok(()); // starved: there is nothing to time
        }
        self.watch();
        for _ in 0..block.iterations() {
            block.time(&mut iteration)?;
        }
        let starts = self.shared.started.load(Relaxed) - started;
        let tail = self.until_all_had_turns(tasks, &mut iteration)?;
        block.sum(c"background_starts", c"task", starts as f64);
        block.sum(c"background_tail", c"task", tail as f64);
        Ok(())
    }

    /// Until no member waits, as long as patience lasts; returns how many tasks that were.
    fn until_all_had_turns(
        &self,
        tasks: u64,
        mut iteration: impl FnMut() -> Outcome,
    ) -> Result<u64, String> {
        let mut spawned = 0;
        while self.waits() && spawned < PATIENCE {
            iteration()?;
            spawned += tasks;
        }
        Ok(spawned)
    }
}

#[cfg(test)]
pub mod tests {
    use std::ptr::null_mut;
    use std::thread;

    use super::*;
    use crate::abi::{ArmConfig, ArmHistogram};
    use crate::block::tests::{blank, extra};
    use crate::row::Row;

    const MEMBERS: u64 = 3;
    type Start = fn(&Peer, u64, Stall) -> Background;
    pub const NO_STALL: Stall = Stall::Yields(Duration::ZERO);
    const STARTS: [Start; 2] = [Background::yields, Background::chains];

    pub fn one_worker() -> Peer {
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

    /// Keep its worker until this is raised.
    pub fn hold(peer: &Peer) -> Arc<Signal> {
        let (running, held) = (Arc::new(Signal::new()), Arc::new(Signal::new()));
        let (begun, until) = (running.clone(), held.clone());
        peer.runtime.spawn(async move {
            begun.raise();
            until.wait();
        });
        running.wait();
        held
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
            let held = hold(&peer);
            let background = start(&peer, MEMBERS, NO_STALL);
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
            let background = start(&peer, MEMBERS, NO_STALL);
            background.watch();
            while background.waits() {
                thread::yield_now();
            }
            let (outcome, turns) = stopped(background);
            assert_eq!(outcome, Ok(()));
            assert!(turns.unwrap() >= MEMBERS as f64);
        }
    }
    /// Nothing begins in the time of a block, so a longer one is more of the same.
    #[test]
    fn all_are_at_work_before_the_time_begins() {
        for (start, iterations) in STARTS.into_iter().flat_map(|start| [(start, 1), (start, 4)]) {
            let peer = one_worker();
            let (mut raw, mut latency) = (blank(), ArmHistogram::new());
            raw.iterations = iterations;
            let mut block = Block::new(&mut raw, &[], &mut latency);
            let outcome = start(&peer, MEMBERS, NO_STALL).spawn_and_join(&peer, &mut block, 5);
            assert_eq!((outcome, raw.units), (Ok(()), 5 * iterations));
            assert_eq!(extra(&raw, c"background_starts"), Some(0.0));
        }
    }
}
