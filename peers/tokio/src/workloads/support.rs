// SPDX-License-Identifier: MIT
//! What several workloads share: awaiting handles, a signal in a static, busy work,
//! and how long to be patient.

use std::future::Future;
use std::hint::black_box;
use std::sync::{Condvar, Mutex};
use std::time::{Duration, Instant};

use tokio::task::JoinHandle;

use crate::block::joined;
use crate::peer::Peer;

/// What is measured goes on until all others that are promised a turn meanwhile have
/// had it, by at most so many of its units, which count as time and not as work; who
/// has had no turn by then is starved.  The same number as in the lab's workload.h.
pub const PATIENCE: u64 = 1 << 22;

/// Await all handles in order; returns how many tasks completed.
pub async fn join_all(handles: &mut Vec<JoinHandle<()>>) -> Result<u64, String> {
    let mut completed = 0;
    for handle in handles.drain(..) {
        joined(handle.await)?;
        completed += 1;
    }
    Ok(completed)
}

/// Spawn a root task on a worker and let main wait for what it returns.
pub fn run_root<T: Send + 'static>(
    peer: &Peer,
    root: impl Future<Output = T> + Send + 'static,
) -> Result<T, String> {
    joined(peer.runtime.block_on(peer.runtime.spawn(root)))
}

/// A blocking signal that lives in a static, so that tasks need no clone of it.
pub struct Signal {
    raised: Mutex<bool>,
    changed: Condvar,
}

impl Signal {
    pub const fn new() -> Self {
        Signal { raised: Mutex::new(false), changed: Condvar::new() }
    }

    pub fn raise(&self) {
        *self.raised.lock().unwrap() = true;
        self.changed.notify_one();
    }

    /// Wait for it and lower it again.
    pub fn wait(&self) {
        let raised = self.raised.lock().unwrap();
        *self.changed.wait_while(raised, |raised| !*raised).unwrap() = false;
    }
}

/// Work of a known amount: each step needs the one before, so there is nothing to leave out.
pub fn steps_work(steps: u64) -> u64 {
    (0..black_box(steps)).fold(0x9e37_79b9_7f4a_7c15, |value: u64, step| {
        value.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(step)
    })
}

/// What a busy task does of its own, for so long: keep its CPU, or ask the system to run
/// others there, over and over, as Tokio's benches do.
#[derive(Clone, Copy)]
pub enum Stall {
    Spins(Duration),
    Yields(Duration),
}

impl Stall {
    pub fn micros(duration: u64, spins: bool) -> Self {
        let duration = Duration::from_micros(duration);
        if spins {
            Stall::Spins(duration)
        } else {
            Stall::Yields(duration)
        }
    }

    pub fn run(self) {
        let (duration, pause): (_, fn()) = match self {
            Stall::Spins(duration) => (duration, std::hint::spin_loop),
            Stall::Yields(duration) => (duration, std::thread::yield_now),
        };
        let started = Instant::now();
        while started.elapsed() < duration {
            pause();
        }
    }
}
