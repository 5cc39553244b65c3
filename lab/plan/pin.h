/* SPDX-License-Identifier: MIT */
/* pin.h - a pin policy as it is asked for, and the "pin" in which a sample says what came of it. */
#ifndef LAB_PIN_H
#define LAB_PIN_H

#include <jansson.h>
#include <stdbool.h>

/* compact, scatter, l3, core, none, or explicit:CPU,... with CPUs that are allowed here;
 * else false with the complaint made, which names the option. */
bool pin_check(const char *option, const char *policy);

/* The CPUs that the workers of this "pin" have together: more workers than that are
 * oversubscribed.  `allowed` where it binds none. */
unsigned int pin_cpus(json_t *pin, unsigned int allowed);

/* "2 workers", "2 workers on 1 CPU, oversubscribed"; 0 CPUs: not known. */
const char *pin_workers_text(unsigned int workers, unsigned int cpus);

#endif
