/* SPDX-License-Identifier: MIT */
/* hdr.c - see hdr.h. */
#include "lab/exchange/hdr.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define DIGITS		  3
#define SUB_BUCKETS	  2048u /* the power of two above 2 * 10^DIGITS */
#define HALF_SUB_BUCKETS  1024u
#define HALF_MAGNITUDE	  10u /* log2 of it */
#define BUCKETS		  32u /* SUB_BUCKETS << 31 is beyond HDR_HIGHEST_NS */
#define COUNTS		  ((BUCKETS + 1u) * HALF_SUB_BUCKETS)
#define COOKIE		  0x1c849313u
#define COMPRESSED_COOKIE 0x1c849314u
#define HEADER_BYTES	  40u
#define LEB128_BYTES	  9u

static void *memory(size_t bytes)
{
	void *memory = calloc(1, bytes);

	if (memory != NULL)
		return memory;
	lab_error("out of memory (%zu bytes); free some and try again", bytes);
	exit(LAB_ENVIRONMENT);
}

void hdr_begin(struct hdr *hdr)
{
	*hdr = (struct hdr){ .counts = memory(COUNTS * sizeof(uint64_t)) };
}

void hdr_clear(struct hdr *hdr)
{
	memset(hdr->counts, 0, COUNTS * sizeof(uint64_t));
	hdr->total = hdr->max = 0;
}

void hdr_end(struct hdr *hdr)
{
	free(hdr->counts);
}

/* The first bucket has all its sub-buckets, the others their upper halves. */
static size_t index_of(uint64_t value)
{
	unsigned int bits = 64u - (unsigned int)__builtin_clzll(value | (SUB_BUCKETS - 1));
	unsigned int bucket = bits - (HALF_MAGNITUDE + 1);
	size_t sub_bucket = (size_t)(value >> bucket);

	return ((size_t)(bucket + 1) << HALF_MAGNITUDE) + sub_bucket - HALF_SUB_BUCKETS;
}

void hdr_record(struct hdr *hdr, uint64_t value, uint64_t count)
{
	if (value > HDR_HIGHEST_NS)
		value = HDR_HIGHEST_NS;
	if (count > 0 && value > hdr->max)
		hdr->max = value;
	hdr->counts[index_of(value)] += count;
	hdr->total += count;
}

static unsigned char *put_big_endian(unsigned char *to, uint64_t value, unsigned int bytes)
{
	while (bytes-- > 0)
		*to++ = (unsigned char)(value >> (8 * bytes));
	return to;
}

/* Seven bits a byte, lowest first; a ninth byte has eight. */
static unsigned char *put_zigzag(unsigned char *to, int64_t value)
{
	uint64_t left = ((uint64_t)value << 1) ^ (uint64_t)(value >> 63);

	for (unsigned int i = 1; i < LEB128_BYTES && left > 127; i++) {
		*to++ = (unsigned char)(left | 128);
		left >>= 7;
	}
	*to++ = (unsigned char)left;
	return to;
}

static unsigned char *put_counts(unsigned char *to, const struct hdr *hdr)
{
	size_t end = index_of(hdr->max) + 1;

	for (size_t i = 0; i < end;) {
		size_t run = 0;

		while (i + run < end && hdr->counts[i + run] == 0)
			run++;
		if (run > 0)
			to = put_zigzag(to, run > 1 ? -(int64_t)run : 0);
		else
			to = put_zigzag(to, (int64_t)hdr->counts[i]);
		i += run > 0 ? run : 1;
	}
	return to;
}

unsigned char *hdr_payload(const struct hdr *hdr, size_t *size)
{
	unsigned char *payload = memory(HEADER_BYTES + COUNTS * LEB128_BYTES);
	unsigned char *counts = payload + HEADER_BYTES, *end = put_counts(counts, hdr), *to;
	const double ratio = 1.0;
	uint64_t ratio_bits;

	memcpy(&ratio_bits, &ratio, sizeof(ratio_bits));
	to = put_big_endian(payload, COOKIE, 4);
	to = put_big_endian(to, (uint64_t)(end - counts), 4);
	to = put_big_endian(to, 0, 4); /* nothing is shifted */
	to = put_big_endian(to, DIGITS, 4);
	to = put_big_endian(to, 1, 8); /* lowest value told from 0 */
	to = put_big_endian(to, HDR_HIGHEST_NS, 8);
	put_big_endian(to, ratio_bits, 8);
	*size = (size_t)(end - payload);
	return payload;
}

static char *base64(const unsigned char *bytes, size_t size)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
				     "0123456789+/";
	char *text = memory((size + 2) / 3 * 4 + 1), *to = text;

	for (size_t i = 0; i < size; i += 3) {
		unsigned int three = (unsigned int)bytes[i] << 16;

		if (i + 1 < size)
			three |= (unsigned int)bytes[i + 1] << 8;
		if (i + 2 < size)
			three |= bytes[i + 2];
		*to++ = digits[three >> 18];
		*to++ = digits[three >> 12 & 63];
		*to++ = i + 1 < size ? digits[three >> 6 & 63] : '=';
		*to++ = i + 2 < size ? digits[three & 63] : '=';
	}
	return text;
}

char *hdr_text(const struct hdr *hdr)
{
	size_t size;
	unsigned char *payload = hdr_payload(hdr, &size);
	uLongf packed_size = compressBound((uLong)size);
	unsigned char *packed = memory(8 + packed_size);
	char *text;

	/* Cannot fail: the room is enough for anything. */
	compress(packed + 8, &packed_size, payload, (uLong)size);
	put_big_endian(put_big_endian(packed, COMPRESSED_COOKIE, 4), packed_size, 4);
	text = base64(packed, 8 + (size_t)packed_size);
	free(payload);
	free(packed);
	return text;
}
