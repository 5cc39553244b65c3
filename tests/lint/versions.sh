#!/bin/bash -p
# SPDX-License-Identifier: MIT
# versions.sh ROOT - what CHANGELOG.md says of versions is so: its first heading is the project's
# (CMakeLists.txt), and it names the versions of the store and of a set, with the files that define them.
# shellcheck source=tests/lint/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

root=$1
log=$root/CHANGELOG.md

# defined FILE PATTERN: what stands there in place of (...)
defined() { sed -nE "s/^$2.*/\1/p" "$root/$1" 2>/dev/null | head -n 1; }

says() { # WHAT TEXT
	grep -qF -- "$2" "$log" 2>/dev/null || finding "$log: does not say '$2', $1"
}

version=$(defined CMakeLists.txt 'project\(schedlab VERSION ([0-9.]+)')
schema=$(defined lab/store/store.h '#define STORE_SCHEMA_VERSION ([0-9]+)')
oldest=$(defined lab/store/store.h '#define STORE_SCHEMA_OLDEST +([0-9]+)')
format=$(defined lab/exchange/manifest.h '#define MANIFEST_FORMAT ([0-9]+)')
for value in "$version" "$schema" "$oldest" "$format"; do
	[[ -n $value ]] || finding "$root: a version is not where it is looked for"
done
heading=$(defined CHANGELOG.md '## ([0-9.]+)')
[[ $heading == "$version" ]] || finding "$log: the first heading is '$heading', the project's version '$version'"
says "as lab/store/store.h defines it" "schema $schema, reading $oldest and later (\`STORE_SCHEMA_VERSION\` in lab/store/store.h)"
says "as lab/exchange/manifest.h defines it" "format $format (\`MANIFEST_FORMAT\` in lab/exchange/manifest.h)"
finish
