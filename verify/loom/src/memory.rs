// SPDX-License-Identifier: MIT
//! The arena: model memory at fixed addresses, never reused within an execution.
//!
//! A shadow byte for every four says what stands there, so that a plain access to
//! freed memory, to nothing, or to an atomic is seen at once.  Fresh memory
//! and freed memory are filled with different bytes that are no pointers.

use crate::plain;
use crate::state::{announce, record, with};
use crate::trace::{fail, Op};
use crate::SitePtr;
use std::ffi::c_void;

const BASE: usize = 0x2000_0000_0000;
const BYTES: usize = 32 << 20;
const GAP: usize = 64;
const FRESH: u8 = 0xa5;
const FREED: u8 = 0xdd;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shadow {
    Nothing = 0,
    Plain = 1,
    Atomic = 2,
    Freed = 3,
}

#[derive(Clone, Copy)]
pub struct Block {
    pub start: usize,
    pub bytes: usize,
    pub site: SitePtr,
    pub is_live: bool,
}

#[derive(Default)]
pub struct Memory {
    shadow: Vec<u8>,
    top: usize,
    pub blocks: Vec<Block>,
}

impl Memory {
    /// Before the first execution.
    pub fn map(&mut self) {
        let flags = libc::MAP_PRIVATE
            | libc::MAP_ANONYMOUS
            | libc::MAP_NORESERVE
            | libc::MAP_FIXED_NOREPLACE;
        let protection = libc::PROT_READ | libc::PROT_WRITE;
        // SAFETY: a fresh mapping; the result is checked.
        let got = unsafe { libc::mmap(BASE as *mut c_void, BYTES, protection, flags, -1, 0) };
        if got as usize != BASE {
            fail("the arena's address range is taken");
        }
        self.shadow = vec![Shadow::Nothing as u8; BYTES / 4];
    }

    pub fn reset(&mut self) {
        self.shadow[..self.top.div_ceil(4)].fill(Shadow::Nothing as u8);
        self.top = 0;
        self.blocks.clear();
    }

    pub fn contains(address: usize) -> bool {
        (BASE..BASE + BYTES).contains(&address)
    }

    pub fn shadow(&self, address: usize) -> Shadow {
        match self.shadow[(address - BASE) / 4] {
            1 => Shadow::Plain,
            2 => Shadow::Atomic,
            3 => Shadow::Freed,
            _ => Shadow::Nothing,
        }
    }

    fn set(&mut self, address: usize, bytes: usize, shadow: Shadow) {
        let first = (address - BASE) / 4;
        self.shadow[first..first + bytes.div_ceil(4)].fill(shadow as u8);
    }

    fn alloc(&mut self, bytes: usize, align: usize, site: SitePtr) -> Option<usize> {
        let align = align.max(16);
        let start = (self.top + GAP + align - 1) & !(align - 1);
        if start + bytes > BYTES {
            return None;
        }
        self.top = start + bytes;
        self.set(BASE + start, bytes, Shadow::Plain);
        self.blocks.push(Block { start: BASE + start, bytes, site, is_live: true });
        Some(BASE + start)
    }

    /// The block around an address, dead or alive, with its number.
    pub fn block_of(&self, address: usize) -> Option<(usize, Block)> {
        let after = self.blocks.partition_point(|block| block.start <= address);
        let number = after.checked_sub(1)?;
        let block = self.blocks[number];
        (address < block.start + block.bytes.max(1)).then_some((number, block))
    }

    /// Atomics elsewhere (static, on a stack) are known by address alone.
    pub fn claim_atomic(&mut self, address: usize, width: usize) {
        if Memory::contains(address) {
            self.set(address, width, Shadow::Atomic);
        }
    }

    pub fn release_atomic(&mut self, address: usize, width: usize) {
        if Memory::contains(address) {
            self.set(address, width, Shadow::Plain);
        }
    }

    pub fn first_leak(&self) -> Option<Block> {
        self.blocks.iter().find(|block| block.is_live).copied()
    }
}

#[no_mangle]
pub extern "C" fn mc_alloc(bytes: usize, align: usize, site: SitePtr) -> *mut c_void {
    let Some(start) = with(|state| state.memory.alloc(bytes, align, site)) else {
        fail("one execution allocates more than the arena holds");
    };
    // SAFETY: inside the arena, and nobody knows the block yet.
    unsafe { std::ptr::write_bytes(start as *mut u8, FRESH, bytes) };
    record(site, start, Op::Memory { bytes });
    start as *mut c_void
}

/// A free is a write to everything that was ever accessed in the block.
#[no_mangle]
pub extern "C" fn mc_free(pointer: *mut c_void, bytes: usize, site: SitePtr) {
    let start = pointer as usize;
    if start == 0 {
        return;
    }
    announce(site, start, Op::Memory { bytes });
    let block = match with(|state| state.memory.block_of(start)) {
        Some((_, block)) if block.start == start => block,
        _ => fail("what is freed was not allocated"),
    };
    if !block.is_live {
        fail("double free");
    }
    if block.bytes != bytes {
        fail(&format!("freed as {bytes} bytes, allocated as {}", block.bytes));
    }
    refuse_live_objects(block);
    plain::free(start, bytes);
    with(|state| {
        let (number, _) = state.memory.block_of(start).expect("found above");
        state.memory.blocks[number].is_live = false;
        state.memory.set(start, bytes, Shadow::Freed);
    });
    // SAFETY: inside the arena; whoever still reads it is to see that it is gone.
    unsafe { std::ptr::write_bytes(start as *mut u8, FREED, bytes) };
    record(site, start, Op::Memory { bytes });
}

fn refuse_live_objects(block: Block) {
    let inside = |address: &usize| (block.start..block.start + block.bytes).contains(address);
    let (atoms, others) = with(|state| {
        let others = state.locks.keys().any(inside) || state.conds.keys().any(inside);
        (state.atoms.keys().any(inside), others)
    });
    if atoms {
        fail("memory is freed with a live atomic in it: at_fini is missing");
    }
    if others {
        fail("memory is freed with a live mutex or condition variable in it");
    }
}
