// SPDX-License-Identifier: MIT
//! Atomics, fences and the three corrections.

use crate::state::{announce, choose, is_running, record, switching, with};
use crate::trace::{fail, Op};
use crate::{Order, Rmw, SitePtr};
use loom::sync::atomic::{AtomicU32, AtomicU64, AtomicU8};
use std::ffi::c_void;
use std::rc::Rc;
use std::sync::atomic::Ordering;

#[derive(Clone)]
pub enum Atom {
    W1(Rc<AtomicU8>),
    W4(Rc<AtomicU32>),
    W8(Rc<AtomicU64>),
}

/// Evaluate `$body` with the atomic and its integer type.
macro_rules! on_atom {
    ($atom:expr, $atomic:ident, $int:ident => $body:expr) => {
        match $atom {
            Atom::W1($atomic) => {
                type $int = u8;
                $body
            }
            Atom::W4($atomic) => {
                type $int = u32;
                $body
            }
            Atom::W8($atomic) => {
                type $int = u64;
                $body
            }
        }
    };
}

impl Atom {
    fn new(width: u32, value: u64) -> Atom {
        match width {
            1 => Atom::W1(Rc::new(AtomicU8::new(value as u8))),
            4 => Atom::W4(Rc::new(AtomicU32::new(value as u32))),
            8 => Atom::W8(Rc::new(AtomicU64::new(value))),
            _ => fail(&format!("an atomic of {width} bytes; there are 1, 4 and 8")),
        }
    }

    fn width(&self) -> u32 {
        match self {
            Atom::W1(_) => 1,
            Atom::W4(_) => 4,
            Atom::W8(_) => 8,
        }
    }

    fn store(&self, value: u64, order: Ordering) {
        #[allow(clippy::unnecessary_cast)]
        switching(|| on_atom!(self, atomic, Int => atomic.store(value as Int, order)))
    }

    fn load(&self, order: Ordering) -> u64 {
        #[allow(clippy::unnecessary_cast)]
        switching(
            || on_atom!(self, atomic, Int => { let value: Int = atomic.load(order); value as u64 }),
        )
    }

    fn rmw(&self, op: Rmw, operand: u64, order: Ordering) -> u64 {
        #[allow(clippy::unnecessary_cast)]
        switching(|| {
            on_atom!(self, atomic, Int => {
                let operand = operand as Int;
                (match op {
                    Rmw::Swap => atomic.swap(operand, order),
                    Rmw::Add => atomic.fetch_add(operand, order),
                    Rmw::Sub => atomic.fetch_sub(operand, order),
                    Rmw::And => atomic.fetch_and(operand, order),
                    Rmw::Or => atomic.fetch_or(operand, order),
                    Rmw::Xor => atomic.fetch_xor(operand, order),
                }) as u64
            })
        })
    }

    fn cas(&self, expected: u64, desired: u64, ok: Ordering, failed: Ordering) -> Result<u64, u64> {
        #[allow(clippy::unnecessary_cast)]
        switching(|| {
            on_atom!(self, atomic, Int => {
                match atomic.compare_exchange(expected as Int, desired as Int, ok, failed) {
                    Ok(value) => Ok(value as u64),
                    Err(value) => Err(value as u64),
                }
            })
        })
    }

    /// The last access: everything else must happen before it.
    fn retire(self) -> bool {
        on_atom!(self, atomic, Int => match Rc::try_unwrap(atomic) {
            Ok(mut atomic) => {
                atomic.with_mut(|_: &mut Int| ());
                true
            }
            Err(_) => false, // somebody is about to access it
        })
    }
}

/// What an order means for a load, for a store, for both: only orders that exist.
fn load_order(order: Order) -> Ordering {
    match order {
        Order::Relaxed | Order::Release => Ordering::Relaxed,
        Order::Acquire | Order::AcqRel => Ordering::Acquire,
        Order::SeqCst => Ordering::SeqCst,
    }
}

fn store_order(order: Order) -> Ordering {
    match order {
        Order::Relaxed | Order::Acquire => Ordering::Relaxed,
        Order::Release | Order::AcqRel => Ordering::Release,
        Order::SeqCst => Ordering::SeqCst,
    }
}

fn rmw_order(order: Order) -> Ordering {
    match order {
        Order::Relaxed => Ordering::Relaxed,
        Order::Acquire => Ordering::Acquire,
        Order::Release => Ordering::Release,
        Order::AcqRel => Ordering::AcqRel,
        Order::SeqCst => Ordering::SeqCst,
    }
}

fn find(atomic: *const c_void, width: u32) -> Atom {
    let address = atomic as usize;
    match with(|state| state.atoms.get(&address).cloned()) {
        Some(atom) if atom.width() == width => atom,
        Some(atom) => fail(&format!("access of {width} bytes to an atomic of {} bytes", atom.width())),
        None => fail("access to an atomic that is not initialised, or was retired or freed"),
    }
}

