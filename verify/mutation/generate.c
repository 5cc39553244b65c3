/* SPDX-License-Identifier: MIT */
/*
 * generate.c - the mutants of the sources below a path: ordinary slips, by rule.
 *
 * generate ROOT PREFIX UNIT... -- OPTION... [-- OPTION...]: parses each unit with the compiler's options,
 * each set of them, and prints the mutants of all code that is written in ROOT/PREFIX*, one line each,
 * with tabs:
 *
 *   ID FILE LINE OFFSET LENGTH FUNCTION RULE ORIGINAL REPLACEMENT
 *
 * A header of sched/ is other code in other variants: give it several units.  Left alone: what an
 * assertion says, what a macro's body makes, and what the preprocessor decides.
 *
 * Weakness: floating literals, values of an enum, arithmetic, and code that no set of options reads are
 * not mutated, so the share says nothing of them.
 */
#include <clang-c/Index.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "verify/mutation/rules.h"

struct use { /* of a macro */
	const struct text *text;
	size_t begin;
	size_t end;
	bool is_assertion;
};

static const char *root, *prefix;
static struct text **texts;
static size_t text_count;
static struct use *uses;
static size_t use_count;

static bool is_assertion(const char *name)
{
	static const char *const names[] = { "sched_assert", "sched_assert_walk",
					     "SCHED_STATIC_ASSERT", "static_assert", "assert" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (!strcmp(name, names[i]))
			return true;
	}
	return false;
}

/* The text of a file below the prefix, read once. */
static const struct text *text_of(CXFile file)
{
	CXString real = clang_File_tryGetRealPathName(file);
	const char *path = clang_getCString(real);
	const size_t length = strlen(root);
	const struct text *found = NULL;

	if (path && !strncmp(path, root, length) && path[length] == '/' &&
	    !strncmp(path + length + 1, prefix, strlen(prefix))) {
		for (size_t i = 0; i < text_count && !found; i++)
			found = strcmp(texts[i]->path, path + length + 1) ? NULL : texts[i];
		if (!found) {
			texts = (struct text **)realloc(texts, (text_count + 1) * sizeof(*texts));
			texts[text_count] = (struct text *)calloc(1, sizeof(**texts));
			if (!text_read(texts[text_count], root, path + length + 1))
				abort();
			found = texts[text_count++];
		}
	}
	clang_disposeString(real);
	return found;
}

static struct place place_of_extent(CXCursor cursor)
{
	const CXSourceRange range = clang_getCursorExtent(cursor);
	struct place place = { .text = NULL };
	unsigned begin, end;
	CXFile file, file_of_end;

	clang_getFileLocation(clang_getRangeStart(range), &file, NULL, NULL, &begin);
	clang_getFileLocation(clang_getRangeEnd(range), &file_of_end, NULL, NULL, &end);
	if (!file || !file_of_end || !clang_File_isEqual(file, file_of_end) || begin > end)
		return place;
	place.text = text_of(file);
	place.begin = begin;
	place.end = end;
	return place;
}

struct place place_of(CXCursor cursor)
{
	struct place place = place_of_extent(cursor);

	for (size_t i = 0; place.text && i < use_count; i++) {
		if (uses[i].is_assertion && uses[i].text == place.text &&
		    uses[i].begin <= place.begin && place.end <= uses[i].end)
			place.text = NULL;
	}
	return place;
}

bool is_macro_use(struct place place)
{
	for (size_t i = 0; i < use_count; i++) {
		if (uses[i].text == place.text && uses[i].begin == place.begin &&
		    uses[i].end == place.end)
			return !uses[i].is_assertion && place.text->bytes[place.end - 1] == ')';
	}
	return false;
}

static void note_use(CXCursor cursor, const char *name)
{
	const struct place place = place_of_extent(cursor);

	if (!place.text)
		return;
	uses = (struct use *)realloc(uses, (use_count + 1) * sizeof(*uses));
	if (!uses)
		abort();
	uses[use_count++] = (struct use){ place.text, place.begin, place.end, is_assertion(name) };
}

static bool is_name_byte(char c)
{
	return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z');
}

