// SPDX-License-Identifier: MIT
//! The state of one execution, and of the search it belongs to.

use crate::atomics::Atom;
use crate::blocking::{Cond, Futex, Lock};
use crate::memory::Memory;
use crate::threads::Thread;
use crate::trace::{Event, Op};
use crate::SitePtr;
use loom::sync::atomic::AtomicU32;
use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::rc::Rc;

/// Keys are addresses: spread them, nothing more.
#[derive(Default)]
pub struct AddressHasher(u64);

impl Hasher for AddressHasher {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {
        unreachable!("keys are usize")
    }
    fn write_usize(&mut self, key: usize) {
        self.0 = (key as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
    }
}

pub type ByAddress<T> = HashMap<usize, T, BuildHasherDefault<AddressHasher>>;

#[derive(Default)]
pub struct State {
    /// Inside an execution; calls outside (constructors) do nothing.
    pub is_running: bool,
    /// Which model thread runs; restored after every loom call.
    pub current: usize,
    pub threads: Vec<Thread>,
    pub atoms: ByAddress<Atom>,
    pub locks: ByAddress<Rc<Lock>>,
    pub conds: ByAddress<Rc<Cond>>,
    pub futexes: ByAddress<Rc<Futex>>,
    pub memory: Memory,
    /// SeqCst fences meet here.
    pub fence: Option<Rc<AtomicU32>>,
    /// See `choose`.
    pub surprises_left: u32,
    pub log: Vec<Event>,
    pub clock: u64,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::new(State::default());
}

pub fn with<R>(f: impl FnOnce(&mut State) -> R) -> R {
    STATE.with(|state| f(&mut state.borrow_mut()))
}

/// For the report of a failure, which may come in the middle of anything.
pub fn address() -> usize {
    STATE.with(|state| state.as_ptr() as usize)
}

pub fn is_running() -> bool {
    with(|state| state.is_running)
}

/// A loom operation: it may switch to another model thread and come back.
pub fn switching<R>(f: impl FnOnce() -> R) -> R {
    let me = with(|state| state.current);
    let result = f();
    with(|state| state.current = me);
    result
}

/// What the current thread is about to do; shown last if it fails.
pub fn announce(site: SitePtr, address: usize, op: Op) {
    with(|state| {
        let thread = state.current;
        state.threads[thread].pending = Some(Event { thread, site, address, op });
    });
}

/// It is done: `op` with its results.
pub fn record(site: SitePtr, address: usize, op: Op) {
    with(|state| {
        let thread = state.current;
        state.threads[thread].pending = None;
        state.log.push(Event { thread, site, address, op });
    });
}

/// Does the surprising thing happen here (spurious failure, early return)?  Both
/// answers are explored, at most `surprises_left` times yes in an execution.
pub fn choose() -> bool {
    if with(|state| state.surprises_left) == 0 {
        return false;
    }
    let yes = loom::choose();
    if yes {
        with(|state| state.surprises_left -= 1);
    }
    yes
}
