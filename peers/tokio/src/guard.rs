// SPDX-License-Identifier: MIT
//! What keeps a sample whole while it runs a person's own program (feature `repro`).
//! That program prints, panics and exits as it likes; the lab reads one object of JSON a line.
//! So the sample's streams go to descriptors of its own, and 0 and 1 to /dev/null; and what would
//! end the process without a word ends it with a row that says why.  A panic is such an end
//! wherever it is: with panic=abort nobody can catch it, and both sides must be alike.
//!
//! Weakness: `stdin` and `stdout` of the C library are replaced, which glibc allows; C code that
//! prints through them writes between the rows, which the lab calls garbage.
#![cfg_attr(not(feature = "repro"), allow(dead_code))] // tested without it

use std::ffi::{c_char, c_int, CStr};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::mem::ManuallyDrop;
use std::os::fd::{AsFd, AsRawFd, FromRawFd, IntoRawFd};
use std::panic::{self, Location};
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicU32, Ordering::SeqCst};
use std::thread;
use std::time::Duration;

use crate::row;

/// The harness's EXIT_ERROR: a row with status "error".
const EXIT_ERROR: c_int = 5;
const CAUSE_CHARS: usize = 300;
const TEXT_CHARS: usize = 160;
/// A thread that was joined stays in /proc for a moment.
const LOOKS: u32 = 200;
const LOOK_AGAIN: Duration = Duration::from_millis(1);

#[repr(C)]
struct Stream {
    opaque: [u8; 0],
}

extern "C" {
    static mut stdin: *mut Stream;
    static mut stdout: *mut Stream;
    fn fdopen(descriptor: c_int, mode: *const c_char) -> *mut Stream;
    fn dup2(from: c_int, to: c_int) -> c_int;
    fn atexit(handler: extern "C" fn()) -> c_int;
    fn _exit(status: c_int) -> !;
}

/// Where the rows go; -1 until the streams are taken.
static ROWS: AtomicI32 = AtomicI32::new(-1);
static IS_IN_BLOCK: AtomicBool = AtomicBool::new(false);
/// Threads of the process before the runtime, and those of the runtime.
static OTHERS: AtomicU32 = AtomicU32::new(0);
static RUNTIMES: AtomicU32 = AtomicU32::new(0);

/// Before the runtime is made.
pub fn count_others() {
    OTHERS.store(threads().unwrap_or(0), SeqCst);
}

/// When the runtime is there, so that nothing here moves its place on the heap.  Google
/// Benchmark's own output (`--gbench`) is for people and stays where it is.
pub fn install() -> io::Result<()> {
    if !std::env::args_os().any(|argument| argument == "--gbench") {
        take_streams()?;
    }
    let sentinel = Sentinel;
    panic::set_hook(Box::new(move |panic| {
        let _ = &sentinel;
        let (owned, fixed) = (panic.payload().downcast_ref(), panic.payload().downcast_ref());
        let text = owned.map(String::as_str).or(fixed.copied());
        end_with(&panicked(panic.location(), text.unwrap_or("(no text)")));
    }));
    // SAFETY: the handler is a function, and stays.
    match unsafe { atexit(on_exit) } {
        0 => Ok(()),
        _ => Err(io::Error::last_os_error()),
    }
}

/// A block and the look at its result: who ends the process meanwhile is the program.
pub fn watch<T>(body: impl FnOnce() -> T) -> T {
    IS_IN_BLOCK.store(true, SeqCst);
    let result = body();
    IS_IN_BLOCK.store(false, SeqCst);
    result
}

pub fn runtime_thread_started() {
    RUNTIMES.fetch_add(1, SeqCst);
}

pub fn runtime_thread_ended() {
    RUNTIMES.fetch_sub(1, SeqCst);
}

/// After the runtime was told to end and had its time.
pub fn expect_ended() {
    match RUNTIMES.load(SeqCst) {
        0 => (),
        count => end_with(&format!(
            "threads of the runtime that did not end: {count}; a task never awaits, or a blocking \
             call never returns: let run() end them"
        )),
    }
}

/// Err if threads run that are neither the harness's nor the runtime's.
pub fn expect_no_threads() -> Result<(), String> {
    for _ in 0..LOOKS {
        if own_threads() == 0 {
            return Ok(());
        }
        thread::sleep(LOOK_AGAIN);
    }
    match own_threads() {
        0 => Ok(()),
        count => Err(format!(
            "repro: threads of its own that outlive run(), unpinned and uncounted: {count}; join \
             them there, or use tokio::task::spawn_blocking"
        )),
    }
}

fn own_threads() -> u32 {
    let known = OTHERS.load(SeqCst) + RUNTIMES.load(SeqCst);
    threads().unwrap_or(0).saturating_sub(known)
}

