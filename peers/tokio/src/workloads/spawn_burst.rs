// SPDX-License-Identifier: MIT
//! A parent writes data and spawns a few children that read it: where the
//! children run decides whether the data is in their cache.

use std::sync::Arc;

use tokio::task::JoinHandle;

use super::support::run_root;
use super::{About, Workload, SPAWN_HEAVY};
use crate::abi::ArmParam;
use crate::block::{expect_equal, joined, Block, Outcome};
use crate::peer::Peer;

const PARAMS: &[ArmParam] = &[
    ArmParam::new(c"children", c"tasks per burst", 4, 1, 16),
    ArmParam::new(c"parent_kib", c"KiB the parent writes and each child reads", 4, 0, 64),
    ArmParam::new(c"bursts", c"bursts of each parent per iteration", 1_000, 1, 10_000_000),
    ArmParam::new(c"parents", c"parents at the same time, each with data of its own", 1, 1, 64),
];

pub static WORKLOAD: Workload = Workload::new(
    About {
        name: c"spawn_burst",
        family: SPAWN_HEAVY,
        unit: c"task",
        measures: c"Children that read what their parent just wrote: where and how soon they run decides whether it is in cache.",
        origin: c"schedlab",
        params: PARAMS,
        flags: 0,
    },
    run,
);

fn run(peer: &Peer, block: &mut Block) -> Outcome {
    let (children, bursts, parents) = (block.param(0), block.param(2), block.param(3));
    let words = (block.param(1) * 1024 / 8) as usize;
    for _ in 0..block.iterations() {
        block.time(|| run_root(peer, root(parents, children, words, bursts)))??;
        block.add_units(parents * children * bursts);
    }
    Ok(())
}

/// The first parent, which starts and awaits the others.
async fn root(parents: u64, children: u64, words: usize, bursts: u64) -> Outcome {
    let others: Vec<JoinHandle<Outcome>> =
        (1..parents).map(|_| tokio::spawn(parent(children, words, bursts))).collect();
    parent(children, words, bursts).await?;
    for other in others {
        joined(other.await)??;
    }
    Ok(())
}

async fn parent(children: u64, words: usize, bursts: u64) -> Outcome {
    let mut data: Arc<Vec<u64>> = Arc::new(vec![0; words]);
    let mut handles: Vec<JoinHandle<u64>> = Vec::with_capacity(children as usize);
    for burst in 0..bursts {
        // The children of the last burst are joined, so their references are gone.
        let own = Arc::get_mut(&mut data).ok_or("a joined child still holds the data")?;
        let expected = write(own, burst);
        for _ in 0..children {
            let data = data.clone();
            handles.push(tokio::spawn(async move { checksum(&data) }));
        }
        for handle in handles.drain(..) {
            expect_equal("checksum a child read", joined(handle.await)?, expected)?;
        }
    }
    Ok(())
}

/// Fill the buffer with what no other burst has; returns its checksum.
fn write(data: &mut [u64], burst: u64) -> u64 {
    for (index, word) in data.iter_mut().enumerate() {
        *word = burst + index as u64;
    }
    let words = data.len() as u64;
    burst * words + words * words.saturating_sub(1) / 2
}

fn checksum(data: &[u64]) -> u64 {
    data.iter().sum()
}
