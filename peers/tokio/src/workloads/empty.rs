// SPDX-License-Identifier: MIT
//! No work at all: two clock reads per iteration.  The floor of the harness,
//! printed beside the others and subtracted by nobody.

use super::{About, Workload, PROBE};

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"empty",
        family: PROBE,
        unit: c"call",
        measures: c"What the harness itself costs: one timed region with nothing in it.",
        origin: c"schedlab",
        params: &[],
        flags: 0,
    },
    |_, block| {
        for _ in 0..block.iterations() {
            block.time(|| ());
        }
        block.add_units(block.iterations());
        Ok(())
    },
);
