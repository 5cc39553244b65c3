// SPDX-License-Identifier: MIT
//! Tokio's own benches without the lab: a plain driver, with a clock of its own, that shares
//! nothing with the peer's rows but Tokio, the lock file and the flags.  It speaks the sample
//! contract (harness/CONTRACT.md), so that `schedlab` pairs it with those rows block by block:
//! scripts/peer-fidelity.  It pins nothing and counts nothing.

mod kernels;

use std::collections::HashMap;
use std::env;
use std::io::{self, BufRead, Write};
use std::process::{exit, id};
use std::time::{Duration, Instant};

use kernels::{Block, Kernel, KERNELS};
use tokio::runtime::{Builder, Runtime};

const NAME: &str = if cfg!(feature = "stock") { "plain-stock" } else { "plain-bare" };
const WITH: &str = if cfg!(feature = "stock") {
    "features full, drivers all"
} else {
    "features rt rt-multi-thread sync, drivers none"
};
/// Calibration multiplies by at most this per step.
const GROWTH_MAX: f64 = 10.0;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if arguments == ["--describe"] {
        say(&description());
        return;
    }
    match Sample::new(&arguments) {
        Ok(mut sample) => sample.answer(),
        Err(why) => {
            eprintln!("{NAME}: {why}");
            exit(2);
        }
    }
}

/// A reader that is gone ends the process, as a broken pipe would.
fn say(line: &str) {
    let mut out = io::stdout().lock();
    if writeln!(out, "{line}").and_then(|()| out.flush()).is_err() {
        exit(0);
    }
}

fn list<T>(items: impl IntoIterator<Item = T>, text: impl Fn(T) -> String) -> String {
    items.into_iter().map(text).collect::<Vec<_>>().join(",")
}

/// Its members, without the braces: also the first part of a row.  The first word of the
/// version is another than the peer's, since nothing else of the peer's build is in here.
fn about() -> String {
    format!(
        "\"contract\":1,\"arm\":\"{NAME}\",\"kind\":\"peer\",\"version\":\"plain tokio {}, rustc \
         {}, {WITH}\",\"flavour\":\"timed\",\"allocator\":\"libc\",\"isa\":\"{}\",\
         \"knobs\":{{\"RUST_FLAGS\":\"{}\"}}",
        env!("SCHEDLAB_TOKIO_VERSION"),
        env!("SCHEDLAB_RUSTC_VERSION"),
        if cfg!(target_arch = "x86_64") { "x86-64" } else { "default" },
        env!("SCHEDLAB_RUST_FLAGS"),
    )
}

fn description() -> String {
    let workloads = list(&KERNELS, |kernel| {
        let params = list(kernel.params, |param| {
            let (name, fallback) = (param.name, param.fallback);
            format!(
                "{{\"name\":\"{name}\",\"meaning\":\"as the peer's\",\"default\":{fallback},\
                 \"min\":0,\"max\":10000000}}"
            )
        });
        format!(
            "{{\"name\":\"{}\",\"family\":\"probe\",\"unit\":\"{}\",\"measures\":\"Tokio's bench, \
             by a plain driver.\",\"origin\":\"tokio\",\"flags\":[{}],\"params\":[{params}]}}",
            kernel.name, kernel.unit, kernel.flags
        )
    });
    format!("{{{},\"heap_placement\":true,\"event\":\"describe\",\"workloads\":[{workloads}]}}", about())
}

struct Done {
    iterations: u64,
    units: u64,
    elapsed: Duration,
    cpu: Duration,
}

impl Done {
    fn members(&self) -> String {
        format!(
            "\"iterations\":{},\"units\":{},\"ns\":{},\"cpu_ns\":{}",
            self.iterations,
            self.units,
            self.elapsed.as_nanos(),
            self.cpu.as_nanos()
        )
    }
}

struct Sample {
    /// Blocks and iterations of a run without commands; None: in lock-step.
    alone: Option<(u64, u64)>,
    kernel: &'static Kernel,
    params: Vec<u64>,
    workers: u64,
    seed: u64,
    heap: u64,
    /// None where each block has its own.
    runtime: Option<Runtime>,
    blocks: Vec<Done>,
}

impl Sample {
    fn new(arguments: &[String]) -> Result<Sample, String> {
        let (mut options, mut params) = (HashMap::new(), HashMap::new());
        let mut left = arguments.iter();
        let mut lockstep = false;
        while let Some(option) = left.next() {
            lockstep |= option == "--lockstep";
            if option == "--lockstep" {
                continue;
            }
            let value = left.next().ok_or(format!("{option} needs a value"))?.as_str();
            match (option.as_str(), value.split_once('=')) {
                ("--param", Some((name, value))) => params.insert(name, number(value)?),
                (
                    "--run" | "--workers" | "--pin" | "--seed" | "--blocks" | "--iterations"
                    | "--heap",
                    _,
                ) => {
                    options.insert(option.as_str(), value);
                    None
                }
                _ => return Err(format!("it takes no {option} {value}")),
            };
        }
        if options.get("--pin") != Some(&"none") {
            return Err("it pins nothing: give --pin none".to_owned());
        }
        let asked = |name| number(options.get(name).ok_or(format!("give {name} N"))?);
        let alone = match lockstep {
            true => None,
            false => Some((asked("--blocks")?, asked("--iterations")?)),
        };
        let name = *options.get("--run").ok_or("give --run WORKLOAD")?;
        let kernel =
            KERNELS.iter().find(|kernel| kernel.name == name).ok_or(format!("no {name} here"))?;
        let (workers, seed) = (asked("--workers")?, asked("--seed")?);
        let chosen = |param: &kernels::Param| *params.get(param.name).unwrap_or(&param.fallback);
        let params = kernel.params.iter().map(chosen).collect();
        let heap = number(options.get("--heap").unwrap_or(&"0"))?;
        move_heap(heap);
        let runtime = (!kernel.fresh_runtime).then(|| start(workers));
        Ok(Sample { alone, kernel, params, workers, seed, heap, runtime, blocks: Vec::new() })
    }

