// SPDX-License-Identifier: MIT
//! The workloads: same names, parameters, units and shapes as the lab's C
//! workloads, written as a Tokio user would.  One file each: drop it in.

use std::ffi::CStr;

use crate::abi::{ArmParam, ArmWorkload};
use crate::block::{Block, Outcome};
use crate::peer::Peer;

pub mod background;
pub mod support;
pub mod trickle;

pub struct Workload {
    pub about: ArmWorkload,
    pub run: fn(&Peer, &mut Block) -> Outcome,
    /// Why the cell with these parameters cannot run.
    pub refuses: fn(&[u64]) -> Option<&'static CStr>,
    /// Whether each block is to run on a runtime that has run nothing before.
    pub wants_fresh_runtime: fn(&[u64]) -> bool,
}

/// The words that describe a workload.
pub struct About {
    pub name: &'static CStr,
    pub family: &'static CStr,
    pub unit: &'static CStr,
    pub measures: &'static CStr,
    pub origin: &'static CStr,
    pub params: &'static [ArmParam],
    pub flags: u32,
}

pub const SPAWN_HEAVY: &CStr = c"spawn-heavy";
pub const PING_PONG: &CStr = c"ping-pong";
pub const FAN_OUT: &CStr = c"fan-out";
pub const PROBE: &CStr = c"probe";
#[cfg(feature = "repro")]
pub const OWN: &CStr = c"own";

impl Workload {
    const fn new(about: About, run: fn(&Peer, &mut Block) -> Outcome) -> Self {
        let about = ArmWorkload {
            name: about.name.as_ptr(),
            family: about.family.as_ptr(),
            unit: about.unit.as_ptr(),
            measures: about.measures.as_ptr(),
            origin: about.origin.as_ptr(),
            params: about.params.as_ptr(),
            param_count: about.params.len() as u32,
            flags: about.flags,
        };
        Workload { about, run, refuses: |_| None, wants_fresh_runtime: |_| false }
    }

    const fn refusing(mut self, refuses: fn(&[u64]) -> Option<&'static CStr>) -> Self {
        self.refuses = refuses;
        self
    }

    const fn renewing(mut self, wants_fresh_runtime: fn(&[u64]) -> bool) -> Self {
        self.wants_fresh_runtime = wants_fresh_runtime;
        self
    }
}

// `ALL` and `ABOUT`, and a module for each file here that has a `WORKLOAD`, in order of names: build.rs.
include!(concat!(env!("OUT_DIR"), "/workloads.rs"));

#[cfg(feature = "repro")]
pub use self::repro::{last_look as repro_last_look, IS_VERIFIED as REPRO_IS_VERIFIED};
