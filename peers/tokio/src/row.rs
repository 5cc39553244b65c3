// SPDX-License-Identifier: MIT
//! Which row this program is, as every result records it: what the library was
//! built with, and the setting that row.c links to it.  No sentence about Tokio
//! is true without them.

use std::ffi::CStr;
use std::io::Write;
use std::mem::size_of;
use std::sync::OnceLock;

use crate::abi::ArmPair;

/// Mirrors struct tokio_row of row.c.
#[repr(C)]
pub struct Row {
    name: [u8; 40],
    flavour: [u8; 16],
    global_queue_interval: u32,
    lifo_slot: u32,
}

const _: () = assert!(size_of::<Row>() == 64);

#[cfg(not(test))]
pub fn own() -> &'static Row {
    extern "C" {
        static tokio_row: Row;
    }
    // SAFETY: row.c defines it, with this layout, and nobody ever writes it.
    unsafe { &tokio_row }
}

/// `cargo test` links no row.c.
#[cfg(test)]
pub fn own() -> &'static Row {
    static ROW: Row = Row::timed(0, true);
    &ROW
}

impl Row {
    #[cfg(test)]
    pub const fn timed(global_queue_interval: u32, lifo_slot: bool) -> Row {
        Row { name: [0; 40], flavour: [0; 16], global_queue_interval, lifo_slot: lifo_slot as u32 }
    }

    #[cfg(all(test, tokio_unstable))]
    pub fn counting() -> Row {
        let mut row = Row::timed(0, true);
        row.flavour[..8].copy_from_slice(b"counting");
        row
    }

    pub fn name(&self) -> &CStr {
        text(&self.name)
    }

    pub fn flavour(&self) -> &CStr {
        text(&self.flavour)
    }

    /// Counts with Tokio's unstable metrics and is never timed.
    pub fn is_counting(&self) -> bool {
        self.flavour() == c"counting"
    }

    /// None: Tokio tunes it.
    pub fn global_queue_interval(&self) -> Option<u32> {
        (self.global_queue_interval > 0).then_some(self.global_queue_interval)
    }

    pub fn has_lifo_slot(&self) -> bool {
        self.lifo_slot != 0
    }

    /// Whether this library can do what the row wants.
    pub fn is_possible(&self) -> bool {
        cfg!(tokio_unstable) || (self.has_lifo_slot() && !self.is_counting())
    }

    /// Called once per process, so what it leaks is a static.  It is as long in every row:
    /// an allocation that differs would move what the runtime allocates behind it.
    pub fn knobs(&self) -> &'static [ArmPair] {
        Box::leak(Box::new([
            ArmPair::new(c"TOKIO_SCHEDULER", c"multi_thread"),
            ArmPair::new(c"TOKIO_GLOBAL_QUEUE_INTERVAL", self.interval_text()),
            ArmPair::new(c"TOKIO_LIFO_SLOT", flag(self.has_lifo_slot())),
            ArmPair::new(c"TOKIO_MUTEX", MUTEX),
            ArmPair::new(c"TOKIO_SEED", if self.is_counting() { c"rng_seed" } else { c"entropy" }),
            ArmPair::new(c"TOKIO_UNSTABLE", flag(cfg!(tokio_unstable))),
            ArmPair::new(c"RUST_PROFILE", PROFILE),
            ArmPair::new(c"RUST_FLAGS", FLAGS),
            ArmPair::new(c"RUST_PANIC", if cfg!(panic = "abort") { c"abort" } else { c"unwind" }),
            #[cfg(feature = "repro")]
            ArmPair::new(c"REPRO_VERIFIED", flag(crate::workloads::REPRO_IS_VERIFIED)),
        ]))
    }

    fn interval_text(&self) -> &'static CStr {
        /// The largest u32 has ten digits; no heap, see `knobs`.
        static DIGITS: OnceLock<[u8; 12]> = OnceLock::new();
        let Some(interval) = self.global_queue_interval() else { return c"adaptive" };
        text(DIGITS.get_or_init(|| {
            let mut digits = [0; 12];
            write!(&mut digits[..], "{interval}").expect("twelve bytes hold a u32");
            digits
        }))
    }
}

fn text(field: &[u8]) -> &CStr {
    CStr::from_bytes_until_nul(field).expect("row.c leaves room for a NUL")
}

const fn flag(value: bool) -> &'static CStr {
    if value {
        c"1"
    } else {
        c"0"
    }
}

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

#[cfg(not(any(feature = "stock", feature = "repro")))]
pub const VERSION: &CStr = version!("features rt rt-multi-thread sync", "drivers none");
#[cfg(feature = "stock")]
pub const VERSION: &CStr = version!("features full", "drivers all");
#[cfg(all(feature = "repro", not(feature = "stock")))]
pub const VERSION: &CStr =
    version!("features rt rt-multi-thread sync and those of repro", "drivers all of them have");

pub const ALLOCATOR: &CStr = if cfg!(feature = "slab") { c"slab" } else { c"libc" };

/// The baselines that CMakeLists.txt sets as target-cpu.
pub const ISA: &CStr = if cfg!(target_arch = "x86_64") {
    c"x86-64"
} else if cfg!(target_arch = "aarch64") {
    c"armv8-a"
} else {
    c"default"
};

/// What the compiler was told when it compiled this: a fact, not what the profile says.
const FLAGS: &CStr = c_string!(env!("SCHEDLAB_RUST_FLAGS"));
const PROFILE: &CStr = c_string!(env!("SCHEDLAB_TOKIO_PROFILE"));
const MUTEX: &CStr = if cfg!(feature = "stock") { c"parking_lot" } else { c"std" };
