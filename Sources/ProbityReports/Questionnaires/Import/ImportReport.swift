package import Probity
import ProbityCEL
import ProbityText

/// What an import comes to, for whoever decides whether it is written.
package struct ImportReport {
  private let outcome: AnswerImport
  private let before: Decision
  private let after: Decision
  private let words: QuestionnaireWords
  private var page: TextPage

  /// The text about an import, with the decisions before and after it.
  package static func text(
    _ outcome: AnswerImport,
    before: Decision,
    after: Decision,
    _ words: QuestionnaireWords,
    width: Int
  ) -> String {
    var report = ImportReport(
      outcome: outcome,
      before: before,
      after: after,
      words: words,
      page: TextPage(width: width)
    )
    report.write()
    return report.page.text
  }

  private mutating func write() {
    page.line(words.counts(outcome), indent: 0)
    for entry in outcome.entries { write(entry) }
    page.blank()
    page.line(verdicts, indent: 0)
  }

  private mutating func write(_ entry: AnswerImport.Entry) {
    let shown =
      entry.answer.unicodeScalars.count > 80 ? entry.answer.prefix(80) + "…" : entry.answer[...]
    page.blank()
    page.line("\(entry.id): \(shown)", indent: 2, mark: entry.fate == .taken ? "+ " : "- ")
    page.line(words.fate(entry), indent: 4)
    if entry.fate == .taken, let lack = lack(of: entry) { page.line(lack, indent: 4) }
  }

  // MARK: Why it is not good enough

  /// What keeps an answer from clearing the findings that wait for it; nil if nothing does.
  private func lack(of entry: AnswerImport.Entry) -> String? {
    let dossier = after.dossier
    let record = dossier.facts.first { $0.file == 0 && Question.id(of: $0) == entry.id }
    guard let record else { return nil }
    let waiting = after.findings.filter { finding in
      finding.status == .undetermined && finding.waitsFor.facts.contains(record.id)
    }
    guard let strictest = waiting.max(by: { $0.rule.clearStandard < $1.rule.clearStandard }),
      let gap = strictest.trial.clear.outcome(of: record.id).gap
    else { return nil }
    return words.lack(
      gap,
      on: strictest.trial.clear.terms,
      of: waiting.map(\.rule.id).withoutRepeats,
      document: record.field?.document.flatMap(dossier.vocabulary.document)
    )
  }

  // MARK: The verdict

  private var verdicts: String {
    let changed = zip(before.findings, after.findings).filter { $0.status != $1.status }.map(\.1)
    let isComparable = before.findings.map(\.subjectPath) == after.findings.map(\.subjectPath)
    return words.change(from: before, to: after, isComparable ? changed : [])
  }
}
