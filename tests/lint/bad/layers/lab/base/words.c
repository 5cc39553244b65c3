#include "lab/base/words.h"
#include "sched/knobs.h"
#include "lab/run/pair.h"
