import FoundationEssentials
import ProbityCEL
import ProbityText
import Testing

@testable import Probity
@testable import ProbityYAML

/// The rows of the page on limits: what is limited, and the number as it is written.
private func rows() throws -> [String: String] {
  let path = ShippedFiles.root + "/Sources/Probity/Probity.docc/Limits.md"
  let page = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  var rows: [String: String] = [:]
  for line in page.split(separator: "\n") where line.hasPrefix("| ") {
    let cells = line.split(separator: "|").map { $0.trimmingPrefix(" ") }
    rows[cells[0].trimmingSuffix] = cells[1].trimmingSuffix
  }
  return rows
}

extension Substring {
  fileprivate var trimmingSuffix: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}

/// `500000` as `500,000`, and whole mebibytes as such.
private func written(_ number: Int) -> String {
  if number.isMultiple(of: 1 << 20) { return "\(number >> 20) MiB" }
  let digits = String(number)
  return digits.enumerated().map { place, digit in
    let isThousand = place > 0 && (digits.count - place).isMultiple(of: 3)
    return (isThousand ? "," : "") + String(digit)
  }.joined()
}

@Test(arguments: [
  ("lists and mappings inside each other, aliases followed", ReadingLimits.standard.depth),
  (
    "values in a file, each alias counted as all that it stands for", ReadingLimits.standard.nodes
  ),
  ("uses of anchors", ReadingLimits.standard.aliases),
  ("values that aliases stand for, together", ReadingLimits.standard.aliasedNodes),
  ("bytes of one text, after decoding", ReadingLimits.standard.scalarBytes),
  ("bytes of a file or of standard input", ReadingLimits.standard.bytes),
  ("bytes of a spreadsheet", WorkbookLimits.bytes),
  ("files inside of it", WorkbookLimits.entries),
  ("bytes of these, unpacked", WorkbookLimits.unpackedBytes),
  ("times that one of them is longer unpacked, from 1 MiB up", WorkbookLimits.ratio),
  ("elements inside each other", WorkbookLimits.depth),
  ("texts that cells share", WorkbookLimits.sharedTexts),
  ("cells with something in them", WorkbookLimits.cells),
  (
    "bytes of all cells, shared texts counted wherever they stand", WorkbookLimits.textBytes
  ), ("characters of a cell", WorkbookLimits.cellLength),
  ("errors told of one file", DiagnosticList.capPerFile),
  ("facts that a profile and its parties ask for, answered or not", ProfileLimits.facts),
  ("sources in a profile", ProfileLimits.sources),
  ("citations for one answer", ProfileLimits.citations),
  ("steps of an evaluation", EvaluationLimits.standard.steps),
  ("bytes of a text that an operation builds", EvaluationLimits.standard.stringSize),
  ("elements of a list that an operation builds", EvaluationLimits.standard.listSize),
  ("bytes of a result as `probity eval` writes it", ValuePrinter.textLimit),
])
func `the page on limits says what the code holds to`(what: String, limit: Int) throws {
  #expect(try rows()[what] == written(limit))
}

@Test(arguments: [
  (String(repeating: "1+", count: 50_000) + "1", "cel.too-long", 100_000),
  (String(repeating: "1+", count: 20_000) + "1", "cel.too-large", 20_000),
  (String(repeating: "!", count: 101) + "true", "cel.too-deep", 100),
  ("s + s + s == ''", "eval.failed", 1_000_000), ("m.split('') == []", "eval.failed", 100_000),
  ("l.all(x, l.all(y, x == y || true))", "eval.failed", 1_000_000),
  ("'a'.matches(p)", "eval.failed", 0),
])
func `an expression over a limit is an error with a place`(
  expression: String,
  id: String,
  limit: Int
) throws {
  let numbers = (0..<1_000).map(String.init).joined(separator: ", ")
  let text = { (count: Int) in String(repeating: "x", count: count) }
  var diagnostics = DiagnosticList()
  let answer = Inquiry.answer(
    to: SourceText(name: "expression", expression),
    data: SourceText(
      name: "data",
      "{l: [\(numbers)], p: \"((a{1,1000}){1,1000}){1,1000}\", s: \(text(400_000)), m: \(text(100_001))}"
    ),
    into: &diagnostics
  )
  #expect(answer == nil)
  #expect(diagnostics.sorted.map(\.id) == [id])
  #expect(diagnostics.sorted.allSatisfy { $0.span?.source.name == "expression" })
  if limit > 0 {
    let message = diagnostics.sorted.first?.message ?? ""
    #expect(message.contains(String(limit)), "\(message)")
  }
}
