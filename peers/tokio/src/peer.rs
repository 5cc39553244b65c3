// SPDX-License-Identifier: MIT
//! The runtime under test: Tokio's multi-thread scheduler, with the one setting
//! of the row and otherwise left at its defaults, plus the threads the harness
//! pins.

use std::cell::Cell;
use std::io;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, Scope, ScopedJoinHandle};
use std::time::Duration;

#[cfg(tokio_unstable)]
use tokio::runtime::RngSeed;
use tokio::runtime::{Builder, Handle, Runtime};

use crate::abi::{ArmConfig, ThreadHook, THREAD_PRODUCER, THREAD_WORKER};
#[cfg(feature = "repro")]
use crate::guard;
use crate::metrics::{self, Counts};
use crate::row::Row;
use crate::{EAGAIN, ENOTSUP};

/// How long no further worker may report itself; the lab waits longer for an answer.
const START_PATIENCE: Duration = Duration::from_secs(5);
/// How long what a person's program left running may take to end.
#[cfg(feature = "repro")]
const END_PATIENCE: Duration = Duration::from_secs(2);

thread_local! {
    static WORKER_INDEX: Cell<Option<u32>> = const { Cell::new(None) };
}

/// The index the harness knows the calling worker by; None on other threads.
pub fn worker_index() -> Option<u32> {
    WORKER_INDEX.get()
}

pub struct Peer {
    pub runtime: Runtime,
    config: ArmConfig,
    /// Polls of all kinds; kept by a counting row only.
    polls: Option<Arc<AtomicU64>>,
    /// What the runtimes before this one have counted.
    pub retired: Counts,
}

impl Peer {
    /// Start the workers and wait until the harness has seen all of them.  Tokio panics
    /// where its first thread cannot be had, and goes on in silence without the others.
    pub fn start(config: ArmConfig, row: &Row) -> io::Result<Peer> {
        if !row.is_possible() {
            return Err(io::Error::from_raw_os_error(ENOTSUP));
        }
        let threads = Arc::new(Threads::new(config));
        let (starting, stopping) = (threads.clone(), threads.clone());
        let polls = row.is_counting().then(|| Arc::new(AtomicU64::new(0)));
        let mut builder = Builder::new_multi_thread();
        builder
            .worker_threads(config.workers as usize)
            .thread_name("tokio-worker")
            .on_thread_start(move || starting.on_start())
            .on_thread_stop(move || stopping.on_stop());
        #[cfg(any(feature = "stock", feature = "repro"))]
        builder.enable_all();
        if let Some(interval) = row.global_queue_interval() {
            builder.global_queue_interval(interval);
        }
        #[cfg(tokio_unstable)]
        configure_unstable(&mut builder, row, config.seed, polls.clone());
        #[cfg(feature = "repro")]
        guard::count_others();
        can_have_a_thread()?;
        let runtime = builder.build()?;
        threads.wait_for_workers()?;
        #[cfg(feature = "repro")]
        guard::install()?;
        Ok(Peer { runtime, config, polls, retired: Counts::default() })
    }

    /// Another runtime in place of this one; its counts go on from there.
    pub fn renew(&mut self, row: &Row) -> io::Result<()> {
        let mut fresh = Peer::start(self.config, row)?;
        fresh.retired = metrics::counts(self);
        *self = fresh;
        Ok(())
    }

    /// A runtime like this one, beside it; who drops it shuts it down.
    pub fn another(&self, row: &Row) -> io::Result<Peer> {
        Peer::start(self.config, row)
    }

    #[cfg(not(feature = "repro"))]
    pub fn stop(self) {}

    /// Whatever a person's program has left, which may be a task that never yields.
    #[cfg(feature = "repro")]
    pub fn stop(self) {
        self.runtime.shutdown_timeout(END_PATIENCE);
        guard::expect_ended();
    }

    pub fn polls(&self) -> Option<u64> {
        self.polls.as_ref().map(|polls| polls.load(Relaxed))
    }

    pub fn workers(&self) -> u64 {
        self.config.workers.into()
    }

    pub fn handle(&self) -> &Handle {
        self.runtime.handle()
    }

    /// A thread that is no worker; the harness pins and counts it like one.
    pub fn producer<'scope, T: Send + 'scope>(
        &self,
        scope: &'scope Scope<'scope, '_>,
        index: u32,
        body: impl FnOnce() -> T + Send + 'scope,
    ) -> io::Result<ScopedJoinHandle<'scope, T>> {
        let config = self.config;
        thread::Builder::new().name(format!("producer-{index}")).spawn_scoped(scope, move || {
            call(&config, config.on_thread_start, THREAD_PRODUCER, index);
            let result = body();
            call(&config, config.on_thread_stop, THREAD_PRODUCER, index);
            result
        })
    }
}

/// One thread, given back at once.  Weakness: if the very next one is refused Tokio's panic
/// aborts the process, with the reason on standard error.
fn can_have_a_thread() -> io::Result<()> {
    thread::Builder::new().spawn(|| ()).map(|thread| drop(thread.join()))
}

/// What only tokio_unstable offers.  A timed row is left alone but for its setting.
#[cfg(tokio_unstable)]
fn configure_unstable(builder: &mut Builder, row: &Row, seed: u64, polls: Option<Arc<AtomicU64>>) {
    if !row.has_lifo_slot() {
        builder.disable_lifo_slot();
    }
    if let Some(polls) = polls {
        builder.rng_seed(RngSeed::from_bytes(&seed.to_le_bytes()));
        builder.on_before_task_poll(move |_| {
            polls.fetch_add(1, Relaxed);
        });
    }
}

