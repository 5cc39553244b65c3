// SPDX-License-Identifier: MIT
//! The latency histogram of arm.h: log-linear, 16 buckets per power of two.
//! Each recording task fills one of its own; they are merged after the join, so
//! that recording shares nothing.

use std::time::Duration;

use crate::abi::{ArmHistogram, BUCKETS};

impl ArmHistogram {
    pub fn new() -> Box<Self> {
        Box::new(ArmHistogram { count: 0, sum_ns: 0, max_ns: 0, buckets: [0; BUCKETS] })
    }

    pub fn add(&mut self, latency: Duration) {
        let ns = nanoseconds(latency);
        self.count += 1;
        self.sum_ns += ns;
        self.max_ns = self.max_ns.max(ns);
        self.buckets[bucket(ns)] += 1;
    }

    pub fn merge(&mut self, other: &ArmHistogram) {
        self.count += other.count;
        self.sum_ns += other.sum_ns;
        self.max_ns = self.max_ns.max(other.max_ns);
        for (mine, theirs) in self.buckets.iter_mut().zip(&other.buckets) {
            *mine += theirs;
        }
    }
}

/// A duration as the integer the ABI wants; 584 years are enough.
pub fn nanoseconds(duration: Duration) -> u64 {
    duration.as_nanos().try_into().unwrap_or(u64::MAX)
}

fn bucket(ns: u64) -> usize {
    if ns < 16 {
        return ns as usize;
    }
    let exponent = ns.ilog2();
    (exponent - 3) as usize * 16 + ((ns >> (exponent - 4)) & 15) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_are_those_of_arm_h() {
        let cases =
            [(0, 0), (15, 15), (16, 16), (31, 31), (32, 32), (33, 32), (34, 33), (1000, 111)];
        for (ns, expected) in cases {
            assert_eq!(bucket(ns), expected, "{ns} ns");
        }
        assert_eq!(bucket(u64::MAX), BUCKETS - 1);
    }
}
