// SPDX-License-Identifier: MIT
//! Which inject interval the tuner chooses.  Tokio tells nobody, neither in its API
//! nor in its unstable metrics, so this arm refuses the cell.

use super::{About, Workload, PROBE};
use crate::abi::ArmParam;

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"before_ns", c"how long each poll spins in the first half", 1000, 0, 1_000_000_000),
    ArmParam::new(c"after_ns", c"how long each poll spins in the second half", 100_000, 0, 1_000_000_000),
    ArmParam::new(c"polls", c"polls of each half", 3000, 2, 100_000_000),
    ArmParam::new(c"tasks", c"tasks that reschedule themselves", 8, 1, 100_000),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"interval_step",
        family: PROBE,
        unit: c"poll",
        measures: c"The inject interval a tuner chooses, before and after its tasks change.",
        origin: c"schedlab",
        params: PARAMS,
        flags: 0,
    },
    |_, _| Err("real Tokio does not tell its interval".to_owned()),
)
.refusing(|_| Some(c"real Tokio does not tell which inject interval a worker uses"));
