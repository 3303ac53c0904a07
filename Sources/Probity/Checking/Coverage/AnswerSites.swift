import ProbityCEL
import ProbityText

/// The places of a test's documents at which something is or could be answered.
struct AnswerSites {
  struct Site: Sendable, Hashable {
    var path: String
    var name: FieldName
    var type: CELType
    /// What is answered there; nil for nothing.
    var answer: YAMLTree?

    /// How many records it lies in.
    var depth: Int { path.count { $0 == "." } }
  }

  private(set) var sites: [Site] = []
  private let vocabulary: Vocabulary

  /// Finds all places, in the order of the vocabulary.
  init(_ material: TestMaterial, _ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    visit(material.profile["vendor"], record: "vendor", path: "", depth: 0)
    visit(
      material.procurement?["procurement"],
      record: "procurement",
      path: "procurement",
      depth: 0
    )
  }

  private mutating func visit(_ tree: YAMLTree?, record: String, path: String, depth: Int) {
    // Records behind fields can't hold themselves; lists end with what is written.
    guard depth < 16, let record = vocabulary.record(record) else { return }
    for field in record.fields where !field.isIdentity && !field.isControlGroup {
      let path = path.isEmpty ? field.name : path + "." + field.name
      let answer = tree?[field.name]
      sites.append(
        Site(
          path: path,
          name: FieldName(record: record.name, field: field.name),
          type: field.type,
          answer: answer
        )
      )
      switch field.type {
      case .record(let inner): visit(answer, record: inner, path: path, depth: depth + 1)
      case .list(let element): visitItems(answer, element, path: path, depth: depth)
      default: break
      }
    }
  }

  private mutating func visitItems(
    _ list: YAMLTree?,
    _ element: CELType,
    path: String,
    depth: Int
  ) {
    guard case .record(let record) = element else { return }
    for (position, item) in (list?.items ?? list?["items"]?.items ?? []).enumerated() {
      let name = item.elementName(element, vocabulary) ?? String(position)
      visit(item, record: record, path: "\(path)[\(name)]", depth: depth + 1)
    }
  }
}
