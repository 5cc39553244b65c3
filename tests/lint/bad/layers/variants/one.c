#include "sched/sched.h"
#include "workloads/spin.h"
