// SPDX-License-Identifier: MIT
//! Work that comes at a pace: a unit per period, and nothing to do in between, as in the
//! lab's trickle.h.  Due times are absolute; a unit whose time has passed is not left out but
//! counted in the extra `late`.  Whoever paces sleeps and never spins.  The time per unit is
//! the period by construction: what is told is CPU time, switches and parks per unit.

use std::io;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::{AcqRel, Relaxed};
use std::thread;
use std::time::{Duration, Instant};

use super::support::Signal;
use crate::block::{expect_equal, Block, Outcome};
use crate::peer::Peer;

pub struct Pace {
    period: Duration,
    /// When the last unit was due.
    due: Instant,
    late: u64,
}

impl Pace {
    pub fn begin(period_us: u64) -> Self {
        Pace { period: Duration::from_micros(period_us), due: Instant::now(), late: 0 }
    }

    /// Sleep until the next unit is due.  The same system call as the lab's wait with a timeout;
    /// nobody unparks who waits here, and if somebody did it would wait for the rest.
    pub fn next(&mut self) {
        let mut now = Instant::now();
        self.due += self.period;
        if now >= self.due {
            self.late += 1;
        }
        while now < self.due {
            thread::park_timeout(self.due - now);
            now = Instant::now();
        }
    }

    pub fn report(&self, block: &mut Block) {
        block.sum(c"late", c"unit", self.late as f64);
    }
}

/// Tasks that have not ended yet; static, so that a task needs no clone of it.
pub struct Open {
    tasks: AtomicU64,
    none: Signal,
}

impl Open {
    pub const fn new() -> Self {
        Open { tasks: AtomicU64::new(0), none: Signal::new() }
    }

    /// As a task's last deed.
    pub fn end(&self) {
        // AcqRel, so that the last one has seen what the others did.
        if self.tasks.fetch_sub(1, AcqRel) == 1 {
            self.none.raise();
        }
    }

    /// The timed region of a block: a producer thread calls `push` per iteration, at the pace
    /// and with the time it was due, and all that it spawned have ended.
    pub fn run_outside(
        &self,
        peer: &Peer,
        block: &mut Block,
        period_us: u64,
        push: impl Fn(Instant) + Send,
    ) -> Outcome {
        let tasks = block.iterations();
        self.tasks.store(tasks, Relaxed);
        let paced = block.time(|| {
            let mut pace = Pace::begin(period_us);
            let pace = thread::scope(|scope| {
                let producer = peer.producer(scope, 0, move || {
                    for _ in 0..tasks {
                        pace.next();
                        push(pace.due);
                    }
                    pace
                })?;
                Ok::<_, io::Error>(producer.join().unwrap())
            })?;
            self.none.wait();
            Ok(pace)
        });
        paced.map_err(|error: io::Error| block.cannot(error))?.report(block);
        block.add_units(tasks);
        expect_equal("tasks that did not run", self.tasks.load(Relaxed), 0)
    }
}

/// All of a workload whose tasks do nothing.
pub fn run(peer: &Peer, block: &mut Block) -> Outcome {
    static OPEN: Open = Open::new();
    let period_us = block.param(0);
    OPEN.run_outside(peer, block, period_us, |_| {
        peer.handle().spawn(async { OPEN.end() });
    })
}

#[cfg(test)]
mod tests {
    use super::super::background::tests::one_worker;
    use super::*;
    use crate::abi::ArmHistogram;
    use crate::block::tests::{blank, extra};

    #[test]
    fn each_unit_is_waited_for() {
        let mut pace = Pace::begin(1000);
        let began = pace.due;
        for unit in 1..=5 {
            pace.next();
            assert_eq!(pace.due, began + unit * Duration::from_millis(1));
            assert!(Instant::now() >= pace.due);
        }
    }

    #[test]
    fn what_is_late_is_counted_and_not_left_out() {
        let mut pace = Pace::begin(1);
        pace.due = Instant::now().checked_sub(Duration::from_secs(1)).unwrap();
        for _ in 0..5 {
            pace.next();
        }
        assert_eq!(pace.late, 5);
    }

    #[test]
    fn all_tasks_end_in_the_block() {
        let peer = one_worker();
        let (mut raw, mut latency) = (blank(), ArmHistogram::new());
        raw.iterations = 20;
        let outcome = run(&peer, &mut Block::new(&mut raw, &[10], &mut latency));
        assert_eq!((outcome, raw.units), (Ok(()), 20));
        assert!(extra(&raw, c"late").is_some());
    }
}
