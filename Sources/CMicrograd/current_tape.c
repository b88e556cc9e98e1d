#include "CMicrograd.h"

_Alignas(64) char micrograd_no_tape[MICROGRAD_NO_TAPE_SIZE];

_Thread_local void *micrograd_current_tape = micrograd_no_tape;
