import CFuzzer
import Glibc
import Probity
import ProbityTestSupport
import ProbityText

/// Reads any bytes as a spreadsheet, and any text as a part of one that is packed as it should be.
@main
enum FuzzAnswers {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? =
      unsafe CommandLine.unsafeArgv
    unsafe exit(
      LLVMFuzzerRunDriver(&count, &arguments) { data, size in
        unsafe check(file(Array(UnsafeBufferPointer(start: data, count: size))))
        return 0
      }
    )
  }
}

/// The first byte says which part the rest is, if it is one.
private func file(_ bytes: [UInt8]) -> [UInt8] {
  let parts: [UInt8: String] = [
    UInt8(ascii: "s"): "xl/worksheets/sheet1.xml", UInt8(ascii: "t"): "xl/sharedStrings.xml",
    UInt8(ascii: "y"): "xl/styles.xml", UInt8(ascii: "b"): "xl/workbook.xml",
  ]
  guard let first = bytes.first, let part = parts[first] else { return bytes }
  var book = TestWorkbook([["id", "answer"], ["painted", "yes"]])
  (book.sharedTexts, book.styles) = ("<si><t>id</t></si><si><t>answer</t></si>", "<cellXfs/>")
  var zip = book.zip
  zip.entries.removeAll { $0.name == part }
  zip.entries.append(ZipFile.Entry(part, Array(bytes.dropFirst())))
  return zip.bytes
}

private func check(_ bytes: [UInt8]) {
  let source = SourceText(name: "fuzz.xlsx", bytes: bytes)
  var diagnostics = DiagnosticList()
  let sheet = AnswerSheet.read(source, into: &diagnostics)
  precondition((sheet == nil) == !diagnostics.isFreeOfErrors, "nothing is refused in silence")
  for diagnostic in diagnostics.sorted {
    guard let span = diagnostic.span else { preconditionFailure("every fault has a place") }
    precondition(span.description.hasPrefix("fuzz.xlsx"))
    precondition(span.upperBound <= span.source.bytes.count, "a place lies in the file")
  }
  _ = Excerpt.text(for: diagnostics.sorted)
}
