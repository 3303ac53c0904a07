/// What a boolean sub-expression came to, with the reason where it is no definite answer.
enum Answer: Sendable {
  case no
  case yes
  /// It waits for these facts.
  case unknown(FactSet)
  indirect case error(EvaluationFault)

  init(_ value: Bool) { self = value ? .yes : .no }

  /// An answer without a fact to wait for where it is unknown.
  init(_ truth: Truth) {
    switch truth {
    case .no: self = .no
    case .yes: self = .yes
    case .unknown: self = .unknown(FactSet())
    }
  }

  var value: Value {
    switch self {
    case .no: .bool(false)
    case .yes: .bool(true)
    case .unknown(let facts): .unknown(facts)
    case .error(let fault): .error(fault)
    }
  }

  static prefix func ! (operand: Answer) -> Answer {
    switch operand {
    case .no: .yes
    case .yes: .no
    case .unknown, .error: operand
    }
  }

  /// Decisive over unknown over error, on either side; unknowns of both sides are merged.
  static func || (left: Answer, right: Answer) -> Answer {
    switch (left, right) {
    case (.yes, _), (_, .yes): .yes
    case (.unknown(let first), .unknown(let second)): .unknown(first.union(second))
    case (.unknown, _), (.error, .no), (.error, .error): left
    case (_, .unknown), (.no, .error), (.no, .no): right
    }
  }

  static func && (left: Answer, right: Answer) -> Answer { !(!left || !right) }

  /// The answer to whether something is among a list's elements, given the answer for those named.
  ///
  /// Where it failed to say whether some element is in the list, that failure decides nothing by
  /// itself: it is the reason of an answer that stays open and waits for no fact.
  func over(_ list: ListValue) -> Answer {
    var answer = self
    if let openness = list.waitsForMore { answer = answer || .unknown(openness) }
    guard let fault = list.fault else { return answer }
    if list.openness != nil, list.waitsForMore == nil { answer = answer || .error(fault) }
    if case .unknown(let facts) = answer, facts.isEmpty { return .error(fault) }
    return answer
  }

  /// An answer about an element that may not be there.
  func doubted(by doubt: FactSet?) -> Answer {
    guard let doubt else { return self }
    switch self {
    case .no: return .no
    case .yes, .error: return .unknown(doubt)
    case .unknown(let facts): return .unknown(facts.union(doubt))
    }
  }
}
