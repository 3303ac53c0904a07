/// The statement that somebody's answers are, as a source of a profile.
struct AnswerSource {
  let by: String
  let day: String
  private let stem: String
  private let isVendor: Bool

  init(
    _ row: AnswerSheet.Row,
    _ defaults: AnswerImport.Defaults,
    vendor: (id: String, name: String)
  ) {
    isVendor = row.askedOf == .vendor
    by = row.answeredBy?.trimmed ?? defaults.by ?? vendor.name
    day = row.answeredOn?.trimmed ?? defaults.on ?? ""
    let owner = isVendor ? vendor.id : row.askedOf.rawValue
    let letters = owner.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    stem = String(letters) + "-answers-" + day
  }

  /// Nobody graded it, whoever graded the others: answers weigh as what somebody says.
  private var description: YAMLTree {
    let entries: KeyValuePairs<String, YAMLTree> = [
      "kind": .text("statement"), "publisher": .text(by),
      "title": .text("Answers to the questionnaire"), "published": .text(day),
      "retracted": .word("none"), "graded": .word("none"),
    ]
    return .map(entries)
  }

  /// The id of the source in a profile, which gets it unless it has it.
  func added(to profile: YAMLTree) -> (id: String, profile: YAMLTree) {
    let sources = profile["sources"]?.entries ?? []
    var id = stem
    var number = 1
    while let other = sources.first(where: { $0.key == id }) {
      if other.value == description { return (id, profile) }
      number += 1
      id = "\(stem)-\(number)"
    }
    let entry = YAMLTree.Entry(key: id, value: description)
    return (id, profile.setting("sources", .map(sources + [entry])))
  }
}