#[no_mangle]
pub extern "C" fn mc_init(atomic: *mut c_void, width: u32, value: u64, site: SitePtr) {
    if !is_running() {
        return;
    }
    let address = atomic as usize;
    announce(site, address, Op::Init { value });
    if with(|state| state.atoms.contains_key(&address)) {
        fail("a live atomic is initialised again: at_fini is missing");
    }
    with(|state| state.memory.claim_atomic(address, width as usize));
    let atom = Atom::new(width, value);
    // Correction: loom takes an initial value for a release store only, and would
    // let a SeqCst load skip a newer SeqCst store in favour of it.
    atom.store(value, Ordering::SeqCst);
    with(|state| state.atoms.insert(address, atom));
    record(site, address, Op::Init { value });
}

#[no_mangle]
pub extern "C" fn mc_fini(atomic: *mut c_void, site: SitePtr) {
    if !is_running() {
        return;
    }
    let address = atomic as usize;
    announce(site, address, Op::Fini);
    let Some(atom) = with(|state| state.atoms.remove(&address)) else {
        fail("an atomic that is not initialised, or was retired, is retired");
    };
    let width = atom.width();
    if !atom.retire() {
        fail("another thread is about to access this atomic, which is retired");
    }
    with(|state| state.memory.release_atomic(address, width as usize));
    record(site, address, Op::Fini);
}

#[no_mangle]
pub extern "C" fn mc_load(atomic: *mut c_void, width: u32, order: Order, site: SitePtr) -> u64 {
    announce(site, atomic as usize, Op::Load { value: None, order });
    let value = find(atomic, width).load(load_order(order));
    record(site, atomic as usize, Op::Load { value: Some(value), order });
    value
}

#[no_mangle]
pub extern "C" fn mc_load_owned(atomic: *mut c_void, width: u32, site: SitePtr) -> u64 {
    announce(site, atomic as usize, Op::LoadOwned { value: None });
    // SAFETY: loom reports an access that is not ordered with this one.
    #[allow(clippy::unnecessary_cast)]
    let value = on_atom!(find(atomic, width), atom, Int => {
        let value: Int = unsafe { atom.unsync_load() };
        value as u64
    });
    record(site, atomic as usize, Op::LoadOwned { value: Some(value) });
    value
}

#[no_mangle]
pub extern "C" fn mc_store(atomic: *mut c_void, width: u32, value: u64, order: Order, site: SitePtr) {
    announce(site, atomic as usize, Op::Store { value, order });
    find(atomic, width).store(value, store_order(order));
    record(site, atomic as usize, Op::Store { value, order });
}

#[no_mangle]
pub extern "C" fn mc_rmw(
    atomic: *mut c_void,
    width: u32,
    op: Rmw,
    operand: u64,
    order: Order,
    site: SitePtr,
) -> u64 {
    announce(site, atomic as usize, Op::Rmw { before: None, op, operand, order });
    let before = find(atomic, width).rmw(op, operand, rmw_order(order));
    record(site, atomic as usize, Op::Rmw { before: Some(before), op, operand, order });
    before
}

/// # Safety
/// `expected` points to a value of the caller's own.
#[no_mangle]
pub unsafe extern "C" fn mc_cas(
    atomic: *mut c_void,
    width: u32,
    expected: *mut u64,
    desired: u64,
    success: Order,
    failure: Order,
    weak: bool,
    site: SitePtr,
) -> bool {
    let address = atomic as usize;
    let wanted = *expected;
    let mut op = Op::Cas { expected: wanted, desired, seen: None, done: false, success, failure };
    announce(site, address, op.clone());
    let result = attempt_cas(&find(atomic, width), wanted, desired, success, failure, weak);
    if let Op::Cas { seen, done, .. } = &mut op {
        *done = result.is_ok();
        *seen = Some(result.unwrap_or_else(|seen| seen));
    }
    record(site, address, op);
    match result {
        Ok(_) => true,
        Err(seen) => {
            *expected = seen;
            false
        }
    }
}

/// A spurious failure is a load that saw the expected value.  Any other failure may
/// see an old value: a correction in our patch of loom.
fn attempt_cas(
    atom: &Atom,
    expected: u64,
    desired: u64,
    success: Order,
    failure: Order,
    weak: bool,
) -> Result<u64, u64> {
    if weak && choose() {
        return Err(atom.load(load_order(failure)));
    }
    atom.cas(expected, desired, rmw_order(success), load_order(failure))
}

#[no_mangle]
pub extern "C" fn mc_fence(order: Order, site: SitePtr) {
    announce(site, 0, Op::Fence { order });
    if order == Order::SeqCst {
        // Correction: loom's fence is no point of conflict, so without this only one
        // order of two fences would be explored.
        let meeting = with(|state| state.fence.clone()).expect("explore makes it");
        switching(|| meeting.fetch_add(0, Ordering::Relaxed));
    }
    if order != Order::Relaxed {
        loom::sync::atomic::fence(rmw_order(order));
    }
    record(site, 0, Op::Fence { order });
}

#[no_mangle]
pub extern "C" fn mc_spin(site: SitePtr) {
    announce(site, 0, Op::Spin);
    switching(loom::thread::yield_now);
    record(site, 0, Op::Spin);
}
