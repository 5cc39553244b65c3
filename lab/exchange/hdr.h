/* SPDX-License-Identifier: MIT */
/*
 * hdr.h - a HdrHistogram and its compressed encoding, version 2.
 *
 * The layout is that of Gil Tene's HdrHistogram (EncodableHistogram.java and the
 * C, Python and JavaScript ports): buckets of powers of two, each with 2,048
 * linear sub-buckets (3 significant digits), counts as zigzag LEB128 with runs
 * of empty ones as negative numbers, zlib, Base64.
 *
 * Weakness: values above an hour are counted as an hour.
 */
#ifndef LAB_EXCHANGE_HDR_H
#define LAB_EXCHANGE_HDR_H

#include "lab/base/lab.h"

#define HDR_HIGHEST_NS INT64_C(3600000000000)

struct hdr {
	uint64_t *counts; /* malloc'ed */
	uint64_t total;
	uint64_t max; /* largest value recorded */
};

/* Zeroed and with room; exits if there is no memory. */
void hdr_begin(struct hdr *hdr);
void hdr_record(struct hdr *hdr, uint64_t value, uint64_t count);
void hdr_clear(struct hdr *hdr);
void hdr_end(struct hdr *hdr);

/* The encoding before compression; malloc'ed. */
unsigned char *hdr_payload(const struct hdr *hdr, size_t *size);
/* The whole encoding, "HISTFAAA..."; malloc'ed; exits if there is no memory. */
char *hdr_text(const struct hdr *hdr);

#endif
