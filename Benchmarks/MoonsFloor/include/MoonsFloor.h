#ifndef MOONS_FLOOR_H
#define MOONS_FLOOR_H

// One full step of the moons demo, written by hand for this one network: what no general engine can beat by much.
//
// The network is MLP(2, [16, 16, 1]) with relu, its loss the max-margin loss plus 1e-4 times the sum of squares.
// Parameters stand neuron by neuron, the weights of each before its bias: 337 in all.

enum { FLOOR_PARAMETERS = 337 };

// Computes the loss and its gradients, and takes one step of plain gradient descent.
//
// points: count pairs; labels: -1 or +1; gradients: filled with those before the step.
double floor_step(double *parameters, double *gradients, const double *points, const double *labels, int count,
                  double rate);

#endif
