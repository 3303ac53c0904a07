import ProbityText
import ProbityYAML

/// What a YAML document says, without how it is written.
indirect enum YAMLTree: Sendable, Hashable {
  struct Entry: Sendable, Hashable {
    var key: String
    var value: YAMLTree
  }

  /// A text, or a word such as `true`, `unknown` or a number that means something else than a text.
  case scalar(String, isText: Bool)
  case list([YAMLTree])
  case map([Entry])

  init(_ node: Node) {
    if let items = node.items {
      self = .list(items.map { YAMLTree($0) })
    } else if let entries = node.entries {
      self = .map(entries.map { Entry(key: $0.name, value: YAMLTree($0.value)) })
    } else {
      let text = node.scalar?.text ?? ""
      var isText = node.scalar?.style != .plain
      if !isText, case .string? = node.scalar?.value { isText = true }
      if node.isUnanswered || text == "none" { isText = node.scalar?.style != .plain }
      self = .scalar(text, isText: isText)
    }
  }

  /// A mapping in the order of its entries.
  static func map(_ entries: KeyValuePairs<String, YAMLTree>) -> YAMLTree {
    .map(entries.map { Entry(key: $0.key, value: $0.value) })
  }

  static func text(_ text: String) -> YAMLTree { .scalar(text, isText: true) }

  static func word(_ word: String) -> YAMLTree { .scalar(word, isText: false) }

  /// Missing, `null` and the plain word `unknown` mean: not answered.
  var isUnanswered: Bool {
    guard case .scalar(let text, isText: false) = self else { return false }
    return ["", "~", "null", "Null", "NULL", "unknown"].contains(text)
  }

  var entries: [Entry]? { if case .map(let entries) = self { entries } else { nil } }

  var items: [YAMLTree]? { if case .list(let items) = self { items } else { nil } }

  subscript(key: String) -> YAMLTree? { entries?.first { $0.key == key }?.value }

  /// The same mapping with another value under a key, which comes last if it is new.
  func setting(_ key: String, _ value: YAMLTree) -> YAMLTree {
    var entries = entries ?? []
    if let index = entries.firstIndex(where: { $0.key == key }) {
      entries[index].value = value
    } else {
      entries.append(Entry(key: key, value: value))
    }
    return .map(entries)
  }

  // MARK: Written out

  /// All on one line.
  var inFlow: String {
    switch self {
    case .scalar(let text, let isText):
      return isText ? YAMLScalar.text(text, inFlow: true) : text
    case .list(let items): return "[" + items.map(\.inFlow).joined(separator: ", ") + "]"
    case .map(let entries):
      let parts = entries.map { YAMLScalar.text($0.key, inFlow: true) + ": " + $0.value.inFlow }
      return "{" + parts.joined(separator: ", ") + "}"
    }
  }

  /// The width up to which everything stands on one line.
  static let width = 120

  /// Lines that begin at a column; the first one without its indentation.
  func inBlock(at column: Int) -> [String] {
    if column + inFlow.utf8.count <= Self.width { return [inFlow] }
    var lines: [String] = []
    switch self {
    case .map(let entries) where !entries.isEmpty:
      for entry in entries { lines += entry.lines(at: column) }
    case .list(let items) where !items.isEmpty:
      for item in items { lines += item.asItem(at: column) }
    case .scalar, .list, .map: return [inFlow]
    }
    lines[0].removeFirst(column)
    return lines
  }

  /// The lines of a list's item whose dash stands at a column.
  func asItem(at column: Int) -> [String] {
    let inner = inBlock(at: column + 2)
    return [String(repeating: " ", count: column) + "- " + inner[0]] + inner.dropFirst()
  }
}

extension YAMLTree.Entry {
  /// The lines of an entry whose key begins at a column.
  func lines(at column: Int) -> [String] {
    let indent = String(repeating: " ", count: column)
    let key = YAMLScalar.text(key) + ":"
    let room = YAMLTree.width - column - key.utf8.count
    if value.inFlow.utf8.count < room { return [indent + key + " " + value.inFlow] }
    let inner = value.inBlock(at: column + 2)
    guard inner != [value.inFlow] else { return [indent + key + " " + inner[0]] }
    return [indent + key, indent + "  " + inner[0]] + inner.dropFirst()
  }
}
