#!/bin/bash -p
# SPDX-License-Identifier: MIT
# atomics.sh ROOT - every atomic (a field or object of type at_* or AT()) has an at_init
# and an at_fini that name it.  Heuristic: by the name alone, within its folder.
# shellcheck source=tests/lint/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

check_folder() {
	local folder=$1 files text name place call declarations
	mapfile -t files < <(sources_of "$root" "$folder" | grep -v '/sched/atomics\.h$')
	((${#files[@]} > 0)) || return 0
	text=$(for file in "${files[@]}"; do strip_comments "$file"; done)
	declarations=$(grep -nHE '^[[:space:]]*(static |__extension__ )?(at_u32|at_u64|at_ptr|AT\([^)]*\)) [a-z_]+(\[[^]]*\])?( SCHED_ALIGNED\([A-Z_]+\))?;' "${files[@]}" || true)
	while IFS= read -r line; do
		[[ -n $line ]] || continue
		place=$(sed -E 's/^([^:]*:[0-9]+):.*/\1/' <<<"$line")
		name=$(sed -E 's/^[^:]*:[0-9]+:[[:space:]]*(static |__extension__ )?(at_u32|at_u64|at_ptr|AT\([^)]*\)) ([a-z_]+).*/\3/' <<<"$line")
		for call in at_init at_fini; do
			grep -qE "$call\(&?[^;]*\b$name\b" <<<"$text" ||
				finding "$place: atomic '$name' has no $call"
		done
	done <<<"$declarations"
}

root=$1
check_folder sched
check_folder workloads
need_sources "$root" sched workloads
finish
