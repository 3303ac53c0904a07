/// Writes diagnostics as people read them: message, place, source line, caret, help, notes.
package struct Excerpt {
  /// Columns of source shown before a long line is cut around the caret.
  private static let window = 96

  /// All diagnostics, each followed by an empty line.
  package static func text(for diagnostics: [Diagnostic]) -> String {
    var text = ""
    for diagnostic in diagnostics {
      text += Excerpt.text(for: diagnostic) + "\n"
    }
    return text
  }

  /// One diagnostic, ending in a line break.
  package static func text(for diagnostic: Diagnostic) -> String {
    var text = "\(diagnostic.severity.rawValue)[\(diagnostic.id)]: "
    text += escapedForDisplay(diagnostic.message) + "\n"
    if let span = diagnostic.span { text += excerpt(of: span) }
    if let help = diagnostic.help { text += "  help: \(escapedForDisplay(help))\n" }
    for note in diagnostic.notes {
      text += "  note: \(escapedForDisplay(note.message))\n"
      if let span = note.span { text += excerpt(of: span) }
    }
    return text
  }

  private static func excerpt(of span: SourceSpan) -> String {
    let start = span.start
    let place = escapedForDisplay(span.description)
    let line = span.source.byteRange(ofLine: start.line)
    guard !line.isEmpty else { return "  --> \(place)\n" }
    let before = line.lowerBound..<min(max(span.lowerBound, line.lowerBound), line.upperBound)
    let marked = before.upperBound..<min(max(span.upperBound, before.upperBound), line.upperBound)
    let cut = cutLine(
      before: span.source.text(in: before),
      marked: span.source.text(in: marked),
      after: span.source.text(in: marked.upperBound..<line.upperBound)
    )
    let number = span.source.margin(ofLine: start.line)
    let margin = String(repeating: " ", count: number.count)
    return """
      \(margin)--> \(place)
      \(margin) |
      \(number) | \(cut.line)
      \(margin) | \(String(repeating: " ", count: cut.indent))\(cut.carets)

      """
  }

  private static func cutLine(
    before: String,
    marked: String,
    after: String
  ) -> (line: String, indent: Int, carets: String) {
    var before = displayed(before)
    var marked = displayed(marked)
    var after = displayed(after)
    if displayWidth(of: before) > window / 2 {
      before = "…" + String(before.unicodeScalars.suffix(window / 2 - 1).map(Character.init))
    }
    if displayWidth(of: marked) > window {
      marked = String(marked.unicodeScalars.prefix(window - 1).map(Character.init)) + "…"
    }
    let room = max(8, window - displayWidth(of: before) - displayWidth(of: marked))
    if displayWidth(of: after) > room {
      after = String(after.unicodeScalars.prefix(room).map(Character.init)) + "…"
    }
    let carets = String(repeating: "^", count: max(1, displayWidth(of: marked)))
    return (before + marked + after, displayWidth(of: before), carets)
  }

  /// A tab counts as one blank, so that the caret stands where the column says.
  private static func displayed(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      line.unicodeScalars.append(scalar == "\t" ? " " : scalar)
    }
    return escapedForDisplay(line)
  }
}

/// The terminal cells that a text takes: wide characters two, combining marks none.
package func displayWidth(of text: String) -> Int {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
  return text.unicodeScalars.reduce(0) { $0 + cellWidth(of: $1) }
}

private func cellWidth(of scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  // No mark combines and no letter is wide below here; most texts never leave it.
  case ..<0x300: return 1
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
    0x20000...0x3FFFD:
    return 2
  default:
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return 1
    }
  }
}
