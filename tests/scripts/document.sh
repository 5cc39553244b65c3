#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: the comparison's rows get the words of their claims, and one leads to its raw blocks
# shellcheck source=tests/scripts/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"

tree_with "$work/tree" scripts
tree=$work/tree
mkdir -p "$tree/claims" "$tree/verify/controls" "$tree/verify/models" "$tree/verify/tables"

# A claim that fits in a line, and what the program says became of it; a set of each day.
sets=$tree/results/reference
mkdir -p "$sets"
claim() { # NAME SET OUTCOME
	printf '{\n "name": "%s",\n "title": "All of %s",\n "contrasts": [\n  {"name": "one", "a": "tokio", "b": "tokio+%s", "workload": "fan_out"}\n ]\n}\n' \
		"$1" "$1" "$1" >"$tree/claims/$1.json"
	printf '| All of %s | **%s** | cells of %s | - |\n' "$1" "$3" "$1" >>"$sets/$2"
}
claim pads quick-5 'holds here, size open'
claim slots quick-5 'depends'
claim shards quick-5 'not measured'
claim shards quick-4 'the opposite holds here'
claim parks quick-5 'does not hold, by inspection'
claim late quick-5 'not measured'
claim late quick-4 'not measured'

# validate --findings --dir SET NAME..., validate --dir SET NAME, export --to csv SET
cat >"$work/schedlab" <<'TEXT'
#!/bin/bash -p
case $1$2 in
validate--findings)
	printf '| claim |\n|---|\n'
	for name in "${@:5}"; do grep "| All of $name |" "$4"; done
	exit 5
	;;
validate--json) printf '   "arm_per_unit": 99,\n    "contrast": "other",\n   "arm_per_unit": 10.0,\n    "contrast": "tokio_tuner",\n' ;;
validate--dir) echo "verdict of $4 in $3" ;;
export--to)
	echo 'workload,params,pin,arm,ns'
	echo '"fan_out","n=1","compact","tokio",7'
	echo '"fan_out","n=1","compact","tokio+pads",8'
	echo '"fan_out","n=1","compact","tokio+slots",9'
	echo '"ping_pong","n=1","compact","tokio",10'
	;;
esac
TEXT
chmod +x "$work/schedlab"

touch "$tree"/verify/controls/{seen.patch,unseen.patch} "$tree/verify/models/idle.c"
printf '# name\torigin\twhat\tcaught-by\texecutions\nseen\tseeded\tx\tm a\t1\nseen\tseeded\ty\tm b\t1\nunseen\tseeded\tx\t-\t-\n' >"$tree/verify/tables/controls.tsv"
printf 'seen\t-\trelacy\ta\t2\nseen\t-\ttsan\tmissed\t6\n' >"$tree/verify/tables/engines.tsv"
printf 'loom-idle\ta\t2\tpassed\t1\tyes\nloom-idle-futex\tb\t2\tcaught\t1\tyes\nloom-park\ta\t2\tFAILED\t1\tyes\n' >"$tree/verify/tables/models.tsv"

row() { printf '%s\tit says %s\tall\t%s\t%s\tso (docs/tokio.md 1, B7)\t-\n' "$1" "$1" "$2" "$3" >>"$tree/claims/document.tsv"; } # ID TRIED WORD
row good-1 'claim pads, control seen' -
row good-2 'claim slots' -
row bad-1 'claim shards' -
row bad-2 'claim parks, model idle' -
row ugly-1 'claim late' -
row ugly-2 open -
row ugly-3 'inspection, control unseen' wrong

has() { grep -qF -- "| it says $1 | so ([tokio.md](docs/tokio.md) 1, [B7](docs/blitz-io.md#b7)) | $2 | **$3**<br>" "$work/said" || { fail "$1: no $2, $3 in:"; cat "$work/said"; }; }

run "$tree/scripts/document" --schedlab "$work/schedlab" sections
expect "the sections" 0 "$status"
expect "the sections: lines" 9 "$(wc -l <"$work/said")"
seen='[seen](verify/controls/seen.patch): found by loom; relacy; missed by stress with ThreadSanitizer'
has good-1 "[pads](claims/pads.json): holds here, size open (quick-5). cells of pads<br>$seen" 'right here, size open'
has good-2 '[slots](claims/slots.json): depends (quick-5). cells of slots' 'right under conditions'
has bad-1 '[shards](claims/shards.json): the opposite holds here (quick-4). cells of shards' 'wrong, the opposite is so here'
has bad-2 '[parks](claims/parks.json): does not hold, by inspection (quick-5). cells of parks<br>[idle](verify/models/idle.c): 2 tests within their bounds, all pass' 'wrong, by inspection'
has ugly-1 '[late](claims/late.json): not measured (quick-4). cells of late' 'open: not measured'
has ugly-2 'nobody has tried it' open
has ugly-3 'by inspection<br>[unseen](verify/controls/unseen.patch): not tried yet' wrong

run "$tree/scripts/document" --schedlab "$work/schedlab" --trace good-1
expect "a trace" 0 "$status"
says '^verdict of pads in results/reference/quick-5' "a trace"
says '^"fan_out","n=1","compact","tokio",7' "a trace: the one side"
says '^"fan_out","n=1","compact","tokio\+pads",8' "a trace: the other"
says_not 'tokio\+slots|ping_pong' "a trace: of others"
says 'scripts/verify controls --only seen' "a trace: its control"
run "$tree/scripts/document" --schedlab "$work/schedlab" --trace good-9
expect "a trace of nothing" 2 "$status"

run "$tree/scripts/document" --schedlab "$work/schedlab" rounds
says '^\| 16 \| 655 us \| 1.5e-05 \| 42.9 s \|$' "a round at 10 ns a pop"

run "$tree/scripts/document" --schedlab "$work/schedlab" conclusion
expect "a part without rows" 1 "$status"
row conclusion-1 'claim nosuch' -
run "$tree/scripts/document" --schedlab "$work/schedlab" conclusion
expect "a claim that there is not" 1 "$status"
says 'conclusion-1: there is no claims/nosuch.json' "a claim that there is not"
finish
