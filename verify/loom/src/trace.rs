// SPDX-License-Identifier: MIT
//! The log of an execution, and the report of one that failed.
//!
//! One line per step: thread, operation, atomic, values, order, place.  A report ends
//! with what every thread was about to do and with the broken invariant or loom's
//! verdict, and then the process ends: nothing unwinds through C.

use crate::memory::Memory;
use crate::state::{self, State};
use crate::{plain, Order, Rmw, Site, SitePtr};
use std::ffi::{c_char, CStr};
use std::fmt::Write;

#[derive(Clone)]
pub enum Op {
    Init {
        value: u64,
    },
    Fini,
    Load {
        value: Option<u64>,
        order: Order,
    },
    LoadOwned {
        value: Option<u64>,
    },
    Store {
        value: u64,
        order: Order,
    },
    Rmw {
        before: Option<u64>,
        op: Rmw,
        operand: u64,
        order: Order,
    },
    Cas {
        expected: u64,
        desired: u64,
        seen: Option<u64>,
        done: bool,
        success: Order,
        failure: Order,
    },
    Fence {
        order: Order,
    },
    Spin,
    /// A mutex, a condition variable, a wake: the operation's name says it all.
    Object,
    Wait {
        early: bool,
    },
    Thread {
        number: Option<usize>,
    },
    Memory {
        bytes: usize,
    },
}

#[derive(Clone)]
pub struct Event {
    pub thread: usize,
    pub site: SitePtr,
    pub address: usize,
    pub op: Op,
}

#[derive(Clone)]
pub struct Access {
    pub thread: usize,
    pub address: usize,
    pub bytes: usize,
    pub is_write: bool,
    pub pc: Option<usize>,
}

fn order_name(order: Order) -> &'static str {
    ["relaxed", "acquire", "release", "acq_rel", "seq_cst"][order as usize]
}

unsafe fn text(pointer: *const c_char) -> String {
    if pointer.is_null() {
        return "?".to_string();
    }
    CStr::from_ptr(pointer).to_string_lossy().into_owned()
}

/// Arena addresses by block, so that traces of two runs can be compared.
fn place_of(memory: &Memory, address: usize) -> String {
    match memory.block_of(address) {
        _ if address == 0 => String::new(),
        Some((number, block)) => format!("b{number}+{}", address - block.start),
        None => format!("{address:#x}"),
    }
}

fn value_of(memory: &Memory, value: u64) -> String {
    if Memory::contains(value as usize) {
        place_of(memory, value as usize)
    } else {
        format!("{value:#x}")
    }
}

fn describe(memory: &Memory, op: &Op) -> String {
    let show = |value: u64| value_of(memory, value);
    let maybe = |value: &Option<u64>| value.map_or("?".to_string(), show);
    match op {
        Op::Init { value } => format!("= {}", show(*value)),
        Op::Load { value, order } => format!("-> {}, {}", maybe(value), order_name(*order)),
        Op::LoadOwned { value } => format!("-> {}", maybe(value)),
        Op::Store { value, order } => format!("= {}, {}", show(*value), order_name(*order)),
        Op::Rmw { before, op, operand, order } => {
            let before = maybe(before);
            format!("{before} {op:?} {}, {}", show(*operand), order_name(*order))
        }
        Op::Cas { expected, desired, seen, done, success, failure } => {
            let order = order_name(if *done { *success } else { *failure });
            match (done, seen) {
                (true, _) => format!("{} => {}, {order}", show(*expected), show(*desired)),
                (false, Some(seen)) if seen == expected => {
                    format!("fails though it saw {}, {order}", show(*seen))
                }
                (false, seen) => {
                    format!("fails: saw {}, not {}, {order}", maybe(seen), show(*expected))
                }
            }
        }
        Op::Fence { order } => order_name(*order).to_string(),
        Op::Wait { early: true } => "returns at once".to_string(),
        Op::Thread { number: Some(number) } => format!("T{number}"),
        Op::Thread { number: None } => "fails: too many threads".to_string(),
        Op::Memory { bytes } => format!("{bytes} bytes"),
        Op::Fini | Op::Spin | Op::Object | Op::Wait { early: false } => String::new(),
    }
}

fn line_of(memory: &Memory, event: &Event) -> String {
    // SAFETY: sites are static objects of the model's program.
    let (name, file, line, function) = unsafe {
        let site: &Site = &*event.site;
        (text(site.name), text(site.file), site.line, text(site.function))
    };
    let what = format!("{} {}", place_of(memory, event.address), describe(memory, &event.op));
    format!("T{} {name} {}  {file}:{line} ({function})", event.thread, what.trim())
}

/// FILE:LINE (FUNCTION) of an address of the program; addr2line knows.
fn source_of(pc: usize) -> String {
    let program = std::fs::read_link("/proc/self/exe").unwrap_or_default();
    let output = std::process::Command::new("addr2line")
        .args(["-f", "-e"])
        .arg(program)
        .arg(format!("{:#x}", pc - 1))
        .output();
    let text = output.map(|o| String::from_utf8_lossy(&o.stdout).into_owned()).unwrap_or_default();
    let mut lines = text.lines();
    match (lines.next(), lines.next()) {
        (Some(function), Some(place)) => {
            let place = place.split(" (discriminator").next().unwrap_or(place);
            format!("{place} ({function})")
        }
        _ => format!("{pc:#x}"),
    }
}

