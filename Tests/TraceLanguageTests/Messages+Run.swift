extension Messages {
    /// Mistakes that show when the text runs, and the whole message of each.
    static let run: [(text: String, message: String)] = [
        (
            "a = 1.0\nb = a > 1",
            """
            t.txt:2:7: error: '>' compares numbers, not Values; write a.data > 1
             2 | b = a > 1
               |       ^
            """
        ),
        (
            "a = Value(1.0); h = 2\nb = h >= a + 1",
            """
            t.txt:2:7: error: '>=' compares numbers, not Values; write h >= (a + 1).data
             2 | b = h >= a + 1
               |       ^~
            """
        ),
        (
            "xs = [1.0, 2.0]\np = softmax(xs)",
            """
            trace: error: nothing to draw: t.txt has no value with a name; write, for example, xs = [Value(1.0), Value(2.0)]
            """
        ),
        (
            "from math import tanh\nv = Value(2.0)\nw = tanh(v)",
            """
            t.txt:3:5: error: math.tanh works on numbers, not Values; write v.tanh()
             3 | w = tanh(v)
               |     ^~~~~~~
            """
        ),
        (
            "import math\nv = Value(2.0)\nw = math.fabs(v + 1)",
            """
            t.txt:3:10: error: math.fabs works on numbers, not Values; write (v + 1).abs()
             3 | w = math.fabs(v + 1)
               |          ^~~~~~~~~~~
            """
        ),
        (
            "v = Value(2.0)\nw = math.pow(v, 3)",
            """
            t.txt:2:10: error: math.pow works on numbers, not Values; write v**3
             2 | w = math.pow(v, 3)
               |          ^~~~~~~~~
            """
        ),
        (
            "a = 2.0\nb = ln(a)",
            """
            t.txt:2:5: error: unknown name 'ln'; did you mean 'log'?
             2 | b = ln(a)
               |     ^~
            """
        ),
        (
            "a = Value(2.0)\nb = a.ln()",
            """
            t.txt:2:7: error: a Value has no 'ln'; did you mean 'log'?
             2 | b = a.ln()
               |       ^~
            """
        ),
        (
            "a = 2.0; b = 3.0\nL = ab",
            """
            t.txt:2:5: error: unknown name 'ab'; did you mean 'a*b'?
             2 | L = ab
               |     ^~
            """
        ),
        (
            "x1 = 2.0; w1 = 3.0; x = 1.0; w = 2.0\nL = w1x1 + xw",
            """
            t.txt:2:5: error: unknown name 'w1x1'; did you mean 'w1*x1'?
             2 | L = w1x1 + xw
               |     ^~~~
            """
        ),
        (
            "a = 2.0\nL = (a + 1)(a - 1)",
            """
            t.txt:2:5: error: a Value cannot be called; to multiply, write (a + 1)*(a - 1)
             2 | L = (a + 1)(a - 1)
               |     ^~~~~~~~~~~~~~
            """
        ),
        (
            "a = Value(2.0)\nL = a(1, 2)",
            """
            t.txt:2:5: error: a Value cannot be called
             2 | L = a(1, 2)
               |     ^~~~~~~
            """
        ),
        (
            "x1 = 2.0; w1 = 3.0\nx2 = 1\nn = x1*w1 + x3 + 2",
            """
            t.txt:3:13: error: unknown name 'x3'; did you mean 'x2'?
             3 | n = x1*w1 + x3 + 2
               |             ^~
            """
        ),
        (
            "a = Value(2.0)\nb = valeu(3.0)",
            """
            t.txt:2:5: error: unknown name 'valeu'; did you mean 'Value'?
             2 | b = valeu(3.0)
               |     ^~~~~
            """
        ),
        (
            "a = 2.0\nb = tahn(a)",
            """
            t.txt:2:5: error: unknown name 'tahn'; did you mean 'tanh'?
             2 | b = tahn(a)
               |     ^~~~
            """
        ),
        (
            "a = Value(2.0)\nb = a.tahn()",
            """
            t.txt:2:7: error: a Value has no 'tahn'; did you mean 'tanh'?
             2 | b = a.tahn()
               |       ^~~~
            """
        ),
        (
            "a = Value(2.0)\na.gard = 1.0",
            """
            t.txt:2:3: error: a Value has no 'gard'; did you mean 'grad'?
             2 | a.gard = 1.0
               |   ^~~~
            """
        ),
        (
            "a = Value(2.0)\nprint(a.foo)",
            """
            t.txt:2:9: error: a Value has no 'foo'; it has data, grad, label, backward, zero_grad, exp, log, sqrt, sin, cos and 5 more
             2 | print(a.foo)
               |         ^~~
            """
        ),
        (
            "a = Value(2.0, lable='a')",
            """
            t.txt:1:16: error: Value has no argument 'lable'; did you mean 'label'?
             1 | a = Value(2.0, lable='a')
               |                ^~~~~
            """
        ),
        (
            "import random\nrandom.sede(1)",
            """
            t.txt:2:8: error: the module random has no 'sede'; did you mean 'seed'?
             2 | random.sede(1)
               |        ^~~~
            """
        ),
        (
            "import math\nx = math.cosine(1)",
            """
            t.txt:2:10: error: the module math has no 'cosine'; it has exp, sqrt, sin, cos, tan, asin, acos, atan, sinh, cosh and 42 more
             2 | x = math.cosine(1)
               |          ^~~~~~
            """
        ),
        (
            "from micrograd.engine import Vlaue",
            """
            t.txt:1:30: error: the module micrograd.engine has no 'Vlaue'; did you mean 'Value'?
             1 | from micrograd.engine import Vlaue
               |                              ^~~~~
            """
        ),
        (
            "n = MLP(3, [4, 1])\nn.neurons",
            """
            t.txt:2:3: error: an MLP has no 'neurons'; it has layers, zero_grad and parameters
             2 | n.neurons
               |   ^~~~~~~
            """
        ),
        (
            "n = Neuron(3, foo=1)",
            """
            t.txt:1:15: error: Neuron has no argument 'foo'; it has nin, nonlin and act
             1 | n = Neuron(3, foo=1)
               |               ^~~
            """
        ),
        (
            "y = q + 1",
            """
            t.txt:1:5: error: unknown name 'q'
             1 | y = q + 1
               |     ^
            """
        ),
        (
            "x = 2**127",
            """
            t.txt:1:6: error: integers are exact within ±2¹²⁷, and this result is beyond; write one operand as a float
             1 | x = 2**127
               |      ^~
            """
        ),
        (
            "x = 1/0",
            """
            t.txt:1:6: error: division by zero
             1 | x = 1/0
               |      ^
            """
        ),
        (
            "x = 1.0/0.0",
            """
            t.txt:1:8: error: division by zero
             1 | x = 1.0/0.0
               |        ^
            """
        ),
        (
            "x = 0**-1",
            """
            t.txt:1:6: error: 0 cannot be raised to a negative power
             1 | x = 0**-1
               |      ^~
            """
        ),
        (
            "x = (-8)**(1/3)",
            """
            t.txt:1:9: error: a negative number to a power that is not whole has no real result
             1 | x = (-8)**(1/3)
               |         ^~
            """
        ),
        (
            "x = 10.0**400",
            """
            t.txt:1:9: error: the result is too large for a float
             1 | x = 10.0**400
               |         ^~
            """
        ),
        (
            "import math\nx = math.exp(1000)",
            """
            t.txt:2:10: error: exp of 1000.0 is too large for a float
             2 | x = math.exp(1000)
               |          ^~~~~~~~~
            """
        ),
        (
            "import math\nx = math.log(0)",
            """
            t.txt:2:10: error: log of 0.0 does not exist
             2 | x = math.log(0)
               |          ^~~~~~
            """
        ),
        (
            "x = log(-1.0)",
            """
            t.txt:1:5: error: log of -1.0 does not exist
             1 | x = log(-1.0)
               |     ^~~~~~~~~
            """
        ),
        (
            "x = sqrt(-2)",
            """
            t.txt:1:5: error: sqrt of -2.0 does not exist
             1 | x = sqrt(-2)
               |     ^~~~~~~~
            """
        ),
        (
            "a = Value(1.0)\nprint(f'{a:.4f}')",
            """
            t.txt:2:10: error: the format '.4f' does not fit a Value; write the number of the Value, such as x.data
             2 | print(f'{a:.4f}')
               |          ^
            """
        ),
        (
            "print(f'{1.5:d}')",
            """
            t.txt:1:10: error: the format 'd' does not fit a float; a float takes f, e, g or %, such as .4f
             1 | print(f'{1.5:d}')
               |          ^~~
            """
        ),
        (
            "print(f'{1.5:.f}')",
            """
            t.txt:1:10: error: the format '.f' does not fit a float; a number of digits is missing after '.'
             1 | print(f'{1.5:.f}')
               |          ^~~
            """
        ),
        (
            "a, b = 1, 2, 3",
            """
            t.txt:1:1: error: 2 names, but 3 values
             1 | a, b = 1, 2, 3
               | ^~~~
            """
        ),
        (
            "a, b = 5",
            """
            t.txt:1:1: error: an int cannot be assigned to several names
             1 | a, b = 5
               | ^~~~
            """
        ),
        (
            "a = 1.0\nb = exp()",
            """
            t.txt:2:5: error: exp needs an argument 'x'
             2 | b = exp()
               |     ^~~~~
            """
        ),
        (
            "a = 1.0\nb = exp(a, a)",
            """
            t.txt:2:12: error: exp takes 1 argument, not 2
             2 | b = exp(a, a)
               |            ^
            """
        ),
        (
            "b = exp('x')",
            """
            t.txt:1:9: error: 'x' of exp is a Value or a number, not a string
             1 | b = exp('x')
               |         ^~~
            """
        ),
        (
            "b = exp(1, x=2)",
            """
            t.txt:1:12: error: exp is given 'x' twice
             1 | b = exp(1, x=2)
               |            ^
            """
        ),
        (
            "a = 3\na()",
            """
            t.txt:2:1: error: a Value cannot be called
             2 | a()
               | ^~~
            """
        ),
        (
            "b = max(1)",
            """
            t.txt:1:9: error: an argument of max is two or more, or a list, not an int
             1 | b = max(1)
               |         ^
            """
        ),
        (
            "b = mse([1], [1, 2])",
            """
            t.txt:1:5: error: mse compares lists of equal length, not 1 and 2 elements
             1 | b = mse([1], [1, 2])
               |     ^~~~~~~~~~~~~~~~
            """
        ),
        (
            "b = Value('x')",
            """
            t.txt:1:11: error: 'data' of Value is a number, not a string
             1 | b = Value('x')
               |           ^~~
            """
        ),
        (
            "n = Neuron(0)",
            """
            t.txt:1:12: error: 'nin' of Neuron is a count of at least 1, not 0
             1 | n = Neuron(0)
               |            ^
            """
        ),
        (
            "n = Neuron(2.5)",
            """
            t.txt:1:12: error: 'nin' of Neuron is a count of at least 1, not 2.5
             1 | n = Neuron(2.5)
               |            ^~~
            """
        ),
        (
            "n = Neuron(2)\ny = n([1.0])",
            """
            t.txt:2:7: error: this Neuron takes 2 inputs, not 1
             2 | y = n([1.0])
               |       ^~~~~
            """
        ),
        (
            "n = MLP(2, [])",
            """
            t.txt:1:12: error: 'nouts' of MLP is a list of counts such as [4, 4, 1], not an empty list
             1 | n = MLP(2, [])
               |            ^~
            """
        ),
        (
            "n = MLP(2, [2, 1], act='rleu')",
            """
            t.txt:1:24: error: 'act' of MLP is one of 'linear', 'relu', 'tanh', 'sigmoid', not 'rleu'
             1 | n = MLP(2, [2, 1], act='rleu')
               |                        ^~~~~~
            """
        ),
        (
            "x = [1, 2]\ny = x[2]",
            """
            t.txt:2:7: error: no element 2: there are 2, counted from 0
             2 | y = x[2]
               |       ^
            """
        ),
        (
            "x = [1, 2]\ny = x['a']",
            """
            t.txt:2:7: error: an index is an integer, not a string
             2 | y = x['a']
               |       ^~~
            """
        ),
        (
            "x = 1\ny = x[0]",
            """
            t.txt:2:6: error: a Value has no elements
             2 | y = x[0]
               |      ^~~
            """
        ),
        (
            "print('a' + 1)",
            """
            t.txt:1:11: error: '+' does not work on a string and an int
             1 | print('a' + 1)
               |           ^
            """
        ),
        (
            "print(-'a')",
            """
            t.txt:1:7: error: '-' does not work on a string
             1 | print(-'a')
               |       ^
            """
        ),
        (
            "a = Value(2.0)\nb = a < 1",
            """
            t.txt:2:7: error: '<' compares numbers, not Values; write a.data < 1
             2 | b = a < 1
               |       ^
            """
        ),
        (
            "import math\na = Value(2.0)\nb = math.exp(a)",
            """
            t.txt:3:10: error: math.exp works on numbers, not Values; write a.exp()
             3 | b = math.exp(a)
               |          ^~~~~~
            """
        ),
        (
            "import math\na = Value(2.0)\nb = math.floor(a)",
            """
            t.txt:3:10: error: math.floor works on numbers, not Values; write a.data for its number
             3 | b = math.floor(a)
               |          ^~~~~~~~
            """
        ),
        (
            "from graphviz import Digraph\ndot = Digraph()",
            """
            t.txt:2:7: error: 'Digraph' is not needed: trace draws by itself; write draw_dot(y)
             2 | dot = Digraph()
               |       ^~~~~~~~~
            """
        ),
        (
            "a = Value(1.0)\nb = a ** 'x'",
            """
            t.txt:2:7: error: '**' does not work on a Value and a string
             2 | b = a ** 'x'
               |       ^~
            """
        ),
        (
            "a = 1.0\nprint(a, spe='')",
            """
            t.txt:2:10: error: print has no argument 'spe'; did you mean 'sep'?
             2 | print(a, spe='')
               |          ^~~
            """
        ),
        (
            "a = Value(1.0)\na.label = 3",
            """
            t.txt:2:3: error: label of a Value is a string, not an int
             2 | a.label = 3
               |   ^~~~~
            """
        ),
        (
            "a = Value(1.0)\na.data = 'x'",
            """
            t.txt:2:3: error: data of a Value is a number, not a string
             2 | a.data = 'x'
               |   ^~~~
            """
        ),
        (
            "x = cross_entropy([1.0, 2.0], 2)",
            """
            t.txt:1:31: error: no element 2: there are 2, counted from 0
             1 | x = cross_entropy([1.0, 2.0], 2)
               |                               ^
            """
        ),
        (
            "import random\nrandom.seed(1.5)",
            """
            t.txt:2:13: error: 'a' of seed is an integer, not a float
             2 | random.seed(1.5)
               |             ^~~
            """
        ),
        (
            "",
            """
            trace: error: nothing to draw: t.txt has no value with a name; write, for example, a = 2.0
            """
        ),
        (
            "# nothing\n",
            """
            trace: error: nothing to draw: t.txt has no value with a name; write, for example, a = 2.0
            """
        ),
        (
            "s = '\t'; y = q1 + 1",
            """
            t.txt:1:14: error: unknown name 'q1'
             1 | s = '   '; y = q1 + 1
               |                ^~
            """
        ),
        (
            "s = '日本語'; y = q1 + 1",
            """
            t.txt:1:16: error: unknown name 'q1'
             1 | s = '日本語'; y = q1 + 1
               |                   ^~
            """
        ),
        (
            "s = '👩\u{200d}👩\u{200d}👧 é'; y = q1 + 1",
            """
            t.txt:1:16: error: unknown name 'q1'
             1 | s = '👩\u{200d}👩\u{200d}👧 é'; y = q1 + 1
               |                 ^~
            """
        ),
        (
            "日本 = 2.0\ny = 日木 + 1",
            """
            t.txt:2:5: error: unknown name '日木'; did you mean '日本'?
             2 | y = 日木 + 1
               |     ^~~~
            """
        ),
        (
            "print(f'{True:s}')",
            """
            t.txt:1:10: error: the format 's' does not fit a bool; an integer takes d, b, o, x, or the letters of a float
             1 | print(f'{True:s}')
               |          ^~~~
            """
        ),
        (
            "max(1)",
            """
            t.txt:1:5: error: an argument of max is two or more, or a list, not an int
             1 | max(1)
               |     ^
            """
        ),
        (
            "b = max()",
            """
            t.txt:1:5: error: max needs an argument 'x'
             1 | b = max()
               |     ^~~~~
            """
        ),
        (
            "a = 1; b = a.exp(2)",
            """
            t.txt:1:18: error: exp takes no arguments, not 1
             1 | a = 1; b = a.exp(2)
               |                  ^
            """
        ),
        (
            "print(f'{1:>99999999}')",
            """
            t.txt:1:10: error: the format '>99999999' does not fit an int; widths and digits go to 10,000
             1 | print(f'{1:>99999999}')
               |          ^
            """
        ),
        (
            "x = max('a', Value(1.0))",
            """
            t.txt:1:9: error: an argument of max is a Value or a number, not a string
             1 | x = max('a', Value(1.0))
               |         ^~~
            """
        ),
        (
            "a.b = 3\n",
            """
            t.txt:1:1: error: unknown name 'a'
             1 | a.b = 3
               | ^
            """
        ),
        (
            "a = a + 1",
            """
            t.txt:1:5: error: unknown name 'a'
             1 | a = a + 1
               |     ^
            """
        ),
        (
            "from math import nope",
            """
            t.txt:1:18: error: the module math has no 'nope'; it has exp, sqrt, sin, cos, tan, asin, acos, atan, sinh, cosh and 42 more
             1 | from math import nope
               |                  ^~~~
            """
        ),
        (
            "x = [[1]][0][3]",
            """
            t.txt:1:14: error: no element 3: there is 1, counted from 0
             1 | x = [[1]][0][3]
               |              ^
            """
        ),
        (
            "x = 1; y = -'a'",
            """
            t.txt:1:12: error: '-' does not work on a string
             1 | x = 1; y = -'a'
               |            ^
            """
        ),
        (
            "x = +[1]",
            """
            t.txt:1:5: error: '+' does not work on a list
             1 | x = +[1]
               |     ^
            """
        ),
        (
            "b = softmax([])",
            """
            t.txt:1:13: error: 'logits' of softmax is a list with elements, not an empty list
             1 | b = softmax([])
               |             ^~
            """
        ),
        (
            "b = sum(['a'])",
            """
            t.txt:1:5: error: '+' does not work on 0 and a string
             1 | b = sum(['a'])
               |     ^~~~~~~~~~
            """
        ),
        (
            "b = sum(3)",
            """
            t.txt:1:9: error: 'list' of sum is a list, not an int
             1 | b = sum(3)
               |         ^
            """
        ),
        (
            "b = len(3)",
            """
            t.txt:1:9: error: 'list' of len is a list, not an int
             1 | b = len(3)
               |         ^
            """
        ),
        (
            "print(nn.foo)",
            """
            t.txt:1:10: error: the module micrograd.nn has no 'foo'; it has Neuron, Layer, Linear, MLP and Module
             1 | print(nn.foo)
               |          ^~~
            """
        ),
        (
            "x = Value(1.0)\nx()",
            """
            t.txt:2:1: error: a Value cannot be called
             2 | x()
               | ^~~
            """
        ),
        (
            "x = nn(3)",
            """
            t.txt:1:5: error: the module micrograd.nn cannot be called
             1 | x = nn(3)
               |     ^~~~~
            """
        ),
        (
            "x = Value(1.0, 2.0)",
            """
            t.txt:1:16: error: Value takes 1 argument, not 2
             1 | x = Value(1.0, 2.0)
               |                ^~~
            """
        ),
        (
            "x = Value()",
            """
            t.txt:1:5: error: Value needs an argument 'data'
             1 | x = Value()
               |     ^~~~~~~
            """
        ),
        (
            "a, a.b = 1, 2",
            """
            t.txt:1:6: error: a Value has no 'b'; it has data, grad and label
             1 | a, a.b = 1, 2
               |      ^
            """
        ),
        (
            "a.data, b = 1",
            """
            t.txt:1:1: error: an int cannot be assigned to several names
             1 | a.data, b = 1
               | ^~~~~~~~~
            """
        ),
        (
            "x = 9**99",
            """
            t.txt:1:6: error: integers are exact within ±2¹²⁷, and this result is beyond; write one operand as a float
             1 | x = 9**99
               |      ^~
            """
        ),
        (
            "x = -170141183460469231731687303715884105727 - 2",
            """
            t.txt:1:46: error: integers are exact within ±2¹²⁷, and this result is beyond; write one operand as a float
             1 | x = -170141183460469231731687303715884105727 - 2
               |                                              ^
            """
        ),
        (
            "x = 10**38 * 10",
            """
            t.txt:1:12: error: integers are exact within ±2¹²⁷, and this result is beyond; write one operand as a float
             1 | x = 10**38 * 10
               |            ^
            """
        ),
        (
            "print(math.floor(1e300))",
            """
            t.txt:1:12: error: integers are exact within ±2¹²⁷, and this result is beyond; write one operand as a float
             1 | print(math.floor(1e300))
               |            ^~~~~~~~~~~~
            """
        ),
        (
            "print(math.sqrt(-1))",
            """
            t.txt:1:12: error: sqrt of -1.0 does not exist
             1 | print(math.sqrt(-1))
               |            ^~~~~~~~
            """
        ),
        (
            "print(math.log(8, 0))",
            """
            t.txt:1:12: error: log of 0.0 does not exist
             1 | print(math.log(8, 0))
               |            ^~~~~~~~~
            """
        ),
        (
            "print(exp(1000))",
            """
            t.txt:1:7: error: exp of 1000.0 is too large for a float
             1 | print(exp(1000))
               |       ^~~~~~~~~
            """
        ),
        (
            "n = MLP(3, 4)",
            """
            t.txt:1:12: error: 'nouts' of MLP is a list of counts such as [4, 4, 1], not an int
             1 | n = MLP(3, 4)
               |            ^
            """
        ),
        (
            "n = MLP(3, [4, 0])",
            """
            t.txt:1:12: error: 'nouts' of MLP is a count of at least 1, not 0
             1 | n = MLP(3, [4, 0])
               |            ^~~~~~
            """
        ),
        (
            "n = Layer(2, 3, 4)",
            """
            t.txt:1:17: error: Layer takes 2 arguments, not 3
             1 | n = Layer(2, 3, 4)
               |                 ^
            """
        ),
        (
            "n = Neuron(2)\nn.w = 3",
            """
            t.txt:2:3: error: 'w' of a Neuron cannot be set
             2 | n.w = 3
               |   ^
            """
        ),
        (
            "n = Neuron(2)\nprint(n('a'))",
            """
            t.txt:2:9: error: 'x' of model is a list of inputs, not a string
             2 | print(n('a'))
               |         ^~~
            """
        ),
        (
            "n = Neuron(1)\nprint(n(['a']))",
            """
            t.txt:2:9: error: an argument of model is a Value or a number, not a string
             2 | print(n(['a']))
               |         ^~~~~
            """
        ),
        (
            "random.uniform(1)",
            """
            t.txt:1:8: error: uniform needs an argument 'b'
             1 | random.uniform(1)
               |        ^~~~~~~~~~
            """
        ),
        (
            "x = [1][1.5]",
            """
            t.txt:1:9: error: an index is an integer, not a float
             1 | x = [1][1.5]
               |         ^~~
            """
        ),
        (
            "a = x = y",
            """
            t.txt:1:9: error: unknown name 'y'
             1 | a = x = y
               |         ^
            """
        ),
        (
            "not_a_keyword = notx",
            """
            t.txt:1:17: error: unknown name 'notx'
             1 | not_a_keyword = notx
               |                 ^~~~
            """
        ),
        (
            "v = Value(1.0)\nv.bakward()",
            """
            t.txt:2:3: error: a Value has no 'bakward'; did you mean 'backward'?
             2 | v.bakward()
               |   ^~~~~~~
            """
        ),
        (
            "v = Value(1.0)\nv.backward(1)",
            """
            t.txt:2:12: error: backward takes no arguments, not 1
             2 | v.backward(1)
               |            ^
            """
        ),
        (
            "draw_dot(1)",
            """
            t.txt:1:10: error: 'root' of draw_dot is a Value, not an int
             1 | draw_dot(1)
               |          ^
            """
        ),
        (
            "draw_dot()",
            """
            t.txt:1:1: error: draw_dot needs an argument 'root'
             1 | draw_dot()
               | ^~~~~~~~~~
            """
        ),
        (
            "x = true",
            """
            t.txt:1:5: error: unknown name 'true'; did you mean 'True'?
             1 | x = true
               |     ^~~~
            """
        ),
        (
            "x = none",
            """
            t.txt:1:5: error: unknown name 'none'; did you mean 'None'?
             1 | x = none
               |     ^~~~
            """
        ),
        (
            "a = 2.0; b = 3.0\nprint(a == b)",
            """
            t.txt:2:9: error: '==' compares numbers, not Values; write a.data == b.data
             2 | print(a == b)
               |         ^~
            """
        ),
        (
            "print(1 < 'a')",
            """
            t.txt:1:9: error: '<' does not work on an int and a string
             1 | print(1 < 'a')
               |         ^
            """
        ),
        (
            "x = '‮' + 1",
            """
            t.txt:1:9: error: '+' does not work on a string and an int
             1 | x = '�' + 1
               |         ^
            """
        ),
        (
            "n = Neuron(10**12)",
            """
            t.txt:1:12: error: 'nin' of Neuron is a count of at most a billion, not 1000000000000
             1 | n = Neuron(10**12)
               |            ^~~~~~
            """
        ),
        (
            "nn.MLP(2, [2, 'a'])",
            """
            t.txt:1:11: error: 'nouts' of MLP is a count of at least 1, not a string
             1 | nn.MLP(2, [2, 'a'])
               |           ^~~~~~~~
            """
        ),
        (
            "print(abs((-2**126)*2))",
            """
            t.txt:1:7: error: integers are exact within ±2¹²⁷, and this result is beyond; write one operand as a float
             1 | print(abs((-2**126)*2))
               |       ^~~~~~~~~~~~~~~~
            """
        ),
        (
            "a = 2.0\ny = a.tanh",
            """
            t.txt:2:5: error: 'a.tanh' is named but not called; write a.tanh()
             2 | y = a.tanh
               |     ^~~~~~
            """
        ),
        (
            "a = Value(2.0)\nL = a*a\nL.backward",
            """
            t.txt:3:1: error: 'L.backward' is named but not called; write L.backward()
             3 | L.backward
               | ^~~~~~~~~~
            """
        ),
        (
            "n = Neuron(2); x = [1.0, 2.0]\ny = n(x).relu.data",
            """
            t.txt:2:5: error: 'n(x).relu' is named but not called; write n(x).relu()
             2 | y = n(x).relu.data
               |     ^~~~~~~~~
            """
        ),
        (
            "print(f\"{'a':-}\")",
            """
            t.txt:1:10: error: the format '-' does not fit a string; a string takes a width and an alignment, such as >10
             1 | print(f"{'a':-}")
               |          ^~~
            """
        ),
        (
            "print(f'{1.5:,n}')",
            """
            t.txt:1:10: error: the format ',n' does not fit a float; ',' does not go with 'n'; leave one of them out
             1 | print(f'{1.5:,n}')
               |          ^~~
            """
        ),
        (
            "a = 2.0; b = (a*2).exp",
            """
            t.txt:1:14: error: '(a*2).exp' is named but not called; write (a*2).exp()
             1 | a = 2.0; b = (a*2).exp
               |              ^~~~~~~~~
            """
        ),
        (
            "a = 2.0; b = ((a)).exp",
            """
            t.txt:1:14: error: '((a)).exp' is named but not called; write ((a)).exp()
             1 | a = 2.0; b = ((a)).exp
               |              ^~~~~~~~~
            """
        ),
        (
            "a = 2.0\nb = (a\n  *2).exp",
            """
            t.txt:3:7: error: '(…).exp' is named but not called; write (…).exp()
             3 |   *2).exp
               |       ^~~
            """
        ),
        (
            "a = 3\nprint(f'{a:5d}')",
            """
            t.txt:2:10: error: the format '5d' does not fit a float; a is an input of the graph, and inputs are floats; write 5.0f
             2 | print(f'{a:5d}')
               |          ^
            """
        ),
        (
            "Value; h = [1, 2]",
            """
            trace: error: nothing to draw: t.txt has no value with a name; write, for example, h = [Value(1), Value(2)]
            """
        ),
    ]
}
