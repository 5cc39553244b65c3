# shellcheck shell=bash
# shellcheck disable=SC2154 # what side sets
# SPDX-License-Identifier: MIT
# sources.sh - the sources of a Tokio in a folder of their own: of an archive that cargo verified, of a
# checkout, of a commit; patched or not.  What side uses; sourced.
#
# Git is asked about the checkout only: no repository above it, and no settings of a person, has a say.
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_ATTR_NOSYSTEM=1 GIT_OPTIONAL_LOCKS=0

# package_field NAME MANIFEST: NAME = "VALUE" of its [package]
package_field() {
	awk -v name="$1" '/^\[/ { on = $0 ~ /^\[package\]/ }
		on && $1 == name && $2 == "=" { gsub(/"/, "", $3); print $3; exit }' "$2"
}

is_tokio() { [[ -f $1/Cargo.toml && $(package_field name "$1/Cargo.toml") == tokio ]]; } # FOLDER

# find_crate FOLDER: sets `repository` and `crate_path`, the crate's folder in it
find_crate() {
	repository=$1 crate_path=.
	if is_tokio "$1"; then
		if grep -qs '^\[workspace\]' "$1/../Cargo.toml"; then
			repository=${1%/*} crate_path=${1##*/}
		fi
	elif is_tokio "$1/tokio"; then
		crate_path=tokio
	else
		die "${2:-$1} is no Tokio: neither it nor its folder tokio has a Cargo.toml of the package tokio" 2
	fi
}

# their_git FOLDER ARGUMENT...: in a checkout, which may be another person's
their_git() {
	local folder=$1
	shift
	GIT_CEILING_DIRECTORIES=${repository%/*} git -c safe.directory='*' -c core.fsmonitor=false \
		-c core.quotePath=false -C "$folder" "$@"
}

is_checkout() { command -v git >/dev/null && their_git "$repository" rev-parse -q --verify HEAD >/dev/null 2>&1; }

# commit_of NAME: its full hash
commit_of() {
	is_checkout || die "$repository is no git repository, so it has no commit '$1'" 2
	their_git "$repository" rev-parse -q --verify --end-of-options "$1^{commit}" 2>/dev/null ||
		die "there is no commit '$1' in $repository" 2
}

# What was not committed of the crate: "1 file changed, 3 insertions(+)", or nothing.
dirty_diffstat() {
	local folder=$repository/$crate_path index=$work/index
	cp "$(cd "$repository" && realpath "$(their_git . rev-parse --git-path index)")" "$index" 2>/dev/null || true
	GIT_INDEX_FILE=$index their_git "$folder" add --intent-to-add -- src 2>/dev/null || true
	GIT_INDEX_FILE=$index their_git "$folder" diff --no-ext-diff --no-textconv --shortstat HEAD -- src Cargo.toml |
		sed 's/^ *//'
}

# copy_tree FROM TO: without what is git's or cargo's
copy_tree() {
	mkdir -p "$2"
	tar -C "$1" --no-wildcards-match-slash --exclude=.git --anchored --exclude=./target \
		--exclude='./*/target' -cf - . | tar -C "$2" -xf -
}

# A crate that stands alone is snapshot as the folder tokio, so that patches find both forms.
take_checkout() {
	find_crate "$1"
	name=$repository
	if [[ $crate_path == . ]]; then
		copy_tree "$repository" "$work/side/source/tokio"
	else
		copy_tree "$repository" "$work/side/source"
	fi
	if is_checkout; then
		revision=$(their_git "$repository" rev-parse HEAD)
		diffstat=$(dirty_diffstat)
		[[ -z $diffstat ]] || revision+=+
	fi
	[[ $crate_path != . ]] || crate_path=tokio
}

take_commit() { # FOLDER COMMIT
	local top
	find_crate "$1"
	name=$repository
	revision=$(commit_of "$2")
	top=$(their_git "$repository" rev-parse --show-toplevel)
	mkdir -p "$work/archive" "$work/side/source"
	their_git "$top" archive "$revision" | tar -C "$work/archive" -xf - ||
		die "git cannot give the commit $2 of $repository" 2
	find_crate "$work/archive" "the commit $2 of $1"
	if [[ $crate_path == . ]]; then
		mv "$work/archive" "$work/side/source/tokio"
		crate_path=tokio
	else
		rmdir "$work/side/source" && mv "$work/archive" "$work/side/source"
	fi
}

take_archive() { # FILE
	mkdir -p "$work/side/source/tokio"
	tar -xf "$1" -C "$work/side/source/tokio" --strip-components 1
	crate_path=tokio
}

# names_of_patch FILE STRIP: what it touches, one a line; fails where it cannot be read so
names_of_patch() {
	(cd "$work" && GIT_CEILING_DIRECTORIES=$(dirname "$work") \
		git apply --numstat -z "-p$2" "$1" 2>"$work/said") | tr '\0' '\n' | cut -f 3-
}

# read_patch FILE: sets `strip` and `patch_base`, the folder below $work/side/source in which it applies
read_patch() {
	local names prefix
	[[ -f $1 && -r $1 ]] || die "--patch: cannot read '$1'" 2
	for strip in 1 0; do
		names=$(names_of_patch "$1" "$strip") || { names=; continue; }
		for prefix in "" tokio/; do
			if grep -Eq "^${prefix}(src/|Cargo\.toml$|build\.rs$)" <<<"$names"; then
				patch_base=$crate_path patch_prefix=$prefix
				[[ -z $prefix ]] || patch_base=.
				say_left_out "$1" "$(grep -Ev "^${prefix}(src/|Cargo\.toml$|build\.rs$)" <<<"$names")"
				return
			fi
		done
	done
	names=$(names_of_patch "$1" 1) || true
	[[ -n $names ]] || die "--patch: $1 is empty, or no patch that git can read" 2
	die "--patch: $1 touches no source of Tokio (src or tokio/src), only $(head -n 1 <<<"$names")$(
		(($(wc -l <<<"$names") == 1)) || echo " and others")" 2
}

say_left_out() { # FILE NAMES
	[[ -z $2 ]] || warn "side: of ${1##*/} not used, because Tokio is not compiled of it: $(paste -sd ' ' <<<"$2")"
}

# apply_patch FILE: to the sources that were taken
apply_patch() {
	local parts=() part said=$work/said
	read_patch "$1"
	for part in 'src/*' Cargo.toml build.rs; do
		parts+=("--include=$patch_prefix$part")
	done
	cd "$work/side/source/$patch_base" || exit 1
	GIT_CEILING_DIRECTORIES=$(dirname "$PWD") git apply --whitespace=nowarn "-p$strip" "${parts[@]}" "$1" 2>"$said" ||
		die "--patch: ${1##*/} does not apply to $2: $(sed -n 's/^error: //p' "$said" | head -n 1)" 2
	diffstat=$(GIT_CEILING_DIRECTORIES=$(dirname "$PWD") git apply --stat "-p$strip" "${parts[@]}" "$1" | tail -n 1 |
		sed 's/^ *//')
	cd /
}

# tree_hash FOLDER NAME...: of the files below these names
tree_hash() {
	(cd "$1" && shift && find "$@" -type f -print0 2>/dev/null | LC_ALL=C sort -z | xargs -0r sha256sum |
		sha256sum | cut -d ' ' -f 1)
}

# What Tokio is compiled of, and its macros, where they come with it.
sources_hash() {
	local names=() name
	cd "$work/side/source/$crate_path" || exit 1
	for name in src Cargo.toml build.rs ../tokio-macros/src ../tokio-macros/Cargo.toml; do
		[[ ! -e $name ]] || names+=("$name")
	done
	tree_hash . "${names[@]}"
}
