# backward() from e, halfway: what e does not depend on gets no gradient at all.
a = Value(2.0)
b = Value(-3.0)
c = Value(10.0)
e = a*b
d = e + c
e.backward()
