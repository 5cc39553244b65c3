#include "sched/task.h"
#include "seams/atomics.h"
