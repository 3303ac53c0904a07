import ProbityCEL
import ProbityText
import ProbityYAML

/// A question that a profile can answer, with the place of its answer, open or not.
struct ProfileQuestion: Sendable {
  var id: String
  var kind: FactTree.FactKind
  var field: Vocabulary.Field
  var form: AnswerForm
  var fingerprint: String
  var place: ProfilePlace
  /// The names on a list.
  var names: [String] = []
  /// Whether nothing is on a list, named or not.
  var isEmptyList = false
  /// The field that names a list's elements, if these are records.
  var key: Vocabulary.Field?
}

/// All questions that a vendor's own profile can answer, by their ids.
struct ProfileQuestions {
  private(set) var byID: [String: ProfileQuestion] = [:]
  private let vocabulary: Vocabulary

  init(_ profile: Node, _ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    let place = ProfilePlace(steps: [.field("vendor")])
    addRecord("vendor", profile["vendor"], path: "", place)
  }

  var ids: [String] { byID.keys.sorted() }

  private mutating func addRecord(
    _ type: String,
    _ node: Node?,
    path: String,
    _ place: ProfilePlace
  ) {
    for field in vocabulary.record(type)?.fields ?? [] where !field.isIdentity {
      addField(field, type, node?[field.name], path: path, place.adding(.field(field.name)))
    }
  }

  private mutating func addField(
    _ field: Vocabulary.Field,
    _ record: String,
    _ node: Node?,
    path: String,
    _ place: ProfilePlace
  ) {
    let own = FactRecord.path(path, field.name)
    switch field.type {
    case .list(let element):
      guard !field.isControlGroup else { return }
      let names = addElements(field, record, element, node, path: own, place)
      add(.closure, field, record, path: own, place, names: names)
    case .record(let type):
      add(.existence, field, record, path: own, place)
      addRecord(type, node?.isAnswer == true ? nil : node, path: own, place)
    default: add(.value, field, record, path: own, place)
    }
  }

  private mutating func addElements(
    _ field: Vocabulary.Field,
    _ record: String,
    _ element: CELType,
    _ node: Node?,
    path: String,
    _ place: ProfilePlace
  ) -> [String?] {
    var counts: [String: Int] = [:]
    var names: [String?] = []
    for (index, item) in (node?.items ?? node?["items"]?.items ?? []).enumerated() {
      let given = DossierReader.elementName(item, element, vocabulary)
      var name = given ?? String(index)
      counts[name, default: 0] += 1
      if let count = counts[name], count > 1 { name += "#\(count)" }
      names.append(given)
      let inner = "\(path)[\(name)]"
      let place = place.adding(.item(index))
      if case .record(let type) = element {
        add(.existence, field, record, path: inner, place)
        addRecord(type, item, path: inner, place)
      } else {
        add(.value, field, record, path: inner, place)
      }
    }
    return names
  }

  private mutating func add(
    _ kind: FactTree.FactKind,
    _ field: Vocabulary.Field,
    _ record: String,
    path: String,
    _ place: ProfilePlace,
    names: [String?] = []
  ) {
    let fact = FactRecord(
      id: FactID(0),
      kind: kind,
      base: path,
      name: "",
      record: record,
      field: field,
      file: 0
    )
    guard let form = AnswerForm(of: fact, in: vocabulary) else { return }
    var question = ProfileQuestion(
      id: Question.id(of: fact),
      kind: kind,
      field: field,
      form: form,
      fingerprint: QuestionFingerprint.text(kind, field, form, in: vocabulary),
      place: place,
      names: names.compactMap(\.self),
      isEmptyList: kind == .closure && names.isEmpty
    )
    if case .list(.record(let type)) = field.type {
      question.key = vocabulary.record(type)?.keyField
    }
    // Of two that are called alike the first is meant, as in the questionnaire.
    if byID[question.id] == nil { byID[question.id] = question }
  }
}
