/* SPDX-License-Identifier: MIT */
/* Description: the parts of the exchange: HdrHistogram, identities. */
#include "check.h"

#include <zlib.h>

#include "lab/exchange/exchange.h"
#include "lab/exchange/hdr.h"

/* Made by the Python port of HdrHistogram (hdrhistogram 0.10.8), of `recorded`. */
static const char known[] = "HISTFAAAAEF4nJNpmSzMwMCgyAABzFCaEch0M9ixgMH+A0SAhWkC80l+ppUCXHx"
			    "MB4UbPrKc9mI6PImxAQQc9v5kZAIAjdAP4Q==";
static const uint64_t recorded[][2] = {
	{ 0, 2 },
	{ 1, 1 },
	{ 2, 200 },
	{ 1000, 1 },
	{ 2046, 5 },
	{ 2047, 7 },
	{ 2048, 1 },
	{ 5000, 40000 },
	{ 123456, 1 },
	{ 3600000000000, 1 },
	{ 70000000, UINT64_C(1) << 40 },
};

static size_t from_base64(const char *text, unsigned char *bytes)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
				     "0123456789+/";
	unsigned int bits = 0, held = 0;
	size_t size = 0;

	for (; *text != '\0' && *text != '='; text++) {
		bits = bits << 6 | (unsigned int)(strchr(digits, *text) - digits);
		held += 6;
		if (held >= 8) {
			held -= 8;
			bytes[size++] = (unsigned char)(bits >> held);
		}
	}
	return size;
}

/* Compressed bytes may differ from one zlib to the next: the contents may not. */
static size_t contents(const char *text, unsigned char *bytes, size_t room)
{
	unsigned char packed[256];
	size_t size = from_base64(text, packed);
	uLongf unpacked = (uLongf)room;

	assert_memory_equal(packed, "\x1c\x84\x93\x14\0\0\0", 7);
	assert_int_equal(packed[7], size - 8);
	assert_int_equal(uncompress(bytes, &unpacked, packed + 8, (uLong)(size - 8)), Z_OK);
	return unpacked;
}

static void test_hdr_known(void **state)
{
	unsigned char expected[256], found[256], *payload;
	struct hdr hdr;
	size_t size;
	char *text;

	(void)state;
	hdr_begin(&hdr);
	for (size_t i = 0; i < sizeof(recorded) / sizeof(recorded[0]); i++)
		hdr_record(&hdr, recorded[i][0], recorded[i][1]);
	payload = hdr_payload(&hdr, &size);
	assert_int_equal(contents(known, expected, sizeof(expected)), size);
	assert_memory_equal(payload, expected, size);
	text = hdr_text(&hdr);
	assert_int_equal(contents(text, found, sizeof(found)), size);
	assert_memory_equal(found, expected, size);
	assert_int_equal(hdr.max, HDR_HIGHEST_NS);
	free(payload);
	free(text);
	hdr_end(&hdr);
}

static void test_hdr_edges(void **state)
{
	struct hdr hdr;
	unsigned char *payload;
	size_t size;

	(void)state;
	hdr_begin(&hdr);
	hdr_record(&hdr, UINT64_MAX, 1); /* counted as an hour */
	assert_int_equal(hdr.max, HDR_HIGHEST_NS);
	hdr_clear(&hdr);
	assert_int_equal(hdr.total, 0);
	hdr_record(&hdr, 5, 0);
	assert_int_equal(hdr.max, 0);
	payload = hdr_payload(&hdr, &size);
	assert_int_equal(size, 41); /* one empty bucket */
	assert_int_equal(payload[40], 0);
	free(payload);
	hdr_end(&hdr);
}

static void test_identity(void **state)
{
	const char *a = exchange_new_id(), *b = exchange_new_id();

	(void)state;
	assert_int_equal(strlen(a), 32);
	assert_int_equal(strspn(a, "0123456789abcdef"), 32);
	assert_string_not_equal(a, b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hdr_known),
		cmocka_unit_test(test_hdr_edges),
		cmocka_unit_test(test_identity),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
