package import Probity
import ProbityText

/// Draws a condition with the value of each part under it, in the lines of the file it stands in.
package struct DiagramText {
  private let diagram: ValueDiagram
  private let words: ExplainWords
  private let width: Int
  private let bytes: [UInt8]

  /// Cells that a value may take.
  private static let valueWidth = 44

  /// The lines of a diagram, none wider than the width where words can be broken.
  package static func lines(
    of diagram: ValueDiagram,
    width: Int,
    language: String = "en"
  ) -> [String] {
    let drawing = DiagramText(
      diagram: diagram,
      words: ExplainWords(language),
      width: width,
      bytes: Array(diagram.text.text.utf8)
    )
    return drawing.rows.flatMap(drawing.lines) + drawing.remarks
  }

  private var remarks: [String] {
    (diagram.isSettledByCases ? [words.settledByCases] : [])
      + (diagram.isCut ? [words.diagramIsCut] : [])
  }

  // MARK: Rows

  /// The byte ranges of the rows: lines of the file, broken at blanks where they are too wide.
  private var rows: [Range<Int>] { fileLines.flatMap(broken) }

  private var fileLines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var line: Int?
    for offset in bytes.indices where bytes[offset] & 0xC0 != 0x80 {
      let isBreak = bytes[offset] == UInt8(ascii: "\n")
      let here = diagram.text.span(offset..<(offset + 1)).start.line
      if isBreak || (line ?? here) != here {
        lines.append(trimmed(start..<offset))
        start = isBreak ? offset + 1 : offset
        line = isBreak ? nil : here
      } else if line == nil {
        line = here
      }
    }
    lines.append(trimmed(start..<bytes.count))
    return lines.filter { !$0.isEmpty }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, isBlank(bytes[end - 1]) { end -= 1 }
    return range.lowerBound..<end
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  /// What stands far right leaves room for its value.
  private var rowWidth: Int { max(40, width - 20) }

  private func broken(_ line: Range<Int>) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var start = line.lowerBound
    var lastBlank: Int?
    for offset in line where isBlank(bytes[offset]) {
      if let blank = lastBlank, displayWidth(of: shown(start..<offset)) > rowWidth {
        rows.append(start..<blank)
        start = blank + 1
      }
      lastBlank = offset
    }
    if let blank = lastBlank, blank > start,
      displayWidth(of: shown(start..<line.upperBound)) > rowWidth
    {
      rows.append(start..<blank)
      start = blank + 1
    }
    return rows + [start..<line.upperBound]
  }

  /// A stretch of the condition as it is shown: harmless, and a tab as one blank.
  private func shown(_ range: Range<Int>) -> String {
    let text = String(decoding: bytes[range], as: UTF8.self)
    return escapedForDisplay(String(text.map { $0 == "\t" ? " " : $0 }))
  }

  private func lines(of row: Range<Int>) -> [String] {
    let marks = diagram.parts.filter { row.contains($0.anchor.lowerBound) }.map { part in
      DiagramRow.Mark(
        column: displayWidth(of: shown(row.lowerBound..<part.anchor.lowerBound)),
        words: clipped(escapedForDisplay(words.label(part.label)))
      )
    }
    return DiagramRow(text: shown(row), marks: marks).lines(width: width)
  }

  private func clipped(_ text: String) -> String {
    guard displayWidth(of: text) > Self.valueWidth else { return text }
    var kept = ""
    for character in text {
      if displayWidth(of: kept) + displayWidth(of: String(character)) >= Self.valueWidth { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
