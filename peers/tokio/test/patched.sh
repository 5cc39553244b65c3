#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: a Tokio of a folder or a repository, or an edited one, is not the published one
#
# Usage: patched.sh CARGO BUILD_RS
#
# Needs no crate: the Tokio here is a package of one line that has its name.
set -euo pipefail
unset CDPATH
cargo=$1
build_rs=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
export CARGO_TARGET_DIR=$work/target SCHEDLAB_TOKIO_PROFILE=test
"$cargo" --version >/dev/null 2>&1 || exit 77

# expect WHAT PATTERN FOUND
expect() {
	[[ $3 =~ $2 ]] || { echo "FAILED: $1: '$3' is not '$2'"; failures=$((failures + 1)); }
}

# version FOLDER: what a program there says of its Tokio
version() {
	(cd "$1" && "$cargo" generate-lockfile --quiet --offline &&
		"$cargo" run --quiet --offline --locked)
}

# new_program FOLDER DEPENDENCY: with the build script under test
new_program() {
	mkdir -p "$1/src"
	cp "$build_rs" "$1/build.rs"
	cp "${build_rs%/*}/folder.rs" "${build_rs%/*}/published.txt" "$1"
	printf '[package]\nname = "program"\nversion = "1.0.0"\nedition = "2021"\n\n%s\n' "$2" >"$1/Cargo.toml"
	echo 'fn main() { println!("{}", env!("SCHEDLAB_TOKIO_VERSION")); let _ = tokio::ONE; }' >"$1/src/main.rs"
}

# A folder: the hash is of its sources, and changes with each edit
mkdir -p "$work/a tokio/src/deep" "$work/a tokio/tests"
printf '[package]\nname = "tokio"\nversion = "1.53.1"\nedition = "2021"\n' >"$work/a tokio/Cargo.toml"
echo 'pub mod deep; pub const ONE: u32 = 1;' >"$work/a tokio/src/lib.rs"
echo 'pub const TWO: u32 = 2;' >"$work/a tokio/src/deep/mod.rs"
new_program "$work/by_path" '[dependencies]
tokio = { path = "../a tokio" }'
first=$(version "$work/by_path")
expect "a folder" '^1\.53\.1\+path\.[0-9a-f]{16}$' "$first"
expect "the same again" "^${first//+/\\+}\$" "$(version "$work/by_path")"
echo 'pub const TWO: u32 = 3;' >"$work/a tokio/src/deep/mod.rs"
second=$(version "$work/by_path")
expect "an edit" '^1\.53\.1\+path\.' "$second"
[[ $first != "$second" ]] || expect "an edit" "another hash" "$second"
echo 'nothing' >"$work/a tokio/tests/new.rs"
expect "a test of it" "^${second//+/\\+}\$" "$(version "$work/by_path")"
# ... and the file that says what a rebuild depends on names its sources.
expect "what is compiled" 'a\\ tokio/src/deep/mod.rs' "$(cat "$work"/target/debug/program.d)"

# Sources that are held to be those of a registry: named so only if they are what was published
cp -r "$work/a tokio" "$work/vendored" && rm -r "$work/vendored/tests"
mkdir -p "$work/vendor" "$work/by_registry/.cargo" && mv "$work/vendored" "$work/vendor/tokio"
printf '{"files":{},"package":"%064d"}' 0 >"$work/vendor/tokio/.cargo-checksum.json"
printf '[source.crates-io]\nreplace-with = "here"\n[source.here]\ndirectory = "%s"\n' "$work/vendor" \
	>"$work/by_registry/.cargo/config.toml"
new_program "$work/by_registry" '[dependencies]
tokio = "=1.53.1"'
expect "no published one" '^1\.53\.1\+edited\.[0-9a-f]{16}$' "$(version "$work/by_registry")"
: >"$work/by_registry/published.txt"
unlisted=$(version "$work/by_registry")
expect "one that is not listed" '^1\.53\.1\+unlisted\.[0-9a-f]{16}$' "$unlisted"
echo "1.53.1 ${unlisted##*.}" >"$work/by_registry/published.txt"
expect "the published one" '^1\.53\.1$' "$(version "$work/by_registry")"
echo 'pub const TWO: u32 = 4;' >"$work/vendor/tokio/src/deep/mod.rs"
expect "an edit of the published one" '^1\.53\.1\+edited\.' "$(version "$work/by_registry")"

# A repository: the revision
if command -v git >/dev/null; then
	export CARGO_HOME=$work/cargo GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
	git -C "$work/a tokio" init -q
	git -C "$work/a tokio" add -A
	git -C "$work/a tokio" -c user.name=n -c user.email=e commit -qm c
	revision=$(git -C "$work/a tokio" rev-parse HEAD)
	mv "$work/a tokio" "$work/repository"
	new_program "$work/by_git" "[dependencies]
tokio = { git = \"file://$work/repository\" }"
	# Debian 12's cargo-web cannot read any repository: its libgit2 is another's.
	if (cd "$work/by_git" && "$cargo" fetch --quiet 2>"$work/said"); then
		expect "a repository" "^1\.53\.1\+git\.${revision:0:12}$" \
			"$(cd "$work/by_git" && "$cargo" run --quiet --offline --locked)"
	elif grep -q git_proxy_options "$work/said"; then
		echo "a repository was not tried: this cargo cannot read one"
	else
		cat "$work/said" && exit 1
	fi
fi
exit "$((failures > 0))"
