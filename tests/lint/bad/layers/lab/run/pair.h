#include "lab/base/words.h"
#include "sched/sched.h"
#include "lab_build.h"
