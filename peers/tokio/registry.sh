# shellcheck shell=bash
# shellcheck disable=SC2154,SC2034,SC2016 # what side sets, and reads; cargo's quotes
# SPDX-License-Identifier: MIT
# registry.sh - what side asks cargo: which versions there are, and which crates a side is made of.
# Sourced.  Cargo runs closed against a person's settings (cmake/cargo.sh), first without the network.
#
# The versions come from the index that cargo keeps.  Weakness: the form of these files is cargo's own,
# and a person's folder of vendored crates has none.
crates='' cargo_said=''

is_version() { [[ $1 =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?$ ]]; }

# The cargo of the build, or the one on PATH.
open_cargo() {
	local cargo
	[[ -z $crates ]] || return 0
	cargo=$(cache_value "$build_folder" SCHEDLAB_CARGO)
	[[ -x $cargo ]] || cargo=$(command -v cargo) ||
		die "there is no cargo on PATH, which a side is made with: install one (Debian: cargo, rustup)" 4
	crates=$build_folder/cargo
	run_cargo=(bash "$root/cmake/cargo.sh" "$cargo" "$crates")
	host=$("${run_cargo[@]}" --version --verbose 2>/dev/null | sed -n 's/^host: //p') || true
	[[ -n $host ]] || die "$cargo does not run; install another or configure with -DSCHEDLAB_CARGO=..." 4
}

# ask_cargo ARGUMENT...: leaves in `cargo_said` what went wrong, in one line
ask_cargo() {
	cargo_said=$("${run_cargo[@]}" "$@" 2>&1 >/dev/null) && return
	cargo_said=$(sed -E '/^(note|warning|help|  \|)/d; s/^ *(error: |Caused by:|\.\.\. )?//' <<<"$cargo_said" |
		grep -v '^ *$' | paste -sd ' ')
	return 1
}

# fetch_crates MANIFEST: writes its lock file where that does not fit, and fetches what it says
fetch_crates() {
	open_cargo
	ask_cargo fetch --quiet --offline --target "$host" --manifest-path "$1" ||
		ask_cargo fetch --quiet --target "$host" --manifest-path "$1"
}

# The index lines of Tokio, "VERSION YANKED", oldest first; the index that was written last counts.
known_versions() {
	local file
	file=$(find -L "$crates/registry/index" -path '*/.cache/to/ki/tokio' -printf '%T@ %p\n' 2>/dev/null |
		sort -n | tail -n 1 | cut -d ' ' -f 2-)
	[[ -n $file ]] || return 0
	tr '\0' '\n' <"$file" | sed -nE 's/^\{.*"vers": *"([^"]+)".*"yanked": *(true|false).*/\1 \2/p' | sort -V
}

newest() { known_versions | awk '$2 == "false" && $1 !~ /-/ { print $1 }' | tail -n 3 | tac | paste -sd , | sed 's/,/, /g'; }

is_known() { known_versions | awk -v version="$1" '$1 == version { found = 1 } END { exit !found }'; }

is_offline() { [[ ${CARGO_NET_OFFLINE:-} == true ]]; }

