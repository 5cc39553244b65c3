#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: any Tokio becomes a side of a trial: its name, its sources, and what it refuses
#
# trial_side.sh SOURCE SCHEDLAB
#
# With a crate of a few lines that is called tokio, and without the network.  What needs the archive
# of the pinned Tokio is left out where cargo has none.
# shellcheck source=tests/scripts/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"
command -v git >/dev/null || { echo "there is no git"; exit 77; }
cargo --version >/dev/null 2>&1 || { echo "there is no cargo"; exit 77; }
export CARGO_NET_OFFLINE=true
build=$work/build
sides=$build/tokio-sides
side() { run "$source_dir/peers/tokio/side" --build "$build" "$@"; }

# makes WHAT ARGUMENT...: leaves the arm in `arm`
makes() {
	local what=$1
	shift
	side "$@"
	expect "$what" 0 "$status"
	arm=$(grep '^tokio-bare' "$work/said")
	[[ -f $sides/${arm#tokio-bare-}/Cargo.lock ]] || { fail "$what: there is no side:"; cat "$work/said"; }
	((${#arm} < 40)) || fail "$what: $arm is too long for a row"
}

# refuses STATUS PATTERN ARGUMENT...: one line, and nothing is made
refuses() {
	local wanted=$1 pattern=$2 before
	shift 2
	before=$(find "$build" -maxdepth 2 -not -path "$build/cargo*" 2>/dev/null | sort)
	side "$@"
	expect "side $*" "$wanted" "$status"
	expect "side $*: lines" 1 "$(grep -vc 'not used, because' "$work/said")"
	says "$pattern" "side $*"
	expect "side $*: left behind" "${before:-$build}" "$(find "$build" -maxdepth 2 -not -path "$build/cargo*" | sort)"
}

git_there() { # FOLDER ARGUMENT...
	GIT_CONFIG_GLOBAL=/dev/null git -C "$1" -c user.name=n -c user.email=e "${@:2}"
}

# A repository with the crate in it, and an edit.
repository=$work/My_Own.Checkout-of-it
crate=$repository/tokio
mkdir -p "$crate/src" "$crate/tests" "$repository/other/src" "$repository/target"
printf '[workspace]\nresolver = "2"\nmembers = ["tokio"]\n' >"$repository/Cargo.toml"
printf '[package]\nname = "tokio"\nversion = "1.99.7"\nedition = "2021"\n[features]\nrt = []\nrt-multi-thread = []\nsync = []\n' >"$crate/Cargo.toml"
printf '%s\n' '// one' '// two' '// three' >"$crate/src/lib.rs"
echo '// a test' >"$crate/tests/rt.rs"
echo '// other' >"$repository/other/src/lib.rs"
git_there "$repository" init -q
git_there "$repository" add -A
git_there "$repository" commit -qm first
first=$(git_there "$repository" rev-parse HEAD)

# What was asked for cannot be.
mkdir -p "$build"
refuses 2 'no version, such as 1.54.1, and no folder' 1.54
refuses 2 'no version, such as 1.54.1, and no folder' "$work/nowhere"
refuses 2 'is no Tokio' "$work"
refuses 2 'there is no commit .nothere.' "$repository@nothere"
refuses 2 'name one Tokio'
refuses 2 "unknown option '--patsh'" --patsh x 1.54.1
refuses 2 '1.9.0 is newer than 1.2.0' --versions 1.9.0 1.2.0
refuses 4 'cannot fetch Tokio 1.98.0' 1.98.0
run "$source_dir/peers/tokio/side" --build /proc/nowhere "$repository"
expect "a folder that cannot be" 4 "$status"

# A checkout: named by its folder and what it is made of; edited it is another.
makes "a checkout" "$repository"
expect "a checkout: its name" "tokio-bare-1.99.7-my_own-check" "${arm%.*}"
clean=$arm
copy=$sides/${clean#tokio-bare-}/source
[[ -f $copy/tokio/src/lib.rs && ! -e $copy/.git && ! -e $copy/target ]] || fail "a checkout: the snapshot"
grep -q 'path = "source/tokio"' "$copy/../Cargo.toml" || fail "a checkout: is not what is compiled"
age=$(stat -c %i "$copy/..")
makes "the crate in it" "$crate"
expect "the crate in it" "$clean" "$arm"
expect "a side is used again" "$age" "$(stat -c %i "$copy/..")"
side --json "$repository"
says '"kind": "checkout"' "a checkout"
says "\"revision\": \"$first\"" "a checkout"
says_not diffstat "a checkout"
echo '// a line' >>"$crate/tests/rt.rs"
makes "an edit of a test" "$repository"
expect "an edit of a test" "$clean" "$arm"
echo '// four' >>"$crate/src/lib.rs"
echo '// new' >"$crate/src/new.rs"
makes "an edit" "$repository"
[[ $arm != "$clean" ]] || fail "an edit is no other side"
edited=$arm
side --json "$repository"
says "\"revision\": \"$first\+\"" "an edit"
says '"diffstat": "2 files changed, 2 insertions\(\+\)"' "an edit"
expect "an edit: the index" '' "$(git_there "$repository" diff --cached --name-only)"
grep -q four "$copy/tokio/src/lib.rs" && fail "an edit reaches the side that was made before"

# A commit leaves the working tree alone.
makes "a commit" "$repository@$first"
expect "a commit" "$clean" "$arm"
makes "a commit of the crate" "$crate@HEAD"
expect "a commit of the crate" "$clean" "$arm"
grep -q four "$crate/src/lib.rs" || fail "a commit: the working tree was touched"
git_there "$repository" add tokio/src
git_there "$repository" commit -qm second
echo >>"$repository/other/src/lib.rs"
git_there "$repository" commit -qam third
side --commits "$repository" "$first" HEAD
expect "the commits that touch Tokio" "$(git_there "$repository" rev-parse HEAD~1)" "$(<"$work/said")"
side --commits "$repository" HEAD "$first"
expect "the commits backwards" 2 "$status"
makes "what was committed" "$repository"
expect "what was committed" "$edited" "$arm"
side --json "$repository"
says_not diffstat "what was committed"

# Patches: of the crate, of the repository, with other parts, and none.
patch() { git_there "$repository" diff "$@"; }
patch "$first" HEAD~1 -- tokio/src >"$work/Fix.diff"
(cd "$crate" && patch --relative "$first" HEAD~1 -- .) >"$work/crate.diff"
patch "$first" HEAD >"$work/more.diff"
patch HEAD~1 HEAD >"$work/other.diff"
: >"$work/empty.diff"
echo 'no patch' >"$work/none.diff"
makes "a patch" --patch "$work/Fix.diff" "$repository@$first"
expect "a patch: its sources" "${edited##*.}" "${arm##*.}"
expect "a patch: its name" "tokio-bare-1.99.7-fix" "${arm%.*}"
side --json --patch "$work/Fix.diff" "$repository@$first"
says '"kind": "patch"' "a patch"
says 'with Fix.diff \(2 files changed, 2 insertions\(\+\)\)' "a patch"
makes "a patch of the crate" --patch "$work/crate.diff" "$repository@$first"
expect "a patch of the crate: its sources" "${edited##*.}" "${arm##*.}"
makes "a patch of more" --patch "$work/more.diff" "$repository@$first"
says 'not used.*other/src/lib.rs' "a patch of more"
expect "a patch of more: its sources" "${edited##*.}" "${arm##*.}"
refuses 2 'does not apply to Tokio 1.99.7' --patch "$work/Fix.diff" "$repository"
refuses 2 'touches no source of Tokio' --patch "$work/other.diff" "$repository"
refuses 2 'is empty, or no patch' --patch "$work/empty.diff" "$repository"
refuses 2 'is empty, or no patch' --patch "$work/none.diff" "$repository"
refuses 2 "cannot read" --patch "$work/nowhere.diff" "$repository"

# A crate of the person's: in the name, and one Tokio for both.
mkdir -p "$work/mine/src" "$work/mine/target"
touch "$work/mine/src/lib.rs" "$work/mine/target/big"
printf '[package]\nname = "mine"\nversion = "0.1.0"\n[dependencies]\ntokio = "1.5"\n' >"$work/mine/Cargo.toml"
makes "a crate" --repro "$work/mine" "$repository"
[[ $arm == tokio-bare-1.99.7-*-repro.* ]] || fail "a crate: the name is $arm"
[[ -f $sides/${arm#tokio-bare-}/repro/Cargo.toml && ! -e $sides/${arm#tokio-bare-}/repro/target ]] ||
	fail "a crate: the snapshot"
grep -q '^repro = { package = "mine"' "$sides/${arm#tokio-bare-}/Cargo.toml" || fail "a crate: no dependency"
with=$arm
echo '// more' >"$work/mine/src/lib.rs"
makes "an edited crate" --repro "$work/mine" "$repository"
[[ $arm != "$with" ]] || fail "an edited crate is no other side"
sed -i 's/tokio = .*/tokio = "=1.99.6"/' "$work/mine/Cargo.toml"
side --repro "$work/mine" "$repository"
[[ $status != 0 ]] || fail "a crate that asks for another Tokio"
refuses 2 'there is no Cargo.toml' --repro "$work/sides" "$repository"

# Neither the settings of a person nor a repository around it have a say.
git_there "$work" init -q
mkdir -p "$work/home"
printf '[apply]\n\twhitespace = error-all\n[diff]\n\texternal = /nonexistent\n\tnoprefix = true\n[core]\n\tattributesFile = %s\n' "$work/a" >"$work/home/.gitconfig"
printf '[build]\ntarget = "nonexistent"\n[profile.bare]\nopt-level = 0\n' >"$work/config.toml"
mkdir "$work/.cargo" && mv "$work/config.toml" "$work/.cargo/config.toml"
cp -r "$crate" "$work/alone"
real_home=${CARGO_HOME:-$HOME/.cargo} rustup=${RUSTUP_HOME:-$HOME/.rustup}
run env HOME="$work/home" CARGO_HOME="$real_home" RUSTUP_HOME="$rustup" GIT_DIR="$source_dir/.git" GIT_EXTERNAL_DIFF=/nonexistent \
	"$source_dir/peers/tokio/side" --build "$build" --json --patch "$work/Fix.diff" "$repository@$first"
expect "with settings" 0 "$status"
says "\"hash\": \"${edited##*.}" "with settings"
run env HOME="$work/home" CARGO_HOME="$real_home" RUSTUP_HOME="$rustup" \
	"$source_dir/peers/tokio/side" --build "$build" --json "$work/alone"
expect "below a repository of another" 0 "$status"
says_not revision "below a repository of another"

# Two at once make one side.
rm -rf "$sides"
for number in 1 2 3; do
	"$source_dir/peers/tokio/side" --build "$build" "$repository" >"$work/at_once.$number" 2>&1 &
done
wait
expect "at once" "$edited" "$(cat "$work"/at_once.* | sort -u)"
expect "at once: sides" "${edited#tokio-bare-}" "$(ls "$sides")"
expect "at once: left behind" "cargo tokio-sides" "$(cd "$build" && echo *)"

# The pinned ones are arms of the tree, which make nothing.
pinned=$(sed -n 's/^tokio = .*"=\([0-9.]*\)".*/\1/p' "$source_dir/peers/tokio/Cargo.toml")
side "$pinned"
expect "the pinned Tokio" tokio-bare "$(<"$work/said")"
side --json 1.50.0
says '"arm": "tokio-bare-1.50.0"' "a pinned version"
expect "pinned ones: sides" "${edited#tokio-bare-}" "$(ls "$sides")"

# The lab knows a side by its folder, with its layouts and flavours.
mkdir -p "$build/bin"
cp "$2" "$build/bin/schedlab"
touch "$build/CMakeCache.txt"
run "$build/bin/schedlab" list peers
says "^$edited +built when a plan names it" "a side in the list"
mkdir "$sides/no-manifest"
run "$build/bin/schedlab" list peers
says_not no-manifest "a folder without a manifest"

# Of a published one, where cargo has its archive: patched, and by the file of a patch that does not apply.
if compgen -G "$real_home/registry/cache/*/tokio-$pinned.crate" >/dev/null; then
	printf '%s\n' '--- /dev/null' '+++ b/src/top.rs' '@@ -0,0 +1 @@' '+// patched' >"$work/top.diff"
	makes "a patched release" --patch "$work/top.diff" "$pinned"
	expect "a patched release: its name" "tokio-bare-$pinned-top" "${arm%.*}"
	expect "a patched release" '// patched' "$(cat "$sides/${arm#tokio-bare-}/source/tokio/src/top.rs")"
	refuses 2 "does not apply to Tokio $pinned" --patch "$work/Fix.diff" "$pinned"
else
	echo "left out: patches of a release, cargo has no archive of Tokio $pinned"
fi
finish
