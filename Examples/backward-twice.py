# A leaf adds up the gradients of several backward passes, until zero_grad() sets it to 0.
x = Value(3.0)
y = x*x
y.backward()
print(f'after one backward:      {x.grad}')
x.zero_grad()
y.backward()
print(f'zeroed, then one more:   {x.grad}')
y.backward()
print(f'not zeroed, one more:    {x.grad}')
