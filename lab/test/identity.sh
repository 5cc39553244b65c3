#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: the commit of a build is that of the source folder, whoever asks from wherever
#
# Usage: identity.sh CMAKE SOURCE
set -euo pipefail
unset CDPATH
cmake=$1
script=$2/cmake/SourceIdentity.cmake
command -v git >/dev/null || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
# Neither the person's settings nor a repository around the test has a say.
export HOME=$work GIT_CONFIG_NOSYSTEM=1
cat >"$work/ask.cmake" <<END
include($script)
source_commit(\${SOURCE} commit)
source_shared_hash(\${SOURCE} hash)
file(WRITE $work/answer "\${commit}|\${hash}")
END

# ask FOLDER: what a build of it would record
ask() { "$cmake" -DSOURCE="$1" -P "$work/ask.cmake" && cat "$work/answer"; }

# expect WHAT PATTERN FOUND
expect() {
	[[ $3 =~ $2 ]] || { echo "FAILED: $1: '$3' is not '$2'"; failures=$((failures + 1)); }
}

# new_tree FOLDER: a tree with one commit
new_tree() {
	mkdir -p "$1"/{base,cmake,harness/test,sched,variants,workloads} \
		"$1"/peers/tokio/{src/workloads,versions/1}
	echo one >"$1/sched/a.h"
	echo one | tee "$1"/{base/s.c,cmake/b.cmake,harness/{b.in,g.cc,test/t.c},sched/CMakeLists.txt} \
		"$1"/{variants/{d.h,v.c},workloads/w.c} \
		"$1"/peers/tokio/{build.rs,build.sh,row.c,Cargo.toml,Cargo.lock} \
		"$1"/peers/tokio/{src/lib.rs,src/workloads/w.rs,versions/1/Cargo.toml} >/dev/null
	git -C "$1" init -q
	git -C "$1" add -A
	git -C "$1" -c user.name=n -c user.email=e commit -qm c
}

tree=$work/a\ tree
new_tree "$tree"
new_tree "$work/other"
mine=$(git -C "$tree" rev-parse --short=12 HEAD)
expect "a clean tree" "^$mine\|" "$(ask "$tree")"
hash=$(ask "$tree" | cut -d'|' -f2)

# Installed sources are no checkout, and yet not unknown.
mkdir -p "$work/installed"
printf 'commit %s\nsources 0\n' "$mine" >"$work/installed/identity.txt"
expect "installed sources" "^$mine\|" "$(ask "$work/installed")"

# From inside another repository, by environment or by folder
mkdir -p "$work/other/unpacked"
cp -r "$tree"/[a-z]* "$work/other/unpacked/" # not .git
expect "a tarball in another repository" '^unknown \(.*no git checkout' "$(ask "$work/other/unpacked")"
expect "its contents" "\|$hash$" "$(ask "$work/other/unpacked")"
expect "GIT_DIR of another" "^$mine\|" "$(GIT_DIR=$work/other/.git ask "$tree")"
expect "GIT_WORK_TREE of another" "^$mine\|" \
	"$(GIT_DIR=$work/other/.git GIT_WORK_TREE=$work/other ask "$tree")"
expect "GIT_INDEX_FILE of another" "^$mine\|" "$(GIT_INDEX_FILE=$work/other/.git/index ask "$tree")"
expect "from another repository" "^$mine\|" "$(cd "$work/other" && ask "$tree")"

# Changes
touch "$tree/notes.txt"
expect "a note beside it" "^$mine\|" "$(ask "$tree")"
touch "$tree/variants/my.c"
expect "a variant of one's own" "^$mine\+\|$hash$" "$(ask "$tree")"
rm "$tree/variants/my.c"
echo two >"$tree/sched/a.h"
expect "a change" "^$mine\+\|" "$(ask "$tree")"
[[ $(ask "$tree" | cut -d'|' -f2) != "$hash" ]] || expect "the hash after a change" other "$hash"
git -C "$tree" checkout -q sched

# What a new text of one file does to the hash of what arms share: another, or the same
for file in base/s.c cmake/b.cmake harness/{b.in,g.cc} sched/{a.h,CMakeLists.txt} variants/d.h \
	workloads/w.c peers/tokio/{build.rs,build.sh,row.c,Cargo.toml,Cargo.lock} \
	peers/tokio/src/{lib.rs,workloads/w.rs}; do
	echo two >"$tree/$file"
	found=$(ask "$tree")
	expect "a change of $file" "^$mine\+\|" "$found"
	[[ ${found#*|} != "$hash" ]] || expect "the hash after a change of $file" other "$hash"
	git -C "$tree" checkout -q .
done
for file in variants/v.c harness/test/t.c peers/tokio/versions/1/Cargo.toml; do
	echo two >"$tree/$file"
	expect "a change of one arm's own $file" "^$mine\+\|$hash$" "$(ask "$tree")"
	git -C "$tree" checkout -q .
done

# What git is told to overlook: names to ignore, and files that it takes as unchanged
echo '*my*' >>"$tree/.git/info/exclude"
mkdir -p "$tree/peers/tokio/target" "$tree/peers/tokio/.cargo"
touch "$tree/variants/my.o" "$tree/peers/tokio/target/my.rs"
expect "what no build reads" "^$mine\|$hash$" "$(ask "$tree")"
for file in variants/my.c variants/my\ ümlaut.c peers/tokio/.cargo/my.toml; do
	touch "$tree/$file"
	expect "an ignored $file" "^$mine\+\|" "$(ask "$tree")"
	rm "$tree/$file"
done
for bit in assume-unchanged skip-worktree; do
	git -C "$tree" update-index --"$bit" variants/v.c
	echo two >"$tree/variants/v.c"
	expect "a change under --$bit" "^$mine\+\|" "$(ask "$tree")"
	git -C "$tree" update-index --no-"$bit" variants/v.c
	git -C "$tree" checkout -q variants
done
expect "all as it was" "^$mine\|$hash$" "$(ask "$tree")"

# Another owner, and a checkout that git cannot read
if [[ $(id -u) == 0 ]]; then
	chown -R 12345:12345 "$tree"
	expect "another owner's checkout" "^$mine\|" "$(ask "$tree")"
fi
echo "gitdir: /nonexistent" >"$work/other/unpacked/.git"
expect "a broken checkout" '^unknown \(fatal: .*/nonexistent' "$(ask "$work/other/unpacked")"
exit "$((failures > 0))"
