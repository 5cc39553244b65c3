/* SPDX-License-Identifier: MIT */
/*
 * host_key.h - a short name for a class of machine.
 *
 * For what is accumulated per host (calibration of the lab on it) and for
 * keeping machines apart in reports.  Two machines of one class have one key;
 * a new kernel series, another CPU model or another shape makes another class,
 * because old calibration says nothing about it.
 *
 * Made of: the CPU model, the number of CPUs allowed, the shape of the machine
 * as hwloc describes it (packages, caches, cores, threads; of the part that this
 * process may use), whether there is a hypervisor, and the kernel's major
 * and minor version.  It holds nothing personal: no host name, no serial
 * number, no address, no user.
 *
 * Weakness: it cannot tell two cloud instances of one type apart, nor see that
 * one instance was moved to other hardware of the same model.
 */
#ifndef LAB_GATES_HOST_KEY_H
#define LAB_GATES_HOST_KEY_H

/* 12 hexadecimal digits; computed once; lives until the program ends. */
const char *host_key(void);

/* The text behind the key, "cpu=...;cpus=...;shape=...;guest=...;kernel=...",
 * for a reader who wants to know why two keys differ. */
const char *host_key_text(void);

/* The key of a text: the first 48 bits of its 64-bit FNV-1a hash (Fowler, Noll,
 * Vo).  Enough to keep classes apart by accident, not against an attacker. */
const char *host_key_of(const char *text);

#endif
