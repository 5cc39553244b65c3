// SPDX-License-Identifier: MIT
//! What a task takes of the heap while it is alive: a root reads how much is in use, spawns
//! tasks that yield until they are told to end, and reads again before it tells them.  The
//! handles lie in memory that is there before the first reading, and do not count.
//!
//! The future is written by hand, so that its state is one word, as in C: what rustc makes of
//! an async fn that does the same has 40 bytes, and Tokio rounds a task up to 128 or 256.

use std::future::Future;
use std::pin::{pin, Pin};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use tokio::task::{yield_now, JoinHandle};

use super::support::run_root;
use super::{About, Workload, SPAWN_HEAVY};
use crate::abi::{ArmParam, HeapBytes};
use crate::block::{expect_equal, joined, Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] =
    &[ArmParam::new(c"tasks", c"tasks that are alive at the same time", 10_000, 1, 10_000_000)];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"live_tasks",
        family: SPAWN_HEAVY,
        unit: c"task",
        measures: c"Bytes of the heap per live task (extra live_bytes); timed: spawning all of \
                    them, and their end.",
        origin: c"schedlab",
        params: PARAMS,
        flags: 0,
    },
    run,
);

/// As long as the tasks are to live.  A static, so that they own nothing.
static ALIVE: AtomicBool = AtomicBool::new(false);

struct Live {
    /// None: nobody can know.
    bytes: Option<i64>,
    spawning: Duration,
    told_to_end: Instant,
}

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let tasks = block.param(0);
    let heap = block.heap_bytes();
    let mut bytes = Some(0);
    for iteration in 0..block.iterations() {
        let handles = Vec::with_capacity(tasks as usize);
        let numbers = iteration * tasks..(iteration + 1) * tasks;
        let live = run_root(peer, root(numbers, handles, heap))??;
        block.add_time(live.spawning + live.told_to_end.elapsed());
        block.add_units(tasks);
        bytes = bytes.zip(live.bytes).map(|(sum, more)| sum + more);
    }
    // Tasks that are alive are never none.
    if let Some(bytes) = bytes.filter(|bytes| *bytes > 0) {
        block.sum(c"live_bytes", c"byte", bytes as f64);
    }
    Ok(())
}

/// `handles` has room for all.
async fn root(
    numbers: std::ops::Range<u64>,
    mut handles: Vec<JoinHandle<u64>>,
    heap: HeapBytes,
) -> Result<Live, String> {
    ALIVE.store(true, Relaxed);
    let before = heap.read();
    let started = Instant::now();
    handles.extend(numbers.clone().map(|number| tokio::spawn(Task { number })));
    let spawning = started.elapsed();
    let after = heap.read();
    let bytes = before.zip(after).map(|(before, after)| after.wrapping_sub(before) as i64);
    let told_to_end = Instant::now();
    ALIVE.store(false, Relaxed);
    for (handle, number) in handles.into_iter().zip(numbers) {
        expect_equal("what a task returned", joined(handle.await)?, number + 1)?;
    }
    Ok(Live { bytes, spawning, told_to_end })
}

/// `while alive { yield_now().await }; number + 1`
struct Task {
    number: u64,
}

impl Future for Task {
    type Output = u64;

    fn poll(self: Pin<&mut Self>, context: &mut Context) -> Poll<u64> {
        while ALIVE.load(Relaxed) {
            // Tokio has the waker by then; the next poll need not know of this yield.
            if pin!(yield_now()).poll(context).is_pending() {
                return Poll::Pending;
            }
        }
        Poll::Ready(self.number + 1)
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::c_char;
    use std::mem::size_of;
    use std::ptr::{null, null_mut};
    use std::sync::atomic::AtomicU64;

    use super::*;
    use crate::abi::{ArmConfig, ArmHistogram};
    use crate::block::tests::{blank, extra};
    use crate::row::Row;

    const TASKS: u64 = 5;
    const ITERATIONS: u64 = 3;

    /// 7 bytes more with each reading.
    unsafe extern "C" fn growing(bytes: *mut u64) -> *const c_char {
        static READINGS: AtomicU64 = AtomicU64::new(0);
        *bytes = 7 * READINGS.fetch_add(1, Relaxed);
        null()
    }

    unsafe extern "C" fn unknown(_bytes: *mut u64) -> *const c_char {
        c"nobody can know".as_ptr()
    }

    /// What the block reports, run on one worker.
    fn live_bytes(heap_bytes: HeapBytes) -> Option<f64> {
        let config = ArmConfig {
            workers: 1,
            reserved: 0,
            seed: 1,
            on_thread_start: None,
            on_thread_stop: None,
            arg: null_mut(),
        };
        let peer = Peer::start(config, &Row::timed(0, true)).unwrap();
        let (mut raw, mut latency) = (blank(), ArmHistogram::new());
        (raw.iterations, raw.heap_bytes) = (ITERATIONS, heap_bytes);
        run(&peer, &mut Block::new(&mut raw, &[TASKS], &mut latency)).unwrap();
        assert_eq!(raw.units, ITERATIONS * TASKS);
        extra(&raw, c"live_bytes")
    }

    #[test]
    fn the_state_is_one_word() {
        assert_eq!(size_of::<Task>(), size_of::<u64>());
    }

    #[test]
    fn what_the_heap_grows_by_is_added_up() {
        assert_eq!(live_bytes(HeapBytes(Some(growing))), Some(7.0 * ITERATIONS as f64));
    }

    #[test]
    fn what_nobody_can_know_is_absent() {
        assert_eq!(live_bytes(HeapBytes(Some(unknown))), None);
        assert_eq!(live_bytes(HeapBytes(None)), None);
    }
}
