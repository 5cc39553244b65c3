#!/bin/bash -p
# SPDX-License-Identifier: MIT
# report_page.sh - reports of made-up results and of a committed run, looked over by a browser.
#
# Usage: report_page.sh EXAMPLE_PROGRAM SCHEDLAB REFERENCE_RESULTS
#
# Exit status 77: no Chromium or no Python here (scripts/setup --ci installs both).

set -euo pipefail

command -v python3 >/dev/null || { echo "there is no python3 on PATH; scripts/setup --ci installs it" >&2; exit 77; }
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
"$1" "$pages"
sets=("$3"/quick-*)
export SCHEDLAB_HISTORY=$pages/history.db
"$2" report "${sets[-1]}" --out "$pages/quick" >/dev/null
PYTHONDONTWRITEBYTECODE=1 python3 "$(dirname "${BASH_SOURCE[0]}")/report_page.py" \
	"$pages/quick/report.html" "$pages/calm/report.html" "$pages/hostile/report.html" "$pages/empty/report.html" "$pages/rows/report.html" \
	"$pages/several.html"
