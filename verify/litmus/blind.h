/* SPDX-License-Identifier: MIT */
/*
 * blind.h - what an engine is known never to show, compiled in from outcomes.tsv.
 */
#ifndef VERIFY_LITMUS_BLIND_H
#define VERIFY_LITMUS_BLIND_H

/* The outcomes of the litmus test that C11 allows and the engine never shows: "" if it
 * shows all of them, NULL if the table has no such test or engine.  Static. */
const char *litmus_unseen(const char *engine, const char *test);

#endif
