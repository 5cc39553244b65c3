#include "sched/worker.h"
