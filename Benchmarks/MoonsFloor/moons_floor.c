#include "MoonsFloor.h"

#include <string.h>

enum { INPUTS = 2, WIDTH = 16, FIRST = WIDTH * (INPUTS + 1), SECOND = WIDTH * (WIDTH + 1) };

double floor_step(double *parameters, double *gradients, const double *points, const double *labels, int count,
                  double rate) {
    const double *first = parameters, *second = parameters + FIRST, *last = parameters + FIRST + SECOND;
    double *first_grad = gradients, *second_grad = gradients + FIRST, *last_grad = gradients + FIRST + SECOND;
    memset(gradients, 0, sizeof(double) * FLOOR_PARAMETERS);

    double loss = 0;
    for (int point = 0; point < count; point++) {
        const double *x = points + INPUTS * point;
        double a[WIDTH], b[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            const double *w = first + i * (INPUTS + 1);
            double sum = w[INPUTS] + w[0] * x[0] + w[1] * x[1];
            a[i] = sum < 0 ? 0 : sum;
        }
        for (int i = 0; i < WIDTH; i++) {
            const double *w = second + i * (WIDTH + 1);
            double sum = w[WIDTH];
            for (int j = 0; j < WIDTH; j++) sum += w[j] * a[j];
            b[i] = sum < 0 ? 0 : sum;
        }
        double score = last[WIDTH];
        for (int j = 0; j < WIDTH; j++) score += last[j] * b[j];

        double margin = 1 - labels[point] * score;
        if (margin <= 0) continue;
        loss += margin;
        double score_grad = -labels[point] / count;

        double a_grad[WIDTH] = {0};
        last_grad[WIDTH] += score_grad;
        for (int i = 0; i < WIDTH; i++) {
            last_grad[i] += score_grad * b[i];
            double grad = b[i] > 0 ? score_grad * last[i] : 0;
            const double *w = second + i * (WIDTH + 1);
            double *w_grad = second_grad + i * (WIDTH + 1);
            w_grad[WIDTH] += grad;
            for (int j = 0; j < WIDTH; j++) {
                w_grad[j] += grad * a[j];
                a_grad[j] += grad * w[j];
            }
        }
        for (int i = 0; i < WIDTH; i++) {
            double grad = a[i] > 0 ? a_grad[i] : 0;
            double *w_grad = first_grad + i * (INPUTS + 1);
            w_grad[0] += grad * x[0];
            w_grad[1] += grad * x[1];
            w_grad[INPUTS] += grad;
        }
    }

    double squares = 0;
    for (int i = 0; i < FLOOR_PARAMETERS; i++) {
        squares += parameters[i] * parameters[i];
        gradients[i] += 2e-4 * parameters[i];
        parameters[i] -= rate * gradients[i];
    }
    return loss / count + 1e-4 * squares;
}
