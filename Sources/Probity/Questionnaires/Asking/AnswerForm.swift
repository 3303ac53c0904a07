import ProbityCEL

/// What an answer to a question looks like.
package indirect enum AnswerForm: Sendable, Hashable {
  case yesNo
  /// A code of an enumeration, by its name.
  case code(String)
  /// A day, a month or a year.
  case date
  case wholeNumber
  case number
  case text
  /// The names of all that belongs on a list; nil where its elements have no name.
  case list(of: AnswerForm?)

  /// The form of a fact's answer; nil for what nobody can be asked.
  init?(of record: FactRecord, in vocabulary: Vocabulary) {
    guard let field = record.field, !field.isIdentity, !field.isControlGroup else { return nil }
    switch (record.kind, field.type) {
    case (.existence, _): self = .yesNo
    case (.closure, .list(.record(let type))):
      let key = vocabulary.record(type)?.keyField
      self = .list(of: key.flatMap { AnswerForm($0.type) })
    case (.closure, .list(let element)): self = .list(of: AnswerForm(element))
    case (.value, .list(let element)):
      guard let form = AnswerForm(element) else { return nil }
      self = form
    case (.value, let type):
      guard let form = AnswerForm(type) else { return nil }
      self = form
    case (.closure, _): return nil
    }
  }

  private init?(_ type: CELType) {
    switch type {
    case .bool: self = .yesNo
    case .int: self = .wholeNumber
    case .double: self = .number
    case .string: self = .text
    case .date: self = .date
    case .enumeration(let name): self = .code(name)
    default: return nil
    }
  }

  /// The enumeration that an answer, or each name on a list, is a code of.
  package var enumeration: String? {
    switch self {
    case .code(let name): name
    case .list(let element): element?.enumeration
    case .yesNo, .date, .wholeNumber, .number, .text: nil
    }
  }

  /// What tells it from other forms, for fingerprints.
  var mark: String {
    switch self {
    case .yesNo: "yes/no"
    case .code(let name): "code " + name
    case .date: "date"
    case .wholeNumber: "int"
    case .number: "double"
    case .text: "text"
    case .list(let element): "list of " + (element?.mark ?? "unnamed")
    }
  }
}
