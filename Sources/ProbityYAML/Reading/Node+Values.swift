package import ProbityText

extension Node {
  /// What the node is, for a message that says what was found.
  package var kindInWords: String {
    switch content {
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .scalar(let scalar):
      switch scalar.value {
      case .null: "nothing"
      case .bool: "`\(scalar.text)`"
      case .int, .intOverflow, .float: "the number `\(scalar.text)`"
      case .string: "the text `\(scalar.text)`"
      }
    }
  }

  /// A text; numbers and `true` must be quoted to be one.
  package func string(_ what: @autoclosure () -> String, into diagnostics: inout DiagnosticList)
    -> String?
  {
    if let text = plainText { return text }
    if case .string(let text)? = scalar?.value { return text }
    let quoted = scalar.flatMap { $0.value == .null ? nil : "write it in quotes: \"\($0.text)\"" }
    return refuse("\(what()) must be a text", help: quoted, into: &diagnostics)
  }

  /// What is written, whatever it looks like: for dates, versions and numbers of articles.
  package func writtenText(
    _ what: @autoclosure () -> String,
    into diagnostics: inout DiagnosticList
  ) -> String? {
    if let text = plainText { return text }
    if let scalar, !isNull { return scalar.text }
    return refuse("\(what()) must be a text or a number", into: &diagnostics)
  }

  /// `true` or `false`.
  package func bool(_ what: @autoclosure () -> String, into diagnostics: inout DiagnosticList)
    -> Bool?
  {
    if case .bool(let value)? = scalar?.value { return value }
    return refuse("\(what()) must be `true` or `false`", into: &diagnostics)
  }

  /// A whole number of 64 bits.
  package func int(_ what: @autoclosure () -> String, into diagnostics: inout DiagnosticList)
    -> Int64?
  {
    if case .int(let value)? = scalar?.value { return value }
    if scalar?.value == .intOverflow {
      return refuse("\(what()) must be a whole number of at most 64 bits", into: &diagnostics)
    }
    return refuse("\(what()) must be a whole number", into: &diagnostics)
  }

  /// A finite number, whole or not.
  package func double(_ what: @autoclosure () -> String, into diagnostics: inout DiagnosticList)
    -> Double?
  {
    switch scalar?.value {
    case .int(let value): return Double(value)
    case .float(let value) where value.isFinite: return value
    default: return refuse("\(what()) must be a number", into: &diagnostics)
    }
  }

  /// A list; the items are not looked at.
  package func list(_ what: @autoclosure () -> String, into diagnostics: inout DiagnosticList)
    -> [Node]?
  {
    items ?? refuse("\(what()) must be a list", into: &diagnostics)
  }

  /// A list of texts; nil if any item is none, after all were looked at.
  package func strings(_ what: @autoclosure () -> String, into diagnostics: inout DiagnosticList)
    -> [String]?
  {
    guard let items = list(what(), into: &diagnostics) else { return nil }
    let texts = items.map { $0.string("each item of \(what())", into: &diagnostics) }
    return texts.contains(nil) ? nil : texts.compactMap(\.self)
  }

  /// One of a closed set of words.
  package func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ what: @autoclosure () -> String,
    of type: Choice.Type = Choice.self,
    into diagnostics: inout DiagnosticList
  ) -> Choice? {
    if let text = scalar?.text, let choice = Choice(rawValue: text) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    return refuse(
      "\(what()) must be one of " + words.map { "`\($0)`" }.joined(separator: ", "),
      help: scalar.flatMap { didYouMean($0.text, among: words) },
      into: &diagnostics
    )
  }

  private func refuse<Value>(
    _ rule: String,
    help: String? = nil,
    into diagnostics: inout DiagnosticList
  ) -> Value? {
    diagnostics.error("yaml.wrong-type", "\(rule); \(kindInWords) is given", at: span, help: help)
    return nil
  }
}