fn threads() -> io::Result<u32> {
    Ok(fs::read_dir("/proc/self/task")?.count() as u32)
}

fn take_streams() -> io::Result<()> {
    let commands = io::stdin().as_fd().try_clone_to_owned()?.into_raw_fd();
    let rows = io::stdout().as_fd().try_clone_to_owned()?.into_raw_fd();
    // SAFETY: nothing was read or printed yet, and no other thread uses these streams; the
    // descriptors are ours and stay open.
    unsafe {
        let (input, output) = (fdopen(commands, c"r".as_ptr()), fdopen(rows, c"w".as_ptr()));
        if input.is_null() || output.is_null() {
            return Err(io::Error::last_os_error());
        }
        (stdin, stdout) = (input, output);
    }
    replace(File::open("/dev/null")?, 0)?;
    replace(OpenOptions::new().write(true).open("/dev/null")?, 1)?;
    ROWS.store(rows, SeqCst);
    Ok(())
}

fn replace(file: File, descriptor: c_int) -> io::Result<()> {
    // SAFETY: both are open; who writes to `descriptor` from now on writes to the file.
    match unsafe { dup2(file.as_raw_fd(), descriptor) } {
        -1 => Err(io::Error::last_os_error()),
        _ => Ok(()),
    }
}

/// Dropped when another hook takes the place of ours, and not when it calls ours.
struct Sentinel;

impl Drop for Sentinel {
    fn drop(&mut self) {
        end_with("it replaces the panic hook; let the new one call what take_hook() returned");
    }
}

/// The text first: a path may be long.
fn panicked(place: Option<&Location>, text: &str) -> String {
    let text: String = text.chars().take(TEXT_CHARS).collect();
    let this = thread::current();
    let thread = this.name().unwrap_or("main or a nameless one");
    let place = place.map_or(String::new(), |place| format!(", {place}"));
    format!("a panic: {text} (thread {thread}{place})")
}

extern "C" fn on_exit() {
    if IS_IN_BLOCK.load(SeqCst) {
        end_with("it ended the process (std::process::exit?); let run() return");
    }
}

/// The row that says why, in place of the answer that is awaited; and the end of the process.
fn end_with(cause: &str) -> ! {
    static IS_ENDING: AtomicBool = AtomicBool::new(false);
    while IS_ENDING.swap(true, SeqCst) {
        thread::sleep(LOOK_AGAIN); // another thread was first, and ends us
    }
    let descriptor = ROWS.load(SeqCst);
    if descriptor >= 0 {
        // SAFETY: it is open as long as the process is, and not closed here.
        let mut rows = ManuallyDrop::new(unsafe { File::from_raw_fd(descriptor) });
        let _ = rows.write_all(error_row(row::own().name(), cause).as_bytes());
    }
    let _ = writeln!(io::stderr(), "repro: {cause}");
    // SAFETY: ends the process, and calls nothing that was registered.
    unsafe { _exit(EXIT_ERROR) }
}

/// The least that harness/CONTRACT.md asks of a row.
fn error_row(arm: &CStr, cause: &str) -> String {
    let cause: String = cause.chars().take(CAUSE_CHARS).map(plain).collect();
    format!(
        "{{\"contract\":1,\"event\":\"row\",\"status\":\"error\",\"cause\":\"repro: {cause}\",\
         \"arm\":\"{}\",\"workload\":\"repro\"}}\n",
        arm.to_string_lossy()
    )
}

/// What may stand in a string of JSON as it is.
fn plain(letter: char) -> char {
    match letter {
        '"' => '\'',
        '\\' => '/',
        letter if letter.is_control() => ' ',
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn a_row_is_one_line_whatever_the_cause() {
        assert_eq!(
            error_row(c"tokio-bare-1", "a \"b\"\nc\\d\u{1b}\u{e9}"),
            "{\"contract\":1,\"event\":\"row\",\"status\":\"error\",\"cause\":\"repro: a 'b' c/d \u{e9}\",\
             \"arm\":\"tokio-bare-1\",\"workload\":\"repro\"}\n"
        );
    }

    #[test]
    fn a_long_text_does_not_hide_the_place() {
        let said = panicked(Some(Location::caller()), &"\u{e9}".repeat(10_000));
        assert!(said.contains("guard.rs:"), "{said}");
        assert!(said.chars().count() < CAUSE_CHARS);
    }

    #[test]
    fn a_thread_is_seen() {
        let (release, released) = channel::<()>();
        let thread = thread::spawn(move || released.recv());
        assert!(threads().unwrap() >= 2);
        drop(release);
        assert!(thread.join().unwrap().is_err());
    }
}
