
#include "sched/sched.h"
#include "lab/base/words.h"
