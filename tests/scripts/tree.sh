#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: a build folder of another tree is made anew; a tree that cannot be written is refused
# shellcheck source=tests/scripts/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"

# A project of one file, built as the real one is.
tree_with "$work/tree" scripts
cat >"$work/tree/CMakeLists.txt" <<'TEXT'
cmake_minimum_required(VERSION 3.25)
project(nothing LANGUAGES NONE)
file(WRITE ${CMAKE_BINARY_DIR}/made "here")
TEXT
cat >"$work/tree/CMakePresets.json" <<'TEXT'
{ "version": 6, "configurePresets": [ { "name": "tiny", "generator": "Ninja" } ] }
TEXT

cat >"$work/tree/scripts/configure" <<'TEXT'
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
configure tiny "$root/build/tiny"
TEXT

# configure_in TREE: as every script does
configure_in() { run bash "$1/scripts/configure"; }

moved='tiny: was configured for .*; made anew'
configure_in "$work/tree"
expect "a new tree" 0 "$status"
says_not "$moved" "a new tree"
touch "$work/tree/build/tiny/kept"
configure_in "$work/tree"
says_not "$moved" "the same tree again"
[[ -e $work/tree/build/tiny/kept ]] || fail "the same tree again: what was built is gone"
ln -s "$work/tree" "$work/link"
configure_in "$work/link"
says_not "$moved" "the same tree by another name"

cp -r "$work/tree" "$work/a copy"
configure_in "$work/a copy"
expect "a copied tree" 0 "$status"
says "^$moved" "a copied tree"
[[ ! -e "$work/a copy/build/tiny/kept" ]] || fail "a copied tree: what was built elsewhere is there"
mv "$work/tree" "$work/moved"
configure_in "$work/moved"
expect "a moved tree" 0 "$status"
says "^$moved" "a moved tree"
configure_in "$work/moved"
says_not "$moved" "a moved tree, again"

# A file where the folder belongs stops even root.
rm -r "$work/moved/build"
touch "$work/moved/build"
configure_in "$work/moved"
expect "a tree that cannot be written" 1 "$status"
expect "lines about a tree that cannot be written" 1 "$(wc -l <"$work/said")"
says "cannot write in $work/moved/build: copy the tree" "a tree that cannot be written"
finish
