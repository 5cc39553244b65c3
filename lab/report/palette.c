/* SPDX-License-Identifier: MIT */
/* palette.c - see palette.h. */
#include "lab/report/palette.h"

#include <stddef.h>

#include "lab/base/lab.h"

static const struct {
	const char *name;
	uint32_t rgb;
} colours[] = {
	{ "paper", 0xffffff }, { "ink", 0x1b1f24 },    { "muted", 0x57606a }, { "grid", 0xd5dae0 },
	{ "band", 0xe4ebf3 },  { "accent", 0x3a86c8 }, { "noise", 0xf2e2bd },
};

static const uint32_t series[PALETTE_SERIES] = { 0x0072b2, 0xc44e00, 0x00805f, 0xb0578f,
						 0x9a7300, 0x2a8fc4, 0x1f2328, 0x7a7f85 };

#define COLOURS (sizeof(colours) / sizeof(colours[0]))

void palette_print(FILE *script)
{
	for (size_t i = 0; i < COLOURS; i++)
		fprintf(script, "%s = \"#%06x\"\n", colours[i].name, (unsigned int)colours[i].rgb);
	fprintf(script, "array shade[%d] = [", PALETTE_SERIES);
	for (size_t i = 0; i < PALETTE_SERIES; i++)
		fprintf(script, "%s\"#%06x\"", i > 0 ? ", " : "", (unsigned int)series[i]);
	fputs("]\n", script);
}

const char *palette_variable(uint32_t rgb)
{
	for (size_t i = 0; i < COLOURS; i++)
		if (colours[i].rgb == rgb)
			return lab_printf("var(--plot-%s,#%06x)", colours[i].name,
					  (unsigned int)rgb);
	for (size_t i = 0; i < PALETTE_SERIES; i++)
		if (series[i] == rgb)
			return lab_printf("var(--plot-%zu,#%06x)", i + 1, (unsigned int)rgb);
	return NULL;
}
