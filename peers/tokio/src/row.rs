// SPDX-License-Identifier: MIT
//! Which row this library is: name, version and settings, as every result
//! records them.  No sentence about Tokio is true without them.

use std::ffi::CStr;

use crate::abi::ArmPair;

macro_rules! c_string {
    ($($part:expr),*) => {
        match CStr::from_bytes_with_nul(concat!($($part,)* "\0").as_bytes()) {
            Ok(string) => string,
            Err(_) => panic!("a part of a C string holds a NUL"),
        }
    };
}

macro_rules! version {
    ($($built_with:expr),*) => {
        c_string!(
            "tokio ", env!("SCHEDLAB_TOKIO_VERSION"), ", rustc ", env!("SCHEDLAB_RUSTC_VERSION"),
            $(", ", $built_with),*
        )
    };
}

#[cfg(not(feature = "stock"))]
pub const VERSION: &CStr = version!("features rt rt-multi-thread sync", "drivers none");
#[cfg(feature = "stock")]
pub const VERSION: &CStr = version!("features full", "drivers all");

pub const NAME: &CStr = match (cfg!(feature = "stock"), cfg!(feature = "slab")) {
    (true, _) => c"tokio-stock",
    (false, true) => c"tokio-bare-slab",
    (false, false) => c"tokio-bare",
};

pub const FLAVOUR: &CStr = if cfg!(tokio_unstable) { c"counting" } else { c"timed" };

pub const ALLOCATOR: &CStr = if cfg!(feature = "slab") { c"slab" } else { c"libc" };

/// The baselines that CMakeLists.txt sets as target-cpu.
pub const ISA: &CStr = if cfg!(target_arch = "x86_64") {
    c"x86-64"
} else if cfg!(target_arch = "aarch64") {
    c"armv8-a"
} else {
    c"default"
};

const PROFILE: &CStr = c_string!(env!("SCHEDLAB_TOKIO_PROFILE"));

pub static KNOBS: [ArmPair; 6] = [
    ArmPair::new(c"TOKIO_SCHEDULER", c"multi_thread"),
    ArmPair::new(c"TOKIO_MUTEX", if cfg!(feature = "stock") { c"parking_lot" } else { c"std" }),
    ArmPair::new(c"TOKIO_SEED", if cfg!(tokio_unstable) { c"rng_seed" } else { c"entropy" }),
    ArmPair::new(c"TOKIO_UNSTABLE", if cfg!(tokio_unstable) { c"1" } else { c"0" }),
    ArmPair::new(c"RUST_PROFILE", PROFILE),
    ArmPair::new(c"RUST_PANIC", if cfg!(panic = "abort") { c"abort" } else { c"unwind" }),
];
