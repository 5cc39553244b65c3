/* SPDX-License-Identifier: MIT */
/*
 * bad.h - what can be opened: docs/tokio.md, tokio.md 1.2, docs/tokio.md section 1, tokio.md, "The row object",
 * sched/bad.h, bad.h, sched/NAME.c, sched/*.h, stdint.h, B1, #8065, tokio#8065, loom#166, issue 8065.
 */
#define TEXT "sched/in_a_string.h B9 #9999"
/* sched/gone.h, gone.h, docs/gone.md */
/* tokio.md 1.3, tokio.md section 7, tokio.md, "The column", gone.md 1 */
/* B2, HB1, D4 */
int b7; // B3
/* #8066, #9998, loom#8065, Tokio issue 1768, PR #12345, tokio_2387 */
/* what design-claims says */