# complain VERSION: why its crates cannot be had, by what cargo said
complain() {
	case $cargo_said in
	*"attempting to make a request"* | *"failed to download"* | *"download of"* | *"Could not resolve"* | \
		*"failed to query replaced source"* | *"Unable to update"* | *"spurious network"* | *"offline mode"*)
		die "cargo cannot fetch Tokio $1 and its crates: go online once, or set the proxy; it says: ${cargo_said:0:300}" 4
		;;
	esac
	[[ -n $(known_versions) ]] && ! is_known "$1" && [[ -z $crate_path ]] &&
		die "there is no Tokio $1 in the registry; the newest are $(newest)" 2
	[[ $cargo_said != *"is yanked"* ]] || die "Tokio $1 was yanked from the registry, so cargo takes it no more" 2
	[[ ! $cargo_said =~ 'on `tokio` with feature `'([a-z-]+)'` but' ]] ||
		die "Tokio $1 has no feature ${BASH_REMATCH[1]}, and the lab needs its multi-threaded runtime: take a later one" 2
	if [[ -n $repro && $cargo_said =~ 'for `tokio`'.*'requirements `'([^\`]*) ]]; then
		die "the crate in $repro asks for tokio ${BASH_REMATCH[1]}, the side is $1: both must take one" 2
	elif [[ -n $repro ]]; then
		die "the crate in $repro and Tokio $1 do not fit together: ${cargo_said:0:400}" 2
	fi
	die "cargo cannot take Tokio $1: ${cargo_said:0:400}" 2
}

# lock_version: sets `sum`, the SHA-256 of the archive of the version
lock_version() {
	local probe=$work/probe
	open_cargo
	mkdir -p "$probe"
	other_manifest "$version" "$tokio_peer/" >"$probe/Cargo.toml"
	cp "$tokio_peer/Cargo.lock" "$probe/Cargo.lock"
	fetch_crates "$probe/Cargo.toml" || complain "$version"
	sum=$(locked_tokio "$probe/Cargo.lock" | cut -d ' ' -f 2)
}

need_archive() {
	archive_of "$version" "$sum" ||
		die "cargo keeps no archive tokio-$version.crate with the SHA-256 of its lock file: a vendored Tokio cannot be patched, give its folder as SPEC" 4
}

# The lock file of another side with the same crate of the person's: both get the same crates.
base_lock() {
	local file
	for file in "$build_folder"/tokio-sides/*/side.json; do
		if [[ -n $repro && -f $file && -d ${file%/*}/repro && $(tree_hash "${file%/*}/repro" .) == "$repro_hash" ]]; then
			printf '%s/Cargo.lock\n' "${file%/*}"
			return
		fi
	done
	printf '%s/Cargo.lock\n' "$tokio_peer"
}

lock_crates() {
	local count
	open_cargo
	cp "$(base_lock)" "$work/side/Cargo.lock"
	chmod u+w "$work/side/Cargo.lock"
	fetch_crates "$work/side/Cargo.toml" || complain "$version"
	count=$(grep -c '^name = "tokio"$' "$work/side/Cargo.lock" || true)
	if ((count != 1)); then
		die "the crate in $repro asks for tokio $(all_tokios | tr ' ' '\n' | grep -Fvx "$version" | paste -sd ' '), the side is $version: both must take one" 2
	fi
	[[ $(locked_tokio "$work/side/Cargo.lock" | cut -d ' ' -f 1) == "$version" ]] ||
		die "cargo takes Tokio $(all_tokios) in place of $version" 2
}

# Sets `compiled`: the crates that a library of this side has in it, "NAME vVERSION", one a line.
list_compiled() {
	compiled=$("${run_cargo[@]}" tree --quiet --locked --offline --target "$host" --edges normal,build \
		--prefix none ${repro:+--features repro} --manifest-path "$work/side/Cargo.toml" 2>/dev/null |
		cut -d ' ' -f 1,2 | sort -u) || die "cargo tree fails in $work/side: is the disk full?" 4
}

all_tokios() {
	awk -F '"' '/^name = / { on = $2 == "tokio" } on && /^version = / { print $2 }' "$work/side/Cargo.lock" | paste -sd ' '
}

# Of a published Tokio the row says the version alone: build.rs compares with this.
write_published() {
	local archive
	[[ -z $crate_path ]] || return 0
	if ! archive=$(archive_of "$version" "$sum"); then
		warn "side: cargo keeps no archive of Tokio $version, so its rows will say that it is unlisted"
		return
	fi
	mkdir "$work/published"
	tar -xf "$archive" -C "$work/published"
	hash_program "$work/published" ||
		die "rustc cannot compile the program that hashes sources: is a linker installed?" 4
	echo "$version $("$work/published/hash" "$work/published/tokio-$version")" >"$work/side/published.txt"
}

# list_versions FIRST LAST
list_versions() {
	local end
	for end in "$@"; do
		is_version "$end" || die "'$end' is no version, such as 1.54.1" 2
	done
	version_at_least "$2" "$1" || die "--versions: $1 is newer than $2; write the older one first" 2
	open_work
	open_cargo
	mkdir "$work/src"
	touch "$work/src/lib.rs"
	printf '[package]\nname = "asks"\nversion = "1.0.0"\n[dependencies]\ntokio = "1"\n[workspace]\n' >"$work/Cargo.toml"
	is_offline || ask_cargo generate-lockfile --quiet --manifest-path "$work/Cargo.toml" ||
		warn "side: cargo cannot ask the registry; listed is what it knew when it last did"
	[[ -n $(known_versions) ]] ||
		die "cargo has no index of the registry here: go online once (a folder of vendored crates has none)" 4
	for end in "$@"; do
		is_known "$end" || die "there is no Tokio $end in the registry; the newest are $(newest)" 2
	done
	known_versions | awk -v first="$1" -v last="$2" '
		$2 == "true" && ($1 == first || $1 == last) {
			print "side: Tokio " $1 " was yanked, it is left out" >"/dev/stderr"
		}
		$2 == "false" && $1 !~ /-/ { print $1 }' | while read -r end; do
		if version_at_least "$end" "$1" && version_at_least "$2" "$end"; then
			printf '%s\n' "$end"
		fi
	done
}

# list_commits DIR FIRST LAST
list_commits() {
	local first last top
	[[ -d $1 ]] || die "there is no folder $1" 2
	find_crate "$(realpath -- "$1")"
	first=$(commit_of "$2")
	last=$(commit_of "$3")
	their_git "$repository" merge-base --is-ancestor "$first" "$last" ||
		die "--commits: $2 is no ancestor of $3; write the older one first" 2
	top=$repository/$crate_path
	their_git "$top" rev-list --first-parent --reverse "$first..$last" -- src Cargo.toml
}
