/* SPDX-License-Identifier: MIT */
/* sheet.c - see sheet.h. */
#include "lab/report/sheet.h"

#include "lab/report/extent.h"

#define SIGN_WIDTH 20.0 /* pixels; then its text */
#define SIGN_GAP   14.0 /* to the next sign */

/* x and y as gnuplot takes them. */
#define AT "screen %.1f / width, screen 1 - %.1f / height"

void sheet_text(struct sheet *sheet, const char *text, double x, double y, double size,
		const char *colour, const char *where)
{
	fprintf(sheet->out,
		"set label %u \"%s\" at " AT " %s noenhanced font \",%g\" textcolor rgb %s front\n",
		++sheet->labels, figure_quoted(text), x, y, where, size, colour);
}

void sheet_lines(struct sheet *sheet, const char *text, double x, double width, double size,
		 const char *colour, size_t most)
{
	struct strings lines = { NULL, 0 };

	extent_wrap(&lines, text, size, width, most);
	for (size_t i = 0; i < lines.count; i++) {
		sheet_text(sheet, lines.items[i], x, sheet->y + size * SHEET_LINE / 2, size, colour,
			   "left");
		sheet->y += size * SHEET_LINE;
	}
}

/* ----------------------------------------------------------------- signs -- */

static const char *series_colour(unsigned int colour)
{
	return colour == 0 ? "muted" : lab_printf("shade[%u]", colour);
}

/* Filled: circle, square, triangle, diamond; hollow: circle, square. */
unsigned int sheet_series_point(unsigned int colour)
{
	static const unsigned int points[] = { 0, 7, 5, 9, 13, 6, 4 };

	return points[colour % (sizeof(points) / sizeof(points[0]))];
}

static void put_line(struct sheet *sheet, double x, double y, double thickness, const char *more,
		     const char *colour)
{
	fprintf(sheet->out,
		"set arrow %u from " AT " to " AT " nohead linewidth %g %s linecolor rgb %s\n",
		++sheet->labels, x, y, x + SIGN_WIDTH - 4, y, thickness, more, colour);
}

static void put_point(struct sheet *sheet, double x, double y, unsigned int point,
		      const char *colour)
{
	fprintf(sheet->out,
		"set label %u \"\" at " AT " point pointtype %u pointsize 0.7 linewidth 1.5 "
		"linecolor rgb %s\n",
		++sheet->labels, x + SIGN_WIDTH / 2 - 2, y, point, colour);
}

static void put_box(struct sheet *sheet, double x, double y, const char *colour)
{
	fprintf(sheet->out,
		"set object %u rectangle from " AT " to " AT " fillstyle solid 1 noborder "
		"fillcolor rgb %s\n",
		++sheet->labels, x, y + 5, x + SIGN_WIDTH - 4, y - 5, colour);
}

static void put_sign(struct sheet *sheet, const struct figure_sign *sign, double x, double y)
{
	switch (sign->sign) {
	case SIGN_POINT:
		put_point(sheet, x, y, 7, sign->colour);
		break;
	case SIGN_HOLLOW:
		put_point(sheet, x, y, 6, sign->colour);
		break;
	case SIGN_LINE:
		put_line(sheet, x, y, 1.5, "", sign->colour);
		break;
	case SIGN_THICK:
		put_line(sheet, x, y, 5, "", sign->colour);
		break;
	case SIGN_BOX:
		put_box(sheet, x, y, sign->colour);
		break;
	case SIGN_SERIES:
		put_line(sheet, x, y, 1.5, sign->series == 0 ? "dashtype 3" : "",
			 series_colour(sign->series));
		if (sign->series > 0)
			put_point(sheet, x, y, sheet_series_point(sign->series),
				  series_colour(sign->series));
		break;
	}
}

void sheet_signs(struct sheet *sheet, const struct figure_sign *signs, size_t count, double x,
		 double width)
{
	double line = SHEET_TEXT * SHEET_LINE, at = x;

	for (size_t i = 0; i < count; i++) {
		double room = width - SIGN_WIDTH, own = extent_of(signs[i].text, SHEET_TEXT);

		if (at > x && at + SIGN_WIDTH + own > x + width) {
			at = x;
			sheet->y += line;
		}
		put_sign(sheet, &signs[i], at, sheet->y + line / 2);
		if (own > room) {
			sheet_lines(sheet, signs[i].text, at + SIGN_WIDTH, room, SHEET_TEXT, "ink",
				    2);
			sheet->y -= line;
		} else {
			sheet_text(sheet, signs[i].text, at + SIGN_WIDTH, sheet->y + line / 2,
				   SHEET_TEXT, "ink", "left");
		}
		at += SIGN_WIDTH + (own > room ? room : own) + SIGN_GAP;
	}
	if (count > 0)
		sheet->y += line;
}
