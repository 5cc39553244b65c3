/* SPDX-License-Identifier: MIT */
/*
 * rules.c - the five rules of ordinary slips: comparison, boundary, dropped, swapped, constant.
 *
 * A rule looks at the text between the parts of a node, and does nothing where that is not what it
 * expects: code that a macro makes is passed by.
 */
#include "verify/mutation/rules.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The first children of a node, as many as there is room for. */
struct children {
	CXCursor at[8];
	unsigned count;
};

static enum CXChildVisitResult collect(CXCursor cursor, CXCursor parent, CXClientData opaque)
{
	struct children *children = (struct children *)opaque;

	(void)parent;
	if (children->count < 8)
		children->at[children->count] = cursor;
	children->count++;
	return CXChildVisit_Continue;
}

static struct children children_of(CXCursor cursor)
{
	struct children children = { .count = 0 };

	clang_visitChildren(cursor, collect, &children);
	return children;
}

/* The operator between two operands, or NULL. */
static const struct token *operator_of(CXCursor cursor, const struct text **text)
{
	const struct children sides = children_of(cursor);
	struct place left, right;

	if (sides.count != 2)
		return NULL;
	left = place_of(sides.at[0]);
	right = place_of(sides.at[1]);
	if (!left.text || left.text != right.text || left.end > right.begin)
		return NULL;
	*text = left.text;
	return text_only_token(left.text, left.end, right.begin);
}

static const struct {
	const char *from;
	const char *to;
	const char *rule;
} replacements[] = {
	{ "==", "!=", "comparison" }, { "!=", "==", "comparison" }, { "<", ">=", "comparison" },
	{ ">=", "<", "comparison" },  { ">", "<=", "comparison" },  { "<=", ">", "comparison" },
	{ "&&", "||", "comparison" }, { "||", "&&", "comparison" }, { "<", "<=", "boundary" },
	{ "<=", "<", "boundary" },    { ">", ">=", "boundary" },    { ">=", ">", "boundary" },
};

static void replace_operator(CXCursor cursor, const char *function)
{
	const struct text *text;
	const struct token *token = operator_of(cursor, &text);

	if (!token)
		return;
	for (size_t i = 0; i < sizeof(replacements) / sizeof(*replacements); i++) {
		if (text_is(text, token, replacements[i].from))
			mutant_add(text, token->begin, token->end, function, replacements[i].rule,
				   replacements[i].to);
	}
}

/* An operator whose replacement is the negation already. */
static bool is_replaced(CXCursor cursor)
{
	const struct text *text;
	const struct token *token;

	if (clang_getCursorKind(cursor) != CXCursor_BinaryOperator)
		return false;
	token = operator_of(cursor, &text);
	if (!token)
		return false;
	for (size_t i = 0; i < sizeof(replacements) / sizeof(*replacements); i++) {
		if (text_is(text, token, replacements[i].from))
			return true;
	}
	return false;
}

/* The condition of an if, a loop or a choice. */
static bool condition_of(CXCursor cursor, CXCursor *condition)
{
	const struct children children = children_of(cursor);

	switch (clang_getCursorKind(cursor)) {
	case CXCursor_IfStmt:
	case CXCursor_WhileStmt:
	case CXCursor_ConditionalOperator:
		*condition = children.at[0];
		return children.count >= 2;
	case CXCursor_DoStmt:
		*condition = children.at[1];
		return children.count == 2;
	case CXCursor_ForStmt: /* which of its parts are there is not told: with all four it is clear */
		*condition = children.at[1];
		return children.count == 4;
	default:
		return false;
	}
}

static void negate_condition(CXCursor cursor, const char *function)
{
	CXCursor condition;
	struct place place;
	char *negated;
	size_t length;

	if (!condition_of(cursor, &condition) || is_replaced(condition))
		return;
	place = place_of(condition);
	if (!place.text)
		return;
	length = place.end - place.begin;
	negated = (char *)malloc(length + 4);
	if (!negated)
		abort();
	if (place.text->bytes[place.begin] == '!' &&
	    clang_getCursorKind(condition) == CXCursor_UnaryOperator)
		snprintf(negated, length + 4, "%.*s", (int)length - 1,
			 place.text->bytes + place.begin + 1);
	else
		snprintf(negated, length + 4, "!(%.*s)", (int)length,
			 place.text->bytes + place.begin);
	mutant_add(place.text, place.begin, place.end, function, "comparison", negated);
	free(negated);
}

static bool is_assignment(CXCursor cursor)
{
	const struct text *text;
	const struct token *token = operator_of(cursor, &text);

	return token && text_is(text, token, "=");
}

static bool changes_something(CXCursor cursor)
{
	struct children children;

	switch (clang_getCursorKind(cursor)) {
	case CXCursor_CallExpr:
	case CXCursor_CompoundAssignOperator:
		return true;
	case CXCursor_UnaryOperator: /* of which only these are statements */
		return true;
	case CXCursor_BinaryOperator:
		return is_assignment(cursor);
	case CXCursor_CStyleCastExpr:
		children = children_of(cursor);
		return children.count &&
		       clang_getCursorKind(children.at[children.count - 1]) == CXCursor_CallExpr;
	default:
		return false;
	}
}

