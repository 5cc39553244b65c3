/* SPDX-License-Identifier: MIT */
/*
 * streams.h - no program of this tree claims success for what it could not print.
 *
 * To be called first in main.  Checked when the program exits, whoever calls exit:
 * `--help` ends inside argp.  A reader that went away (`| head`) wanted no more, and
 * is no error.  Weakness: a program that ends by _exit or by a signal is not checked.
 */
#ifndef BASE_STREAMS_H
#define BASE_STREAMS_H

/* What could not be written to standard output makes the exit status `code`, after one
 * line on standard error.  A standard stream that is closed is opened on /dev/null, so
 * that no file of the program gets its number; printing to such an output fails.
 * Not thread-safe. */
void streams_guard(int code);

/* Flushes standard output.  0 or a negative errno, which is kept for that line: a stream
 * forgets why a write failed. */
int streams_flush(void);

#endif
