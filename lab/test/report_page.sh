#!/bin/bash -p
# SPDX-License-Identifier: MIT
# report_page.sh - reports of made-up results, looked over by a browser.
#
# Usage: report_page.sh EXAMPLE_PROGRAM
#
# Exit status 77: no Chromium or no Python here (scripts/setup --ci installs both).

set -euo pipefail

command -v python3 >/dev/null || { echo "there is no python3 on PATH; scripts/setup --ci installs it" >&2; exit 77; }
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
"$1" "$pages"
PYTHONDONTWRITEBYTECODE=1 python3 "$(dirname "${BASH_SOURCE[0]}")/report_page.py" \
	"$pages/calm/report.html" "$pages/hostile/report.html" "$pages/empty/report.html" "$pages/several.html"
