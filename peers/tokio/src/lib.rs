// SPDX-License-Identifier: MIT
//! Real Tokio as an arm of the lab: the functions of workloads/arm.h over
//! `tokio::runtime::Runtime`.  This file and abi.rs, guard.rs, row.rs, slab.rs are where
//! the C side comes in; with one call in peer.rs and the plain fields of
//! rendezvous.rs they hold all the unsafe code.
//!
//! Weakness: Tokio shows no state of its workers, so `dump` is missing and a
//! hang is reported without one.

use std::ffi::{c_char, c_int, c_void, CStr};
use std::ptr::{null, null_mut};
use std::slice;
use std::sync::OnceLock;

mod abi;
mod block;
#[cfg(any(feature = "repro", test))]
mod guard;
mod histogram;
mod metrics;
mod peer;
mod row;
#[cfg(feature = "slab")]
mod slab;
mod workloads;

use abi::{Arm, ArmBlock, ArmConfig, ArmMetric, ArmWorkload};
use block::Block;
use peer::Peer;
use row::Row;
use workloads::{Workload, ABOUT};

const EAGAIN: c_int = 11;
const EINVAL: c_int = 22;
const ENOTSUP: c_int = 95;

#[no_mangle]
pub extern "C" fn arm_self() -> *const Arm {
    static ARM: OnceLock<Arm> = OnceLock::new();
    ARM.get_or_init(|| describe(row::own()))
}

fn describe(row: &'static Row) -> Arm {
    let knobs = row.knobs();
    Arm {
        abi: abi::ARM_ABI,
        reserved: 0,
        name: row.name().as_ptr(),
        kind: c"peer".as_ptr(),
        version: row::VERSION.as_ptr(),
        flavour: row.flavour().as_ptr(),
        allocator: row::ALLOCATOR.as_ptr(),
        isa: row::ISA.as_ptr(),
        knobs: knobs.as_ptr(),
        knob_count: knobs.len() as u32,
        workload_count: ABOUT.len() as u32,
        workloads: ABOUT.as_ptr(),
        refuses,
        start,
        run,
        stop,
        metrics: read_metrics,
        dump: None,
        verify: LAST_LOOK,
    }
}

/// The workloads verify all of it themselves, but for the one that is not ours.
#[cfg(not(feature = "repro"))]
const LAST_LOOK: Option<abi::VerifyFn> = None;
#[cfg(feature = "repro")]
const LAST_LOOK: Option<abi::VerifyFn> = Some(last_look);

/// # Safety
/// `block` is valid and what a run has left.
#[cfg(feature = "repro")]
unsafe extern "C" fn last_look(_: *mut c_void, block: *mut ArmBlock) -> c_int {
    let raw = &mut *block;
    let outcome = workloads::repro_last_look();
    match (outcome, raw.latency.as_mut(), raw.error[0]) {
        (Err(text), Some(latency), 0) => Block::new(raw, &[], latency).finish(Err(text)),
        _ => 0,
    }
}

/// # Safety
/// `workload` is NULL or valid, with as many `params` as it declares.
unsafe extern "C" fn refuses(
    workload: *const ArmWorkload,
    params: *const u64,
    workers: u32,
) -> *const c_char {
    let Some(workload) = find(workload) else {
        return c"not a workload of this arm".as_ptr();
    };
    refusal(workload, params_of(workload, params), workers).map_or(null(), CStr::as_ptr)
}

fn refusal(workload: &Workload, params: &[u64], workers: u32) -> Option<&'static CStr> {
    let lonely = workload.about.flags & abi::NEEDS_PARALLEL != 0 && workers < 2;
    (workload.refuses)(params)
        .or_else(|| (workers == 0).then_some(c"workers must be at least 1"))
        .or_else(|| lonely.then_some(c"the workload needs at least two workers"))
}

/// # Safety
/// `config` is valid and `runtime` writable, as arm.h has it.
unsafe extern "C" fn start(config: *const ArmConfig, runtime: *mut *mut c_void) -> c_int {
    *runtime = null_mut();
    if (*config).workers == 0 {
        return -EINVAL;
    }
    match Peer::start(*config, row::own()) {
        Ok(peer) => {
            *runtime = Box::into_raw(Box::new(peer)).cast();
            0
        }
        Err(error) => -error.raw_os_error().unwrap_or(EAGAIN),
    }
}

/// # Safety
/// `runtime` comes from `start`; `block` and what it points to are valid.
unsafe extern "C" fn run(
    runtime: *mut c_void,
    workload: *const ArmWorkload,
    block: *mut ArmBlock,
) -> c_int {
    let (peer, raw) = (&mut *runtime.cast::<Peer>(), &mut *block);
    let Some(workload) = find(workload) else { return -EINVAL };
    let params = params_of(workload, raw.params);
    if refusal(workload, params, peer.workers() as u32).is_some() {
        return -ENOTSUP;
    }
    let Some(latency) = raw.latency.as_mut() else { return -EINVAL };
    if (workload.wants_fresh_runtime)(params) {
        if let Err(error) = peer.renew(row::own()) {
            return -error.raw_os_error().unwrap_or(EAGAIN);
        }
    }
    let mut block = Block::new(raw, params, latency);
    let outcome = (workload.run)(peer, &mut block);
    block.finish(outcome)
}

/// # Safety
/// `runtime` comes from `start` and is not used afterwards.
unsafe extern "C" fn stop(runtime: *mut c_void) {
    Box::from_raw(runtime.cast::<Peer>()).stop();
}

/// # Safety
/// `runtime` comes from `start` or is NULL; there is room for `max` metrics.
unsafe extern "C" fn read_metrics(
    runtime: *mut c_void,
    metrics: *mut ArmMetric,
    max: usize,
) -> usize {
    let into = if max == 0 { &mut [] } else { slice::from_raw_parts_mut(metrics, max) };
    match runtime.cast::<Peer>().as_ref() {
        Some(peer) => metrics::report(peer, into),
        None => metrics::names(row::own().is_counting(), into),
    }
}

/// The harness hands back pointers out of our own table.
fn find(about: *const ArmWorkload) -> Option<&'static Workload> {
    workloads::ALL.iter().copied().find(|workload| std::ptr::eq(&workload.about, about))
}

unsafe fn params_of<'a>(workload: &Workload, params: *const u64) -> &'a [u64] {
    match workload.about.param_count as usize {
        0 => &[],
        count => slice::from_raw_parts(params, count),
    }
}
