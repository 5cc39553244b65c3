/* SPDX-License-Identifier: MIT */
#define STORE_SCHEMA_VERSION 4
#define STORE_SCHEMA_OLDEST  2 /* old */
