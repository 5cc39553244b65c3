#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: two arms on trial: plan, page, exit status, one outcome, limits, resuming; equal
#	sides are a trial of the lab
# shellcheck source=tests/e2e/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"

head=tokio+lifo_slots=4
sides=(--suite trial --base tokio --head "$head")
small=(--layout-pairs 0 --workloads "ping_pong,idle_trickle" --progress none)

expect "a dry run" 0 "$(short_run "$work/dry" "${sides[@]}" "${small[@]}" --pairs 20 --dry-run)"
has "$work/said" "trial/ping_pong: .*: tokio\+lifo_slots=4 against tokio: 20 pairs" "the row of a cell"
has "$work/said" "planted .*ping_pong.*tokio slowed by [0-9.]+ % against tokio" "the planted row"
expect "a plan that can show nothing" 0 "$(short_run "$work/dry" "${sides[@]}" "${small[@]}" --dry-run)"
has "$work/said" "planted .*: not applicable: too few pairs" "a planted row of one pair"

expect "a trial" 0 "$(short_run "$work/out" "${sides[@]}" "${small[@]}" --pairs 2 \
	--base-about 'the one that is there' --head-about 'four slots' --asked 'what was typed')"
page=$work/out/trial.md
[[ -s $page ]] || fail "no trial.md"
(($(wc -l <"$page") <= 25)) || fail "trial.md has $(wc -l <"$page") lines"
has "$page" '^### four slots against the one that is there: ' "the headline"
has "$page" 'Base, head\*\*: the one that is there \(tokio\); four slots ' "the sides"
has "$page" 'Made by\*\*: what was typed' "the command"
status=0
"$schedlab" trial "$work/out" >"$work/printed" || status=$?
expect "two pairs decide nothing" 5 "$status"
diff -q "$page" "$work/printed" >/dev/null || fail "schedlab trial prints another page"
status=0
"$schedlab" trial "$work/out" --outcome ping_pong >"$work/one" || status=$?
expect "one outcome" 5 "$status"
has "$work/one" '^open: ns ' "one outcome"
status=0
"$schedlab" trial "$work/out" --outcome ping_pong:switches >"$work/one" || status=$?
has "$work/one" '^open: voluntary switches ' "another measure of the cell"
"$schedlab" trial "$work/out" --outcome nosuch >/dev/null 2>"$work/complained"
expect "an unknown outcome" 2 $?
"$schedlab" trial "$work/out" --fail-on slower >/dev/null 2>"$work/complained"
expect "a limit without a number" 2 $?
status=0
"$schedlab" run --resume "$work/out" --progress none >"$work/said" 2>"$work/complained" || status=$?
expect "resuming what is finished" 2 "$status"
has "$work/complained" 'this run is finished' "resuming what is finished"

expect "equal sides" 0 "$(short_run "$work/same" --suite trial --base tokio --head tokio "${small[@]}" --pairs 2)"
has "$work/same/trial.md" '^### tokio beside itself' "what equal sides are"

expect "no side" 2 "$(short_run "$work/none" --suite trial "${small[@]}")"
has "$work/complained" 'name them with --base and --head' "what is missing"
expect "one side" 2 "$(short_run "$work/none" --suite trial --base tokio "${small[@]}")"
expect "sides of another suite" 2 "$(short_run "$work/none" --suite smoke --base tokio --head tokio)"
expect "an unknown arm" 2 "$(short_run "$work/none" --suite trial --base tokio --head tokoi "${small[@]}")"
expect "a knob that nobody has" 2 "$(short_run "$work/none" "${sides[@]}" --knob nosuch=1 "${small[@]}")"
"$schedlab" trial "$work/same/plots" >/dev/null 2>"$work/complained"
(($? == 4 || $? == 3)) || fail "a folder without a set"
finish
