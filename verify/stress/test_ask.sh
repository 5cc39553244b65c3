#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: what `ask` makes of a program's end, with programs that only print and exit
#
# test_ask.sh SOURCE
# shellcheck source=tests/scripts/lib.sh disable=SC2154
source "$(dirname "$0")/../../tests/scripts/lib.sh"

# program NAME LINE...: a program of these lines of bash
program() {
	local file=$work/$1
	shift
	printf '%s\n' '#!/bin/bash -p' "$@" >"$file"
	chmod +x "$file"
}

# ask ARGUMENT...
ask() { run "$source_dir/verify/stress/ask" "$@"; }

# answers WANTED LINE...: of a program of these lines
answers() {
	local wanted=$1
	shift
	program one "$@"
	ask --seconds 0 "$work/log" "$work/one"
	expect "$*: status" 0 "$status"
	expect "$*" "$wanted" "$(tr '\t' ' ' <"$work/said")"
}

began="echo '[ RUN      ] first'; echo '[       OK ] first'; echo '[ RUN      ] second'"
answers "missed - 1" "$began"
answers "race second 1" "$began" "echo 'WARNING: ThreadSanitizer: data race (pid=7)'; exit 66"
answers "use-after-free second 1" "$began" "echo 'WARNING: ThreadSanitizer: heap-use-after-free (pid=7)'; exit 66"
answers "lock-order-inversion second 1" "$began" "echo 'WARNING: ThreadSanitizer: lock-order-inversion (pid=7)'; exit 66"
answers "leak second 1" "$began" "echo '==7==ERROR: LeakSanitizer: detected memory leaks'; exit 23"
answers "crash second 1" "$began" "echo ThreadSanitizer:DEADLYSIGNAL; echo '==7==ERROR: ThreadSanitizer: SEGV on'; exit 66"
answers "hang second 1" "$began" "echo 'watchdog: second hangs: no progress'" 'kill -ABRT $$'
answers "assertion second 1" "$began" "echo 'sched/a.h:7: assertion failed: x'" 'kill -ABRT $$'
answers "check second 1" "$began" "echo 'a.c:7: error: Failure!'" 'kill -ABRT $$'
answers "crash second 1" "$began" "echo 'Test failed with exception: Segmentation fault(11)'; exit 1"
answers "crash second 1" "$began" 'kill -SEGV $$'
answers "check skynet 1" "echo 'skynet, 2 workers'; echo 'FAILED skynet, 2 workers: no units'; exit 1"
answers "check second 1" "$began" 'exit 100'
answers "hang second 1" "$began" 'kill -KILL $$' # by ask itself, after minutes
# The first that is said counts: what follows comes of it.
answers "race second 1" "$began" "echo 'WARNING: ThreadSanitizer: data race (pid=7)'" \
	"echo 'a.c:7: assertion failed: x'" 'kill -ABRT $$'

answers "hang second 1" "$began" "echo 'watchdog: second hangs: no progress'" \
	"echo 'a.c:7: assertion failed: x'" 'kill -ABRT $$'

# Rounds have the seeds 1, 2, ...; each program is run in each, in order, until one fails.
program clean "echo clean \$SCHEDLAB_SEED >>$work/runs"
program third "echo third \$SCHEDLAB_SEED >>$work/runs" '((SCHEDLAB_SEED != 3))'
ask --seconds 60 "$work/log" "$work/clean" "$work/third"
expect "the round" "check - 3" "$(tr '\t' ' ' <"$work/said")"
expect "the runs" "clean 1,third 1,clean 2,third 2,clean 3,third 3" "$(paste -sd , "$work/runs")"

rm "$work/runs"
ask --seconds 1 "$work/log" "$work/clean"
expect "the rounds without an answer" "missed - $(wc -l <"$work/runs")" "$(tr '\t' ' ' <"$work/said")"

# Ends at the first report and the first test that fails, and before a hang takes minutes.
# shellcheck disable=SC2016 # by the program
program settings 'printf "%s %s %s\n" "$TSAN_OPTIONS" "$CMOCKA_TEST_ABORT" "$SCHEDLAB_WATCHDOG"'
ask --seconds 0 "$work/log" "$work/settings"
expect "the settings" "halt_on_error=1 1 10:15" "$(cat "$work/log")"

ask --expect check --seconds 60 "$work/log" "$work/third"
expect "what was expected" 0 "$status"
ask --expect race --seconds 60 "$work/log" "$work/third"
expect "another kind than expected" 1 "$status"
ask --expect race --seconds 0 "$work/log" "$work/clean"
expect "nothing, where something is expected" 1 "$status"
ask --seconds 0 "$work/log" "$work/nowhere"
expect "no program: status" 1 "$status"
says 'there is no program' "no program"
says_not 'missed|crash' "no program"
printf '\177no program' >"$work/broken"
chmod +x "$work/broken"
ask --seconds 0 "$work/log" "$work/broken"
expect "a program that cannot be run: status" 1 "$status"
says 'cannot be run' "a program that cannot be run"
ask --seconds 0 /dev/full "$work/clean"
expect "no room for the log: status" 1 "$status"
says 'cannot write /dev/full' "no room for the log"
ask --seconds x "$work/log" "$work/clean"
expect "no number of seconds" 2 "$status"
finish
