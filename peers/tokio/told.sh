#!/bin/bash -p
# SPDX-License-Identifier: MIT
# told.sh - the rustc of cargo (RUSTC_WRAPPER): keeps what it is told, and tells it to the crate.
#
# Usage: told.sh RUSTC ARGUMENT...
#
# The settings of code generation (-C) of a crate go to FOLDER/CRATE, FOLDER being
# SCHEDLAB_TOKIO_TOLD, and into the variable SCHEDLAB_RUST_FLAGS, which src/row.rs reads while it is
# compiled.  FOLDER/folder says where Tokio was compiled from.  Without what names files, and what says nothing about the code.
set -euo pipefail

arguments=("$@")
crate=
flags=()
for ((i = 1; i < $#; i++)); do
	case ${arguments[i - 1]} in
	--crate-name) crate=${arguments[i]} ;;
	-C)
		case ${arguments[i]} in
		metadata=* | extra-filename=* | incremental=* | embed-bitcode=*) ;;
		*) flags+=("${arguments[i]}") ;;
		esac
		;;
	esac
done
export SCHEDLAB_RUST_FLAGS="${flags[*]}"
case $crate in
tokio | schedlab_tokio | tokio_plain) printf '%s\n' "${flags[@]}" >"$SCHEDLAB_TOKIO_TOLD/$crate" ;;
esac
[[ $crate != tokio ]] || printf '%s\n' "${CARGO_MANIFEST_DIR:-}" >"$SCHEDLAB_TOKIO_TOLD/folder"
exec "$@"
