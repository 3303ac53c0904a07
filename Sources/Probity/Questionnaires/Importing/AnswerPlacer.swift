import ProbityCEL
import ProbityYAML

/// Puts answers one by one into the tree of a profile.
struct AnswerPlacer {
  private(set) var tree: YAMLTree
  private let vendor: (id: String, name: String)
  private let defaults: AnswerImport.Defaults

  init(_ root: Node, _ defaults: AnswerImport.Defaults) {
    tree = YAMLTree(root)
    let id = DossierReader.vendorID(of: root)
    vendor = (id, root["vendor"]?["name"]?.scalar?.text ?? id)
    self.defaults = defaults
  }

  /// What becomes of answers, in their order.
  mutating func entries(for answers: [CheckedAnswer]) -> [AnswerImport.Entry] {
    // That something exists comes last: what is said of it may have made a place for it.
    let order = answers.enumerated().sorted { left, right in
      let (first, second) = (left.element.question.kind, right.element.question.kind)
      let ranks = (first == .existence ? 1 : 0, second == .existence ? 1 : 0)
      return (ranks.0, left.offset) < (ranks.1, right.offset)
    }
    var entries: [Int: AnswerImport.Entry] = [:]
    for (offset, entry) in order { entries[offset] = put(entry.question, entry.answer, entry.row) }
    return entries.sorted { $0.key < $1.key }.map(\.value)
  }

  private mutating func put(
    _ question: ProfileQuestion,
    _ answer: GivenAnswer,
    _ row: AnswerSheet.Row
  ) -> AnswerImport.Entry {
    var entry = AnswerImport.Entry(
      id: question.id,
      answer: row.answer.text,
      fate: .taken
    )
    let source = AnswerSource(row, defaults, vendor: vendor)
    let (id, withSource) = source.added(to: tree)
    let locator = row.place?.trimmed ?? question.id
    let evidence = YAMLTree.map(["source": .text(id), "locator": .text(locator)])
    guard let change = change(question, answer, row, evidence, source) else {
      entry.fate = .staysOpen
      return entry
    }
    do throws(AnswerObstacle) {
      tree = try withSource.applying(change, at: question.place.steps)
      entry.source = id
    } catch {
      entry.fate = error == .repeated ? .alreadyOnFile : .obstructed(error)
    }
    return entry
  }

  private func change(
    _ question: ProfileQuestion,
    _ answer: GivenAnswer,
    _ row: AnswerSheet.Row,
    _ evidence: YAMLTree,
    _ source: AnswerSource
  ) -> ProfileChange? {
    switch answer {
    case .value(let value): .claim(value, evidence: evidence)
    case .existence(let exists): .existence(exists, evidence: evidence)
    case .whole(let names):
      .closure(adding: names.map { element($0, question, evidence) }, evidence: evidence)
    case .notWhole, .cannotKnow: nil
    // Only the vendor's own refusal is a fact about the vendor.
    case .declined: row.askedOf == .vendor ? .refusal(source.day, evidence: evidence) : nil
    }
  }

  private func element(
    _ name: String,
    _ question: ProfileQuestion,
    _ evidence: YAMLTree
  ) -> YAMLTree {
    let claim = YAMLTree.map(["is": .text(name), "evidence": .list([evidence])])
    guard let key = question.key else { return claim }
    if !key.isIdentity { return .map([YAMLTree.Entry(key: key.name, value: claim)]) }
    return .map([
      YAMLTree.Entry(key: key.name, value: .text(name)),
      YAMLTree.Entry(key: "evidence", value: .list([evidence])),
    ])
  }
}
