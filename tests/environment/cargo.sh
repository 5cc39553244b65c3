#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: whatever a person tells cargo, the compiler is told what our manifest says, or no library
#
# cargo.sh SOURCE
#
# With two crates that have the names of ours and hold next to nothing, so that it takes seconds.
set -uo pipefail
unset CDPATH
source_dir=$1
tokio=$source_dir/peers/tokio
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
cargo=$(command -v cargo) || { echo "there is no cargo"; exit 77; }
real=${CARGO_HOME:-$HOME/.cargo}

fail() {
	echo "FAILED: $*"
	failures=$((failures + 1))
}

crate=$work/person/project/crate
mkdir -p "$crate/tokio/src" "$crate/src"
printf '[package]\nname = "tokio"\nversion = "1.0.0"\nedition = "2021"\n' >"$crate/tokio/Cargo.toml"
printf 'pub fn one() -> u32 { 1 }\n' >"$crate/tokio/src/lib.rs"
{
	printf '[package]\nname = "schedlab-tokio"\nversion = "1.0.0"\nedition = "2021"\n'
	printf '[lib]\nname = "schedlab_tokio"\ncrate-type = ["staticlib"]\n'
	printf '[dependencies]\ntokio = { path = "tokio" }\n[features]\nslab = []\n'
	sed -n '/^\[profile.release\]/,$p' "$tokio/Cargo.toml"
} >"$crate/Cargo.toml"
cat >"$crate/src/lib.rs" <<'END'
#[no_mangle]
pub extern "C" fn two() -> u32 { 2 * tokio::one() }
END
(cd "$crate" && cargo generate-lockfile --offline) >"$work/said" 2>&1 || { cat "$work/said"; echo "cargo does not work here"; exit 77; }

# What a person may have: in the home, and in a folder above the project.
mkdir -p "$work/person/.cargo" "$work/person/project/.cargo"
cat >"$work/person/.cargo/config.toml" <<'END'
[profile.bare]
opt-level = 1
[profile.release.package.tokio]
opt-level = 0
[build]
rustflags = ["-C", "target-cpu=native"]
rustc-wrapper = "/nonexistent/wrapper"
target = "nonexistent-target"
[net]
retry = 7
[source.mirror]
directory = "crates"
[env]
SCHEDLAB_RUST_FLAGS = { value = "lie", force = true }
END
printf '[profile.bare]\npanic = "unwind"\n' >"$work/person/project/.cargo/config.toml"
hostile=(CARGO_HOME="$work/person/.cargo" CARGO_PROFILE_BARE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=0
	CARGO_ENCODED_RUSTFLAGS=-Copt-level=1 RUSTFLAGS=-g RUSTC_WRAPPER=/nonexistent RUSTC=/nonexistent
	CARGO_BUILD_TARGET=nonexistent CARGO_INCREMENTAL=1 CARGO_TARGET_DIR="$work/elsewhere"
	RUSTUP_HOME="${RUSTUP_HOME:-$HOME/.rustup}")

# build PROFILE COMMAND...: in the person's folder and environment
build() {
	local profile=$1
	shift
	(cd "$crate" && env "${hostile[@]}" bash "$tokio/build.sh" lib "$crate/Cargo.toml" "$profile" \
		"-C target-cpu=generic" slab "$work/target" "$@") >"$work/said" 2>&1
}
closed=(bash "$source_dir/cmake/cargo.sh" "$cargo" "$work/home")

# told PROFILE SETTING...: what the compiler was told of our crate
told() {
	local profile=$1 setting
	shift
	build "$profile" "${closed[@]}" || { fail "profile $profile: $(<"$work/said")"; return; }
	[[ -s $work/target/$profile/libschedlab_tokio.a ]] || fail "profile $profile: no library"
	for setting; do
		grep -qx -- "$setting" "$work/target/told/schedlab_tokio" || fail "profile $profile: no $setting"
	done
}
told bare opt-level=3 lto=fat codegen-units=1 panic=abort target-cpu=generic
told release opt-level=3 debuginfo=1 target-cpu=generic
! grep -q 'lto\|panic' "$work/target/told/schedlab_tokio" || fail "the release profile is not Cargo's"

# Where crates come from is the person's.
grep -qx 'retry = 7' "$work/home/config.toml" || fail "[net] did not pass"
grep -qx "directory = \"$work/person/crates\"" "$work/home/config.toml" || fail "[source] did not pass"
! grep -q 'profile\|build\|env' "$work/home/config.toml" || fail "more passed than where crates come from"
[[ $(readlink "$work/home/registry") == "$work/person/.cargo/registry" ]] || fail "the crates are not the person's"

# A setting that comes through all the same ends the build.
# shellcheck disable=SC2016 # expanded by the inner shell
leak='while [[ $1 == *=* ]]; do export "$1"; shift; done; CARGO_PROFILE_BARE_OPT_LEVEL=1 exec cargo "$@"'
hostile=(CARGO_HOME="$real")
rm -r "$work/person/.cargo" "$work/person/project/.cargo"
if build bare bash -c "$leak" leak; then
	fail "another optimisation was not noticed"
fi
[[ $(<"$work/said") == *-opt-level=3*+opt-level=1* ]] || fail "the setting is not named: $(<"$work/said")"
[[ ! -e $work/target/bare/libschedlab_tokio.a ]] || fail "another optimisation left a library"
((failures == 0))
