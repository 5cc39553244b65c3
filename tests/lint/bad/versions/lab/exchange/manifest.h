/* SPDX-License-Identifier: MIT */
#define MANIFEST_FORMAT 3 /* old */
