// SPDX-License-Identifier: MIT
//! Mutexes, condition variables, and waiting on a word.

use crate::atomics::mc_load;
use crate::state::{announce, choose, is_running, record, switching, with};
use crate::trace::{fail, Op};
use crate::{Order, SitePtr};
use loom::sync::{Condvar, Mutex, MutexGuard};
use std::cell::{Cell, RefCell};
use std::ffi::c_void;
use std::rc::Rc;

pub struct Lock {
    // Before the mutex, because it borrows from it.
    guard: RefCell<Option<MutexGuard<'static, ()>>>,
    owner: Cell<usize>,
    mutex: Mutex<()>,
}

pub struct Cond(Condvar);

/// The kernel's queue of one word: a lock and the sleepers.
pub struct Futex {
    mutex: Mutex<u32>,
    sleepers: Condvar,
}

impl Lock {
    fn take(&self, guard: MutexGuard<'_, ()>) {
        // SAFETY: the guard lies beside its mutex and is dropped before it.
        let guard: MutexGuard<'static, ()> = unsafe { std::mem::transmute(guard) };
        self.owner.set(with(|state| state.current));
        *self.guard.borrow_mut() = Some(guard);
    }

    fn lock(&self) {
        let guard = switching(|| self.mutex.lock().unwrap());
        self.take(guard);
    }

    fn give_up(&self) -> MutexGuard<'static, ()> {
        let guard = self.guard.borrow_mut().take();
        match guard {
            Some(guard) if self.owner.get() == with(|state| state.current) => guard,
            _ => fail("the calling thread does not hold this mutex"),
        }
    }
}

fn find_lock(mutex: *mut c_void) -> Rc<Lock> {
    match with(|state| state.locks.get(&(mutex as usize)).cloned()) {
        Some(lock) => lock,
        None => fail("a mutex that is not initialised, or was retired or freed"),
    }
}

fn find_cond(cond: *mut c_void) -> Rc<Cond> {
    match with(|state| state.conds.get(&(cond as usize)).cloned()) {
        Some(cond) => cond,
        None => fail("a condition variable that is not initialised, or was retired or freed"),
    }
}

#[no_mangle]
pub extern "C" fn mc_mutex_init(mutex: *mut c_void, site: SitePtr) {
    if !is_running() {
        return;
    }
    let lock =
        Rc::new(Lock { guard: RefCell::new(None), owner: Cell::new(0), mutex: Mutex::new(()) });
    announce(site, mutex as usize, Op::Object);
    if with(|state| state.locks.insert(mutex as usize, lock)).is_some() {
        fail("a live mutex is initialised again: os_mutex_fini is missing");
    }
    record(site, mutex as usize, Op::Object);
}

#[no_mangle]
pub extern "C" fn mc_mutex_fini(mutex: *mut c_void, site: SitePtr) {
    if !is_running() {
        return;
    }
    announce(site, mutex as usize, Op::Object);
    let lock = find_lock(mutex);
    if lock.guard.borrow().is_some() {
        fail("a mutex is retired while it is held");
    }
    with(|state| state.locks.remove(&(mutex as usize)));
    if Rc::strong_count(&lock) > 1 {
        fail("another thread is about to lock this mutex, which is retired");
    }
    record(site, mutex as usize, Op::Object);
}

#[no_mangle]
pub extern "C" fn mc_mutex_lock(mutex: *mut c_void, site: SitePtr) {
    announce(site, mutex as usize, Op::Object);
    find_lock(mutex).lock();
    record(site, mutex as usize, Op::Object);
}

#[no_mangle]
pub extern "C" fn mc_mutex_unlock(mutex: *mut c_void, site: SitePtr) {
    announce(site, mutex as usize, Op::Object);
    drop(find_lock(mutex).give_up());
    record(site, mutex as usize, Op::Object);
}

