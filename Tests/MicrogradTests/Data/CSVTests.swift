import Foundation
import Micrograd
import MicrogradSupport
import TestSupport
import Testing

@Suite("A table of comma-separated values")
struct CSVTests {
    @Test("names its columns by its header, and is read by name as text or as numbers")
    func columns() throws {
        let csv = try CSV("x,y,kind\n1,-2.5,a\n3e2,.5,b\n")
        #expect(csv.columnNames == ["x", "y", "kind"])
        #expect(csv.rowCount == 2)
        #expect(try csv.numbers(named: "y") == [-2.5, 0.5])
        #expect(try csv.column(named: "kind") == ["a", "b"])
        #expect(try csv.column(named: "x") == ["1", "3e2"])
        #expect(try csv.rows(of: ["y", "x"]) == [[-2.5, 1], [0.5, 300]])
    }

    @Test("without a header has columns with numbers for names")
    func noHeader() throws {
        let csv = try CSV("1,2\n3,4", hasHeader: false)
        #expect(csv.columnNames == ["1", "2"])
        #expect(csv.rowCount == 2)
        #expect(try csv.numbers(named: "2") == [2, 4])
    }

    @Test(
        "may end its lines in any way, begin with a byte order mark, and end in blank lines",
        arguments: [
            "x,y\n1,2\n3,4", "x,y\n1,2\n3,4\n", "x,y\r\n1,2\r\n3,4\r\n", "x,y\r1,2\r3,4\r",
            "\u{feff}x,y\n1,2\n3,4\n", "x,y\n1,2\n3,4\n\n", "x,y\r\n1,2\r\n3,4\r\n\r\n\r\n",
            "x,y\n1,2\r\n3,4\n",
            "\"x\",\"y\"\n\"1\",2\n3,\"4\"\n", "\u{feff}\"x\",y\n1,2\n3,4\n",
        ])
    func lineEnds(text: String) throws {
        let csv = try CSV(text)
        #expect(csv.columnNames == ["x", "y"])
        #expect(try csv.rows(of: ["x", "y"]) == [[1, 2], [3, 4]])
    }

    @Test("keeps commas, line ends, quotes and spaces of a field in quotes")
    func quotes() throws {
        let csv = try CSV("\"a,b\", c\n\"1\n2\",\"say \"\"no\"\"\"\n\"\",\"\"\"\"\n\" \r\n\",é漢😀\n")
        #expect(csv.columnNames == ["a,b", " c"])
        #expect(try csv.column(named: "a,b") == ["1\n2", "", " \r\n"])
        #expect(try csv.column(named: " c") == ["say \"no\"", "\"", "é漢😀"])
    }

    @Test("keeps empty fields")
    func emptyFields() throws {
        let csv = try CSV("b,a,\n,,\n1,,2\n")
        #expect(csv.columnNames == ["b", "a", ""])
        #expect(try csv.column(named: "a") == ["", ""])
        #expect(try csv.column(named: "") == ["", "2"])
        #expect(throws: MicrogradError.csv(.repeatedColumn(""), line: 1, path: nil)) { try CSV(",a,\n1,2,3") }
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        var text: String
        var hasHeader = true
        var message: String

        var testDescription: String { message }
    }

