/// Text that may come from a stranger, with control and bidirectional characters made visible.
///
/// A profile is hostile input to a terminal: escape sequences, bidi overrides, invisible
/// characters and line separators come out as `\u{1b}`.
package func escapedForDisplay(_ text: String) -> String {
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
  guard text.unicodeScalars.contains(where: isDeceptive) else { return text }
  var shown = ""
  for scalar in text.unicodeScalars {
    if isDeceptive(scalar) {
      shown += "\\u{" + String(scalar.value, radix: 16) + "}"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}

/// Whether a character steers a terminal, hides, or turns the direction of writing.
package func isDeceptive(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F: true
  case 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
  case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
  default: false
  }
}
