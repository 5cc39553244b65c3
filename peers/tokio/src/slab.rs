// SPDX-License-Identifier: MIT
//! The lab's slab as Rust's global allocator: everything this library allocates,
//! tasks included, comes from where the slab variants' tasks come from.

use std::alloc::{GlobalAlloc, Layout};
use std::ffi::c_void;

extern "C" {
    fn slab_alloc(bytes: usize, align: usize) -> *mut c_void;
    fn slab_free(memory: *mut c_void, bytes: usize, align: usize);
}

struct Slab;

// SAFETY: slab_alloc gives `bytes` bytes aligned to `align`, or NULL, from any
// thread; slab_free takes them back from any thread with the same numbers.
unsafe impl GlobalAlloc for Slab {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        slab_alloc(layout.size(), layout.align()).cast()
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        slab_free(memory.cast(), layout.size(), layout.align());
    }
}

#[global_allocator]
static SLAB: Slab = Slab;
