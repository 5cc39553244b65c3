#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: the fidelity of the peer is read off the lab's intervals, and what is missing is red
# shellcheck source=tests/scripts/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"

tree_with "$work/tree" scripts peers/tokio/fidelity.json peers/tokio/fidelity.tsv peers/tokio/plain
tree=$work/tree
table=$tree/peers/tokio/fidelity.tsv
replace_program cmake 0
mkdir -p "$tree/build/release/bin"

# The lab: a run that ends as $work/ends says, and a row of each kernel against each driver.
mapfile -t kernels < <(sed -n 's/^ *name: "\([a-z_0-9]*\)",$/\1/p' "$tree/peers/tokio/plain/kernels.rs")
expect "kernels" yes "$( ((${#kernels[@]} >= 8)) && echo yes)"
json_row() { # KERNEL bare|stock
	printf ' "workload": "%s",\n "params": "tasks=5",\n "workers": 2,\n "baseline": {\n "arm": "plain-%s",\n' "$1" "$2"
	printf ' "ns_per_unit": {\n "median": 9,\n "n": 20\n } },\n "arm": {\n "arm": "tokio-%s",\n' "$2"
	printf ' "ns_per_unit": {\n "median": 9,\n "n": 20\n } },\n "ratio": {\n "median": 1.2345,\n "n": 20\n }\n'
}
sentence() { # KERNEL ARM INTERVAL
	echo "word: On a CPU, 2 CPUs, virtual machine, $1 tasks=5, 2 workers, allocator libc: tokio-$2 took" \
		"1 ns more per task than plain-$2 ($3, 0 flagged, 1 layout, A/A insufficient). Verdict: word."
}
interval='family-wise 95 % interval'
for arm in bare stock; do
	for kernel in "${kernels[@]}"; do
		json_row "$kernel" "$arm"
	done
done >"$work/show"
{
	sentence "${kernels[0]}" bare "ratio 1.000, $interval 0.950 to 1.050, 19 pairs"
	sentence "${kernels[1]}" bare "ratio 1.200, $interval 1.010 to 1.300, with layouts 0.9 to 1.4, 18 pairs"
	sentence "${kernels[2]}" bare "ratio 1.000, $interval 0.800 to 1.300, 17 pairs"
	sentence "${kernels[3]}" bare "ratio 1.000, no interval at this number of pairs, 2 pairs"
} >"$work/compare-tokio-bare"
touch "$work/compare-tokio-stock"
cat >"$tree/build/release/bin/schedlab" <<END
#!/bin/bash
case \$1 in
run) exit "\$(<"$work/ends")" ;;
show) cat "$work/show" ;;
compare) cat "$work/compare-\$2"; exit 5 ;;
esac
END
chmod +x "$tree/build/release/bin/schedlab"

# reading KERNEL INTERVAL-AND-WORD: what the table has of it
reading() {
	grep -Fq "tokio-bare	$1 tasks=5	2	1.234	20	$2" "$table" || fail "$1: no '$2' in $(<"$table")"
}

# The committed table: each kernel is there, and what is not equivalent has a reason
run "$tree/scripts/peer-fidelity" --check
expect "the committed table" 0 "$status"

echo 0 >"$work/ends"
run "$tree/scripts/peer-fidelity" --record
expect "a run" 0 "$status"
reading "${kernels[0]}" "0.950	1.050	19	equivalent"
reading "${kernels[1]}" "1.010	1.300	18	differs"
reading "${kernels[2]}" "0.800	1.300	17	open"
reading "${kernels[3]}" "-	-	0	open"
run "$tree/scripts/peer-fidelity" --check
expect "rows without a reason" 1 "$status"
says "tokio-bare ${kernels[1]} tasks=5 is differs: give a reason" "rows without a reason"

# Reasons by hand stay
sed -i 's/differs\t$/differs\tbecause/' "$table"
run "$tree/scripts/peer-fidelity" --record
reading "${kernels[1]}" "1.010	1.300	18	differs	because"

# A kernel that was not measured, and a run with a red row
sed -i "s/\"${kernels[4]}\"/\"another\"/" "$work/show"
run "$tree/scripts/peer-fidelity"
expect "a missing row" 1 "$status"
says "there is no row of tokio-stock, ${kernels[4]}" "a missing row"
echo 1 >"$work/ends"
run "$tree/scripts/peer-fidelity"
expect "a red row" 1 "$status"
says "schedlab ended with 1" "a red row"
finish
