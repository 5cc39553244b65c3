/* SPDX-License-Identifier: MIT */
/* version.h - schedlab --version. */
#ifndef LAB_VERSION_H
#define LAB_VERSION_H

/* Three lines on standard output: which schedlab, what it reads and writes, how it was built.
 * Always LAB_OK. */
int version_print(void);

#endif
