#!/bin/bash -p
# SPDX-License-Identifier: MIT
# cargo.sh - cargo, with nothing that a person has set and that changes what is compiled.
#
# Usage: cargo.sh CARGO HOME [NAME=VALUE...] ARGUMENT...
#
# HOME is a folder that is made here and becomes cargo's home.  It has the crates of the person's home,
# and of the settings there those that say where crates come from ([source], [registries], [registry],
# [net], [http]); profiles, flags, wrappers and targets stay outside.  cargo starts in /, because it
# reads settings in every folder above the one that it starts in.  NAME=VALUE is set for cargo.
# Weakness: /.cargo/config.toml is read all the same; the rows tell what the compiler was told.
set -euo pipefail
# shellcheck source=scripts/environment.sh
source "${BASH_SOURCE[0]%/*}/../scripts/environment.sh"

cargo=$1
home=$2
shift 2
theirs=${CARGO_HOME:-$HOME/.cargo}

# The folder's crates and locks are the person's: nothing is fetched twice.
link_crates() {
	local name
	mkdir -p "$home" "$theirs/registry" "$theirs/git"
	touch "$theirs/.package-cache"
	for name in registry git .package-cache credentials.toml; do
		[[ ! -e $theirs/$name || -L $home/$name ]] || ln -s "$theirs/$name" "$home/$name" || true
	done
}

# Tables and dotted keys; a path in them is relative to the folder that holds cargo's home.
sources_of() { # FILE
	awk -v above="${theirs%/*}" '
		/^[ \t]*\[/ { on = /^[ \t]*\[+[ \t]*"?(source|registries|registry|net|http)[ \t"\].]/; table = 1 }
		on || (!table && /^[ \t]*(source|registries|registry|net|http)[ \t]*[.=]/) {
			if (match($0, /(directory|local-registry)"?[ \t]*=[ \t]*["\x27][^\/]/)) {
				at = RSTART + RLENGTH - 1
				$0 = substr($0, 1, at - 1) above "/" substr($0, at)
			}
			print
		}' "$1"
}

write_settings() {
	local file new
	new=$(mktemp "$home/config.XXXXXX")
	for file in "$theirs/config" "$theirs/config.toml"; do
		[[ ! -f $file ]] || sources_of "$file" >"$new"
		[[ ! -f $theirs/config ]] || break # cargo prefers it
	done
	mv "$new" "$home/config.toml"
}

# Which toolchain rustup takes may depend on the folder.
keep_toolchain() {
	if [[ -z ${RUSTUP_TOOLCHAIN:-} ]] && command -v rustup >/dev/null; then
		RUSTUP_TOOLCHAIN=$(rustup show active-toolchain 2>/dev/null | cut -d ' ' -f 1) || true
		[[ -z $RUSTUP_TOOLCHAIN ]] || export RUSTUP_TOOLCHAIN
	fi
}

link_crates
write_settings
keep_toolchain
while [[ ${1:-} == [A-Z_]*=* ]]; do
	export "${1?}"
	shift
done
export CARGO_HOME=$home
cd /
exec "$cargo" "$@"
