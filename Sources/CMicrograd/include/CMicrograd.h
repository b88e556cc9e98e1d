#ifndef CMICROGRAD_H
#define CMICROGRAD_H

#include <stdint.h>

// The tape on which the calling thread records: `micrograd_no_tape` until it makes its first value.
//
// It is declared `extern` and defined in one file: a `static` variable inside a
// `static inline` function would be a different variable in every client module.
extern _Thread_local void *micrograd_current_tape;

// Stands for a tape where a thread has none yet: all its fields are 0, so that no value is valid on it.
extern char micrograd_no_tape[];
enum { MICROGRAD_NO_TAPE_SIZE = 1024 };

static inline void *micrograd_get_current_tape(void) { return micrograd_current_tape; }

static inline void micrograd_set_current_tape(void *tape) { micrograd_current_tape = tape; }

static inline void micrograd_clear_current_tape(void) { micrograd_current_tape = micrograd_no_tape; }

// A number that no two running threads share.
static inline uintptr_t micrograd_thread_token(void) { return (uintptr_t)&micrograd_current_tape; }

// Computes `b + w0 x0 + w1 x1 + ...` for each row of a matrix, each sum from first to last.
//
// weights: the rows one after the other, the weights of each before its b.
void micrograd_weighted_sums(const double *weights, const double *inputs, double *results, intptr_t rows,
                             intptr_t columns);

// The same on any processor: what the function above does where it finds no better instructions.
void micrograd_weighted_sums_portable(const double *weights, const double *inputs, double *results, intptr_t rows,
                                      intptr_t columns);

// A row of such a matrix, and the gradient of its sum.
typedef struct {
    // Where the row starts in the matrix.
    intptr_t start;
    double grad;
} MicrogradRow;

// Adds what the sums of some rows give to the gradients of weights, b and inputs, row by row in their order.
//
// No gradient is marked by negative zero. weights and inputs do not overlap.
void micrograd_sweep_rows(const MicrogradRow *rows, intptr_t count, const double *weights, double *weight_grads,
                          const double *inputs, double *input_grads, intptr_t columns);

// The same on any processor.
void micrograd_sweep_rows_portable(const MicrogradRow *rows, intptr_t count, const double *weights,
                                   double *weight_grads, const double *inputs, double *input_grads,
                                   intptr_t columns);

// A layer for a batch of examples: each number stands once for each example, in blocks of 8, slot by slot.
typedef struct {
    intptr_t rows, columns;
    // How many parameters a row has: the weights, and b where it is one more than these.
    intptr_t stride;
    // How many blocks a slot has.
    intptr_t blocks;
    // The slot of each input.
    const intptr_t *inputs;
} MicrogradBatchLayer;

// Computes the weighted sums of all rows for all examples.
//
// data: all slots; results: the slots of the rows, one after the other.
void micrograd_batch_sums(const MicrogradBatchLayer *layer, const double *weights, const double *data,
                          double *results);

// Adds to the gradient of each parameter the sum over the examples of gradient times input.
//
// grads: the slots of the rows; data: all slots.
void micrograd_batch_weight_grads(const MicrogradBatchLayer *layer, const double *grads, const double *data,
                                  intptr_t examples, double *weight_grads);

// Adds to the gradient of each input the sum over the rows of gradient times weight.
//
// grads: the slots of the rows; input_grads: all slots.
void micrograd_batch_input_grads(const MicrogradBatchLayer *layer, const double *weights, const double *grads,
                                 double *input_grads);

#endif
