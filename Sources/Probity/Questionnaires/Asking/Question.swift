package import ProbityCEL
import ProbityText

/// One question of a questionnaire: what is asked, how it can be answered, and what that decides.
package struct Question: Sendable {
  /// The name by which answers come back: the same as long as the fact stands where it does.
  package var id: String

  package var fact: FactID

  /// Whether a value is asked for, whether a list is whole, or whether something is there.
  package var kind: FactTree.FactKind

  package var field: Vocabulary.Field

  package var form: AnswerForm

  /// What is claimed by now or, of a list, the names on it.
  package var onFile: [String]

  /// Changes when the text, the form or the choices do.
  package var fingerprint: String

  package var askedOf: Vocabulary.Respondent

  package var isInFirstRound: Bool

  /// The rules with a finding on which it bears, each once.
  package var rules: [Rule]

  /// Ids of rules of which one answer alone settles a finding.
  package var settlesAlone: [String]

  /// The document that would answer it.
  package var document: Vocabulary.Document?

  /// Whether there may be none of it.
  package var allowsNone: Bool { Self.allowsNone(kind, field) }

  /// What an answer must reach to clear the strictest of its rules.
  package var standard: StandardOfProof? { rules.map(\.clearStandard).max() }

  static func allowsNone(_ kind: FactTree.FactKind, _ field: Vocabulary.Field) -> Bool {
    switch kind {
    case .value: field.allowsNone
    case .closure: true
    case .existence: false
    }
  }

  /// The name of a fact's question.
  ///
  /// Paths end in a field's name, and no field may be called `complete` or `exists`.
  package static func id(of record: FactRecord) -> String {
    switch record.kind {
    case .value: escapedForDisplay(record.path)
    case .closure: escapedForDisplay(record.path) + ".complete"
    case .existence: escapedForDisplay(record.path) + ".exists"
    }
  }
}

/// What makes a question the question that it is.
struct QuestionFingerprint {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The fingerprint of what is asked about a field, as twelve digits.
  static func text(
    _ kind: FactTree.FactKind,
    _ field: Vocabulary.Field,
    _ form: AnswerForm,
    in vocabulary: Vocabulary
  ) -> String {
    var print = QuestionFingerprint()
    print.add("\(kind)")
    print.add(form.mark)
    print.add(Question.allowsNone(kind, field) ? "none" : "")
    print.add(field.label)
    if let question = field.question { print.add(question) }
    for code in form.enumeration.flatMap(vocabulary.enumeration)?.codes ?? [] {
      print.add(code.code)
      print.add(code.label)
    }
    let digits = String(print.hash, radix: 16)
    return String((String(repeating: "0", count: 16) + digits).suffix(12))
  }

  private mutating func add(_ text: LocalizedText) {
    for (language, text) in text.texts.sorted(by: { $0.key < $1.key }) {
      add(language)
      add(text)
    }
  }

  /// FNV-1a: this tells accidents apart, not attacks.
  private mutating func add(_ text: String) {
    for byte in Array(text.utf8) + [0xFF] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  }
}
