#if defined(__clang__)
// `total` is not called from other files, so how its vector is handed over does not matter.
#pragma clang diagnostic ignored "-Wpsabi"
#endif

#include "CMicrograd.h"

// The loops that networks spend their time in. They stand in C because a function of Swift cannot be compiled
// for the vector units of one processor and for the rest too.
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

// Examples stand in blocks of 8, which are two vectors each.
enum { BLOCK = 8, HALF = 4 };

ALWAYS_INLINE void batch_sums(const MicrogradBatchLayer *layer, const double *weights, const double *data,
                              double *results) {
    const intptr_t columns = layer->columns, size = layer->blocks * BLOCK;
    for (intptr_t row = 0; row < layer->rows; row += 2) {
        const int is_pair = row + 1 < layer->rows;
        const double *one = weights + row * layer->stride, *two = is_pair ? one + layer->stride : one;
        // Without a bias a sum starts at negative zero, which is neutral in addition.
        const double first = layer->stride > columns ? one[columns] : -0.0;
        const double second = layer->stride > columns ? two[columns] : -0.0;
        double *own = results + row * size;
        for (intptr_t place = 0; place < size; place += BLOCK) {
            Numbers a0 = {first, first, first, first}, a1 = a0;
            Numbers b0 = {second, second, second, second}, b1 = b0;
            for (intptr_t column = 0; column < columns; column++) {
                const double *input = data + layer->inputs[column] * size + place;
                const Numbers x0 = *(const Numbers *)input, x1 = *(const Numbers *)(input + HALF);
                a0 += one[column] * x0;
                a1 += one[column] * x1;
                b0 += two[column] * x0;
                b1 += two[column] * x1;
            }
            *(Numbers *)(own + place) = a0;
            *(Numbers *)(own + place + HALF) = a1;
            if (is_pair) {
                *(Numbers *)(own + size + place) = b0;
                *(Numbers *)(own + size + place + HALF) = b1;
            }
        }
    }
}

ALWAYS_INLINE double total(Numbers sums) { return (sums[0] + sums[1]) + (sums[2] + sums[3]); }

ALWAYS_INLINE void batch_weight_grads(const MicrogradBatchLayer *layer, const double *grads, const double *data,
                                      intptr_t examples, double *weight_grads) {
    const intptr_t columns = layer->columns, size = layer->blocks * BLOCK, full = examples / HALF * HALF;
    for (intptr_t row = 0; row < layer->rows; row += 2) {
        const int is_pair = row + 1 < layer->rows;
        const double *one = grads + row * size, *two = is_pair ? one + size : one;
        double *own = weight_grads + row * layer->stride;
        for (intptr_t column = 0; column < columns; column += 2) {
            const int has_two = column + 1 < columns;
            const double *left = data + layer->inputs[column] * size;
            const double *right = has_two ? data + layer->inputs[column + 1] * size : left;
            Numbers a = {0}, b = {0}, c = {0}, d = {0};
            for (intptr_t place = 0; place < full; place += HALF) {
                const Numbers g = *(const Numbers *)(one + place), h = *(const Numbers *)(two + place);
                const Numbers x = *(const Numbers *)(left + place), y = *(const Numbers *)(right + place);
                a += g * x;
                b += g * y;
                c += h * x;
                d += h * y;
            }
            double sums[4] = {total(a), total(b), total(c), total(d)};
            // Not what fills the last block, which may be infinite.
            for (intptr_t place = full; place < examples; place++) {
                sums[0] += one[place] * left[place];
                sums[1] += one[place] * right[place];
                sums[2] += two[place] * left[place];
                sums[3] += two[place] * right[place];
            }
            own[column] += sums[0];
            if (has_two) own[column + 1] += sums[1];
            if (is_pair) own[layer->stride + column] += sums[2];
            if (is_pair && has_two) own[layer->stride + column + 1] += sums[3];
        }
        for (intptr_t r = 0; r <= is_pair && layer->stride > columns; r++) {
            const double *grad = r ? two : one;
            Numbers sums = {0};
            for (intptr_t place = 0; place < full; place += HALF) sums += *(const Numbers *)(grad + place);
            double sum = total(sums);
            for (intptr_t place = full; place < examples; place++) sum += grad[place];
            own[r * layer->stride + columns] += sum;
        }
    }
}

ALWAYS_INLINE void batch_input_grads(const MicrogradBatchLayer *layer, const double *weights, const double *grads,
                                     double *input_grads) {
    const intptr_t columns = layer->columns, size = layer->blocks * BLOCK;
    for (intptr_t column = 0; column < columns; column += 2) {
        const int is_pair = column + 1 < columns;
        double *left = input_grads + layer->inputs[column] * size;
        double *right = is_pair ? input_grads + layer->inputs[column + 1] * size : left;
        for (intptr_t place = 0; place < size; place += BLOCK) {
            Numbers a0 = {0}, a1 = {0}, b0 = {0}, b1 = {0};
            for (intptr_t row = 0; row < layer->rows; row++) {
                const double *own = weights + row * layer->stride + column, *grad = grads + row * size + place;
                const Numbers g0 = *(const Numbers *)grad, g1 = *(const Numbers *)(grad + HALF);
                a0 += own[0] * g0;
                a1 += own[0] * g1;
                b0 += own[is_pair] * g0;
                b1 += own[is_pair] * g1;
            }
            *(Numbers *)(left + place) += a0;
            *(Numbers *)(left + place + HALF) += a1;
            if (is_pair) {
                *(Numbers *)(right + place) += b0;
                *(Numbers *)(right + place + HALF) += b1;
            }
        }
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

AVX2 static void batch_sums_avx2(const MicrogradBatchLayer *layer, const double *weights, const double *data,
                                 double *results) {
    batch_sums(layer, weights, data, results);
}

AVX2 static void batch_weight_grads_avx2(const MicrogradBatchLayer *layer, const double *grads, const double *data,
                                         intptr_t examples, double *weight_grads) {
    batch_weight_grads(layer, grads, data, examples, weight_grads);
}

AVX2 static void batch_input_grads_avx2(const MicrogradBatchLayer *layer, const double *weights,
                                        const double *grads, double *input_grads) {
    batch_input_grads(layer, weights, grads, input_grads);
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

void micrograd_batch_sums(const MicrogradBatchLayer *layer, const double *weights, const double *data,
                          double *results) {
    DISPATCH(batch_sums, layer, weights, data, results);
    batch_sums(layer, weights, data, results);
}

void micrograd_batch_weight_grads(const MicrogradBatchLayer *layer, const double *grads, const double *data,
                                  intptr_t examples, double *weight_grads) {
    DISPATCH(batch_weight_grads, layer, grads, data, examples, weight_grads);
    batch_weight_grads(layer, grads, data, examples, weight_grads);
}

void micrograd_batch_input_grads(const MicrogradBatchLayer *layer, const double *weights, const double *grads,
                                 double *input_grads) {
    DISPATCH(batch_input_grads, layer, weights, grads, input_grads);
    batch_input_grads(layer, weights, grads, input_grads);
}
