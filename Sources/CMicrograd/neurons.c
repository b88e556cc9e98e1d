#include "CMicrograd.h"

// The two loops that networks spend their time in. They stand in C because a function of Swift cannot be compiled
// for the vector units of one processor and for the rest too; where AVX2 is there, they take half the time.
//
// They add and multiply exactly as the operators do one by one: no sum is reordered, nothing is fused.
#pragma STDC FP_CONTRACT OFF

// Four numbers that stand side by side anywhere.
typedef double Numbers __attribute__((vector_size(32), aligned(8), may_alias));

#define ALWAYS_INLINE static inline __attribute__((always_inline))

ALWAYS_INLINE void weighted_sums(const double *weights, const double *inputs, double *results, intptr_t rows,
                                 intptr_t columns) {
    const intptr_t stride = columns + 1;
    intptr_t row = 0;
    for (; row + 4 <= rows; row += 4) {
        const double *w0 = weights + row * stride, *w1 = w0 + stride, *w2 = w1 + stride, *w3 = w2 + stride;
        Numbers sums = {w0[columns], w1[columns], w2[columns], w3[columns]};
        intptr_t column = 0;
        for (; column + 4 <= columns; column += 4) {
            // Four columns of four rows, turned so that a vector holds one column.
            const Numbers a = *(const Numbers *)(w0 + column), b = *(const Numbers *)(w1 + column);
            const Numbers c = *(const Numbers *)(w2 + column), d = *(const Numbers *)(w3 + column);
            const Numbers ab_even = __builtin_shufflevector(a, b, 0, 4, 2, 6);
            const Numbers ab_odd = __builtin_shufflevector(a, b, 1, 5, 3, 7);
            const Numbers cd_even = __builtin_shufflevector(c, d, 0, 4, 2, 6);
            const Numbers cd_odd = __builtin_shufflevector(c, d, 1, 5, 3, 7);
            sums += __builtin_shufflevector(ab_even, cd_even, 0, 1, 4, 5) * inputs[column];
            sums += __builtin_shufflevector(ab_odd, cd_odd, 0, 1, 4, 5) * inputs[column + 1];
            sums += __builtin_shufflevector(ab_even, cd_even, 2, 3, 6, 7) * inputs[column + 2];
            sums += __builtin_shufflevector(ab_odd, cd_odd, 2, 3, 6, 7) * inputs[column + 3];
        }
        for (; column < columns; column++) {
            const Numbers own = {w0[column], w1[column], w2[column], w3[column]};
            sums += own * inputs[column];
        }
        *(Numbers *)(results + row) = sums;
    }
    for (; row < rows; row++) {
        const double *own = weights + row * stride;
        double sum = own[columns];
        for (intptr_t column = 0; column < columns; column++) sum += own[column] * inputs[column];
        results[row] = sum;
    }
}

ALWAYS_INLINE void sweep_rows(const MicrogradRow *rows, intptr_t count, const double *weights, double *weight_grads,
                              const double *inputs, double *input_grads, intptr_t columns) {
    for (intptr_t row = 0; row < count; row++) weight_grads[rows[row].start + columns] += rows[row].grad;
    intptr_t column = 0;
    // Some columns of all rows at a time, so that the gradients of the inputs stay in registers. From the first
    // sum on, which makes 0 of the mark of no gradient, they cannot become negative zero.
    for (; column + 8 <= columns; column += 8) {
        const Numbers input0 = *(const Numbers *)(inputs + column), input1 = *(const Numbers *)(inputs + column + 4);
        Numbers grads0 = *(const Numbers *)(input_grads + column) + 0.0;
        Numbers grads1 = *(const Numbers *)(input_grads + column + 4) + 0.0;
        for (intptr_t row = 0; row < count; row++) {
            const double grad = rows[row].grad;
            const double *own = weights + rows[row].start + column;
            double *own_grads = weight_grads + rows[row].start + column;
            *(Numbers *)own_grads += grad * input0 + 0.0;
            *(Numbers *)(own_grads + 4) += grad * input1 + 0.0;
            grads0 += grad * *(const Numbers *)own;
            grads1 += grad * *(const Numbers *)(own + 4);
        }
        *(Numbers *)(input_grads + column) = grads0;
        *(Numbers *)(input_grads + column + 4) = grads1;
    }
    for (; column < columns; column++) {
        const double input = inputs[column];
        double input_grad = input_grads[column] + 0.0;
        for (intptr_t row = 0; row < count; row++) {
            const double grad = rows[row].grad;
            const intptr_t own = rows[row].start + column;
            weight_grads[own] += grad * input + 0.0;
            input_grad += grad * weights[own];
        }
        input_grads[column] = input_grad;
    }
}

#if defined(__x86_64__)

#define AVX2 __attribute__((target("avx2")))

AVX2 static void weighted_sums_avx2(const double *weights, const double *inputs, double *results, intptr_t rows,
                                    intptr_t columns) {
    weighted_sums(weights, inputs, results, rows, columns);
}

AVX2 static void sweep_rows_avx2(const MicrogradRow *rows, intptr_t count, const double *weights,
                                 double *weight_grads, const double *inputs, double *input_grads, intptr_t columns) {
    sweep_rows(rows, count, weights, weight_grads, inputs, input_grads, columns);
}

#define DISPATCH(function, ...) \
    if (__builtin_cpu_supports("avx2")) return function##_avx2(__VA_ARGS__)

#else

#define DISPATCH(function, ...)

#endif

void micrograd_weighted_sums_portable(const double *weights, const double *inputs, double *results, intptr_t rows,
                                      intptr_t columns) {
    weighted_sums(weights, inputs, results, rows, columns);
}

void micrograd_weighted_sums(const double *weights, const double *inputs, double *results, intptr_t rows,
                             intptr_t columns) {
    DISPATCH(weighted_sums, weights, inputs, results, rows, columns);
    micrograd_weighted_sums_portable(weights, inputs, results, rows, columns);
}

void micrograd_sweep_rows_portable(const MicrogradRow *rows, intptr_t count, const double *weights,
                                   double *weight_grads, const double *inputs, double *input_grads,
                                   intptr_t columns) {
    sweep_rows(rows, count, weights, weight_grads, inputs, input_grads, columns);
}

void micrograd_sweep_rows(const MicrogradRow *rows, intptr_t count, const double *weights, double *weight_grads,
                          const double *inputs, double *input_grads, intptr_t columns) {
    DISPATCH(sweep_rows, rows, count, weights, weight_grads, inputs, input_grads, columns);
    micrograd_sweep_rows_portable(rows, count, weights, weight_grads, inputs, input_grads, columns);
}