#[no_mangle]
pub extern "C" fn mc_cond_init(cond: *mut c_void, site: SitePtr) {
    if !is_running() {
        return;
    }
    announce(site, cond as usize, Op::Object);
    let fresh = Rc::new(Cond(Condvar::new()));
    if with(|state| state.conds.insert(cond as usize, fresh)).is_some() {
        fail("a live condition variable is initialised again: os_cond_fini is missing");
    }
    record(site, cond as usize, Op::Object);
}

#[no_mangle]
pub extern "C" fn mc_cond_fini(cond: *mut c_void, site: SitePtr) {
    if !is_running() {
        return;
    }
    announce(site, cond as usize, Op::Object);
    let found = find_cond(cond);
    with(|state| state.conds.remove(&(cond as usize)));
    if Rc::strong_count(&found) > 1 {
        fail("another thread waits on or notifies this condition variable, which is retired");
    }
    record(site, cond as usize, Op::Object);
}

#[no_mangle]
pub extern "C" fn mc_cond_wait(cond: *mut c_void, mutex: *mut c_void, site: SitePtr) {
    announce(site, cond as usize, Op::Object);
    let cond_found = find_cond(cond);
    let lock = find_lock(mutex);
    let guard = lock.give_up();
    let early = choose();
    if early {
        drop(guard);
        lock.lock();
    } else {
        let guard = switching(|| cond_found.0.wait(guard).unwrap());
        lock.take(guard);
    }
    record(site, cond as usize, Op::Wait { early });
}

/// Its time passes while others run.
#[no_mangle]
pub extern "C" fn mc_cond_wait_for(
    cond: *mut c_void,
    mutex: *mut c_void,
    timeout: u64,
    site: SitePtr,
) -> bool {
    if timeout == u64::MAX {
        mc_cond_wait(cond, mutex, site);
        return true;
    }
    announce(site, cond as usize, Op::Object);
    find_cond(cond);
    let lock = find_lock(mutex);
    drop(lock.give_up());
    switching(loom::thread::yield_now);
    lock.lock();
    record(site, cond as usize, Op::Wait { early: false });
    false
}

#[no_mangle]
pub extern "C" fn mc_cond_notify_one(cond: *mut c_void, site: SitePtr) {
    announce(site, cond as usize, Op::Object);
    let found = find_cond(cond);
    switching(|| found.0.notify_one());
    record(site, cond as usize, Op::Object);
}

fn futex(word: *mut c_void) -> Rc<Futex> {
    with(|state| state.futexes.get(&(word as usize)).cloned()).unwrap_or_else(|| {
        let fresh = Rc::new(Futex { mutex: Mutex::new(0), sleepers: Condvar::new() });
        with(|state| state.futexes.insert(word as usize, fresh.clone()));
        fresh
    })
}

/// The kernel compares under the lock of its queue, and a wake takes that lock, so
/// the value may be old but not older than a wake that came first.
#[no_mangle]
pub extern "C" fn mc_wait(word: *mut c_void, expected: u32, timeout: u64, site: SitePtr) -> bool {
    let is_timed = timeout != u64::MAX;
    let queue = futex(word);
    let mut sleepers = switching(|| queue.mutex.lock().unwrap());
    let value = mc_load(word, 4, Order::Relaxed, site) as u32;
    let early = value != expected || choose();
    announce(site, word as usize, Op::Wait { early });
    if early || is_timed {
        drop(sleepers);
    } else {
        *sleepers += 1;
        sleepers = switching(|| queue.sleepers.wait(sleepers).unwrap());
        drop(sleepers);
    }
    if is_timed && !early {
        // Time passes while others run.
        switching(loom::thread::yield_now);
    }
    record(site, word as usize, Op::Wait { early });
    !is_timed || early
}

#[no_mangle]
pub extern "C" fn mc_wake(word: *mut c_void, count: u32, site: SitePtr) {
    announce(site, word as usize, Op::Object);
    let queue = futex(word);
    let mut sleepers = switching(|| queue.mutex.lock().unwrap());
    let woken = count.min(*sleepers);
    *sleepers -= woken;
    for _ in 0..woken {
        switching(|| queue.sleepers.notify_one());
    }
    drop(sleepers);
    record(site, word as usize, Op::Object);
}
