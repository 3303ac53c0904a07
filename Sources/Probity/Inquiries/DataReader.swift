import ProbityCEL
import ProbityText
import ProbityYAML

/// Reads data for an expression: each key at the top is a variable, each `null` an open fact.
struct DataReader {
  struct Variable {
    var name: String
    var value: Value
    var span: SourceSpan
  }

  private(set) var variables: [Variable] = []
  /// The paths of what is not answered, such as `vendor.products[0].users`.
  private(set) var openPaths: [String] = []
  /// The fact that stands for the first of them.
  private let firstFact: Int

  /// Reads a document whose open facts are numbered from `firstFact` on.
  static func read(
    _ source: SourceText,
    firstFact: Int,
    into diagnostics: inout DiagnosticList
  ) -> DataReader {
    var reader = DataReader(firstFact: firstFact)
    if let node = YAMLDocument.read(source, into: &diagnostics) {
      reader.readVariables(node, into: &diagnostics)
    }
    return reader
  }

  private init(firstFact: Int) { self.firstFact = firstFact }

  private mutating func readVariables(_ node: Node, into diagnostics: inout DiagnosticList) {
    guard let entries = node.entries else {
      diagnostics.error(
        "eval.not-an-object",
        "data must be an object whose keys are variables; \(node.kindInWords) is given",
        at: node.span
      )
      return
    }
    for entry in entries {
      if !Environment.isName(entry.name) {
        diagnostics.warning(
          "eval.no-name",
          "`\(entry.name)` can't be the name of a variable, so no expression can use it",
          at: entry.key.span,
          help: "put it into an object: `data.`, then the name in back-quotes, selects it there"
        )
      }
      let value = value(of: entry.value, path: entry.name, into: &diagnostics)
      variables.append(Variable(name: entry.name, value: value, span: entry.key.span))
    }
  }

  private mutating func value(
    of node: Node,
    path: String,
    into diagnostics: inout DiagnosticList
  ) -> Value {
    if let items = node.items {
      var values: [Value] = []
      for (place, item) in items.enumerated() {
        values.append(value(of: item, path: "\(path)[\(place)]", into: &diagnostics))
      }
      return .list(values)
    }
    if let entries = node.entries { return map(entries, path: path, into: &diagnostics) }
    return scalar(node, path: path, into: &diagnostics)
  }

  private mutating func map(
    _ entries: [Node.Entry],
    path: String,
    into diagnostics: inout DiagnosticList
  ) -> Value {
    var map = MapValue()
    for entry in entries {
      let key = Self.key(of: entry)
      let isWord = Environment.isName(entry.name) && key == .string(entry.name)
      let below = isWord ? "\(path).\(entry.name)" : "\(path)[\(ValuePrinter.text(ofKey: key))]"
      if !map.insert(value(of: entry.value, path: below, into: &diagnostics), for: key) {
        diagnostics.error(
          "eval.key-twice",
          "the key `\(entry.name)` stands here twice, as expressions see it",
          at: entry.key.span
        )
      }
    }
    return .map(map)
  }

  /// Keys are texts in JSON; in YAML whole numbers and truth values may be keys as well.
  private static func key(of entry: Node.Entry) -> Value {
    switch entry.key.scalar?.value {
    case .int(let number)?: .int(number)
    case .bool(let bool)?: .bool(bool)
    case .null?, .intOverflow?, .float?, .string?, nil: .string(entry.name)
    }
  }

  private mutating func scalar(
    _ node: Node,
    path: String,
    into diagnostics: inout DiagnosticList
  ) -> Value {
    guard !node.isUnanswered else {
      openPaths.append(path)
      return .unknown(FactSet([FactID(firstFact + openPaths.count - 1)]))
    }
    switch node.scalar?.value {
    case .bool(let bool)?: return .bool(bool)
    case .int(let number)?: return .int(number)
    case .float(let number)?: return .double(number)
    case .intOverflow?: return largeNumber(node, into: &diagnostics)
    case .string(let text)?: return .string(text)
    case .null?, nil: return .null
    }
  }

  /// Whole numbers beyond those with a sign are numbers without one, as far as they go.
  private func largeNumber(_ node: Node, into diagnostics: inout DiagnosticList) -> Value {
    if let number = UInt64(node.scalar?.text ?? "") { return .uint(number) }
    diagnostics.error(
      "eval.number-range",
      "a whole number must have at most 64 bits; write it as a text",
      at: node.span
    )
    return .null
  }
}
