// SPDX-License-Identifier: MIT
//! What Tokio's benches measure (benches/rt_multi_threaded.rs and remote_spawn.rs of the
//! version in Cargo.toml), in words of our own: the same runtime, tasks, waits and timed
//! region, by the name of the lab's workload that has the bench as its origin.
//!
//! A block is what a sample is in criterion: `iterations` repetitions under one clock, on a
//! runtime of its own where the bench makes one per sample.  Weakness: a busy runtime is so
//! for one block, after one untimed iteration, and not for a whole bench after seconds of
//! warm-up, because a process of the lab is at rest between blocks.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::sync::mpsc::{sync_channel, SyncSender};
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::{Duration, Instant};

use tokio::runtime::Runtime;
use tokio::sync::oneshot;
use tokio::task::{yield_now, JoinHandle};

pub struct Param {
    pub name: &'static str,
    pub fallback: u64,
}

pub struct Kernel {
    pub name: &'static str,
    pub unit: &'static str,
    pub flags: &'static str,
    pub params: &'static [Param],
    /// The bench makes a runtime for each of criterion's samples.
    pub fresh_runtime: bool,
    pub run: fn(&Block) -> Duration,
    /// Units of one iteration.
    pub units: fn(&[u64]) -> u64,
}

pub struct Block<'a> {
    pub runtime: &'a Runtime,
    pub workers: u64,
    pub params: &'a [u64],
    pub iterations: u64,
}

const fn param(name: &'static str, fallback: u64) -> Param {
    Param { name, fallback }
}

const PARKS: &str = "\"parks\",\"needs-remote\"";
const BACKGROUND: Param = param("background", 0);
const STALL_US: Param = param("stall_us", 10);
const SPIN: Param = param("spin", 0);

/// Parameters are the lab's, all of them; what a bench cannot do otherwise is not looked at.
pub static KERNELS: [Kernel; 8] = [
    Kernel {
        name: "spawn_block_on",
        unit: "task",
        flags: PARKS,
        params: &[param("tasks", 10_000), param("clones", 1)],
        fresh_runtime: false,
        run: spawn_many_local,
        units: |params| params[0],
    },
    Kernel {
        name: "spawn_remote_idle",
        unit: "task",
        flags: "\"needs-remote\"",
        params: &[param("tasks", 10_000)],
        fresh_runtime: false,
        run: spawn_many_remote,
        units: |params| params[0],
    },
    Kernel {
        name: "spawn_remote_busy1",
        unit: "task",
        flags: PARKS,
        params: &[param("tasks", 10_000), BACKGROUND, STALL_US, SPIN],
        fresh_runtime: false,
        run: among_yielders,
        units: |params| params[0],
    },
    Kernel {
        name: "spawn_remote_busy2",
        unit: "task",
        flags: PARKS,
        params: &[param("tasks", 1_000), BACKGROUND, STALL_US, SPIN],
        fresh_runtime: false,
        run: among_chains,
        units: |params| params[0],
    },
    Kernel {
        name: "yield_many",
        unit: "yield",
        flags: "",
        params: &[param("tasks", 200), param("yields", 1_000), param("from_main", 0)],
        fresh_runtime: true,
        run: yield_many,
        units: |params| params[0] * params[1],
    },
    Kernel {
        name: "ping_pong",
        unit: "pair",
        flags: "",
        params: &[param("pairs", 1_000), param("clones", 1)],
        fresh_runtime: false,
        run: ping_pong,
        units: |params| params[0],
    },
    Kernel {
        name: "chained_spawn",
        unit: "task",
        flags: "\"parks\"",
        params: &[param("links", 1_000)],
        fresh_runtime: true,
        run: chained_spawn,
        units: |params| params[0],
    },
    Kernel {
        name: "remote_spawn",
        unit: "task",
        flags: PARKS,
        params: &[
            param("producers", 1),
            param("tasks", 12_800),
            param("completion", 0),
            param("fresh_runtime", 0),
        ],
        fresh_runtime: true,
        run: remote_spawn,
        units: |params| params[1] / params[0] * params[0],
    },
];

fn timed(iterations: u64, mut iteration: impl FnMut()) -> Duration {
    let started = Instant::now();
    for _ in 0..iterations {
        iteration();
    }
    started.elapsed()
}

fn spawn_many_local(block: &Block) -> Duration {
    let tasks = block.params[0];
    let (done, ended) = sync_channel(1000);
    let left = Arc::new(AtomicU64::new(0));
    timed(block.iterations, || {
        left.store(tasks, Relaxed);
        block.runtime.block_on(async {
            for _ in 0..tasks {
                let (done, left) = (done.clone(), left.clone());
                tokio::spawn(async move {
                    if left.fetch_sub(1, Relaxed) == 1 {
                        done.send(()).unwrap();
                    }
                });
            }
            ended.recv().unwrap();
        });
    })
}

// ------------------------------------------------------ spawn_many_remote_* --

fn spawn_and_join(runtime: &Runtime, handles: &mut Vec<JoinHandle<()>>, tasks: u64) {
    for _ in 0..tasks {
        handles.push(runtime.spawn(async {}));
    }
    runtime.block_on(async {
        for handle in handles.drain(..) {
            handle.await.unwrap();
        }
    });
}

