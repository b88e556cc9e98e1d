import Testing
import TraceLanguage

@Suite struct RandomTests {
    @Test(
        "the random stream is CPython's",
        arguments: [
            (
                "random.seed(1337)\nprint(random.random(), random.uniform(-1, 1), random.gauss(0, 1), random.gauss(2.0, 0.5), random.random())",
                "0.6177528569514706 0.06653114721000164 -0.8833109857747158 2.495609044666891 0.16568728368878083\n"
            ),
            (
                "random.seed(0)\nprint(random.random(), random.random())",
                "0.8444218515250481 0.7579544029403025\n"
            ),
            ("random.seed(-42)\nprint(random.uniform(3, 7))", "5.5577071938315346\n"),
            ("random.seed(2**64 + 5)\nprint(random.gauss(0.0, 1.0))", "-2.053733310278307\n"),
            ("from random import seed, uniform as u\nseed(7)\nprint(u(0, 10))", "3.238327648331624\n"),
            ("import random as r\nr.seed(a=3)\nprint(r.random())", "0.23796462709189137\n"),
            ("random.seed(True)\nprint(random.random())", "0.13436424411240122\n"),
        ])
    func stream(text: String, printed: String) {
        #expect(output(of: "import random\n" + text) == printed)
    }

    @Test("without a seed the stream is that of seed 0, or of the option, and a seed in the text wins")
    func unseeded() {
        func number(_ text: String, seed: Int) -> String {
            Outcome(text + "print(random.random())\na = Value(0)", RunOptions(seed: seed)).printed
        }
        #expect(number("", seed: 0) == "0.8444218515250481\n")
        #expect(number("", seed: 1337) == "0.6177528569514706\n")
        #expect(number("random.seed(0)\n", seed: 1337) == "0.8444218515250481\n")
    }

    @Test("networks draw their weights from the one stream")
    func networks() {
        let text = "random.seed(1337)\nrandom.random()\nn = Neuron(1)\nprint((n.w[0].data + 1)/2 == r)"
        #expect(
            output(
                of: "random.seed(1337)\nrandom.random()\nr = random.uniform(-1, 1)\n"
                    + text.replacing("(n.w[0].data + 1)/2", with: "n.w[0].data"))
                == "True\n")
    }
}
