/* SPDX-License-Identifier: MIT */
/*
 * row.c - which row of Tokio this program is.
 *
 * The Rust library reads `tokio_row` when it starts (src/row.rs mirrors the
 * struct), so several rows are one library, linked with another row.o: the same
 * machine code at the same addresses, and only the setting differs.  That is why
 * the texts have a fixed length.
 *
 * Weakness: what a setting needs of the library (tokio_unstable to disable the
 * LIFO slot) the linker cannot see; the arm refuses to start instead.
 */
#include <stdint.h>

struct tokio_row {
	char name[40];
	char flavour[16];		/* "timed" or "counting" */
	uint32_t global_queue_interval; /* 0: left to Tokio's own tuning */
	uint32_t lifo_slot;		/* 0: disabled */
};
_Static_assert(sizeof(struct tokio_row) == 64, "src/row.rs: Row");

extern const struct tokio_row tokio_row;
const struct tokio_row tokio_row = {
	.name = TOKIO_ROW_NAME,
	.flavour = TOKIO_ROW_FLAVOUR,
	.global_queue_interval = TOKIO_ROW_INTERVAL,
	.lifo_slot = TOKIO_ROW_LIFO_SLOT,
};
