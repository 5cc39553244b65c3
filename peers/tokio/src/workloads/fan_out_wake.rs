// SPDX-License-Identifier: MIT
//! How fast a burst of tasks wakes the other workers: every child notes when and
//! where it first runs.  The extras: until the last child ran, and until the last
//! of the workers ran its first; totals are to be divided by `fan_outs`.  A worker
//! that took no part though there was a child for it waited until the last child ran,
//! at least: `open_waits` counts those.

use std::time::{Duration, Instant};

use tokio::task::JoinHandle;

use super::support::run_root;
use super::{About, Workload, FAN_OUT};
use crate::abi::{ArmParam, LATENCY, PARKS};
use crate::block::{expect_equal, joined, Block, Outcome};
use crate::histogram::nanoseconds;
use crate::peer::{worker_index, Peer};

const PARAMS: &[ArmParam] =
    &[ArmParam::new(c"children", c"tasks spawned per iteration", 64, 1, 1_000_000)];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"fan_out_wake",
        family: FAN_OUT,
        unit: c"task",
        measures: c"A task spawns children; latency is from the first spawn to each start; a worker \
                   without one waits to the end.",
        origin: c"schedlab",
        params: PARAMS,
        flags: PARKS | LATENCY,
    },
    run,
);

/// When a child first ran, and on which worker.
struct Start {
    delay: Duration,
    worker: Option<u32>,
}

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let children = block.param(0);
    for _ in 0..block.iterations() {
        let starts = block.time(|| run_root(peer, root(children)))??;
        expect_equal("children that ran", starts.len() as u64, children)?;
        report(block, &starts, peer.workers() as usize)?;
        block.add_units(children);
    }
    Ok(())
}

async fn root(children: u64) -> Result<Vec<Start>, String> {
    let mut handles: Vec<JoinHandle<Start>> = Vec::with_capacity(children as usize);
    let mut starts = Vec::with_capacity(children as usize);
    let started = Instant::now();
    for _ in 0..children {
        handles.push(tokio::spawn(async move {
            Start { delay: started.elapsed(), worker: worker_index() }
        }));
    }
    for handle in handles {
        starts.push(joined(handle.await)?);
    }
    Ok(starts)
}

/// The last start of all, and of the first starts of the workers the latest; who has
/// run no child has waited until the last start so far.
fn report(block: &mut Block, starts: &[Start], workers: usize) -> Outcome {
    let mut firsts = vec![None; workers];
    let mut last = Duration::ZERO;
    for start in starts {
        let worker = start.worker.ok_or("a child ran outside the workers")? as usize;
        let first = firsts[worker].get_or_insert(start.delay);
        *first = start.delay.min(*first);
        last = last.max(start.delay);
        block.latency().add(start.delay);
    }
    let workers_used = firsts.iter().flatten().count();
    let open_waits = workers.min(starts.len()) - workers_used;
    let latest_first = match open_waits {
        0 => firsts.into_iter().flatten().max().unwrap_or_default(),
        _ => last,
    };
    for (name, total, delay) in [
        (c"last_run_ns", c"last_run_total_ns", last),
        (c"worker_first_ns", c"worker_first_total_ns", latest_first),
    ] {
        block.maximum(name, c"ns", nanoseconds(delay) as f64);
        block.sum(total, c"ns", nanoseconds(delay) as f64);
    }
    block.sum(c"workers_used_total", c"worker", workers_used as f64);
    block.sum(c"open_waits", c"worker", open_waits as f64);
    block.sum(c"fan_outs", c"fan-out", 1.0);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::abi::ArmHistogram;
    use crate::block::tests::{blank, extra};

    /// Children of worker 0 that ran after 1, 2, ... ns: open waits, and when the last
    /// worker ran its first.
    fn reported(children: u64, workers: usize) -> (Option<f64>, Option<f64>) {
        let starts: Vec<_> = (1..=children)
            .map(|ns| Start { delay: Duration::from_nanos(ns), worker: Some(0) })
            .collect();
        let (mut raw, mut latency) = (blank(), ArmHistogram::new());
        report(&mut Block::new(&mut raw, &[], &mut latency), &starts, workers).unwrap();
        assert_eq!(latency.count, children);
        (extra(&raw, c"open_waits"), extra(&raw, c"worker_first_ns"))
    }

    #[test]
    fn a_worker_that_never_runs_waits_to_the_end() {
        assert_eq!(reported(5, 1), (Some(0.0), Some(1.0)));
        assert_eq!(reported(5, 3), (Some(2.0), Some(5.0)));
        assert_eq!(reported(1, 3), (Some(0.0), Some(1.0))); // no child for the others
    }
}
