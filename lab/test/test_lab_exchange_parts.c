/* SPDX-License-Identifier: MIT */
/* Description: the parts of the exchange: CSV, shapes, HdrHistogram, columns. */
#include "check.h"

#include <math.h>
#include <zlib.h>

#include "lab/exchange/csv.h"
#include "lab/exchange/exchange.h"
#include "lab/exchange/hdr.h"
#include "lab/exchange/shape.h"
#include "lab/exchange/tables.h"

/* ------------------------------------------------------------------------- CSV -- */

static void test_csv_real(void **state)
{
	static const double values[] = { 0,	 0.1,	0.1 + 0.2,   1.0 / 3.0, -1e-300,
					 5e-324, 1e308, 123456789.0, INFINITY };
	static const char *const texts[] = { "0", "0.1", "0.30000000000000004" };

	(void)state;
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		char *text;
		size_t size;
		FILE *out = open_memstream(&text, &size);

		csv_real(out, values[i]);
		fclose(out);
		assert_true(strtod(text, NULL) == values[i]);
		if (i < 3)
			assert_string_equal(text, texts[i]);
		free(text);
	}
}

static void test_csv_record(void **state)
{
	char text[] = "1,,\"\",\"a \"\"b\"\",\nc\"\n2,x,\"y\",z\n3,4\n";
	struct csv_field fields[4];
	struct csv csv;

	(void)state;
	csv_begin(&csv, text, sizeof(text) - 1);
	assert_true(csv_record(&csv, fields, 4));
	assert_string_equal(fields[0].text, "1");
	assert_true(fields[1].text[0] == '\0' && !fields[1].quoted);
	assert_true(fields[2].text[0] == '\0' && fields[2].quoted);
	assert_string_equal(fields[3].text, "a \"b\",\nc");
	assert_true(csv_record(&csv, fields, 4));
	assert_int_equal(csv.line, 3);
	assert_string_equal(fields[3].text, "z");
	assert_false(csv_at_end(&csv));
	assert_false(csv_record(&csv, fields, 4));
	assert_int_equal(csv.line, 4);
}

static void test_csv_broken(void **state)
{
	static const char *const texts[] = { "a", "\"a", "\"a\"b\n", "a,b\n", "a\"\n", "\"", "" };

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct csv_field field;
		char *copy = strdup(texts[i]);
		struct csv csv;

		csv_begin(&csv, copy, strlen(copy));
		assert_false(csv_record(&csv, &field, 1));
		free(copy);
	}
}

/* ---------------------------------------------------------------------- shapes -- */

static void expect_shape(const char *document, const char *shape, const char *values)
{
	json_t *json = json_loads(document, JSON_DECODE_ANY, NULL), *list = json_array(), *back;
	json_t *expected_shape = json_loads(shape, JSON_DECODE_ANY, NULL);
	json_t *expected_values = json_loads(values, 0, NULL), *found = shape_of(json, list);

	assert_true(json_equal(found, expected_shape));
	assert_true(json_equal(list, expected_values));
	back = shape_filled(found, list);
	assert_true(json_equal(back, json));
	json_decref(back);
	json_array_append_new(list, json_integer(1));
	assert_null(shape_filled(found, list));
	json_array_clear(list);
	if (json_array_size(expected_values) > 0)
		assert_null(shape_filled(found, list));
	json_decref(list);
	json_decref(found);
	json_decref(json);
	json_decref(expected_shape);
	json_decref(expected_values);
}

static void test_shapes(void **state)
{
	(void)state;
	expect_shape("{\"b\":{\"value\":null,\"n\":2.5},\"a\":7,\"t\":\"x\",\"f\":false}",
		     "{\"a\":0,\"b\":{\"value\":null,\"n\":0},\"t\":\"x\",\"f\":false}", "[7,2.5]");
	expect_shape("{\"list\":[[1,2],[3,4]],\"empty\":[],\"names\":[\"x\",\"y\"]}",
		     "{\"list\":[],\"empty\":[],\"names\":[\"x\",\"y\"]}", "[[],[[1,2],[3,4]]]");
	expect_shape("{\"mixed\":[\"x\",1],\"deep\":[{\"n\":1}]}", "{\"mixed\":[],\"deep\":[]}",
		     "[[{\"n\":1}],[\"x\",1]]");
	expect_shape("{}", "{}", "[]");
}

/* ------------------------------------------------------------------------- HDR -- */

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

/* --------------------------------------------------------------------- columns -- */

/* The columns of these go another way: meta, and what tables.h puts in between. */
static bool is_covered(const char *table, const char *column)
{
	for (size_t i = 0; i < exchange_table_count; i++) {
		struct strings columns = { NULL, 0 };

		strings_split(&columns, exchange_tables[i].columns, ',');
		assert_int_equal(columns.count, strlen(exchange_tables[i].types));
		assert_true(columns.count <= EXCHANGE_COLUMNS);
		if (strcmp(exchange_tables[i].into, table) == 0 &&
		    strings_contain(&columns, column))
			return true;
	}
	return strcmp(table, "meta") == 0 ||
	       (strcmp(table, "reading") == 0 &&
		strstr("pair moment gate state value note", column) != NULL);
}

static void test_every_column(void **state)
{
	struct store store;
	sqlite3_stmt *query;
	int columns = 0;

	(void)state;
	assert_int_equal(store_create(&store, ":memory:"), LAB_OK);
	query = store_query(&store,
			    "SELECT m.name, c.name FROM sqlite_master m JOIN "
			    "pragma_table_info(m.name) c WHERE m.type = 'table'",
			    "");
	for (; sqlite3_step(query) == SQLITE_ROW; columns++) {
		const char *table = (const char *)sqlite3_column_text(query, 0);
		const char *column = (const char *)sqlite3_column_text(query, 1);

		if (!is_covered(table, column))
			fail_msg("no file has the column %s of the table %s", column, table);
	}
	sqlite3_finalize(query);
	store_close(&store);
	assert_true(columns > 60);
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
		cmocka_unit_test(test_csv_real),     cmocka_unit_test(test_csv_record),
		cmocka_unit_test(test_csv_broken),   cmocka_unit_test(test_shapes),
		cmocka_unit_test(test_hdr_known),    cmocka_unit_test(test_hdr_edges),
		cmocka_unit_test(test_every_column), cmocka_unit_test(test_identity),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
