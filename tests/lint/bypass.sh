#!/bin/bash -p
# SPDX-License-Identifier: MIT
# bypass.sh ROOT - nothing in sched/, workloads/, variants/ goes past the two seams:
# atomics only in atomics.h, threads, clocks, memory and thread-locals only in os.h
# and os.c.
# shellcheck source=tests/lint/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

words='stdatomic\.h|<atomic>|_Atomic|atomic_[a-z_]+|memory_order|__atomic_[a-z_]+|__sync_[a-z_]+|volatile'
words+='|pthread[a-z_.]*|threads\.h|_Thread_local|thread_local|__thread|OS_THREAD_LOCAL'
words+='|malloc|calloc|realloc|aligned_alloc|posix_memalign|free|mmap|alloca'
words+='|clock_gettime|gettimeofday|nanosleep|usleep|sleep|rdtsc|__rdtsc|time'
words+='|futex|SYS_[a-z]+|syscall|sched_yield|sem_[a-z]+|rand|random|rand_r|getrandom|srand|gettid|getpid'
pattern="(^|[^A-Za-z0-9_.>])($words)([^A-Za-z0-9_]|\$)"

# Function names count only where they are called; `at_` and `os_` names never match,
# because the character before a word must not be part of a name.
is_call_only='malloc|calloc|realloc|aligned_alloc|free|mmap|alloca|sleep|time|rand|random|syscall|srand|getpid'

scan() {
	local file
	while IFS= read -r file; do
		case $file in
		*/sched/atomics.h | */sched/os.h | */sched/os.c) continue ;;
		esac
		strip_comments "$file" | awk -v file="$file" -v calls="$is_call_only" -v pattern="$pattern" '
		{
			text = $0
			gsub(/__asm__ volatile/, "", text)
			while (match(text, pattern)) {
				hit = substr(text, RSTART, RLENGTH)
				rest = substr(text, RSTART + RLENGTH - 1)
				gsub(/^[^A-Za-z0-9_<]|[^A-Za-z0-9_.>]$/, "", hit)
				if (hit !~ "^(" calls ")$" || rest ~ /^[ \t]*\(/)
					printf "%s:%d: bypasses a seam: %s\n", file, NR, hit
				text = rest
			}
		}'
	done < <(sources_of "$1" sched workloads variants)
}

count_findings < <(scan "$1")
need_sources "$1" sched workloads variants
finish
