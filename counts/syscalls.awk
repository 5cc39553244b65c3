# SPDX-License-Identifier: MIT
# syscalls.awk - system calls in a log of valgrind --trace-syscalls=yes: name, tab, how often.
# Those that only manage memory are the allocator's and left out; a futex is named by what it
# does.
BEGIN {
	futex[0] = futex[9] = "wait"
	futex[1] = futex[10] = "wake"
}
match($0, /SYSCALL\[[0-9]+,[0-9]+\]\([ 0-9]+\) sys_[a-z0-9_]+/) {
	name = substr($0, RSTART, RLENGTH)
	sub(/.*sys_/, "", name)
	if (name ~ /^(brk|mmap|munmap|mremap|madvise|mprotect)$/)
		next
	if (name == "futex") {
		split(substr($0, RSTART + RLENGTH), arguments, ",")
		operation = arguments[2] % 128
		name = "futex " (operation in futex ? futex[operation] : operation)
	}
	calls[name]++
}
END {
	for (name in calls)
		printf "%s\t%d\n", name, calls[name]
}
