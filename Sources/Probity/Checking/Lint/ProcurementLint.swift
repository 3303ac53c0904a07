import ProbityCEL
import ProbityText
import ProbityYAML

/// What is wrong with a file that says who buys what, or answered there in vain.
enum ProcurementLint {
  static func lint(
    _ document: SourceDocument,
    by rulebook: Rulebook,
    into diagnostics: inout DiagnosticList
  ) {
    guard let node = document.node(of: [.procurement], into: &diagnostics)?.node else { return }
    var faults = DiagnosticList()
    let dossier = DossierReader.read(
      procurement: node,
      vocabulary: rulebook.vocabulary,
      into: &faults
    )
    diagnostics.append(contentsOf: faults)
    let read = rulebook.rules.reduce(into: Set<FieldName>()) { $0.formUnion($1.fieldsRead) }
    for fact in dossier.facts where fact.record == "procurement" && !fact.claims.isEmpty {
      guard fact.kind == .value, let name = fact.fieldName, !read.contains(name) else { continue }
      diagnostics.warning(
        "lint.unread-answer",
        "no rule reads `\(fact.path)`",
        at: fact.claims[0].span ?? fact.span,
        help: "it changes no decision; check that the field is the one that is meant"
      )
    }
  }
}
