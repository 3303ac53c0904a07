import ProbityText
import Testing

@testable import ProbityYAML

/// All scalars of a source, as far as it can be read, over all its documents.
func scalars(of source: SourceText) -> [Node.Scalar] {
  var diagnostics = DiagnosticList()
  guard SourceCheck.passes(source, limits: .standard, into: &diagnostics),
    var reader = StrictEventReader(source)
  else { return [] }
  let bytes = source.bytes
  var scalars: [Node.Scalar] = []
  while let event = try? reader.next(in: bytes.span, into: &diagnostics), event.kind != .streamEnd {
    guard case .scalar(let style) = event.kind else { continue }
    let written = source.span(event.content..<event.range.upperBound)
    scalars.append(Node.Scalar(text: reader.latest.string, style: style, written: written))
  }
  return scalars
}

/// Checks that every character of a scalar leads to bytes that stand for just this character.
func checkPlaces(of scalar: Node.Scalar) {
  let name = "\(scalar.written.source.name): \(scalar.text.debugDescription)"
  guard let map = ScalarOffsets.exactMap(of: scalar) else {
    Issue.record("the scalar cannot be decoded a second time: \(name)")
    return
  }
  var offset = 0
  var past = scalar.written.lowerBound
  for character in scalar.text.unicodeScalars {
    let width = UTF8.width(character)
    let range = map.sourceRange(of: offset..<(offset + width))
    let written = scalar.written.source.text(in: range)
    #expect(range.lowerBound >= past && range.upperBound <= scalar.written.upperBound, "\(name)")
    // A block text's last line ends with the file, break or not.
    let isEnd = range.isEmpty && range.lowerBound == scalar.written.source.bytes.count
    #expect(
      stands(written, for: character, in: scalar.style) || (isEnd && character == "\n"),
      "\(name) at \(offset): \(written)"
    )
    offset += width
    past = range.upperBound
  }
}

/// Whether a written form stands for a character; independent of the decoder that is tested.
private func stands(_ written: String, for character: Unicode.Scalar, in style: Node.Scalar.Style)
  -> Bool
{
  if written.unicodeScalars.elementsEqual([character]) { return true }
  if written == "\n" || written == "\r\n" { return character == " " || character == "\n" }
  switch style {
  case .plain, .literal, .folded: return false
  case .singleQuoted: return written == "''" && character == "'"
  case .doubleQuoted: return written.hasPrefix("\\") && decodedAlone(written) == character
  }
}

/// What libyaml makes of an escape that stands alone between quotes.
private func decodedAlone(_ escape: String) -> Unicode.Scalar? {
  let scalars = scalars(of: SourceText(name: "escape", "\"\(escape)\""))
  guard scalars.count == 1, scalars[0].text.unicodeScalars.count == 1 else { return nil }
  return scalars[0].text.unicodeScalars.first
}
