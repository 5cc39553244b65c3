# SPDX-License-Identifier: MIT
# attribute.awk - locked instructions per unit, by site (sites.tsv).
#
#   awk -v units=N -v arm=ARM -v cell=CELL -f attribute.awk sites.tsv CHAINS FEW.prof MANY.prof
#
# CHAINS: address, tab, chain of inlined functions.  Prints arm, cell, site, RMW per unit; for
# what no rule matches also a line on standard error with its chain.
BEGIN { FS = OFS = "\t" }
FNR == 1 { file++ }
file == 1 && !/^#/ { rules++; sites[rules] = $1; patterns[rules] = $2 }
file == 2 { chains[$1] = $2 }
file > 2 && $1 == "rmw" { places[$2 "\t" $3] += (file == 3 ? -1 : 1) * $5 }

function site_of(chain, i) {
	for (i = 1; i <= rules; i++)
		if (chain ~ patterns[i])
			return sites[i]
	return "other"
}

END {
	for (place in places) {
		split(place, parts, "\t")
		chain = (parts[1] == "library" ? "library" : chains[parts[1]]) " in " parts[2]
		site = site_of(chain)
		found[site] += places[place]
		if (site == "other" && places[place] / units > 0.005)
			printf "%s %s: %.3f RMW per unit at no known site: %s\n", arm, cell,
				places[place] / units, chain > "/dev/stderr"
	}
	for (site in found)
		if (found[site] != 0)
			printf "%s\t%s\t%s\t%.4f\n", arm, cell, site, found[site] / units
}
