/* SPDX-License-Identifier: MIT */
/* fine.h - nothing that bypass.sh must find: malloc(1) in a comment, in a string, as a part. */
static uint64_t fine(struct worker *worker, uint64_t time, bool free)
{
	const char *text = "malloc(1); pthread_create";

	/* names that are words only where they are called */
	use(malloc, calloc, realloc, aligned_alloc, mmap, alloca, sleep, rand, random, syscall, srand, getpid);
	at_load_relaxed(&worker->free);
	os_alloc(time, 16); // free(text)
	task_free(text);
	worker->sleep(1);
	__asm__ volatile("pause");
	return free ? time : os_now();
}