    fn answer(&mut self) {
        match self.alone {
            Some((blocks, iterations)) => {
                self.blocks = (0..blocks).map(|_| self.run(iterations)).collect();
            }
            None => self.take_commands(),
        }
        say(&self.row());
    }

    fn take_commands(&mut self) {
        say(&format!(
            "{{\"contract\":1,\"event\":\"ready\",\"arm\":\"{NAME}\",\"pid\":{},{PIN}}}",
            id()
        ));
        for line in io::stdin().lock().lines().map_while(Result::ok) {
            match line.split_once(' ').map(|(command, value)| (command, number(value))) {
                Some(("calibrate", Ok(ns))) => self.calibrate(ns),
                Some(("block", Ok(iterations))) => self.block(iterations),
                _ => break, // "finish"
            }
        }
    }

    fn run(&self, iterations: u64) -> Done {
        let fresh = self.runtime.is_none().then(|| start(self.workers));
        let runtime = fresh.as_ref().or(self.runtime.as_ref()).expect("one of the two is there");
        let (params, workers) = (self.params.as_slice(), self.workers);
        let before = cpu_time();
        let elapsed = (self.kernel.run)(&Block { runtime, workers, params, iterations });
        let cpu = cpu_time() - before;
        Done { iterations, units: iterations * (self.kernel.units)(params), elapsed, cpu }
    }

    fn calibrate(&self, ns: u64) {
        let (mut tried, mut took) = (1, 0.0);
        while tried < u64::from(u32::MAX) {
            let began = Instant::now();
            let timed = self.run(tried).elapsed.as_nanos() as f64;
            took = timed.max(began.elapsed().as_nanos() as f64 / 4.0).max(1.0);
            if took >= ns as f64 / 3.0 {
                break;
            }
            tried = (tried as f64 * (ns as f64 / 2.0 / took).clamp(1.5, GROWTH_MAX)).ceil() as u64;
        }
        let iterations = ((tried as f64 * ns as f64 / took).round() as u64).max(1);
        let ns = took / tried as f64 * iterations as f64;
        say(&format!(
            "{{\"event\":\"calibrated\",\"iterations\":{iterations},\"ns\":{ns:.0},\"error\":\"\"}}"
        ));
    }

    fn block(&mut self, iterations: u64) {
        let done = self.run(iterations);
        say(&format!("{{\"event\":\"block\",{},\"error\":\"\"}}", done.members()));
        self.blocks.push(done);
    }

    fn row(&self) -> String {
        let sum = |of: fn(&Done) -> u128| self.blocks.iter().map(of).sum::<u128>();
        let params = self.kernel.params.iter().zip(&self.params);
        format!(
            "{{{},\"event\":\"row\",\"status\":\"ok\",\"cause\":\"\",\"workload\":\"{}\",\
             \"unit\":\"{}\",\"params\":{{{}}},\"workers\":{},\"seed\":{},\"heap\":{},{PIN},\"blocks\":[{}],\
             \"units\":{},\"ns\":{},\"counters\":{{\"cpu_ns\":{{\"value\":{},\
             \"rung\":\"software\",\"reason\":\"\",\"scope\":\"process\"}}}},\"metrics\":{{}}}}",
            about(),
            self.kernel.name,
            self.kernel.unit,
            list(params, |(param, value)| format!("\"{}\":{value}", param.name)),
            self.workers,
            self.seed,
            self.heap,
            list(&self.blocks, |done| format!("{{{}}}", done.members())),
            sum(|done| done.units.into()),
            sum(|done| done.elapsed.as_nanos()),
            sum(|done| done.cpu.as_nanos()),
        )
    }
}

const PIN: &str = "\"pin\":{\"policy\":\"none\",\"workers\":[],\"main\":null,\"producers\":[],\
                   \"read_back\":true}";

fn number(text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| format!("'{text}' is no number"))
}

/// What is allocated from here on lies so many bytes further on, as in the peer's rows: where
/// the heap lies is a layout (harness/heap.h), and must not be one that only one side has.
///
/// Small chunks that reading the options has freed would be taken instead, and nothing would
/// move: they are taken first.
fn move_heap(bytes: u64) {
    const BASE: usize = 65536; // more than any chunk that was freed so far
    let take = |size| std::mem::forget(std::hint::black_box(Vec::<u8>::with_capacity(size)));
    for small in (24..1032).step_by(16) {
        (0..16).for_each(|_| take(small));
    }
    take(BASE + bytes as usize);
}

fn start(workers: u64) -> Runtime {
    let mut builder = Builder::new_multi_thread();
    builder.worker_threads(workers as usize);
    #[cfg(feature = "stock")]
    builder.enable_all();
    builder.build().expect("a runtime can be had")
}

/// Of the process; std has no name for it.
fn cpu_time() -> Duration {
    #[repr(C)]
    #[derive(Default)]
    struct Timespec {
        seconds: std::ffi::c_long,
        nanoseconds: std::ffi::c_long,
    }
    extern "C" {
        fn clock_gettime(clock: i32, time: *mut Timespec) -> i32;
    }
    const PROCESS: i32 = 2; // CLOCK_PROCESS_CPUTIME_ID of Linux
    let mut time = Timespec::default();
    // SAFETY: it writes one Timespec, which is that of 64-bit Linux.
    unsafe { clock_gettime(PROCESS, &mut time) };
    Duration::new(time.seconds as u64, time.nanoseconds as u32)
}
