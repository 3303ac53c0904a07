import ProbityCEL

extension Question {
  /// The question about a fact, as long as nobody says what it decides; nil for what can't be asked.
  package init?(_ record: FactRecord, in dossier: Dossier, _ vocabulary: Vocabulary) {
    guard let field = record.field, let form = AnswerForm(of: record, in: vocabulary) else {
      return nil
    }
    self.init(
      id: Question.id(of: record),
      fact: record.id,
      kind: record.kind,
      field: field,
      form: form,
      onFile: Self.onFile(record, in: dossier),
      fingerprint: QuestionFingerprint.text(record.kind, field, form, in: vocabulary),
      askedOf: field.askedOf,
      isInFirstRound: false,
      rules: [],
      settlesAlone: [],
      document: field.document.flatMap(vocabulary.document)
    )
  }

  private static func onFile(_ record: FactRecord, in dossier: Dossier) -> [String] {
    guard record.kind == .closure else {
      return record.claims.map(\.value.written).withoutRepeats
    }
    let beginning = record.path + "["
    let elements = dossier.facts.filter {
      $0.name.isEmpty && $0.file == record.file && $0.field === record.field
        && $0.kind != .closure && $0.base.hasPrefix(beginning) && $0.base.hasSuffix("]")
    }
    return elements.map { String($0.base.dropFirst(beginning.count).dropLast()) }
  }
}
