// SPDX-License-Identifier: MIT
//! The runtime under test: Tokio's multi-thread scheduler, configured as the row
//! says and otherwise left at its defaults, plus the threads the harness pins.

use std::cell::Cell;
use std::io;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{Builder, Scope, ScopedJoinHandle};

use tokio::runtime::{self, Handle, Runtime};

use crate::abi::{ArmConfig, ThreadHook, THREAD_PRODUCER, THREAD_WORKER};

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
}

impl Peer {
    /// Start the workers and wait until the harness has seen all of them.
    pub fn start(config: ArmConfig) -> io::Result<Peer> {
        let threads = Arc::new(Threads::new(config));
        let (starting, stopping) = (threads.clone(), threads.clone());
        let mut builder = runtime::Builder::new_multi_thread();
        builder
            .worker_threads(config.workers as usize)
            .thread_name("tokio-worker")
            .on_thread_start(move || starting.on_start())
            .on_thread_stop(move || stopping.on_stop());
        #[cfg(feature = "stock")]
        builder.enable_all();
        #[cfg(tokio_unstable)]
        builder.rng_seed(runtime::RngSeed::from_bytes(&config.seed.to_le_bytes()));
        let runtime = builder.build()?;
        threads.wait_for_workers();
        Ok(Peer { runtime, config })
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
        Builder::new().name(format!("producer-{index}")).spawn_scoped(scope, move || {
            call(&config, config.on_thread_start, THREAD_PRODUCER, index);
            let result = body();
            call(&config, config.on_thread_stop, THREAD_PRODUCER, index);
            result
        })
    }
}

/// Tokio's thread callbacks carry no index and are called for every thread of
/// its blocking pool.  The workers are the first threads of that pool and the
/// only ones as long as nobody calls spawn_blocking, which nobody does here.
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
        if index >= self.config.workers {
            return;
        }
        WORKER_INDEX.set(Some(index));
        call(&self.config, self.config.on_thread_start, THREAD_WORKER, index);
        *self.ready.lock().unwrap() += 1;
        self.all_ready.notify_one();
    }

    fn on_stop(&self) {
        if let Some(index) = worker_index() {
            call(&self.config, self.config.on_thread_stop, THREAD_WORKER, index);
        }
    }

    fn wait_for_workers(&self) {
        let ready = self.ready.lock().unwrap();
        let some_missing = |ready: &mut u32| *ready < self.config.workers;
        drop(self.all_ready.wait_while(ready, some_missing).unwrap());
    }
}

fn call(config: &ArmConfig, hook: ThreadHook, kind: i32, index: u32) {
    if let Some(hook) = hook {
        // SAFETY: arm.h: called on the thread concerned, with the config's arg.
        unsafe { hook(kind, index, config.arg) }
    }
}
