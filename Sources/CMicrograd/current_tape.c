#include "CMicrograd.h"

_Thread_local void *micrograd_current_tape = 0;
