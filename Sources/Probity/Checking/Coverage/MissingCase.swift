import ProbityCEL

/// A test that would show an answer deciding, which no test does yet; it was found by search and
/// tried.
package struct MissingCase: Sendable {
  package var obligation: RuleCoverage.Obligation
  package var status: Finding.Status
  let term: Term
  let example: String
  let changes: [TestChange]

  /// The test as it is written in a suite, line by line.
  package var lines: [String] {
    let name = "\(term.leaf.label["en"]): \(words)"
    var test: [YAMLTree.Entry] = [
      .init(key: "name", value: .text(name)), .init(key: "example", value: .text(example)),
    ]
    let set = changes.compactMap { change in
      change.value.map { YAMLTree.Entry(key: change.path, value: $0) }
    }
    let unset = changes.filter { $0.value == nil }.map { YAMLTree.text($0.path) }
    if !set.isEmpty { test.append(.init(key: "set", value: .map(set))) }
    if !unset.isEmpty { test.append(.init(key: "unset", value: .list(unset))) }
    test.append(.init(key: "expect", value: .text(status.rawValue)))
    var lines = test.flatMap { $0.lines(at: 4) }
    lines[0] = "  - " + lines[0].dropFirst(4)
    return lines
  }

  private var words: String {
    switch (term.role, obligation.answer) {
    case (.exception, .yes): "proven"
    case (.exception, .no), (.exception, .unknown): "not proven"
    case (.application, .yes), (.condition, .yes): "yes"
    case (.application, .no), (.condition, .no): "no"
    case (.application, .unknown), (.condition, .unknown): "not known"
    }
  }

  /// A whole suite of such tests of one rule.
  package static func suite(of rule: Rule, _ cases: [MissingCase]) -> String {
    let head = [
      "probity: rule-tests/1", "suite: " + YAMLScalar.text("each condition of \(rule.id) decides"),
      "rule: \(rule.id)", "tests:",
    ]
    return (head + cases.flatMap(\.lines)).joined(separator: "\n") + "\n"
  }
}
