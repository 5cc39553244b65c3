/* SPDX-License-Identifier: MIT */
/* share.c - share HITS TRIALS: the share and its exact bounds of 95 %, in per cent with one decimal. */
#include <stdio.h>
#include <stdlib.h>

#include "lab/stats/proportion.h"

int main(int argc, char **argv)
{
	struct proportion share;

	if (argc != 3) {
		fprintf(stderr, "usage: share HITS TRIALS\n");
		return 2;
	}
	if (clopper_pearson(&share, strtoull(argv[1], NULL, 10), strtoull(argv[2], NULL, 10),
			    .05)) {
		fprintf(stderr, "share: %s of %s is no share\n", argv[1], argv[2]);
		return 1;
	}
	printf("%.1f\t%.1f\t%.1f\n", 100 * share.estimate, 100 * share.lower, 100 * share.upper);
	return 0;
}
