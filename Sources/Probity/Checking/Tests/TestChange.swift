import ProbityCEL
import ProbityText
import ProbityYAML

/// One answer of a test that is another one than in its base, or is missing.
struct TestChange: Sendable, Hashable {
  /// As findings write it: `products[cloud-shield].version`, or `procurement.use`.
  var path: String
  /// What is answered; nil for nothing.
  var value: YAMLTree?

  /// Whether one of two is about something that the other replaces.
  func overlaps(_ other: TestChange) -> Bool {
    path.hasPrefix(other.path) || other.path.hasPrefix(path)
  }
}

/// The documents of a test in a form in which single answers can be changed.
struct TestMaterial: Sendable, Hashable {
  var profile: YAMLTree
  var parties: [YAMLTree]
  var procurement: YAMLTree?

  init(_ material: RuleTest.Material) {
    profile = YAMLTree(material.profile)
    parties = material.parties.map { YAMLTree($0) }
    procurement = material.procurement.map { YAMLTree($0) }
  }

  /// Makes a change; false where the path leads nowhere.
  mutating func apply(_ change: TestChange, _ vocabulary: Vocabulary) -> Bool {
    guard var steps = TestPath(change.path)?.steps, case .field(let first)? = steps.first else {
      return false
    }
    if first == "procurement" {
      let document = procurement ?? .map([])
      guard let changed = document.placing(change.value, at: steps[...], .record(""), vocabulary)
      else { return false }
      procurement = changed
      return true
    }
    if first == "vendor" { steps.removeFirst() }
    let vendor = profile["vendor"] ?? .map([])
    guard !steps.isEmpty,
      let changed = vendor.placing(change.value, at: steps[...], .record("vendor"), vocabulary)
    else { return false }
    profile = profile.setting("vendor", changed)
    return true
  }

  /// The documents as they are read, each written out as a text of its own.
  func documents(
    named name: String,
    into diagnostics: inout DiagnosticList
  ) -> RuleTest.Material {
    func node(_ tree: YAMLTree) -> Node? {
      let lines = tree.inBlock(at: 0)
      let source = SourceText(name: name, lines.joined(separator: "\n") + "\n")
      return YAMLDocument.read(source, into: &diagnostics)
    }
    guard let profile = node(profile) else {
      preconditionFailure("a document that was read and changed can be read again")
    }
    return RuleTest.Material(
      profile: profile,
      parties: parties.compactMap { node($0) },
      procurement: procurement.flatMap { node($0) }
    )
  }
}

/// A path of a fact, step by step.
struct TestPath: Sendable, Hashable {
  enum Step: Sendable, Hashable {
    case field(String)
    /// An element by its name or number.
    case element(String)
  }

  var steps: [Step] = []

  /// Reads a path; nil where brackets do not fit or a name is missing.
  init?(_ text: String) {
    var name = ""
    var isInside = false
    for character in text {
      switch character {
      case "]" where isInside:
        steps.append(.element(name))
        (name, isInside) = ("", false)
      case _ where isInside: name.append(character)
      case "[", ".":
        if !name.isEmpty {
          steps.append(.field(name))
        } else if steps.isEmpty {
          return nil
        }
        name = ""
        isInside = character == "["
      default: name.append(character)
      }
    }
    if isInside { return nil }
    if !name.isEmpty { steps.append(.field(name)) }
    if steps.isEmpty { return nil }
  }
}

extension YAMLTree {
  /// The tree with an answer at a place, or without one; nil where the place does not exist.
  func placing(
    _ value: YAMLTree?,
    at steps: ArraySlice<TestPath.Step>,
    _ type: CELType,
    _ vocabulary: Vocabulary
  ) -> YAMLTree? {
    guard let step = steps.first else { return value ?? .word("unknown") }
    let rest = steps.dropFirst()
    switch step {
    case .field(let name):
      guard case .record(let record) = type, entries != nil || isUnanswered else { return nil }
      // A procurement file holds the record of that name.
      let field: CELType?
      if record.isEmpty {
        field = .record(name)
      } else {
        field = vocabulary.record(record)?.fields.first { $0.name == name }?.type
      }
      guard let field else { return nil }
      let inner = (self[name] ?? .word("unknown")).placing(value, at: rest, field, vocabulary)
      return inner.map { setting(name, $0) }
    case .element(let name):
      guard case .list(let element) = type, let items = items ?? self["items"]?.items,
        let index = index(of: name, among: items, element, vocabulary),
        let inner = items[index].placing(value, at: rest, element, vocabulary)
      else { return nil }
      var changed = items
      changed[index] = inner
      return self.items == nil ? setting("items", .list(changed)) : .list(changed)
    }
  }

  private func index(
    of name: String,
    among items: [YAMLTree],
    _ element: CELType,
    _ vocabulary: Vocabulary
  ) -> Int? {
    let names = items.enumerated().map { position, item in
      item.elementName(element, vocabulary) ?? String(position)
    }
    if let index = names.firstIndex(of: name) { return index }
    // The second of two elements of one name is `name#2`.
    let parts = name.split(separator: "#")
    guard parts.count == 2, let count = Int(parts[1]) else { return nil }
    let same = names.indices.filter { names[$0] == parts[0] }
    return count >= 1 && count <= same.count ? same[count - 1] : nil
  }

  /// What an element of a list is called in paths.
  func elementName(_ element: CELType, _ vocabulary: Vocabulary) -> String? {
    guard case .record(let type) = element else { return firstText }
    return vocabulary.record(type)?.key.flatMap { self[$0]?.firstText }
  }

  /// The text of an answer in any of its forms; of several claims the first.
  private var firstText: String? {
    if case .scalar(let text, _) = self { return text }
    guard case .scalar(let text, _)? = self["is"] ?? self["claims"]?.items?.first?["is"] else {
      return nil
    }
    return text
  }
}
