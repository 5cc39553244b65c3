#!/bin/bash -p
# SPDX-License-Identifier: MIT
# build.sh - one static library of Tokio, or the plain driver, and whether the compiler was told what
# the manifest says.
#
# Usage: build.sh lib|bin MANIFEST PROFILE RUSTFLAGS FEATURES TARGET_DIRECTORY CARGO_COMMAND...
#
# Exit status 1, and no library or program, if a setting of the code is another than the profile's.
set -euo pipefail
unset CDPATH
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
kind=$1
manifest=$2
profile=$3
rustflags=$4
features=$5
target=$6
shift 6
case $kind in
lib) crate=schedlab_tokio product=$target/$profile/libschedlab_tokio.a what=(--lib) ;;
bin) crate=tokio_plain product=$target/$profile/tokio-plain what=(--bin tokio-plain) ;;
esac
told=$target/told

# One setting a line: what [profile.$profile] says and Cargo's release profile, from which both come.
intended() {
	awk -v profile="[profile.$profile]" '
		BEGIN { value["opt-level"] = 3; value["debuginfo"] = 0 }
		/^\[/ { on = $0 == profile || $0 == "[profile.release]" }
		on && /^[a-z-]+ = / && $1 != "inherits" {
			gsub(/"/, "", $3)
			value[$1 == "debug" ? "debuginfo" : $1] = $3
		}
		END {
			n = split("opt-level debuginfo lto codegen-units panic", names, " ")
			for (i = 1; i <= n; i++)
				if (names[i] in value)
					print names[i] "=" value[names[i]]
		}' "$manifest"
	tr ' ' '\n' <<<"$rustflags" | grep -A 1 -x -- -C | grep -vx -e -C -e -- || true
}

# What rustc says of a crate of a library that is optimised as a whole, and of Tokio in it.
settings() { sed -E 's/^linker-plugin-lto$/lto=fat/; /^debug-assertions=off$/d' "$told/$1" | sort -u; } # CRATE

check() {
	local name
	for name in tokio "$crate"; do
		diff --label "meant for $name, profile $profile" --label "what the compiler was told" \
			-u <(intended | sort -u) <(settings "$name") >&2 || {
			rm -f "$product"
			echo "build.sh: cargo has settings of its own (/.cargo/config.toml?), which would make another Tokio" >&2
			exit 1
		}
	done
}

# cargo compiles what it unpacked once and never looks whether it was edited since.
is_edited() {
	local folder
	folder=$(cat "$told/folder" 2>/dev/null) || return 0
	[[ -d $folder ]] || return 0
	[[ -n $(find "$folder" -cnewer "$told/folder" -print -quit) ]]
}
! is_edited || rm -rf "$target"

# What was told is known only of what was compiled by told.sh.
[[ -s $told/tokio && -s $told/$crate ]] || rm -rf "$target"
mkdir -p "$told"
"$@" "RUSTFLAGS=$rustflags" "SCHEDLAB_TOKIO_PROFILE=$profile" CARGO_INCREMENTAL=0 \
	"RUSTC_WRAPPER=$here/told.sh" "SCHEDLAB_TOKIO_TOLD=$told" \
	build --quiet --locked --offline --profile "$profile" "--features=$features" "${what[@]}" \
	--target-dir "$target" --manifest-path "$manifest"
check
touch "$product"
