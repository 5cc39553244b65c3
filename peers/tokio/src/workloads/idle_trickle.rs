// SPDX-License-Identifier: MIT
//! A task that does nothing comes from outside, once per millisecond: what a runtime costs
//! that is all but idle, per task.

use super::{trickle, About, Workload, PROBE};
use crate::abi::{ArmParam, NEEDS_REMOTE, PARKS};

const PARAMS: &[ArmParam] = &[ArmParam::new(
    c"period_us",
    c"from one task to the next; sleeps end up to 50 us late",
    1000,
    1,
    1_000_000,
)];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"idle_trickle",
        family: PROBE,
        unit: c"task",
        measures: c"An empty task per millisecond from outside: switches, parks and CPU time of \
                   idleness; ns is the period and decides nothing.",
        origin: c"schedlab",
        params: PARAMS,
        flags: PARKS | NEEDS_REMOTE,
    },
    trickle::run,
);
