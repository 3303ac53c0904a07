package import ProbityText
import ProbityYAML

/// Reads suites of tests: examples of rules, or a profile of their own, with some answers changed.
package struct SuiteReader {
  private let bench: TestBench
  private var found = DiagnosticList()

  /// The tests of a suite; what is wrong with it is in the diagnostics.
  package static func tests(
    in document: SourceDocument,
    on bench: TestBench,
    into diagnostics: inout DiagnosticList
  ) -> [RuleTest] {
    var reader = SuiteReader(bench: bench)
    let node = document.node(of: [.ruleTests], into: &reader.found)?.node
    let tests = node.map { reader.tests($0) } ?? []
    diagnostics.append(contentsOf: reader.found)
    return tests
  }

  private init(bench: TestBench) { self.bench = bench }

  /// What all tests of a suite have in common.
  private struct Common {
    var rule: Rule?
    var day: CalendarDate?
    var profile: Node?
  }

  private mutating func tests(_ node: Node) -> [RuleTest] {
    guard var reader = MappingReader(node, what: "a suite of tests", into: &found) else {
      return []
    }
    _ = reader.required("probity")
    _ = reader.required("suite")?.string("`suite`", into: &found)
    var common = Common()
    if let node = reader.required("rule") { common.rule = rule(node) }
    common.day = reader.optionalDay("as_of", into: &found)
    common.profile = reader.optional("profile")
    let items = reader.required("tests")?.list("`tests`", into: &found) ?? []
    reader.finish(into: &found)
    return items.compactMap { test($0, common) }
  }

  private mutating func rule(_ node: Node) -> Rule? {
    guard let id = node.string("`rule`", into: &found) else { return nil }
    return rule(id, at: node.span)
  }

  private mutating func rule(_ id: String, at span: SourceSpan) -> Rule? {
    if let rule = bench.rule(id) { return rule }
    found.error(
      "test.unknown-rule",
      "there is no rule `\(id)`",
      at: span,
      help: didYouMean(id, among: bench.rulebook.rules.map(\.id))
    )
    return nil
  }

  private mutating func test(_ node: Node, _ common: Common) -> RuleTest? {
    guard var reader = MappingReader(node, what: "a test", into: &found) else { return nil }
    let name = reader.required("name")?.string("`name`", into: &found)
    let example = reader.optional("example")
    let profile = reader.optional("profile")
    let procurement = reader.optional("procurement")
    let day = reader.optionalDay("as_of", into: &found) ?? common.day
    let set = reader.entries("set", into: &found)
    let unset = reader.optional("unset")?.list("`unset`", into: &found) ?? []
    let expect = reader.required("expect")
    reader.finish(into: &found)
    guard let name, let rule = common.rule, let expect else { return nil }
    var test: RuleTest
    if let example {
      guard let base = base(example, of: rule) else { return nil }
      test = base
    } else if let profile = profile ?? common.profile, let day = day ?? exampleDay(of: rule) {
      let material = RuleTest.Material(profile: profile)
      test = RuleTest(name: name, expectations: [], day: day, pack: rule.pack, material: material)
    } else {
      found.error(
        "test.no-base",
        "a test needs an `example` or a `profile`, and a day to decide on",
        at: node.span
      )
      return nil
    }
    test.name = name
    if let day { test.day = day }
    if let procurement { test.material.procurement = procurement }
    test.expectations = expectations(expect, of: rule)
    return change(test, set, unset)
  }

  private func exampleDay(of rule: Rule) -> CalendarDate? { bench.head(of: rule.pack)?.exampleDate }

  private mutating func base(_ node: Node, of rule: Rule) -> RuleTest? {
    guard let name = node.string("`example`", into: &found) else { return nil }
    let examples = bench.examples(of: rule)
    if let example = examples.first(where: { $0.name == name }) { return example }
    found.error(
      "test.unknown-example",
      "`\(rule.id)` has no example `\(name)`",
      at: node.span,
      help: didYouMean(name, among: examples.map(\.name))
    )
    return nil
  }

  private mutating func expectations(_ node: Node, of rule: Rule) -> [RuleTest.Expectation] {
    guard let entries = node.entries else {
      return status(node).map { [expectation($0, rule, at: node.span)] } ?? []
    }
    return entries.compactMap { entry in
      guard let rule = self.rule(entry.name, at: entry.key.span), let status = status(entry.value)
      else { return nil }
      return expectation(status, rule, at: entry.value.span)
    }
  }

  private mutating func status(_ node: Node) -> Finding.Status? {
    node.choice("`expect`", of: Finding.Status.self, into: &found)
  }

  private func expectation(
    _ status: Finding.Status,
    _ rule: Rule,
    at span: SourceSpan
  ) -> RuleTest.Expectation {
    RuleTest.Expectation(rule: rule.id, status: status, span: span)
  }

  private mutating func change(
    _ test: RuleTest,
    _ set: [Node.Entry],
    _ unset: [Node]
  ) -> RuleTest? {
    var changes: [(change: TestChange, span: SourceSpan)] = []
    for node in unset {
      guard let path = node.string("each item of `unset`", into: &found) else { continue }
      changes.append((TestChange(path: path, value: nil), node.span))
    }
    for entry in set {
      let change = TestChange(path: entry.name, value: YAMLTree(entry.value))
      changes.append((change, entry.key.span))
    }
    var material = TestMaterial(test.material)
    for (change, span) in changes {
      if material.apply(change, bench.rulebook.vocabulary) { continue }
      found.error(
        "test.no-place",
        "there is no place `\(change.path)` in the profile of `\(test.name)`",
        at: span
      )
    }
    guard !changes.isEmpty else { return test }
    var changed = test
    let name = test.expectations.first?.span.source.name ?? "test"
    changed.material = material.documents(named: "\(name) (\(test.name))", into: &found)
    return changed
  }
}
