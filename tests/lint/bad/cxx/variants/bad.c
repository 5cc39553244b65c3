/* SPDX-License-Identifier: MIT */
/* bad.c - C that is no C++: a pointer from void without a cast. */
int *bad(void *pointer);
int *bad(void *pointer)
{
	return pointer;
}