/* `#define NAME 61u`, with nothing else in it than the literal. */
static void note_definition(CXCursor cursor, const char *name)
{
	struct place place = place_of_extent(cursor);
	size_t begin = place.begin + strlen(name);

	if (!place.text || place.text->bytes[begin] == '(')
		return;
	while (begin < place.end && strchr(" \t", place.text->bytes[begin]))
		begin++;
	for (size_t at = begin; at < place.end; at++) {
		if (!is_name_byte(place.text->bytes[at]))
			return;
	}
	if (begin < place.end)
		rules_apply_to_literal((struct place){ place.text, begin, place.end }, name);
}

static enum CXChildVisitResult visit_code(CXCursor cursor, CXCursor parent, CXClientData function)
{
	rules_apply(cursor, parent, (const char *)function);
	clang_visitChildren(cursor, visit_code, function);
	return CXChildVisit_Continue;
}

static void visit_named(CXCursor cursor, const char *name)
{
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_MacroExpansion:
		note_use(cursor, name);
		break;
	case CXCursor_MacroDefinition:
		note_definition(cursor, name);
		break;
	case CXCursor_FunctionDecl:
	case CXCursor_VarDecl:
		if (place_of_extent(cursor).text)
			clang_visitChildren(cursor, visit_code, (void *)(size_t)name);
		break;
	default:
		break;
	}
}

/* What macros were used comes before all declarations. */
static enum CXChildVisitResult visit_top(CXCursor cursor, CXCursor parent, CXClientData opaque)
{
	CXString name = clang_getCursorSpelling(cursor);

	(void)parent;
	(void)opaque;
	visit_named(cursor, clang_getCString(name));
	clang_disposeString(name);
	return CXChildVisit_Continue;
}

/* Errors of the unit, with the place. */
static bool has_errors(CXTranslationUnit unit)
{
	bool found = false;

	for (unsigned i = 0; i < clang_getNumDiagnostics(unit); i++) {
		CXDiagnostic diagnostic = clang_getDiagnostic(unit, i);
		if (clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error) {
			CXString text = clang_formatDiagnostic(
				diagnostic, clang_defaultDiagnosticDisplayOptions());
			fprintf(stderr, "generate: %s\n", clang_getCString(text));
			clang_disposeString(text);
			found = true;
		}
		clang_disposeDiagnostic(diagnostic);
	}
	return found;
}

static bool generate(CXIndex index, const char *source, const char *const *options, int count)
{
	CXTranslationUnit unit = NULL;
	bool bad;

	clang_parseTranslationUnit2(index, source, options, count, NULL, 0,
				    CXTranslationUnit_DetailedPreprocessingRecord, &unit);
	if (!unit) {
		fprintf(stderr, "generate: %s cannot be parsed\n", source);
		return false;
	}
	use_count = 0;
	bad = has_errors(unit);
	if (!bad)
		clang_visitChildren(clang_getTranslationUnitCursor(unit), visit_top, NULL);
	clang_disposeTranslationUnit(unit);
	return !bad;
}

/* The options behind argv[at], which is a `--`, up to the next one; how many they are. */
static int options_at(char **argv, int argc, int at)
{
	int count = 0;

	while (at + 1 + count < argc && strcmp(argv[at + 1 + count], "--") != 0)
		count++;
	return count;
}

static bool generate_all(CXIndex index, char **argv, int argc, int first_options)
{
	for (int at = first_options; at < argc; at += 1 + options_at(argv, argc, at)) {
		for (int i = 3; i < first_options; i++) {
			if (!generate(index, argv[i], (const char *const *)argv + at + 1,
				      options_at(argv, argc, at)))
				return false;
		}
	}
	return true;
}

int main(int argc, char **argv)
{
	CXIndex index;
	int options = 3;
	bool done;

	while (options < argc && strcmp(argv[options], "--") != 0)
		options++;
	if (argc < 5 || options >= argc || options == 3) {
		fprintf(stderr,
			"usage: generate ROOT PREFIX UNIT... -- OPTION... [-- OPTION...]\n");
		return 2;
	}
	root = argv[1];
	prefix = argv[2];
	/* Of libclang 19, nobody but a driver finds its stdbool.h. */
	setenv("C_INCLUDE_PATH", LIBCLANG_HEADERS, 1);
	index = clang_createIndex(0, 0);
	done = generate_all(index, argv, argc, options);
	if (done)
		mutants_print();
	clang_disposeIndex(index);
	for (size_t i = 0; i < text_count; i++) {
		text_free(texts[i]);
		free(texts[i]);
	}
	free(texts);
	free(uses);
	return done ? 0 : 1;
}
