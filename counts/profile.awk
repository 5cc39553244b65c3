# SPDX-License-Identifier: MIT
# profile.awk - what a callgrind file says, as rows of five tab-separated columns:
#
#   total  -        -         Ir  Ge   the whole process
#   alloc  -        -         Ir  Ge   of which inside the allocator
#   rmw    ADDRESS  FUNCTION  0   Ge   an instruction of the program itself
#   rmw    library  FUNCTION  0   Ge   a function of a library that is not the allocator
#
# Ir counts instructions, Ge locked ones.  Needs a file written with --collect-bus=yes
# --dump-instr=yes --compress-strings=no --compress-pos=no, and -v program=PATH, the object
# that is the program itself.

function is_allocator(name) {
	return name ~ /^(__libc_)?(malloc|free|calloc|realloc|memalign|aligned_alloc|posix_memalign)$/ ||
		name ~ /^_int_(malloc|free|realloc|memalign)|^_mid_memalign|^_?mi_|^tcache_|^arena_get|^ptmalloc_/ ||
		name ~ /^(malloc_consolidate|sysmalloc|systrim|unlink_chunk|alloc_perturb|free_perturb)/ ||
		name ~ /^(mmap_chunk|munmap_chunk|heap_trim|grow_heap|new_heap|__default_morecore)/ ||
		name ~ /__rdl_|__rust_(alloc|dealloc|realloc)/
}

# Columns of a cost line: address, line, Ir, Ge; a trailing 0 is left out.
function add_cost() {
	ir += $3
	ge += $4
	if (allocates) {
		alloc_ir += $3
		alloc_ge += $4
	} else if ($4 > 0) {
		rmws[(object == program ? $1 : "library") "\t" name] += $4
	}
}

BEGIN { OFS = "\t" }
/^0x/ {
	if (!is_call) # the line after calls= repeats what the callee costs
		add_cost()
	is_call = 0
	next
}
/^ob=/ { object = substr($0, 4); next }
/^fn=/ { name = substr($0, 4); allocates = is_allocator(name); next }
/^calls=/ { is_call = 1; next }

END {
	print "total", "-", "-", ir + 0, ge + 0
	print "alloc", "-", "-", alloc_ir + 0, alloc_ge + 0
	for (place in rmws)
		print "rmw", place, 0, rmws[place]
}
