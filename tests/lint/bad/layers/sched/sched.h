#include "sched/task.h"
#include "gates/atomics.h"
