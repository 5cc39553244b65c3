# shellcheck shell=bash
# shellcheck disable=SC2154 # crates
# SPDX-License-Identifier: MIT
# manifest.sh - how another Tokio gets a manifest, and what is known of the published ones: what
# versions/pin and side share.  Sourced; `crates` is the folder of cargo's crates (cargo's home).
tokio_peer=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# other_manifest VERSION PREFIX: tokio-bare's manifest with another version, without features, and
# with the sources where they are, PREFIX before their names.
other_manifest() {
	sed -E -e '/^#/d' -e '/^\[features\]/,/^$/d' -e '/^\[\[bin\]\]/,/^$/d' \
		-e "s/^(tokio = .*version = \")=[0-9.]+\"/\1=$1\"/" \
		-e "s#^(build|path) = \"#&${2//[\\&#]/\\&}#" "$tokio_peer/Cargo.toml"
}

# locked_tokio LOCK: "VERSION SHA256" of its Tokio; SHA256 is empty if it is of a folder
locked_tokio() {
	awk -F '"' '/^\[\[package\]\]/ { on = 0 } /^name = / { on = $2 == "tokio" }
		on && /^version = / { version = $2 } on && /^checksum = / { sum = $2 }
		END { print version, sum }' "$1"
}

# archive_of VERSION SHA256: the file of cargo's cache; fails if it has none with that hash
archive_of() {
	local archive
	for archive in "$crates"/registry/cache/*/"tokio-$1.crate"; do
		if [[ -f $archive ]] && sha256sum --status --check <<<"$2  $archive"; then
			printf '%s\n' "$archive"
			return
		fi
	done
	return 1
}

# hash_program FOLDER: makes FOLDER/hash, which prints of a folder what build.rs would say of it
hash_program() {
	cp "$tokio_peer/folder.rs" "$1"
	echo 'mod folder; fn main() {
		let path = std::env::args().nth(1).unwrap();
		println!("{}", folder::hash(std::path::Path::new(&path), &mut |_| ())) }' >"$1/hash.rs"
	rustc --edition 2021 -o "$1/hash" "$1/hash.rs"
}