fn access_line(memory: &Memory, access: &Access) -> String {
    let kind = if access.is_write { "write" } else { "read" };
    let what = match access.pc {
        Some(pc) => format!("plain {kind} of {} bytes  {}", access.bytes, source_of(pc)),
        None => "free".to_string(),
    };
    format!("T{} {} {what}", access.thread, place_of(memory, access.address))
}

fn append_access(out: &mut String, memory: &Memory, access: &Access, others: &[Access]) {
    let _ = writeln!(out, "  the access:");
    let _ = writeln!(out, "    {}", access_line(memory, access));
    for other in others.iter().filter(|other| access.is_write || other.is_write) {
        let _ = writeln!(out, "    {} (before)", access_line(memory, other));
    }
    if let Some((number, block)) = memory.block_of(access.address) {
        // SAFETY: as in line_of.
        let (file, line) = unsafe { (text((*block.site).file), (*block.site).line) };
        let end = if block.is_live { "" } else { ", freed" };
        let _ =
            writeln!(out, "    b{number}: {} bytes, allocated at {file}:{line}{end}", block.bytes);
    }
}

/// Every step so far, one a line.
pub fn steps(state: &State) -> String {
    let mut out = String::new();
    for event in &state.log {
        let _ = writeln!(out, "  {}", line_of(&state.memory, event));
    }
    out
}

fn names(state: &State) -> String {
    let names = state.threads.iter().enumerate().map(|(i, thread)| format!("T{i} {}", thread.name));
    format!("  threads: {}\n", names.collect::<Vec<_>>().join(", "))
}

fn report(state: &State, verdict: &str, access: Option<(Access, Vec<Access>)>) -> String {
    let mut out = names(state) + &steps(state);
    if let Some((access, others)) = &access {
        append_access(&mut out, &state.memory, access, others);
    }
    let pending = state.threads.iter().filter_map(|thread| thread.pending.as_ref());
    for (i, event) in pending.enumerate() {
        if i == 0 {
            let _ = writeln!(out, "  about to:");
        }
        let _ = writeln!(out, "    {}", line_of(&state.memory, event));
    }
    let _ = writeln!(out, "  {verdict}");
    out
}

/// In words of this project.
fn translate(verdict: &str) -> String {
    if verdict.starts_with("deadlock") {
        return "deadlock: every thread waits for another".to_string();
    }
    if verdict.contains("exceeded maximum number of branches") {
        return "too long: more steps than --max-branches allows (a loop without at_spin_hint?)"
            .to_string();
    }
    if verdict.contains("Causality violation") {
        return format!("data race: {}", verdict.lines().next().unwrap_or(verdict));
    }
    verdict.to_string()
}

/// On a stack of its own, because a coroutine's may be used up.
fn end(verdict: String, access: Option<(Access, Vec<Access>)>) -> ! {
    let state = state::address();
    let print = std::thread::Builder::new().spawn(move || {
        // SAFETY: the thread that owns the state waits in join below.
        let state = unsafe { &*(state as *const State) };
        let report = report(state, &translate(&verdict), access);
        crate::explore::print(&report);
    });
    if let Ok(handle) = print {
        let _ = handle.join();
    }
    // SAFETY: ends the process, without destructors.
    unsafe { libc::_exit(crate::explore::EXIT_FAILED) }
}

pub fn fail(verdict: &str) -> ! {
    end(verdict.to_string(), None)
}

pub fn fail_plain(verdict: &str, access: &Access) -> ! {
    end(verdict.to_string(), Some((access.clone(), Vec::new())))
}

extern "C" fn on_signal(signal: i32) {
    end(format!("crash: signal {signal} (a wild pointer, or a stack used up)"), None)
}

/// What a panic says; None: how the coroutine library ends a coroutine, whose
/// frames are Rust's only by then.
fn message_of(info: &std::panic::PanicHookInfo) -> Option<String> {
    let payload = info.payload();
    let text = payload.downcast_ref::<&str>().map(|text| text.to_string());
    text.or_else(|| payload.downcast_ref::<String>().cloned())
}

/// Panics of loom and crashes of the model end in a report, so that nothing unwinds
/// through C.  After the first coroutine, whose library sets a handler of its own.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        if let Some(message) = message_of(info) {
            end(message, plain::current_access());
        }
    }));
    // SAFETY: plain calls of the system; the alternate stack lives for ever.
    unsafe {
        let stack = libc::stack_t {
            ss_sp: Box::leak(vec![0u8; 64 << 10].into_boxed_slice()).as_mut_ptr().cast(),
            ss_flags: 0,
            ss_size: 64 << 10,
        };
        libc::sigaltstack(&stack, std::ptr::null_mut());
        let mut action: libc::sigaction = std::mem::zeroed();
        action.sa_sigaction = on_signal as extern "C" fn(i32) as usize;
        action.sa_flags = libc::SA_ONSTACK;
        for signal in [libc::SIGSEGV, libc::SIGBUS, libc::SIGILL, libc::SIGABRT] {
            libc::sigaction(signal, &action, std::ptr::null_mut());
        }
    }
}
