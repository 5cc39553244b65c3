/* SPDX-License-Identifier: MIT */
/* forgotten.h - not on the map. */
