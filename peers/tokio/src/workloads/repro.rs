// SPDX-License-Identifier: MIT
//! A person's own program: the crate `repro`, with `pub async fn run(units: u64)`.  Only a side
//! of a trial has it (feature `repro`).  A block is one call with all its units, awaited in
//! block_on by the main thread, as `#[tokio::main]` does: what the program wants on the workers
//! it spawns.  `pub fn verify(units: u64) -> Result<(), String>`, if the crate has it, is asked
//! after each block, outside the time and the counters.
//!
//! Weakness: what the program does between blocks, in tasks that it left running, is in nobody's
//! time and disturbs the other side.

use std::ffi::CStr;
use std::fmt::Display;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use super::{About, Workload, OWN};
use crate::abi::{NEEDS_REMOTE, PARKS};
use crate::block::{Block, Outcome};
use crate::guard;
use crate::peer::Peer;

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"repro",
        family: OWN,
        unit: c"unit",
        measures: MEASURES,
        origin: c"a crate of one's own",
        params: &[],
        flags: PARKS | NEEDS_REMOTE,
    },
    run,
);

const MEASURES: &CStr = if IS_VERIFIED {
    c"One's own program: run(units), in block_on; its verify(units) looks at each result."
} else {
    c"One's own program: run(units), in block_on; nothing verifies its result (no pub fn verify)."
};

/// Whether the crate has a `verify`: a name of the inner scope hides that of the outer.
pub const IS_VERIFIED: bool = is_verdict({
    #[allow(unused_imports)]
    use ::repro::*;
    verify
});

/// Units of the block that nobody has looked at yet.
static UNVERIFIED: AtomicU64 = AtomicU64::new(0);

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let units = block.iterations();
    block.add_units(units);
    UNVERIFIED.store(units, Relaxed);
    guard::watch(|| block.time(|| peer.runtime.block_on(::repro::run(units))))
        .outcome()
        .map_err(|error| format!("repro: run failed: {error}"))
}

/// After each block, where nothing is timed or counted.
pub fn last_look() -> Outcome {
    let units = UNVERIFIED.swap(0, Relaxed);
    if units == 0 {
        return Ok(());
    }
    let verify = {
        #[allow(unused_imports)]
        use ::repro::*;
        verify
    };
    let verdict = guard::watch(|| verify(units).outcome());
    guard::expect_no_threads()?;
    verdict.map_err(|error| format!("repro: verify({units}): {error}"))
}

/// In the place of the `verify` that a crate does not have.
#[allow(dead_code)]
fn verify(_: u64) -> Nothing {
    Nothing
}

#[allow(dead_code)]
struct Nothing;

/// What `run` and `verify` may return.
trait Ended {
    const IS_VERDICT: bool;
    fn outcome(self) -> Outcome;
}

impl Ended for Nothing {
    const IS_VERDICT: bool = false;
    fn outcome(self) -> Outcome {
        Ok(())
    }
}

impl Ended for () {
    const IS_VERDICT: bool = false;
    fn outcome(self) -> Outcome {
        Ok(())
    }
}

impl<E: Display> Ended for Result<(), E> {
    const IS_VERDICT: bool = true;
    fn outcome(self) -> Outcome {
        self.map_err(|error| error.to_string())
    }
}

const fn is_verdict<T: Ended>(_: fn(u64) -> T) -> bool {
    T::IS_VERDICT
}
