import ProbityTestSupport

/// What a generated phrase is of; the name stands for it in the templates of the `Grammar`.
enum PhraseKind: String, CaseIterable, Sendable {
  case bool, int, real, text, mode, date, span, moment, record, records, texts, ints, counts
  case maybe, maybeText
}

/// A piece of CEL text that remembers what it was put together from, so that it can be cut down.
struct Phrase: Sendable {
  enum Part: Sendable {
    case text(String)
    case phrase(Phrase)
  }

  let kind: PhraseKind
  var parts: [Part]
  /// Whether the places of a list's elements can matter to it.
  var isOrdered = false

  var text: String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .text(let piece): text += piece
      case .phrase(let phrase): text += phrase.text
      }
    }
  }

  var dependsOnOrder: Bool { isOrdered || children.contains(where: \.dependsOnOrder) }

  var children: [Phrase] {
    parts.compactMap { part in
      if case .phrase(let phrase) = part { return phrase }
      return nil
    }
  }

  /// All conditions within, itself included.
  var conditions: Int { (kind == .bool ? 1 : 0) + children.reduce(0) { $0 + $1.conditions } }

  /// The phrase with its so many-eth condition replaced.
  func replacing(condition number: Int, by text: String) -> Phrase {
    var number = number
    return replacing(&number, by: text)
  }

  private func replacing(_ number: inout Int, by text: String) -> Phrase {
    if kind == .bool {
      if number == 0 {
        number = -1
        return Phrase(kind: .bool, parts: [.text(text)])
      }
      number -= 1
    }
    var copy = self
    for (place, part) in parts.enumerated() where number >= 0 {
      guard case .phrase(let child) = part else { continue }
      copy.parts[place] = .phrase(child.replacing(&number, by: text))
    }
    return copy
  }

  /// The same with less in it: each phrase by one of its kind from within it, or by a constant.
  var smaller: [Phrase] {
    var result = within(kind)
    if let constant = Grammar.constants[kind], text != constant {
      result.append(Phrase(kind: kind, parts: [.text(constant)]))
    }
    for (place, part) in parts.enumerated() {
      guard case .phrase(let child) = part else { continue }
      for candidate in child.smaller {
        var copy = self
        copy.parts[place] = .phrase(candidate)
        result.append(copy)
      }
    }
    return result
  }

  private func within(_ kind: PhraseKind) -> [Phrase] {
    children.flatMap { ($0.kind == kind ? [$0] : []) + $0.within(kind) }
  }
}

/// Puts phrases together from the templates; the same seed gives the same phrases.
struct PhraseMaker {
  var random: SeededGenerator
  private var variables = 0

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func condition(depth: Int) -> Phrase { phrase(.bool, depth, [:]) }

  mutating func pick<C: Collection>(_ choices: C) -> C.Element? {
    choices.randomElement(using: &random)
  }

  private mutating func phrase(
    _ kind: PhraseKind,
    _ depth: Int,
    _ scope: [PhraseKind: [String]]
  ) -> Phrase {
    if let names = scope[kind], Int.random(in: 0..<3, using: &random) > 0, let name = pick(names) {
      return Phrase(kind: kind, parts: [.text(name)])
    }
    let isLeaf = depth <= 0 || Int.random(in: 0..<5, using: &random) == 0
    let rules = Grammar.rules[kind]
    let choices = isLeaf ? rules?.leaves ?? [] : rules?.forms ?? []
    guard let template = pick(choices) else { preconditionFailure("no template for \(kind)") }
    return filled(template, kind, depth - 1, scope)
  }

  private mutating func filled(
    _ template: Template,
    _ kind: PhraseKind,
    _ depth: Int,
    _ outer: [PhraseKind: [String]]
  ) -> Phrase {
    var scope = outer
    var parts: [Phrase.Part] = []
    for part in template.parts {
      switch part {
      case .text(let text): parts.append(.text(text))
      case .hole(let kind, let isOuter):
        parts.append(.phrase(phrase(kind, depth, isOuter ? outer : scope)))
      case .variable(let kind):
        variables += 1
        let name = "v\(variables)"
        scope[kind, default: []].append(name)
        parts.append(.text(name))
      }
    }
    return Phrase(kind: kind, parts: parts, isOrdered: template.isOrdered)
  }
}

/// A text with holes: `$kind` is filled by a phrase of that kind, `@kind` names a new variable
/// that may stand in the holes `$kind` after it but not in `~kind`; a leading `#` says that the
/// order of lists matters.
struct Template: Sendable {
  enum Part: Sendable {
    case text(String)
    case hole(PhraseKind, isOuter: Bool)
    case variable(PhraseKind)
  }

  let parts: [Part]
  let isOrdered: Bool

  init(_ text: String) {
    isOrdered = text.hasPrefix("#")
    var rest = isOrdered ? text.dropFirst() : text[...]
    var parts: [Part] = []
    while let mark = rest.firstIndex(where: { "$~@".contains($0) }) {
      let name = rest[rest.index(after: mark)...].prefix { $0.isLetter }
      guard let kind = PhraseKind(rawValue: String(name)) else {
        preconditionFailure("`\(text)` has a hole of no kind: \(name)")
      }
      parts.append(.text(String(rest[..<mark])))
      parts.append(rest[mark] == "@" ? .variable(kind) : .hole(kind, isOuter: rest[mark] == "~"))
      rest = rest[name.endIndex...]
    }
    self.parts = parts + [.text(String(rest))]
  }
}
