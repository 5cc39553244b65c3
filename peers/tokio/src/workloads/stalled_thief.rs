// SPDX-License-Identifier: MIT
//! A thief held in the middle of a steal.  Tokio offers no hook for that and we
//! measure the Tokio that is published, so this arm refuses the cell.

use super::{About, Workload, PROBE};
use crate::abi::{ArmParam, LATENCY, NEEDS_FAULT, NEEDS_PARALLEL};

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"hold_us", c"microseconds the thief is held inside a steal", 100, 0, 1_000_000),
    ArmParam::new(c"tasks", c"tasks per iteration", 20_000, 1, 10_000_000),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"stalled_thief",
        family: PROBE,
        unit: c"task",
        measures: c"The owner of a queue goes on while a thief is held inside a steal from it.",
        origin: c"schedlab",
        params: PARAMS,
        flags: NEEDS_PARALLEL | NEEDS_FAULT | LATENCY,
    },
    |_, _| Err("real Tokio has no fault hook".to_owned()),
)
.refusing(|_| Some(c"needs the fault build: real Tokio has no fault hook"));
