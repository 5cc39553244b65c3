// SPDX-License-Identifier: MIT
//! Several threads from outside spawn at once: contention on the way into the
//! runtime.  With completion=0 what is timed is the pushing alone, as in Tokio's
//! bench; thread creation is part of it on every arm, and `open_waits` says how many
//! tasks had not run by then.  fresh_runtime=1 makes a runtime per block, outside the time,
//! as Tokio's bench does per sample.

use std::ffi::CStr;
use std::io;
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Instant;

use tokio::task::JoinHandle;

use super::{About, Workload, SPAWN_HEAVY};
use crate::abi::{ArmParam, NEEDS_REMOTE, PARKS};
use crate::block::{expect_equal, joined, Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"producers", c"threads that spawn", 1, 1, 64),
    ArmParam::new(c"tasks", c"tasks spawned by all of them together", 12_800, 1, 10_000_000),
    ArmParam::new(c"completion", c"0: time the pushing, 1: until all tasks completed", 0, 0, 1),
    ArmParam::new(c"fresh_runtime", c"0: one for all blocks, 1: each block makes its own", 0, 0, 1),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"remote_spawn",
        family: SPAWN_HEAVY,
        unit: c"task",
        measures: c"Fresh outside threads spawn empty tasks at once; how many had not run by then is \
                   in open_waits.",
        origin: c"tokio benches/remote_spawn.rs, with fresh_runtime=1",
        params: PARAMS,
        flags: PARKS | NEEDS_REMOTE,
    },
    run,
)
.refusing(refuses)
.renewing(|params| params[3] != 0);

fn refuses(params: &[u64]) -> Option<&'static CStr> {
    (params[1] < params[0]).then_some(c"tasks must be at least as many as producers")
}

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let (producers, share) = (block.param(0), block.param(1) / block.param(0));
    let until_completed = block.param(2) != 0;
    let mut handles: Vec<Handle> = (0..producers * share).map(|_| None).collect();
    for _ in 0..block.iterations() {
        let started = Instant::now();
        let produced = produce(peer, &mut handles, share);
        produced.map_err(|error| block.cannot(error))?;
        let pushed = started.elapsed();
        let open_waits = match until_completed {
            true => 0,
            false => handles.iter().flatten().filter(|handle| !handle.is_finished()).count(),
        };
        let completed = peer.runtime.block_on(join_all(&mut handles))?;
        block.add_time(if until_completed { started.elapsed() } else { pushed });
        block.sum(c"open_waits", c"task", open_waits as f64);
        expect_equal("tasks completed", completed, producers * share)?;
        block.add_units(completed);
    }
    Ok(())
}

/// Where a producer leaves its task; in room that is made outside the time, as on the C side.
type Handle = Option<JoinHandle<()>>;

/// Await all in order; returns how many tasks completed.
async fn join_all(handles: &mut [Handle]) -> Result<u64, String> {
    let mut completed = 0;
    for handle in handles.iter_mut().filter_map(Option::take) {
        joined(handle.await)?;
        completed += 1;
    }
    Ok(completed)
}

/// From the creation of the producers, each with `share` of the handles, to the join of the last.
fn produce(peer: &Peer, handles: &mut [Handle], share: u64) -> io::Result<()> {
    let start = Start::new(handles.len() as u64 / share);
    thread::scope(|scope| {
        let threads: Vec<_> = handles
            .chunks_mut(share as usize)
            .enumerate()
            .map(|(index, handles)| {
                let start = &start;
                let producer =
                    peer.producer(scope, index as u32, move || spawn_all(peer, start, handles));
                if producer.is_err() {
                    start.arrive(); // in its place: the others wait for it
                }
                producer
            })
            .collect();
        let mut outcome = Ok(());
        for thread in threads {
            match thread {
                Ok(thread) => thread.join().unwrap(),
                Err(error) => outcome = Err(error),
            }
        }
        outcome
    })
}

/// A barrier at which others may arrive for those that never come.
struct Start {
    missing: Mutex<u64>,
    open: Condvar,
}

impl Start {
    fn new(producers: u64) -> Self {
        Start { missing: Mutex::new(producers), open: Condvar::new() }
    }

    fn arrive(&self) {
        *self.missing.lock().unwrap() -= 1;
        self.open.notify_all();
    }

    fn wait(&self) {
        let missing = self.missing.lock().unwrap();
        drop(self.open.wait_while(missing, |missing| *missing > 0).unwrap());
    }
}

fn spawn_all(peer: &Peer, start: &Start, handles: &mut [Handle]) {
    start.arrive();
    start.wait();
    for handle in handles {
        *handle = Some(peer.handle().spawn(async {}));
    }
}
