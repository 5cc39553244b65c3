// SPDX-License-Identifier: MIT
//! Pushes from outside, one at a time, into workers that are idle or about to be: what a wake
//! costs, per task, where the period is as long as a worker's way to sleep.

use super::{trickle, About, Workload, PROBE};
use crate::abi::{ArmParam, NEEDS_REMOTE, PARKS};

const PARAMS: &[ArmParam] = &[ArmParam::new(
    c"period_us",
    c"from one push to the next; sleeps end up to 50 us late",
    50,
    1,
    1_000_000,
)];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"remote_trickle",
        family: PROBE,
        unit: c"task",
        measures: c"An empty task every few microseconds from outside: switches, parks and CPU \
                   time of a wake; ns is the period and decides nothing.",
        origin: c"schedlab",
        params: PARAMS,
        flags: PARKS | NEEDS_REMOTE,
    },
    trickle::run,
);
