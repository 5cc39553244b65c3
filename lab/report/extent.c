/* SPDX-License-Identifier: MIT */
/* extent.c - see extent.h. */
#include "lab/report/extent.h"

#include <string.h>

#include "lab/report/text.h"

#define FIRST ' '
#define ELSE  1000

/* Thousandths of an em, from ' ' to '~': the advance widths of DejaVu Sans 2.37. */
static const unsigned short widths[] = {
	318,  401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337,
	637,  637, 637, 637, 637, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 531,
	1000, 685, 687, 699, 771, 632, 576, 775, 752, 295, 295, 656, 558, 863, 749, 788,
	604,  788, 695, 635, 611, 732, 685, 989, 686, 611, 686, 391, 337, 391, 838, 500,
	500,  613, 635, 550, 635, 616, 353, 635, 634, 278, 278, 580, 278, 975, 634, 612,
	635,  635, 412, 521, 393, 634, 592, 818, 592, 592, 525, 637, 337, 637, 838
};

static double width_of(const struct character *character, double size)
{
	unsigned int code = (unsigned char)character->bytes[0];
	bool known = character->count == 1 && code >= FIRST &&
		     code - FIRST < sizeof(widths) / sizeof(widths[0]);

	return (known ? widths[code - FIRST] : ELSE) * size / 1000;
}

double extent_of(const char *text, double size)
{
	struct character next;
	double width = 0;

	while ((next = text_next(&text)).count > 0)
		width += width_of(&next, size);
	return width;
}

/* Where the line that begins at `text` ends: at most `width`, and at least a character. */
static const char *end_of_line(const char *text, double size, double width)
{
	const char *at = text, *space = NULL, *before;
	struct character next;
	double used = 0;

	for (;;) {
		before = at;
		next = text_next(&at);
		if (next.count == 0)
			return before;
		if (*before == ' ' || *before == '\n')
			space = before;
		used += width_of(&next, size);
		if (used > width && before > text)
			return space != NULL && space > text ? space : before;
	}
}

/* As much of it as leaves room for the dots. */
static const char *cut(const char *text, double size, double width)
{
	const char *end = end_of_line(text, size, width - extent_of("...", size));

	return lab_printf("%.*s...", (int)(end - text), text);
}

void extent_wrap(struct strings *lines, const char *text, double size, double width, size_t most)
{
	for (size_t count = 1; *text != '\0'; count++) {
		const char *end = end_of_line(text, size, width);

		if (*end != '\0' && count == most) {
			strings_add(lines, cut(text, size, width));
			return;
		}
		strings_add(lines, lab_printf("%.*s", (int)(end - text), text));
		text = end + strspn(end, " \n");
	}
}
