/* SPDX-License-Identifier: MIT */
/*
 * heap.h - where the heap of this process lies: a layout, as that of the code is.
 *
 * Two objects of two threads may share a cache line or not, by where malloc puts
 * them, and malloc puts them at the same offsets in every process: no number of
 * pairs averages that out.  So each sample leaks one chunk of a fixed size and
 * 0 to 112 bytes more before it does anything else: what the main thread has from
 * glibc's malloc afterwards, the arm's runtime included, in C as in Rust, lies that
 * many bytes further on.  What asks for more than malloc's alignment stays aligned
 * (workers and tasks of the C variants, chunks of the lab's slab), and what lies
 * between such objects is moved by another number, the same in every process.
 *
 * Nothing else may move it.  Up to the first thread, programs of one library call
 * malloc alike, whatever their names and settings; a test compares them.
 *
 * Weakness: it moves one heap.  Not moved are what other threads allocate from arenas
 * of their own, what is mapped (128 KiB and more), and anything under an allocator
 * with size classes (mimalloc): there the chunk is of one class for all steps.
 */
#ifndef HARNESS_HEAP_H
#define HARNESS_HEAP_H

#include <stdint.h>

/* Leaks the chunk, with 0 to OPTIONS_HEAP_MAX bytes beyond the base.  0 or -ENOMEM.
 * To be called once, by the main thread, before anything that allocates and lasts. */
int heap_move(uint32_t bytes);

/*
 * Takes, for good, what was freed so far, just before the arm starts.  A program whose first
 * act is to make its runtime gets what that allocates one behind the other; this one has
 * read the machine's topology before, and the holes that leaves would be filled first: so
 * the buffer of a queue would go elsewhere, and what stands before and behind it would
 * come to share a line, which they do not in such a program.  Of another malloc than
 * glibc's nothing is known, and nothing is done.
 */
void heap_settle(void);

#endif
