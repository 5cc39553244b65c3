// SPDX-License-Identifier: MIT
//! Threads, their slots, and the rest of the seam to the system.

use crate::state::{announce, is_running, record, switching, with};
use crate::trace::{fail, Event, Op};
use crate::{Site, SitePtr};
use loom::thread::JoinHandle;
use std::ffi::{c_char, c_void, CStr};

const THREADS_MAX: usize = loom::MAX_THREADS;
/// In words.
const STACK_WORDS: usize = 0x4000;

type AtExit = extern "C" fn(*mut c_void);

#[derive(Default)]
pub struct Thread {
    pub name: String,
    pub pending: Option<Event>,
    handle: Option<JoinHandle<()>>,
    is_joined: bool,
    slots: [usize; 2],
    at_exit: Option<AtExit>,
}

/// The model's body is loom's main thread.
pub fn enter_body() {
    with(|state| {
        state.threads.push(Thread {
            name: "body".to_string(),
            is_joined: true,
            ..Thread::default()
        })
    });
}

fn start(name: &str, run: impl FnOnce() + Send + 'static) -> Option<usize> {
    let number = with(|state| {
        let number = state.threads.len();
        if number < THREADS_MAX {
            state.threads.push(Thread { name: name.to_string(), ..Thread::default() });
        }
        number
    });
    if number >= THREADS_MAX {
        return None;
    }
    let body = move || {
        with(|state| state.current = number);
        run();
        leave(number);
    };
    let builder = loom::thread::Builder::new().stack_size(STACK_WORDS);
    let handle = switching(|| builder.spawn(body).expect("loom starts every thread"));
    with(|state| state.threads[number].handle = Some(handle));
    Some(number)
}

pub fn leave(number: usize) {
    let (at_exit, cache) = with(|state| {
        let thread = &mut state.threads[number];
        let cache = thread.slots[1];
        thread.slots[1] = 0;
        (thread.at_exit.take(), cache)
    });
    if let (Some(at_exit), true) = (at_exit, cache != 0) {
        at_exit(cache as *mut c_void);
    }
    with(|state| state.threads[number].pending = None);
}

fn join(number: usize) {
    let handle = with(|state| state.threads.get_mut(number).and_then(|t| t.handle.take()));
    let Some(handle) = handle else {
        fail("a thread that does not exist, or was joined, is joined");
    };
    switching(|| handle.join().expect("a thread that panics ends the process"));
    with(|state| state.threads[number].is_joined = true);
}

/// A model joins every thread it starts.
pub fn check_all_joined() {
    let stray = with(|state| state.threads.iter().position(|t| !t.is_joined));
    if let Some(number) = stray {
        fail(&format!("the model ended and did not join thread T{number}"));
    }
}

/// # Safety
/// `name` is a string, `run` may be called with `arg` on any model thread.
#[no_mangle]
pub unsafe extern "C" fn mc_thread_start(
    name: *const c_char,
    run: extern "C" fn(*mut c_void),
    arg: *mut c_void,
    site: SitePtr,
) -> usize {
    announce(site, 0, Op::Object);
    let name = CStr::from_ptr(name).to_string_lossy();
    let arg = arg as usize;
    let number = start(&name, move || run(arg as *mut c_void));
    record(site, 0, Op::Thread { number });
    number.unwrap_or(0)
}

#[no_mangle]
pub extern "C" fn mc_thread_join(thread: usize, site: SitePtr) {
    announce(site, 0, Op::Thread { number: Some(thread) });
    join(thread);
    record(site, 0, Op::Thread { number: Some(thread) });
}

#[no_mangle]
pub extern "C" fn mc_slot_get(slot: u32) -> *mut c_void {
    with(|state| state.threads[state.current].slots[slot as usize] as *mut c_void)
}

#[no_mangle]
pub extern "C" fn mc_slot_set(slot: u32, value: *mut c_void) {
    with(|state| {
        let me = state.current;
        state.threads[me].slots[slot as usize] = value as usize;
    });
}

#[no_mangle]
pub extern "C" fn mc_slot_at_exit(at_exit: AtExit) {
    with(|state| {
        let me = state.current;
        state.threads[me].at_exit = Some(at_exit);
    });
}

#[no_mangle]
pub extern "C" fn mc_thread_number() -> u32 {
    with(|state| state.current as u32 + 1)
}

/// A microsecond passes with every look.
#[no_mangle]
pub extern "C" fn mc_now() -> u64 {
    with(|state| {
        state.clock += 1000;
        state.clock
    })
}

#[no_mangle]
pub extern "C" fn mc_random_seed() -> u64 {
    1
}

/// # Safety
/// `text` is a string and `site` a site.
#[no_mangle]
pub unsafe extern "C" fn mc_check(condition: bool, text: *const c_char, site: *const Site) {
    if condition {
        return;
    }
    let text = CStr::from_ptr(text).to_string_lossy().into_owned();
    if is_running() {
        announce(site, 0, Op::Object);
    }
    fail(&format!("broken: {text}"));
}
