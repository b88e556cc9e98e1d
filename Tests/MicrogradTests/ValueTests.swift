import Micrograd
import Testing
@Test func t() { let a = Value(2.0); let b = a * 3; b.backward(); #expect(a.grad == 3) }
