#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: other people's programs read what `schedlab export` writes.
#
# Usage: foreign.sh SCHEDLAB ARMS gbench|hdr
#
#   gbench   Google Benchmark's own compare.py (package libbenchmark-tools, needs SciPy)
#   hdr      the Python port of HdrHistogram (pip install hdrhistogram)
set -euo pipefail
schedlab=$1
arms=$2
format=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The first Python that has the module; a package's is that of the system.
python_with() {
	local python
	for python in python3 /usr/bin/python3; do
		if "$python" -c "import $1" 2>/dev/null; then
			echo "$python"
			return
		fi
	done
}

skip() {
	echo "skipped: $1"
	exit 77
}

# Two arms, three pairs; the fake arms give six latencies a sample.
measure() {
	"$schedlab" run --arms-dir "$arms" --arms slower --against honest --workloads spin --pairs 3 \
		--blocks 2 --block-ms 1 --progress none --out "$work/run" >"$work/said"
	"$schedlab" export "$work/run" --to "$format" --out "$work/exported"
}

check_gbench() {
	local compare=/usr/share/benchmark/compare.py python
	[[ -e $compare ]] || skip "there is no $compare (package libbenchmark-tools)"
	python=$(python_with scipy.stats)
	[[ -n $python ]] || skip "compare.py needs SciPy (package python3-scipy)"
	measure
	"$python" "$compare" --no-color filters "$work/exported" '/honest$' '/slower$' >"$work/compared"
	cat "$work/compared"
	(($(grep -c '^spin/.*honest\$ vs. /slower\$\] ' "$work/compared") == 3))
	grep -q '_pvalue .*U Test, Repetitions: 3 vs 3' "$work/compared"
}

check_hdr() {
	local python
	python=$(python_with hdrh.log)
	[[ -n $python ]] || skip "there is no HdrHistogram for Python (pip install hdrhistogram)"
	measure
	"$python" - "$work/exported" <<'EOF'
import sys
from hdrh.histogram import HdrHistogram
from hdrh.log import HistogramLogReader

reader = HistogramLogReader(sys.argv[1], HdrHistogram(1, 3600000000000, 3))
lines = []
while True:
    histogram = reader.get_next_interval_histogram()
    if histogram is None:
        break
    lines.append(histogram)
assert len(lines) == 2, len(lines)
for histogram in lines:
    found = [histogram.get_count_at_value(value) for value in (99, 100, 1000, 4096, 4100)]
    assert found == [0, 3, 9, 3, 3], found
    assert histogram.get_total_count() == 18
    assert histogram.get_max_value() // 4 == 4100 // 4, histogram.get_max_value()
    assert histogram.get_value_at_percentile(50) == 1000
EOF
}

"check_$format"
