#!/bin/bash -p
# SPDX-License-Identifier: MIT
# build.sh - build the engine's static library from the pinned loom and our patch.
#
# Usage: build.sh TARGET_DIRECTORY CARGO_COMMAND...
#
# cargo keeps fetched sources unchanged, so a copy is patched and built in place of
# the original.  The copied lock file loses the original's checksum that way; all
# other pins hold, and nothing is fetched.
set -euo pipefail
unset CDPATH

if (($# < 2)); then
	echo "usage: build.sh TARGET_DIRECTORY CARGO_COMMAND..." >&2
	exit 2
fi
target=$1
cargo=("${@:2}")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
crate=$target/crate
source=$target/loom

# The system that cargo builds for.
host() { "${cargo[@]}" --version --verbose | sed -n 's/^host: //p'; }

# The first manifest of a package called loom, as cargo sees it.  For this machine only: set-up
# fetches no crate of other systems, and cargo would want those as well.
find_loom() {
	"${cargo[@]}" metadata --format-version 1 --locked --offline --filter-platform "$(host)" \
		--manifest-path "$here/Cargo.toml" |
		grep -o '"manifest_path":"[^"]*/loom-[0-9.]*/Cargo.toml"' | head -n 1 | cut -d '"' -f 4
}

original=$(dirname "$(find_loom)")
[[ -f $original/src/rt/atomic.rs ]] || { echo "build.sh: cargo has no source of loom; run scripts/setup" >&2; exit 1; }
rm -rf "$crate" "$source"
mkdir -p "$crate"
cp -R "$original" "$source"
cp -R "$here/src" "$here/Cargo.toml" "$here/Cargo.lock" "$crate"
# Outside any repository, or git would look for the files in ours.
(cd "$source" && GIT_CEILING_DIRECTORIES=$target git apply "$here"/loom-*.patch)
# loom is built from a path, where cargo would show its warnings.
"${cargo[@]}" RUSTFLAGS=--cap-lints=allow CARGO_INCREMENTAL=0 build --quiet --offline --release --target-dir "$target" \
	--config "patch.crates-io.loom.path='$source'" --manifest-path "$crate/Cargo.toml"