/// Tokio's thread callbacks carry no index and are called for every thread of
/// its blocking pool.  The workers are the first threads of that pool and the
/// only ones as long as nobody calls spawn_blocking, which nobody does here but
/// a person's own program: its further threads are pinned and counted as producers.
struct Threads {
    config: ArmConfig,
    started: AtomicU32,
    ready: Mutex<u32>,
    all_ready: Condvar,
}

impl Threads {
    fn new(config: ArmConfig) -> Self {
        let (started, ready) = (AtomicU32::new(0), Mutex::new(0));
        Threads { config, started, ready, all_ready: Condvar::new() }
    }

    fn on_start(&self) {
        let index = self.started.fetch_add(1, Relaxed);
        #[cfg(feature = "repro")]
        guard::runtime_thread_started();
        if index >= self.config.workers {
            #[cfg(feature = "repro")]
            self.on_blocking_start(index);
            return;
        }
        WORKER_INDEX.set(Some(index));
        call(&self.config, self.config.on_thread_start, THREAD_WORKER, index);
        *self.ready.lock().unwrap() += 1;
        self.all_ready.notify_one();
    }

    /// As many producers' places as workers, taken in turn.  The last place is taken first, so
    /// that the row names them all, however many such threads there were: the two sides of a
    /// pair must name the same.
    #[cfg(feature = "repro")]
    fn on_blocking_start(&self, index: u32) {
        for place in [self.config.workers - 1, index % self.config.workers] {
            call(&self.config, self.config.on_thread_start, THREAD_PRODUCER, place);
        }
    }

    fn on_stop(&self) {
        if let Some(index) = worker_index() {
            call(&self.config, self.config.on_thread_stop, THREAD_WORKER, index);
        }
        #[cfg(feature = "repro")]
        if worker_index().is_none() {
            call(&self.config, self.config.on_thread_stop, THREAD_PRODUCER, 0); // whose, it knows
        }
        #[cfg(feature = "repro")]
        guard::runtime_thread_ended();
    }

    fn wait_for_workers(&self) -> io::Result<()> {
        let mut ready = self.ready.lock().unwrap();
        while *ready < self.config.workers {
            let before = *ready;
            let nobody_came = |ready: &mut u32| *ready == before;
            ready =
                self.all_ready.wait_timeout_while(ready, START_PATIENCE, nobody_came).unwrap().0;
            if *ready == before {
                return Err(io::Error::from_raw_os_error(EAGAIN));
            }
        }
        Ok(())
    }
}

fn call(config: &ArmConfig, hook: ThreadHook, kind: i32, index: u32) {
    if let Some(hook) = hook {
        // SAFETY: arm.h: called on the thread concerned, with the config's arg.
        unsafe { hook(kind, index, config.arg) }
    }
}

#[cfg(test)]
pub mod tests {
    use std::future::poll_fn;
    use std::ptr::null_mut;
    use std::sync::mpsc::channel;
    use std::task::Poll;

    use super::*;

    const PROBES: usize = 20;

    pub fn one_worker(row: &Row) -> io::Result<Peer> {
        let config = ArmConfig {
            workers: 1,
            reserved: 0,
            seed: 1,
            on_thread_start: None,
            on_thread_stop: None,
            arg: null_mut(),
        };
        Peer::start(config, row)
    }

    /// How often the only worker polls a task of its own queue between two tasks
    /// of the inject queue, while neither is ever empty.
    fn local_polls_between_probes(interval: u32) -> Vec<u64> {
        let peer = one_worker(&Row::timed(interval, true)).unwrap();
        let turns = Arc::new(AtomicU64::new(0));
        let (tell_held, held) = channel();
        let (release, released) = channel();
        let mine = turns.clone();
        peer.runtime.spawn(poll_fn(move |context| {
            if mine.fetch_add(1, Relaxed) == 0 {
                tell_held.send(()).unwrap();
                released.recv().unwrap();
            }
            context.waker().wake_by_ref(); // to the back of the local queue
            Poll::<()>::Pending
        }));
        held.recv().unwrap();
        let probes: Vec<_> = (0..PROBES)
            .map(|_| {
                let turns = turns.clone();
                peer.runtime.spawn(async move { turns.load(Relaxed) })
            })
            .collect();
        release.send(()).unwrap();
        let seen: Vec<u64> =
            probes.into_iter().map(|probe| peer.runtime.block_on(probe).unwrap()).collect();
        seen.windows(2).map(|pair| pair[1] - pair[0]).collect()
    }

    #[test]
    fn a_fixed_interval_is_kept() {
        for interval in [1, 2, 61, 127] {
            let expected = vec![u64::from(interval) - 1; PROBES - 1];
            assert_eq!(local_polls_between_probes(interval), expected, "interval {interval}");
        }
    }

    #[test]
    fn a_new_runtime_counts_on_from_the_old_one() {
        let mut peer = one_worker(&Row::timed(0, true)).unwrap();
        while metrics::counts(&peer)[0] == 0 {
            thread::yield_now(); // until it has parked
        }
        peer.renew(&Row::timed(0, true)).unwrap();
        assert!(peer.retired[0] > 0);
        assert!(metrics::counts(&peer)[0] >= peer.retired[0]);
    }

    #[test]
    #[cfg(not(tokio_unstable))]
    fn what_needs_tokio_unstable_does_not_start() {
        let error = one_worker(&Row::timed(0, false)).err().unwrap();
        assert_eq!(error.raw_os_error(), Some(ENOTSUP));
    }
}
