import Testing
import TraceLanguage

@Suite struct FormatSpecificationTests {
    @Test("each format gives what CPython gives, or is refused where CPython refuses it")
    func formats() {
        for row in LanguageReference.shared.formats {
            let text = "print(f'{\(row.expression):\(row.specification)}', end='')"
            let outcome = Outcome(text)
            let printed = outcome.isError ? nil : outcome.printed
            #expect(printed == row.text, "\(text)")
        }
    }
}
