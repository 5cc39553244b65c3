// SPDX-License-Identifier: MIT
//! loom as an engine of verify/mc.h and verify/model_engine.h.
//!
//! A model is C code compiled against the two seams; every seam call arrives here
//! and becomes the loom operation of the same meaning, on an object that is known
//! by the address of the C atomic.  All model threads are coroutines of one OS
//! thread, so the state below is one thread-local that is never borrowed over a
//! loom call (which may switch threads).
//!
//! What differs from plain loom (../loom-0.7.2.patch and README.md): a store with
//! SeqCst follows each initialisation, SeqCst fences conflict, a failing
//! compare-and-swap may read an old value, weak ones may fail for no reason, waits
//! may end early, timed waits end, and a store is tried in all orders with the loads
//! of all other threads.

mod atomics;
mod blocking;
mod explore;
mod memory;
mod plain;
mod state;
mod threads;
mod trace;

use std::ffi::c_char;

/// `struct mc_site`
#[repr(C)]
pub struct Site {
    pub file: *const c_char,
    pub function: *const c_char,
    pub name: *const c_char,
    pub line: i32,
}

/// `enum mc_order`
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    Relaxed,
    Acquire,
    Release,
    AcqRel,
    SeqCst,
}

/// `enum mc_rmw`
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rmw {
    Swap,
    Add,
    Sub,
    And,
    Or,
    Xor,
}

pub type SitePtr = *const Site;
