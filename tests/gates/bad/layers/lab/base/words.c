#include "lab/base/words.h"
#include "lab/run/pair.h"
