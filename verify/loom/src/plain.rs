// SPDX-License-Identifier: MIT
//! Plain accesses, from the compiler's ThreadSanitizer hooks (../hooks.c).
//!
//! A place is four bytes, or one byte where single bytes are accessed.  loom's own
//! cells hold its history: one that the last write created, or, before any write
//! was seen, one for each reader.  So only what is accessed costs anything, and the
//! bytes that two threads own side by side are no race.

use crate::memory::{Memory, Shadow};
use crate::state::{switching, with, ByAddress};
use crate::trace::{fail_plain, Access};
use loom::cell::UnsafeCell;
use std::cell::RefCell;
use std::rc::Rc;

type Probe = Rc<UnsafeCell<()>>;

#[derive(Default)]
struct Place {
    written: Option<Probe>,
    readers: Vec<(usize, Probe)>,
    last_write: Option<Access>,
    last_reads: Vec<Access>,
}

#[derive(Default)]
struct Granule {
    whole: Place,
    bytes: Option<Box<[Place; 4]>>,
}

thread_local! {
    static GRANULES: RefCell<ByAddress<Granule>> = RefCell::new(ByAddress::default());
    /// Shown if loom refuses it: this access, and the ones it may race with.
    static NOW: RefCell<Option<(Access, Vec<Access>)>> = const { RefCell::new(None) };
}

pub fn reset() {
    GRANULES.with(|granules| granules.borrow_mut().clear());
}

/// The access in progress, for the report of a failure in the middle of it.
pub fn current_access() -> Option<(Access, Vec<Access>)> {
    NOW.with(|now| now.try_borrow().ok().and_then(|now| now.clone()))
}

fn touch_read(probe: &Probe) {
    switching(|| probe.with(|_| ()));
}

fn touch_write(probe: &Probe) {
    switching(|| probe.with_mut(|_| ()));
}

impl Place {
    fn announce(&self, access: &Access) {
        let others = self.last_write.iter().chain(&self.last_reads);
        let others = others.filter(|other| other.thread != access.thread).cloned().collect();
        NOW.with(|now| *now.borrow_mut() = Some((access.clone(), others)));
    }

    fn read(&mut self, access: &Access) {
        self.announce(access);
        if let Some(written) = &self.written {
            touch_read(written);
        } else if let Some((_, probe)) = self.readers.iter().find(|(t, _)| *t == access.thread) {
            touch_write(probe);
        } else {
            self.readers.push((access.thread, Rc::new(UnsafeCell::new(()))));
        }
        self.last_reads.retain(|other| other.thread != access.thread);
        self.last_reads.push(access.clone());
    }

    fn write(&mut self, access: &Access) {
        self.announce(access);
        for (_, probe) in self.readers.drain(..) {
            touch_write(&probe);
        }
        match &self.written {
            Some(written) => touch_write(written),
            None => self.written = Some(Rc::new(UnsafeCell::new(()))),
        }
        self.last_reads.clear();
        self.last_write = Some(access.clone());
    }

    fn touch(&mut self, access: &Access) {
        if access.is_write {
            self.write(access);
        } else {
            self.read(access);
        }
    }
}

impl Granule {
    fn touch_whole(&mut self, access: &Access) {
        match &mut self.bytes {
            Some(bytes) => bytes.iter_mut().for_each(|place| place.touch(access)),
            None => self.whole.touch(access),
        }
    }

    /// From the first access to a single byte on, the four bytes are apart; what
    /// was written to them as one before is still compared with.
    fn touch_bytes(&mut self, access: &Access, first: usize, count: usize) {
        if self.whole.written.is_some() {
            self.whole.read(&Access { is_write: false, ..access.clone() });
        }
        let bytes = self.bytes.get_or_insert_with(Box::default);
        bytes[first..first + count].iter_mut().for_each(|place| place.touch(access));
    }
}

fn refuse(access: &Access, text: &str) -> ! {
    fail_plain(text, access)
}

fn check_shadow(access: &Access, address: usize) {
    match with(|state| state.memory.shadow(address)) {
        Shadow::Plain => (),
        Shadow::Freed => refuse(access, "use after free"),
        Shadow::Atomic => refuse(access, "plain access to an atomic"),
        Shadow::Nothing => refuse(access, "access outside any allocated block"),
    }
}

/// One access, cut into granules.
fn touch(access: &Access, start: usize, bytes: usize) {
    let end = start + bytes;
    let mut at = start;
    while at < end {
        let base = at & !3;
        let count = (end - at).min(base + 4 - at);
        // Taken out, because a probe may be touched while others are looked up.
        let mut granule = take(base);
        if count == 4 {
            granule.touch_whole(access);
        } else {
            granule.touch_bytes(access, at - base, count);
        }
        GRANULES.with(|granules| granules.borrow_mut().insert(base, granule));
        at += count;
    }
    NOW.with(|now| *now.borrow_mut() = None);
}

fn take(base: usize) -> Granule {
    GRANULES.with(|granules| granules.borrow_mut().remove(&base).unwrap_or_default())
}

/// From hooks.c; `pc` is where in the model's code.
#[no_mangle]
pub extern "C" fn loom_plain(address: usize, bytes: usize, is_write: bool, pc: usize) {
    if bytes == 0 || !Memory::contains(address) || !with(|state| state.is_running) {
        return;
    }
    let access =
        Access { thread: with(|state| state.current), address, bytes, is_write, pc: Some(pc) };
    for at in (address..address + bytes).step_by(4).chain([address + bytes - 1]) {
        check_shadow(&access, at);
    }
    touch(&access, address, bytes);
}

/// Only what was accessed can race with the free.
pub fn free(start: usize, bytes: usize) {
    let thread = with(|state| state.current);
    let access = Access { thread, address: start, bytes, is_write: true, pc: None };
    for base in (start & !3..start + bytes).step_by(4) {
        let known = GRANULES.with(|granules| granules.borrow_mut().remove(&base));
        if let Some(mut granule) = known {
            granule.whole.touch(&access);
            for place in granule.bytes.iter_mut().flat_map(|bytes| bytes.iter_mut()) {
                place.touch(&access);
            }
        }
    }
    NOW.with(|now| *now.borrow_mut() = None);
}
