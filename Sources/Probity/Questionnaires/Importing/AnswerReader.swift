import ProbityCEL
import ProbityText

/// An answer that was understood.
enum GivenAnswer: Sendable, Hashable {
  case value(YAMLTree)
  case existence(Bool)
  /// A list is whole, once these names are on it.
  case whole(adding: [String])
  /// A list is not whole, and nobody says what is missing.
  case notWhole
  case declined
  case cannotKnow
}

/// Understands what is written at a question; what can't be an answer to it is an error.
struct AnswerReader {
  let question: ProfileQuestion
  let vocabulary: Vocabulary

  /// The most characters of an answer.
  static let longest = 1000

  func answer(
    _ written: AnswerSheet.Written,
    into diagnostics: inout DiagnosticList
  ) -> GivenAnswer? {
    switch written {
    case .nothing: return nil
    case .many(let cells, let span):
      guard case .list(let element?) = question.form else {
        return refuse("one answer is wanted here, not a list", at: span, into: &diagnostics)
      }
      return whole(cells, element, into: &diagnostics)
    case .one(let cell):
      guard cell.text.unicodeScalars.count <= Self.longest else {
        return refuse(
          "an answer must not have more than \(Self.longest) characters",
          at: cell.span,
          into: &diagnostics
        )
      }
      return answer(cell, into: &diagnostics)
    }
  }

  private func answer(
    _ cell: AnswerSheet.Cell,
    into diagnostics: inout DiagnosticList
  ) -> GivenAnswer? {
    let word = cell.isQuoted && question.form == .text ? nil : AnswerWord(written: cell.trimmed)
    switch word {
    case .declined: return .declined
    case .cannotKnow: return .cannotKnow
    case AnswerWord.none? where question.kind == .closure: return .whole(adding: [])
    case AnswerWord.none? where Question.allowsNone(question.kind, question.field):
      return .value(.word("none"))
    case .yes where question.kind == .closure:
      guard !question.isEmptyList else {
        return refuse(
          "nothing is on the list by now: say `none`, or name what belongs on it",
          at: cell.span,
          into: &diagnostics
        )
      }
      return .whole(adding: [])
    case .no where question.kind == .closure: return .notWhole
    case .yes where question.kind == .existence: return .existence(true)
    case .no where question.kind == .existence: return .existence(false)
    case .yes, .no, AnswerWord.none?, nil: break
    }
    if case .list(let element) = question.form {
      guard let element else {
        return refuse(
          "`\(cell.trimmed)` is none of `yes`, `no`, `none`, `declined`, `cannot_know`",
          at: cell.span,
          into: &diagnostics
        )
      }
      let names = cell.trimmed.split(separator: ";").map { name in
        AnswerSheet.Cell(text: String(name), span: cell.span)
      }
      return whole(names.filter { !$0.trimmed.isEmpty }, element, into: &diagnostics)
    }
    return value(cell, question.form, into: &diagnostics).map(GivenAnswer.value)
  }

  private func whole(
    _ cells: [AnswerSheet.Cell],
    _ element: AnswerForm,
    into diagnostics: inout DiagnosticList
  ) -> GivenAnswer? {
    let values = cells.map { cell -> String? in
      guard case .scalar(let text, _)? = value(cell, element, into: &diagnostics) else {
        return nil
      }
      return text
    }
    let names = values.compactMap(\.self)
    guard names.count == values.count else { return nil }
    return .whole(adding: names.withoutRepeats.filter { !question.names.contains($0) })
  }

  /// A value as the profile writes it.
  private func value(
    _ cell: AnswerSheet.Cell,
    _ form: AnswerForm,
    into diagnostics: inout DiagnosticList
  ) -> YAMLTree? {
    let text = cell.trimmed
    switch form {
    case .yesNo:
      switch AnswerWord(written: text) {
      case .yes: return .word("true")
      case .no: return .word("false")
      case AnswerWord.none?, .declined, .cannotKnow, nil:
        let words = ["yes", "no"] + otherWords
        return refuse(text, words, at: cell.span, into: &diagnostics)
      }
    case .code(let name): return code(cell, name, into: &diagnostics)
    case .date:
      if PartialDate(text) != nil { return .text(text) }
      return refuse(
        "a date such as 2026-05-31, 2026-05 or 2026 is wanted; `\(text)` is none",
        at: cell.span,
        into: &diagnostics
      )
    case .wholeNumber:
      if let number = Int64(text) { return .word(String(number)) }
      return refuse(
        "a whole number is wanted; `\(text)` is none",
        at: cell.span,
        into: &diagnostics
      )
    case .number:
      if let number = Double(text), number.isFinite { return .word(String(describing: number)) }
      return refuse("a number is wanted; `\(text)` is none", at: cell.span, into: &diagnostics)
    case .text: return .text(text)
    case .list: return nil
    }
  }

  private func code(
    _ cell: AnswerSheet.Cell,
    _ name: String,
    into diagnostics: inout DiagnosticList
  ) -> YAMLTree? {
    let text = cell.trimmed
    let enumeration = vocabulary.enumeration(name)
    if let code = enumeration?.code(meantBy: text) { return .text(code.code) }
    let codes = enumeration?.codes ?? []
    return refuse(text, codes.map(\.code) + otherWords, at: cell.span, into: &diagnostics)
  }

  private var otherWords: [String] {
    (Question.allowsNone(question.kind, question.field) ? ["none"] : [])
      + ["declined", "cannot_know"]
  }

  private func refuse<Value>(
    _ text: String,
    _ choices: [String],
    at span: SourceSpan,
    into diagnostics: inout DiagnosticList
  ) -> Value? {
    let shown = choices.prefix(14).map { "`\($0)`" }.joined(separator: ", ")
    diagnostics.error(
      "answers.not-a-choice",
      "`\(text)` is none of the choices for `\(question.id)`",
      at: span,
      help: didYouMean(text, among: choices)
        ?? "the choices are " + shown + (choices.count > 14 ? ", …" : "")
    )
    return nil
  }

  private func refuse<Value>(
    _ message: String,
    at span: SourceSpan,
    into diagnostics: inout DiagnosticList
  ) -> Value? {
    diagnostics.error("answers.wrong-form", message, at: span)
    return nil
  }
}
