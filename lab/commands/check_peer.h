/* SPDX-License-Identifier: MIT */
/*
 * check_peer.h - what schedlab check-peer looks at: parts of the sample contract, each a
 * function that says what is wrong.
 *
 * A part returns NULL if the program keeps to it, else one line, which lives as long as the lab.
 */
#ifndef LAB_CHECK_PEER_H
#define LAB_CHECK_PEER_H

#include "lab/run/sample.h"

struct peer {
	const struct arm_info *arm;
	const struct arm_info *baseline; /* stands on the other side of pairs; may be the arm */
	struct sample_settings settings;
	struct cell cell; /* small, and the program runs it: for the parts that need one */
};

struct peer_part {
	const char *name;
	/* One of them: the program by itself, or a sample that is started and ready. */
	const char *(*wrong)(struct peer *peer);
	const char *(*wrong_of)(struct peer *peer, struct sample *sample);
	const char *remedy; /* where it is wrong */
};

/* How it answers what cannot be, and how its process lives and ends. */
extern const struct peer_part peer_parts[];
extern const size_t peer_part_count;

const char *peer_part_wrong(const struct peer_part *part, struct peer *peer);

#endif
