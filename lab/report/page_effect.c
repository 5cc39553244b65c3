/* SPDX-License-Identifier: MIT */
/*
 * page_effect.c - a ratio as a dot, its interval as a bar, the margin shaded.
 *
 * All effects of a column share one logarithmic axis with 1 in its middle, so that
 * twice and half are equally far from it.  It reaches to 1.25, 2 or 4; what lies beyond
 * ends in an arrow, and its numbers stand beside it, so that one row of a factor of a
 * hundred does not make all others look like nothing.  The drawings are hidden from
 * screen readers, for the numbers say the same.
 */
#include "lab/report/page_effect.h"

#include <math.h>

#include "lab/report/markdown.h"

#define WIDTH	    280.0
#define EDGE	    20.0 /* room for the numbers of the outermost ticks, and for arrows */
#define HEIGHT	    16.0
#define AXIS_HEIGHT 18.0

double page_axis(const struct effect *effects, size_t count)
{
	static const double factors[] = { 1.25, 2, 4 };
	double most = 1;
	size_t i = 0;

	for (size_t k = 0; k < count; k++) {
		const double values[] = { effects[k].median, effects[k].low, effects[k].high };

		for (size_t j = 0; j < 3; j++)
			if (isfinite(values[j]) && values[j] > 0)
				most = fmax(most, fmax(values[j], 1 / values[j]));
	}
	while (i < 2 && most > factors[i])
		i++;
	return factors[i];
}

/* Where a factor stands; what is beyond the axis, at its end. */
static double place(double factor, double axis)
{
	double part = factor > 0 ? log(factor) / log(axis) : -1;

	return WIDTH / 2 + (WIDTH / 2 - EDGE) * fmax(-1, fmin(1, part));
}

static const char *number(double value)
{
	return lab_printf("%.1f", value);
}

/* ------------------------------------------------------------------ axis -- */

static void put_tick(struct html *html, double factor, double axis)
{
	html_element(html, "text", lab_printf("%g", factor), "x", number(place(factor, axis)), "y",
		     "14", "text-anchor", "middle", NULL);
}

void page_axis_html(struct html *html, double axis)
{
	double middle = axis > 2 ? 2 : axis > 1.25 ? 1.4 : 1.1;
	const double ticks[] = { 1 / axis,
				 axis > 2    ? 0.5 :
				 axis > 1.25 ? 0.7 :
					       0.9,
				 1, middle, axis };

	html_open(html, "svg", "class", "axis", "viewBox",
		  lab_printf("0 0 %g %g", WIDTH, AXIS_HEIGHT), "width", number(WIDTH), "height",
		  number(AXIS_HEIGHT), "aria-hidden", "true", NULL);
	for (size_t i = 0; i < 5; i++)
		put_tick(html, ticks[i], axis);
	html_close(html);
}

/* --------------------------------------------------------------- drawing -- */

static void put_line(struct html *html, const char *class, double x1, double x2)
{
	html_element(html, "line", "", "class", class, "x1", number(x1), "x2", number(x2), "y1",
		     number(HEIGHT / 2), "y2", number(HEIGHT / 2), NULL);
}

/* The margin, and the line of no effect. */
static void put_ground(struct html *html, const struct effect *effect, double axis)
{
	if (effect->margin > 1) {
		double from = place(1 / effect->margin, axis);

		html_element(html, "rect", "", "class", "margin", "x", number(from), "y", "0",
			     "width", number(place(effect->margin, axis) - from), "height",
			     number(HEIGHT), NULL);
	}
	html_element(html, "line", "", "class", "one", "x1", number(WIDTH / 2), "x2",
		     number(WIDTH / 2), "y1", "0", "y2", number(HEIGHT), NULL);
}

/* Where the interval goes on beyond the axis. */
static void put_arrow(struct html *html, double end, double direction)
{
	html_element(html, "path", "", "d",
		     lab_printf("M%.1f %.1fl%.1f -4v8z", end + direction * 8, HEIGHT / 2,
				-direction * 7),
		     NULL);
}

static void put_arrows(struct html *html, double low, double high, double axis)
{
	if (low < 1 / axis)
		put_arrow(html, place(0, axis), -1);
	if (high > axis)
		put_arrow(html, place(axis, axis), 1);
}

static void put_effect(struct html *html, const struct effect *effect, double axis)
{
	bool has_interval = isfinite(effect->low) && isfinite(effect->high);
	double low = has_interval ? effect->low : effect->median;
	double high = has_interval ? effect->high : effect->median;

	put_ground(html, effect, axis);
	if (!isfinite(effect->median))
		return;
	if (has_interval)
		put_line(html, "bar", place(low, axis), place(high, axis));
	put_arrows(html, low, high, axis);
	if (effect->median >= 1 / axis && effect->median <= axis)
		html_element(html, "circle", "", "class", has_interval ? NULL : "bare", "cx",
			     number(place(effect->median, axis)), "cy", number(HEIGHT / 2), "r",
			     "3", NULL);
}

static void put_line_of(struct html *html, const struct effect *effect, double axis)
{
	html_open(html, "span", "class", lab_printf("effect %s", page_tone_class(effect->tone)),
		  NULL);
	html_open(html, "svg", "viewBox", lab_printf("0 0 %g %g", WIDTH, HEIGHT), "width",
		  number(WIDTH), "height", number(HEIGHT), "aria-hidden", "true", NULL);
	put_effect(html, effect, axis);
	html_close(html);
	html_element(html, "span", effect->text, "class", "figures", NULL);
	if (effect->name[0] != '\0') {
		html_text(html, " ");
		html_element(html, "small", effect->name, NULL);
	}
	html_close(html);
}

void page_effects_html(struct html *html, const struct effect *effects, size_t count, double axis)
{
	for (size_t i = 0; i < count; i++)
		put_line_of(html, &effects[i], axis);
}

void page_effects_markdown(FILE *out, const struct effect *effects, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			fputs("; ", out);
		markdown_text(out, effects[i].text, false);
		if (effects[i].name[0] == '\0')
			continue;
		fputs(" (", out);
		markdown_text(out, effects[i].name, false);
		fputc(')', out);
	}
}
