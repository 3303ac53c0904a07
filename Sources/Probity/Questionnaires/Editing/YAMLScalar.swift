import ProbityText

/// Texts as YAML writes them: plain where nobody can misread them, else in double quotes.
package enum YAMLScalar {
  /// Plain words that mean something else than themselves, here or in other versions of YAML.
  private static let words: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n", "none", "unknown",
  ]

  /// A text on one line; inside braces and brackets fewer texts can be plain.
  package static func text(_ text: String, inFlow: Bool = false) -> String {
    isPlain(text, inFlow: inFlow) ? text : quoted(text)
  }

  private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    if isDate(text) { return true }
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic,
      !text.hasSuffix(" "), !words.contains(text.lowercased())
    else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", "_", "-", ".", "/", "(", ")", "'", "+", "%": true
      case "[", "]", ",", ";", "?", "!": !inFlow
      default: scalar.value > 0xA0 && scalar.properties.isAlphabetic
      }
    }
  }

  /// A day or month: YAML takes it for the text that it is.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count) && parts[0].count == 4
      && parts.dropFirst().allSatisfy { $0.count == 2 }
      && text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (48...57).contains($0) }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default:
        if isDeceptive(scalar) {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}
