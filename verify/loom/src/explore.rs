// SPDX-License-Identifier: MIT
//! model_engine.h: the search.

use crate::memory::Memory;
use crate::state::{with, State};
use crate::{plain, threads, trace};
use loom::sync::atomic::AtomicU32;
use std::ffi::c_char;
use std::io::Write;
use std::rc::Rc;
use std::time::{Duration, Instant};

/// ENGINE_FAILED of model_engine.h.
pub const EXIT_FAILED: i32 = 10;
/// loom looks at the clock and at the number of executions every so many of them.
const CHECKPOINT: usize = 100;

/// `struct engine_options`
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Options {
    bound: i32,
    surprises: u32,
    max_seconds: u32,
    max_branches: u32,
    trace_execution: u64,
    max_executions: u64,
}

/// `struct engine_result`, in memory shared with the parent process.
#[repr(C)]
pub struct Outcome {
    executions: u64,
    is_exhaustive: bool,
}

pub fn print(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
    let _ = std::io::stdout().flush();
}

#[no_mangle]
pub extern "C" fn engine_name() -> *const c_char {
    c"loom".as_ptr()
}

fn begin(options: &Options) {
    plain::reset();
    with(|state| {
        let mut memory = std::mem::take(&mut state.memory);
        memory.reset();
        let mut log = std::mem::take(&mut state.log);
        log.clear();
        *state = State {
            is_running: true,
            memory,
            log,
            surprises_left: options.surprises,
            ..State::default()
        };
        state.fence = Some(Rc::new(AtomicU32::new(0)));
    });
}

fn end(options: &Options, number: u64) {
    threads::check_all_joined();
    if let Some(block) = with(|state| state.memory.first_leak()) {
        // SAFETY: sites are static objects of the model's program.
        let (file, line) =
            unsafe { (std::ffi::CStr::from_ptr((*block.site).file), (*block.site).line) };
        let file = file.to_string_lossy();
        trace::fail(&format!("leak: {} bytes allocated at {file}:{line}", block.bytes));
    }
    if options.trace_execution == number {
        print(&format!("execution {number}:\n{}", with(|state| trace::steps(state))));
    }
    // Objects of this execution go before it ends.
    with(|state| {
        let memory = std::mem::take(&mut state.memory);
        let log = std::mem::take(&mut state.log);
        *state = State { memory, log, ..State::default() };
    });
    plain::reset();
}

fn one_execution(body: extern "C" fn(), options: &Options, outcome: usize) {
    // SAFETY: the caller's, alive for the whole search; one thread.
    let number = unsafe {
        let outcome = &mut *(outcome as *mut Outcome);
        outcome.executions += 1;
        outcome.executions
    };
    if number == 1 {
        trace::install();
    }
    begin(options);
    threads::enter_body();
    body();
    threads::leave(0);
    end(options, number);
}

/// # Safety
/// The pointers are valid for the call.
#[no_mangle]
pub unsafe extern "C" fn engine_explore(
    body: extern "C" fn(),
    options: *const Options,
    outcome: *mut Outcome,
) {
    let options = *options;
    let mut builder = loom::model::Builder::new();
    builder.preemption_bound = usize::try_from(options.bound).ok();
    builder.max_branches = options.max_branches as usize;
    builder.max_duration =
        (options.max_seconds > 0).then(|| Duration::from_secs(options.max_seconds.into()));
    builder.checkpoint_interval = CHECKPOINT;
    builder.max_permutations = (options.max_executions > 0)
        .then(|| usize::try_from(options.max_executions).unwrap_or(usize::MAX));
    builder.location = false;
    builder.log = false;
    with(|state| {
        let mut memory = Memory::default();
        memory.map();
        state.memory = memory;
    });
    let began = Instant::now();
    let shared = outcome as usize;
    builder.check(move || one_execution(body, &options, shared));
    let limit = builder.max_duration.unwrap_or(Duration::MAX);
    let most = builder.max_permutations.map_or(u64::MAX, |most| most as u64);
    let next = (*outcome).executions + 1;
    let stopped = next % CHECKPOINT as u64 == 0 && (began.elapsed() >= limit || next >= most);
    (*outcome).is_exhaustive = !stopped;
}
