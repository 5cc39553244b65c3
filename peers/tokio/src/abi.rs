// SPDX-License-Identifier: MIT
//! The C side of the crate: mirrors of the structs of workloads/arm.h, field by
//! field and in order.  The layout is asserted below and, with the same numbers,
//! against the header in abi_check.c, so the two cannot drift apart.

use std::ffi::{c_char, c_int, c_void, CStr};
use std::mem::{offset_of, size_of};

pub const ARM_ABI: u32 = 2;

pub const THREAD_WORKER: c_int = 0;
pub const THREAD_PRODUCER: c_int = 1;

pub const PARKS: u32 = 1;
pub const NEEDS_REMOTE: u32 = 2;
pub const NEEDS_PARALLEL: u32 = 4;
pub const NEEDS_FAULT: u32 = 8;
pub const LATENCY: u32 = 16;
pub const NEEDS_CANCEL: u32 = 32;

pub const BUCKETS: usize = 976;
pub const EXTRAS: usize = 16;
pub const ERROR_BYTES: usize = 160;

pub const EXTRA_SUM: u32 = 0;
pub const EXTRA_MAX: u32 = 1;

#[repr(C)]
pub struct ArmParam {
    name: *const c_char,
    meaning: *const c_char,
    fallback: u64,
    min: u64,
    max: u64,
}

#[repr(C)]
pub struct ArmWorkload {
    pub name: *const c_char,
    pub family: *const c_char,
    pub unit: *const c_char,
    pub measures: *const c_char,
    pub origin: *const c_char,
    pub params: *const ArmParam,
    pub param_count: u32,
    pub flags: u32,
}

#[repr(C)]
pub struct ArmHistogram {
    pub count: u64,
    pub sum_ns: u64,
    pub max_ns: u64,
    pub buckets: [u64; BUCKETS],
}

#[repr(C)]
pub struct ArmExtra {
    pub name: *const c_char,
    pub unit: *const c_char,
    pub kind: u32,
    pub reserved: u32,
    pub value: f64,
}

/// Whom to ask how many bytes of the heap are in use, if anybody.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub struct HeapBytes(pub Option<unsafe extern "C" fn(bytes: *mut u64) -> *const c_char>);

#[repr(C)]
pub struct ArmBlock {
    pub params: *const u64,
    pub iterations: u64,
    pub seed: u64,
    pub latency: *mut ArmHistogram,
    pub heap_bytes: HeapBytes,
    pub units: u64,
    pub timed_ns: u64,
    pub extra_count: u32,
    pub reserved: u32,
    pub extras: [ArmExtra; EXTRAS],
    pub error: [c_char; ERROR_BYTES],
}

pub type ThreadHook = Option<unsafe extern "C" fn(kind: c_int, index: u32, arg: *mut c_void)>;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct ArmConfig {
    pub workers: u32,
    pub reserved: u32,
    pub seed: u64,
    pub on_thread_start: ThreadHook,
    pub on_thread_stop: ThreadHook,
    pub arg: *mut c_void,
}

#[repr(C)]
pub struct ArmPair {
    name: *const c_char,
    value: *const c_char,
}

#[repr(C)]
pub struct ArmMetric {
    pub name: *const c_char,
    pub counted: u32,
    pub reserved: u32,
    pub value: u64,
}

type RefusesFn = unsafe extern "C" fn(*const ArmWorkload, *const u64, u32) -> *const c_char;
type StartFn = unsafe extern "C" fn(*const ArmConfig, *mut *mut c_void) -> c_int;
type RunFn = unsafe extern "C" fn(*mut c_void, *const ArmWorkload, *mut ArmBlock) -> c_int;
type StopFn = unsafe extern "C" fn(*mut c_void);
type MetricsFn = unsafe extern "C" fn(*mut c_void, *mut ArmMetric, usize) -> usize;
type DumpFn = unsafe extern "C" fn(*mut c_void, c_int);
pub type VerifyFn = unsafe extern "C" fn(*mut c_void, *mut ArmBlock) -> c_int;

#[repr(C)]
pub struct Arm {
    pub abi: u32,
    pub reserved: u32,
    pub name: *const c_char,
    pub kind: *const c_char,
    pub version: *const c_char,
    pub flavour: *const c_char,
    pub allocator: *const c_char,
    pub isa: *const c_char,
    pub knobs: *const ArmPair,
    pub knob_count: u32,
    pub workload_count: u32,
    pub workloads: *const &'static ArmWorkload,
    pub refuses: RefusesFn,
    pub start: StartFn,
    pub run: RunFn,
    pub stop: StopFn,
    pub metrics: MetricsFn,
    pub dump: Option<DumpFn>,
    pub verify: Option<VerifyFn>,
}

impl HeapBytes {
    /// None: nobody can know.
    pub fn read(self) -> Option<u64> {
        let mut bytes = 0;
        // SAFETY: arm.h has it called from any thread; it writes nothing but `bytes`.
        let why_not = unsafe { (self.0?)(&mut bytes) };
        why_not.is_null().then_some(bytes)
    }
}

impl ArmParam {
    pub const fn new(
        name: &'static CStr,
        meaning: &'static CStr,
        fallback: u64,
        min: u64,
        max: u64,
    ) -> Self {
        ArmParam { name: name.as_ptr(), meaning: meaning.as_ptr(), fallback, min, max }
    }
}

impl ArmPair {
    pub const fn new(name: &'static CStr, value: &'static CStr) -> Self {
        ArmPair { name: name.as_ptr(), value: value.as_ptr() }
    }
}

// SAFETY: the pointers of these are to static strings and tables, which
// nobody ever writes.
unsafe impl Sync for ArmParam {}
unsafe impl Sync for ArmWorkload {}
unsafe impl Sync for ArmPair {}
unsafe impl Sync for Arm {}
unsafe impl Send for Arm {}

// SAFETY: arm.h has the hooks called on every worker and producer thread with
// `arg`; the harness provides hooks and an `arg` that stand that.
unsafe impl Send for ArmConfig {}
unsafe impl Sync for ArmConfig {}

macro_rules! assert_layout {
    ($($type:ident $bytes:literal $(, $field:ident $offset:literal)*;)*) => {
        $(const _: () = {
            assert!(size_of::<$type>() == $bytes);
            $(assert!(offset_of!($type, $field) == $offset);)*
        };)*
    };
}

// The same numbers as in abi_check.c (LP64).
assert_layout! {
    ArmParam 40, meaning 8, fallback 16, min 24, max 32;
    ArmWorkload 56, family 8, unit 16, measures 24, origin 32, params 40, param_count 48, flags 52;
    ArmHistogram 7832, sum_ns 8, max_ns 16, buckets 24;
    ArmExtra 32, unit 8, kind 16, value 24;
    ArmBlock 736, iterations 8, seed 16, latency 24, heap_bytes 32, units 40, timed_ns 48,
        extra_count 56, extras 64, error 576;
    ArmConfig 40, seed 8, on_thread_start 16, on_thread_stop 24, arg 32;
    ArmPair 16, value 8;
    ArmMetric 24, counted 8, value 16;
    Arm 136, name 8, kind 16, version 24, flavour 32, allocator 40, isa 48, knobs 56,
        knob_count 64, workload_count 68, workloads 72, refuses 80, start 88, run 96, stop 104,
        metrics 112, dump 120, verify 128;
}
