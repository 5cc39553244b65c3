#include "lab/base/words.h"