fn spawn_many_remote(block: &Block) -> Duration {
    let mut handles = Vec::with_capacity(block.params[0] as usize);
    timed(block.iterations, || spawn_and_join(block.runtime, &mut handles, block.params[0]))
}

/// Spawning from outside while tasks that hold a clone of the flag go on, until it is lowered.
fn among(block: &Block, spawn_busy: impl FnOnce(&Arc<AtomicBool>)) -> Duration {
    let busy = Arc::new(AtomicBool::new(true));
    let mut handles = Vec::with_capacity(block.params[0] as usize);
    spawn_busy(&busy);
    spawn_and_join(block.runtime, &mut handles, block.params[0]);
    let elapsed =
        timed(block.iterations, || spawn_and_join(block.runtime, &mut handles, block.params[0]));
    busy.store(false, Relaxed);
    while Arc::strong_count(&busy) > 1 {
        thread::yield_now();
    }
    elapsed
}

fn stall(duration: Duration) {
    let started = Instant::now();
    while started.elapsed() < duration {
        thread::yield_now();
    }
}

fn members(block: &Block, otherwise: u64) -> u64 {
    match block.params[1] {
        0 => otherwise,
        given => given,
    }
}

fn among_yielders(block: &Block) -> Duration {
    let duration = Duration::from_micros(block.params[2]);
    among(block, |busy| {
        for _ in 0..members(block, 2 * block.workers) {
            let busy = busy.clone();
            block.runtime.spawn(async move {
                while busy.load(Relaxed) {
                    yield_now().await;
                    stall(duration);
                }
            });
        }
    })
}

fn spawn_link(busy: Arc<AtomicBool>, duration: Duration) {
    tokio::spawn(async move {
        if busy.load(Relaxed) {
            stall(duration);
            spawn_link(busy, duration);
        }
    });
}

fn among_chains(block: &Block) -> Duration {
    let duration = Duration::from_micros(block.params[2]);
    among(block, |busy| {
        for _ in 0..members(block, block.workers) {
            let busy = busy.clone();
            block.runtime.spawn(async move { spawn_link(busy, duration) });
        }
    })
}

// ------------------------------------------------------------ yield, messages --

fn yield_many(block: &Block) -> Duration {
    let (tasks, yields) = (block.params[0], block.params[1]);
    let (done, ended) = sync_channel(tasks as usize);
    timed(block.iterations, || {
        for _ in 0..tasks {
            let done = done.clone();
            block.runtime.spawn(async move {
                for _ in 0..yields {
                    yield_now().await;
                }
                done.send(()).unwrap();
            });
        }
        for _ in 0..tasks {
            ended.recv().unwrap();
        }
    })
}

async fn play(left: Arc<AtomicU64>, done: SyncSender<()>) {
    let (ping, pinged) = oneshot::channel();
    let (pong, ponged) = oneshot::channel();
    tokio::spawn(async move {
        pinged.await.unwrap();
        pong.send(()).unwrap();
    });
    ping.send(()).unwrap();
    ponged.await.unwrap();
    if left.fetch_sub(1, Relaxed) == 1 {
        done.send(()).unwrap();
    }
}

fn ping_pong(block: &Block) -> Duration {
    let pairs = block.params[0];
    let (done, ended) = sync_channel(1000);
    let left = Arc::new(AtomicU64::new(0));
    timed(block.iterations, || {
        let (done, left) = (done.clone(), left.clone());
        left.store(pairs, Relaxed);
        block.runtime.block_on(async {
            tokio::spawn(async move {
                for _ in 0..pairs {
                    tokio::spawn(play(left.clone(), done.clone()));
                }
            });
            ended.recv().unwrap();
        });
    })
}

fn chain(done: SyncSender<()>, links: u64) {
    if links == 0 {
        done.send(()).unwrap();
    } else {
        tokio::spawn(async move { chain(done, links - 1) });
    }
}

fn chained_spawn(block: &Block) -> Duration {
    let links = block.params[0];
    let (done, ended) = sync_channel(1000);
    timed(block.iterations, || {
        let done = done.clone();
        block.runtime.block_on(async {
            tokio::spawn(async move { chain(done, links) });
            ended.recv().unwrap();
        });
    })
}

// --------------------------------------------------------------- remote_spawn --

/// Only the pushing is timed; what was pushed is awaited before the next iteration.
fn remote_spawn(block: &Block) -> Duration {
    let (producers, share) = (block.params[0], block.params[1] / block.params[0]);
    let barrier = Barrier::new(producers as usize);
    let mut elapsed = Duration::ZERO;
    for _ in 0..block.iterations {
        let started = Instant::now();
        let handles = thread::scope(|scope| {
            let threads: Vec<_> =
                (0..producers).map(|_| scope.spawn(|| push(block, &barrier, share))).collect();
            threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
        });
        elapsed += started.elapsed();
        block.runtime.block_on(async {
            for handle in handles {
                handle.await.unwrap();
            }
        });
    }
    elapsed
}

fn push(block: &Block, barrier: &Barrier, share: u64) -> Vec<JoinHandle<()>> {
    let mut handles = Vec::with_capacity(share as usize);
    barrier.wait();
    for _ in 0..share {
        handles.push(block.runtime.spawn(async {}));
    }
    handles
}
