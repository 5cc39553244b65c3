/* SPDX-License-Identifier: MIT */
/*
 * shape.h - a JSON document as what repeats and what does not.
 *
 * The rows of a thousand samples differ in their numbers and hardly in anything
 * else.  A shape is the document with every number set to 0 and every list
 * emptied; the values are those numbers and lists, in order of member names from
 * outside in.  Lists of nothing but texts stay in the shape.  Shape and values
 * together are the document again, member for member.
 */
#ifndef LAB_EXCHANGE_SHAPE_H
#define LAB_EXCHANGE_SHAPE_H

#include <jansson.h>
#include <stdbool.h>

/* The shape, a new reference; appends to the list `values`. */
json_t *shape_of(json_t *document, json_t *values);

/* The document, a new reference; NULL if the values are too few or too many. */
json_t *shape_filled(json_t *shape, json_t *values);

/* The names of the members, sorted; a new list of texts. */
json_t *sorted_names(json_t *object);

#endif