/* What makes its child a statement and no part of an expression. */
static bool holds_statements(CXCursor parent, CXCursor child)
{
	CXCursor condition;

	switch (clang_getCursorKind(parent)) {
	case CXCursor_CompoundStmt:
	case CXCursor_CaseStmt:
	case CXCursor_DefaultStmt:
	case CXCursor_LabelStmt:
		return true;
	case CXCursor_IfStmt:
	case CXCursor_WhileStmt:
	case CXCursor_DoStmt:
		return condition_of(parent, &condition) && !clang_equalCursors(condition, child);
	case CXCursor_ForStmt: { /* the body, and the step, of which the loop may well depend */
		const struct children children = children_of(parent);
		return children.count <= 8 &&
		       clang_equalCursors(children.at[children.count - 1], child);
	}
	default:
		return false;
	}
}

static void drop_statement(CXCursor cursor, CXCursor parent, const char *function)
{
	const struct place place = place_of(cursor);
	const struct token *next = NULL;

	if (!place.text || !holds_statements(parent, cursor))
		return;
	for (size_t at = place.end; !next && place.text->bytes[at]; at++)
		next = text_token_at(place.text, at);
	if (!next || !text_is(place.text, next, ";"))
		return;
	if (changes_something(cursor) || is_macro_use(place))
		mutant_add(place.text, place.begin, place.end, function, "dropped", "(void)0");
}

static bool same_type(CXCursor a, CXCursor b)
{
	return clang_equalTypes(clang_getCanonicalType(clang_getCursorType(a)),
				clang_getCanonicalType(clang_getCursorType(b)));
}

static bool same_text(struct place a, struct place b)
{
	return a.end - a.begin == b.end - b.begin &&
	       !memcmp(a.text->bytes + a.begin, b.text->bytes + b.begin, a.end - a.begin);
}

static void swap(struct place a, struct place b, const char *function)
{
	const char *bytes = a.text->bytes;
	const size_t length = b.end - a.begin;
	char *swapped = (char *)malloc(length + 1);

	if (!swapped)
		abort();
	snprintf(swapped, length + 1, "%.*s%.*s%.*s", (int)(b.end - b.begin), bytes + b.begin,
		 (int)(b.begin - a.end), bytes + a.end, (int)(a.end - a.begin), bytes + a.begin);
	mutant_add(a.text, a.begin, b.end, function, "swapped", swapped);
	free(swapped);
}

static void swap_arguments(CXCursor call, const char *function)
{
	const int count = clang_Cursor_getNumArguments(call);

	for (int i = 0; i + 1 < count; i++) {
		const CXCursor left = clang_Cursor_getArgument(call, (unsigned)i);
		const CXCursor right = clang_Cursor_getArgument(call, (unsigned)i + 1);
		const struct place a = place_of(left), b = place_of(right);
		const struct token *comma;
		if (!a.text || a.text != b.text || a.end > b.begin || a.begin >= a.end)
			continue;
		comma = text_only_token(a.text, a.end, b.begin);
		if (comma && text_is(a.text, comma, ",") && same_type(left, right) &&
		    !same_text(a, b) && a.text->bytes[a.begin] != '"' &&
		    a.text->bytes[b.begin] != '"')
			swap(a, b, function);
	}
}

static void change_number(struct place place, const char *function)
{
	const char *begin = place.text->bytes + place.begin;
	const bool is_hex = begin[0] == '0' && (begin[1] == 'x' || begin[1] == 'X');
	char *suffix, changed[64];
	unsigned long long value;

	errno = 0;
	value = strtoull(begin, &suffix, 0);
	if (errno || suffix > begin + (place.end - place.begin) || place.end - place.begin > 24)
		return;
	for (int step = 1; step >= -1; step -= 2) {
		if (step < 0 && value == 0)
			continue;
		snprintf(changed, sizeof(changed), is_hex ? "0x%llx%.*s" : "%llu%.*s",
			 value + (unsigned long long)step,
			 (int)(place.end - place.begin - (size_t)(suffix - begin)), suffix);
		mutant_add(place.text, place.begin, place.end, function, "constant", changed);
	}
}

void rules_apply_to_literal(struct place place, const char *function)
{
	const char *begin = place.text->bytes + place.begin;
	const size_t length = place.end - place.begin;

	if (length == 4 && !memcmp(begin, "true", length))
		mutant_add(place.text, place.begin, place.end, function, "constant", "false");
	else if (length == 5 && !memcmp(begin, "false", length))
		mutant_add(place.text, place.begin, place.end, function, "constant", "true");
	else if (length && begin[0] >= '0' && begin[0] <= '9' && !memchr(begin, '.', length))
		change_number(place, function);
}

/* The size of an array is no decision. */
static void change_literal(CXCursor cursor, CXCursor parent, const char *function)
{
	const struct place place = place_of(cursor);
	const enum CXCursorKind kind = clang_getCursorKind(parent);

	if (!place.text || (kind == CXCursor_VarDecl && place.text->bytes[place.end] == ']'))
		return;
	rules_apply_to_literal(place, function);
}

void rules_apply(CXCursor cursor, CXCursor parent, const char *function)
{
	const enum CXCursorKind kind = clang_getCursorKind(cursor);

	if (kind == CXCursor_BinaryOperator)
		replace_operator(cursor, function);
	if (kind == CXCursor_CallExpr)
		swap_arguments(cursor, function);
	if (kind == CXCursor_IntegerLiteral)
		change_literal(cursor, parent, function);
	negate_condition(cursor, function);
	drop_statement(cursor, parent, function);
}
