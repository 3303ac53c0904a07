package import Probity
import ProbityCEL
import ProbityText

/// What an import comes to, for whoever decides whether it is written.
package struct ImportReport {
  private let outcome: AnswerImport
  private let before: Decision
  private let after: Decision
  private var page: TextPage

  /// The text about an import, with the decisions before and after it.
  package static func text(
    _ outcome: AnswerImport,
    before: Decision,
    after: Decision,
    width: Int
  ) -> String {
    var report = ImportReport(
      outcome: outcome,
      before: before,
      after: after,
      page: TextPage(width: width)
    )
    report.write()
    return report.page.text
  }

  private mutating func write() {
    let answered = outcome.entries.count
    page.line(
      "Answers taken: \(outcome.takenCount) of \(answered). Left blank: \(outcome.blankCount).",
      indent: 0
    )
    for entry in outcome.entries { write(entry) }
    page.blank()
    page.line(verdicts, indent: 0)
  }

  private mutating func write(_ entry: AnswerImport.Entry) {
    let shown =
      entry.answer.unicodeScalars.count > 80 ? entry.answer.prefix(80) + "…" : entry.answer[...]
    page.blank()
    page.line("\(entry.id): \(shown)", indent: 2, mark: entry.fate == .taken ? "+ " : "- ")
    page.line(words(for: entry), indent: 4)
    if entry.fate == .taken, let lack = lack(of: entry) { page.line(lack, indent: 4) }
  }

  private func words(for entry: AnswerImport.Entry) -> String {
    switch entry.fate {
    case .taken: "taken: as a statement of {\(entry.source ?? "")}, which nobody has graded"
    case .alreadyOnFile: "not taken: the same answer of the same source is on file"
    case .staysOpen: "not taken: it stays open, as this settles nothing; ask somebody else"
    case .elsewhere: "not taken: it belongs into the file of another company, or of the buyer"
    case .obstructed(.declined): "not taken: the vendor's refusal is on file; edit it by hand"
    case .obstructed(.answered):
      "not taken: answers are on file, which a refusal does not take away"
    case .obstructed(.wholeRecord):
      "not taken: the record above is answered as a whole; edit it by hand"
    case .obstructed(.unexpected): "not taken: there is no place for it; edit the file by hand"
    case .obstructed(.repeated): "not taken: the same answer of the same source is on file"
    }
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
    let rules = waiting.map(\.rule.id).withoutRepeats.joined(separator: ", ")
    let document = record.field?.document.flatMap(dossier.vocabulary.document)
    let wanted = document.map { "; ask for \($0.title["en"])" } ?? ""
    return "not good enough to clear \(rules): \(gap.words(on: strictest.trial.clear.terms))"
      + wanted
  }

  // MARK: The verdict

  private var verdicts: String {
    let words = QuestionnaireWords("en")
    let old = words.word(for: before.verdict)
    let new = words.word(for: after.verdict) + words.known(by: after.knownBy)
    let change =
      old == new ? "The result stays: \(old)" : "The result goes from: \(old), to: \(new)"
    let changed = zip(before.findings, after.findings).filter { $0.status != $1.status }
    let isComparable = before.findings.map(\.subjectPath) == after.findings.map(\.subjectPath)
    guard isComparable, !changed.isEmpty else { return change + "." }
    let rules = changed.map { "\($1.rule.id) (\($1.status.rawValue))" }.withoutRepeats
    return change + "; " + rules.joined(separator: ", ") + "."
  }
}
