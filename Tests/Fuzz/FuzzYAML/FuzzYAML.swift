import CFuzzer
import Glibc
import ProbityText
import ProbityYAML

/// Reads any bytes as a document and looks at every part of what comes out.
@main
enum FuzzYAML {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? =
      unsafe CommandLine.unsafeArgv
    unsafe exit(
      LLVMFuzzerRunDriver(&count, &arguments) { data, size in
        unsafe check(Array(UnsafeBufferPointer(start: data, count: size)))
        return 0
      }
    )
  }
}

private func check(_ bytes: [UInt8]) {
  let source = SourceText(name: "fuzz.yaml", bytes: bytes)
  var diagnostics = DiagnosticList()
  let node = YAMLDocument.read(source, into: &diagnostics)
  precondition((node == nil) == !diagnostics.isFreeOfErrors, "nothing is refused in silence")
  for diagnostic in diagnostics.sorted {
    check(diagnostic.span, in: bytes)
    for note in diagnostic.notes { check(note.span, in: bytes) }
  }
  _ = Excerpt.text(for: diagnostics.sorted)
  var left = 100_000
  if let node { walk(node, in: bytes, atMost: &left) }
}

private func check(_ span: SourceSpan?, in bytes: [UInt8]) {
  guard let span else { return }
  precondition(0 <= span.lowerBound && span.lowerBound <= span.upperBound)
  // A mark at the end of the file may stand on the line break that is not there.
  precondition(span.upperBound <= bytes.count + 1, "a place lies in the file")
  precondition(span.start <= span.end)
}

private func walk(_ node: Node, in bytes: [UInt8], atMost left: inout Int) {
  left -= 1
  guard left > 0 else { return }
  check(node.span, in: bytes)
  switch node.content {
  case .scalar(let scalar): check(scalar, in: bytes)
  case .sequence(let items): for item in items { walk(item, in: bytes, atMost: &left) }
  case .mapping(let entries):
    for entry in entries {
      precondition(node[entry.name] == entry.value, "a key leads to its value")
      walk(entry.key, in: bytes, atMost: &left)
      walk(entry.value, in: bytes, atMost: &left)
    }
  }
}

private func check(_ scalar: Node.Scalar, in bytes: [UInt8]) {
  check(scalar.written, in: bytes)
  _ = scalar.value
  let embedded = scalar.embedded
  let count = embedded.text.utf8.count
  for start in Set([0, count / 3, count / 2, max(0, count - 1)]) where start < count {
    let span = embedded.span(start..<(start + 1))
    check(span, in: bytes)
    precondition(scalar.written.lowerBound <= span.lowerBound, "a part lies in its whole")
    precondition(span.upperBound <= max(scalar.written.upperBound, span.lowerBound))
  }
}
