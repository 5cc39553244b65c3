// SPDX-License-Identifier: MIT
//! One block as a workload sees it: parameters in, units, time and numbers out.
//! A safe face of the C struct; verification errors travel as `Outcome`.

use std::ffi::{c_char, CStr};
use std::fmt::Display;
use std::io;
use std::time::{Duration, Instant};

use crate::abi::{
    ArmBlock, ArmExtra, ArmHistogram, HeapBytes, ERROR_BYTES, EXTRAS, EXTRA_MAX, EXTRA_SUM,
};
use crate::histogram::nanoseconds;
use crate::EAGAIN;

/// Ok if the result was verified right, else what was wrong.
pub type Outcome = Result<(), String>;

pub struct Block<'a> {
    raw: &'a mut ArmBlock,
    params: &'a [u64],
    latency: &'a mut ArmHistogram,
    errno: i32,
}

impl<'a> Block<'a> {
    pub fn new(raw: &'a mut ArmBlock, params: &'a [u64], latency: &'a mut ArmHistogram) -> Self {
        Block { raw, params, latency, errno: 0 }
    }

    pub fn param(&self, index: usize) -> u64 {
        self.params[index]
    }

    pub fn iterations(&self) -> u64 {
        self.raw.iterations
    }

    /// Run one timed region.
    pub fn time<T>(&mut self, region: impl FnOnce() -> T) -> T {
        let started = Instant::now();
        let result = region();
        self.add_time(started.elapsed());
        result
    }

    pub fn add_time(&mut self, elapsed: Duration) {
        self.raw.timed_ns += nanoseconds(elapsed);
    }

    pub fn add_units(&mut self, units: u64) {
        self.raw.units += units;
    }

    pub fn latency(&mut self) -> &mut ArmHistogram {
        self.latency
    }

    /// To ask how many bytes of the heap are in use, from any thread; not in a timed region.
    pub fn heap_bytes(&self) -> HeapBytes {
        self.raw.heap_bytes
    }

    /// Report a further number, of which the largest counts.
    pub fn maximum(&mut self, name: &'static CStr, unit: &'static CStr, value: f64) {
        let extra = self.extra(name, unit, EXTRA_MAX);
        extra.value = extra.value.max(value);
    }

    /// Report a further number that adds up.
    pub fn sum(&mut self, name: &'static CStr, unit: &'static CStr, value: f64) {
        self.extra(name, unit, EXTRA_SUM).value += value;
    }

    /// The extra of that name, made if it is new.
    fn extra(&mut self, name: &'static CStr, unit: &'static CStr, kind: u32) -> &mut ArmExtra {
        let used = self.raw.extra_count as usize;
        let (name, unit) = (name.as_ptr(), unit.as_ptr());
        let known = self.raw.extras[..used].iter().position(|extra| extra.name == name);
        let index = known.unwrap_or_else(|| {
            assert!(used < EXTRAS, "a workload has at most {EXTRAS} extras");
            self.raw.extras[used] = ArmExtra { name, unit, kind, reserved: 0, value: 0.0 };
            self.raw.extra_count += 1;
            used
        });
        &mut self.raw.extras[index]
    }

    /// The system refused what the block needs: it did not run, and nothing of it is wrong.
    pub fn cannot(&mut self, error: io::Error) -> String {
        self.errno = error.raw_os_error().unwrap_or(EAGAIN);
        error.to_string()
    }

    /// Hand the verdict to the harness, cut to the space there is.  0, or the negative errno
    /// of a block that could not run.
    pub fn finish(self, outcome: Outcome) -> i32 {
        if self.errno != 0 {
            return -self.errno;
        }
        if let Err(text) = outcome {
            for (to, from) in self.raw.error[..ERROR_BYTES - 1].iter_mut().zip(text.bytes()) {
                *to = from as c_char;
            }
        }
        0
    }
}

/// Err if `found` is not what it must be.
pub fn expect_equal<T: PartialEq + Display>(what: &str, found: T, expected: T) -> Outcome {
    if found == expected {
        Ok(())
    } else {
        Err(format!("{what}: {found}, expected {expected}"))
    }
}

/// What became of a task that must run to its end.
pub fn joined<T>(result: Result<T, tokio::task::JoinError>) -> Result<T, String> {
    result.map_err(|error| format!("a task did not complete: {error}"))
}

#[cfg(test)]
pub mod tests {
    use std::ptr::{null, null_mut};

    use super::*;

    /// As the harness zeroes it.
    pub fn blank() -> ArmBlock {
        let extra = || ArmExtra { name: null(), unit: null(), kind: 0, reserved: 0, value: 0.0 };
        ArmBlock {
            params: null(),
            iterations: 1,
            seed: 1,
            latency: null_mut(),
            heap_bytes: HeapBytes(None),
            units: 0,
            timed_ns: 0,
            extra_count: 0,
            reserved: 0,
            extras: [(); EXTRAS].map(|()| extra()),
            error: [0; ERROR_BYTES],
        }
    }

    /// What the block reports under that name.
    pub fn extra(raw: &ArmBlock, name: &'static CStr) -> Option<f64> {
        let used = &raw.extras[..raw.extra_count as usize];
        // SAFETY: Block::extra put a static string there.
        let is_it = |extra: &&ArmExtra| unsafe { CStr::from_ptr(extra.name) } == name;
        used.iter().find(is_it).map(|extra| extra.value)
    }
}