    @Test("is refused with the line, what is wrong and what to do", arguments: faults)
    func message(fault: Fault) {
        let error = #expect(throws: MicrogradError.self) {
            let csv = try CSV(fault.text, hasHeader: fault.hasHeader)
            _ = try csv.rows(of: ["x", "y"])
        }
        #expect(error?.description == fault.message)
    }

    private static let faults = [
        Fault(text: "", message: "the CSV text: there is nothing in it; write one line a row"),
        Fault(text: "\u{feff}\r\n\n", message: "the CSV text: there is nothing in it; write one line a row"),
        Fault(
            text: "", hasHeader: false, message: "the CSV text: there is nothing in it; write one line a row"),
        Fault(
            text: "x,y\n",
            message:
                "the CSV text: there is no row below the header; add one, or read it with `hasHeader: false`"),
        Fault(
            text: "x,y\n1,2\n3\n",
            message:
                "line 3 of the CSV text: 1 field, where the first line has 2; write one field a column, and put text with commas in quotes"
        ),
        Fault(
            text: "x,y\n1,2,3\n",
            message:
                "line 2 of the CSV text: 3 fields, where the first line has 2; write one field a column, and put text with commas in quotes"
        ),
        Fault(
            text: "x,y\n\"1\n1\",2\n1,2,3,\n",
            message:
                "line 4 of the CSV text: 4 fields, where the first line has 2; write one field a column, and put text with commas in quotes"
        ),
        Fault(
            text: "x,y\n1,2\n\n3,4\n",
            message: "line 3 of the CSV text: the line is blank; remove it, or fill in its fields"),
        Fault(
            text: "\r\nx,y\r\n1,2\r\n",
            message: "line 1 of the CSV text: the line is blank; remove it, or fill in its fields"),
        Fault(
            text: "x,y\r\n1,2\r\n3,four\r\n",
            message:
                "line 3 of the CSV text: 'four' in column 'y' is no finite number, such as -0.5 or 2e-3; correct it, or leave the column out"
        ),
        Fault(
            text: "y,x\n1, 2\n",
            message:
                "line 2 of the CSV text: ' 2' in column 'x' is no finite number, such as -0.5 or 2e-3; correct it, or leave the column out"
        ),
        Fault(
            text: "x,y\n1,nan\n",
            message:
                "line 2 of the CSV text: 'nan' in column 'y' is no finite number, such as -0.5 or 2e-3; correct it, or leave the column out"
        ),
        Fault(
            text: "x,y\n1,\(String(repeating: "ab", count: 20))\n",
            message:
                "line 2 of the CSV text: 'ababababababababababababababab…' in column 'y' is no finite number, such as -0.5 or 2e-3; correct it, or leave the column out"
        ),
        Fault(
            text: "x,y\n1,2\n,2\n",
            message:
                "line 3 of the CSV text: column 'x' is empty; write a number, or leave the column out"),
        Fault(
            text: "x,z\n1,2\n",
            message: "the CSV text: there is no column 'y'; the columns are 'x', 'z'"),
        Fault(
            text: "1,2\n3,4\n", hasHeader: false,
            message: "the CSV text: there is no column 'x'; the columns are '1', '2'"),
        Fault(
            text: "x,y,x\n1,2,3\n",
            message:
                "line 1 of the CSV text: several columns are named 'x'; give each a name of its own"),
        Fault(
            text: "x,y\n1,\"2\n3,4\n",
            message:
                "line 2 of the CSV text: a quote is opened and never closed; close it, and write a quote inside a field twice"
        ),
        Fault(
            text: "x,y\n1,2\"\n",
            message:
                "line 2 of the CSV text: a quote stands inside a field; put the whole field in quotes, and write a quote in it twice"
        ),
        Fault(
            text: "x,y\n\"1\n2\"3,4\n",
            message:
                "line 3 of the CSV text: a quote stands inside a field; put the whole field in quotes, and write a quote in it twice"
        ),
    ]

    @Test("names its file in messages")
    func files() throws {
        try withTemporaryFolder { folder in
            let folder = folder.path
            let path = "\(folder)/table.csv"
            try File.write(Array("x\n1\ntwo\n".utf8), to: path)
            let csv = try CSV(path: path)
            #expect(throws: MicrogradError.csv(.notANumber("two", column: "x"), line: 3, path: path)) {
                try csv.numbers(named: "x")
            }
            for bytes: [UInt8] in [[0xff, 0xfe, 0x78, 0], [0x78, 0x0a, 0xe9], [0x78, 0, 0x0a, 0]] {
                try File.write(bytes, to: path)
                let error = #expect(throws: MicrogradError.self) { try CSV(path: path) }
                #expect(
                    error?.description == "'\(path)': it is not UTF-8 text; save the table as CSV in UTF-8")
            }
            let missing = #expect(throws: MicrogradError.self) { try CSV(path: "\(folder)/none.csv") }
            #expect(missing?.description == "cannot read '\(folder)/none.csv': No such file or directory")
        }
    }

    @Test("lists at most 20 columns where one is unknown")
    func manyColumns() throws {
        let names = (0..<30).map { "c\($0)" }.joined(separator: ",")
        let csv = try CSV("\(names)\n\(names)\n")
        let error = #expect(throws: MicrogradError.self) { try csv.column(named: "c") }
        #expect(error?.description.hasSuffix("'c18', 'c19', …") == true)
    }

    @Test(
        "reads as the splitting of its lines does, in the examples", arguments: ["moons.csv", "digits.csv"])
    func examples(name: String) throws {
        let csv = try CSV(path: exampleData(name))
        let lines = try String(contentsOfFile: exampleData(name), encoding: .utf8).split(separator: "\n")
        let rows = lines.dropFirst().map { line in line.split(separator: ",").compactMap { Double($0) } }
        #expect(csv.columnNames == lines[0].split(separator: ",").map(String.init))
        #expect(csv.rowCount == (name == "moons.csv" ? 100 : 1797))
        #expect(try csv.rows(of: csv.columnNames) == rows)
    }
}
