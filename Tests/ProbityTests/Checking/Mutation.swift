import ProbityTestSupport
import ProbityText
import Testing

/// A way in which somebody could spoil a file: what is looked for, what is put there, and what must
/// be said about it.
struct MutationOperator: Sendable, CustomTestStringConvertible {
  /// Where the message must stand.
  enum Place: Sendable {
    /// In the line that was changed.
    case line
    /// In the file that was changed.
    case file
  }

  var testDescription: String
  /// The folder whose files it spoils.
  var folder: String
  /// The ids of which one must be told.
  var ids: Set<String>
  var place = Place.line
  /// A line as it is made of a sound one; nil where it can't be applied.
  var change: @Sendable (String) -> String?

  init(
    _ name: String,
    in folder: String,
    _ ids: Set<String>,
    at place: Place = .line,
    change: @escaping @Sendable (String) -> String?
  ) {
    testDescription = name
    self.folder = folder
    self.ids = ids
    self.place = place
    self.change = change
  }

  /// The lines of files at which it can be applied; `SuiteTests` spoil suites.
  func sites(in files: [SourceText]) -> [Mutation] {
    files.filter { $0.name.hasPrefix(folder) && !$0.name.hasSuffix(".test.yaml") }.flatMap { file in
      let lines = file.string.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.enumerated().compactMap { index, line -> Mutation? in
        guard let changed = change(String(line)), changed != line else { return nil }
        return Mutation(operator: self, file: file, line: index + 1, changed: changed)
      }
    }
  }
}

/// One line of one file, spoilt.
struct Mutation: Sendable {
  var `operator`: MutationOperator
  var file: SourceText
  /// The line, from 1.
  var line: Int
  /// What stands there instead.
  var changed: String

  var description: String {
    "\(`operator`.testDescription) at \(file.name):\(line): \(changed)"
  }

  /// The spoilt file.
  var text: SourceText {
    var lines = file.string.split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0)
    }
    lines[line - 1] = changed
    return SourceText(name: file.name, lines.joined(separator: "\n"))
  }

  /// Whether a message is about it: one of its ids, at its place.
  func isFound(by diagnostic: Diagnostic) -> Bool {
    guard `operator`.ids.contains(diagnostic.id), let span = diagnostic.span,
      span.source.name == file.name
    else { return false }
    switch `operator`.place {
    case .file: return true
    case .line: return span.start.line <= line + addedLines && span.end.line >= line
    }
  }

  /// A line may have become several.
  private var addedLines: Int { changed.count { $0 == "\n" } }
}

extension MutationOperator {
  /// The text behind a key that ends its line, if that is plain.
  private static func value(of key: String, in line: String) -> (head: String, text: String)? {
    guard let range = line.firstRange(of: key + ": ") else { return nil }
    let before = line[..<range.lowerBound]
    let text = String(line[range.upperBound...])
    guard before.allSatisfy({ $0 == " " || $0 == "-" }), let first = text.first,
      !"\"'>|{[&*".contains(first)
    else { return nil }
    return (String(line[..<range.upperBound]), text)
  }

  private static func condition(_ line: String, _ change: (String) -> String?) -> String? {
    guard let (head, text) = value(of: "cel", in: line), let changed = change(text) else {
      return nil
    }
    return head + "'" + changed.replacing("'", with: "''") + "'"
  }

  /// Answers in profiles that stand in the line of their field.
  private static func isAnswer(_ line: String) -> Bool { line.contains("{is: ") }

  static let all: [MutationOperator] = rules + profiles

  private static let rules: [MutationOperator] = [
    MutationOperator("a condition is turned round", in: "rules/", ["rule.example-fails"], at: .file)
    {
      condition($0) { "!(\($0))" }
    },
    MutationOperator("a condition always holds", in: "rules/", ["lint.constant-condition"]) {
      condition($0) { "(\($0)) || 1 == 1" }
    },
    MutationOperator(
      "a condition never holds",
      in: "rules/",
      ["lint.constant-condition", "lint.impossible-exception"]
    ) {
      condition($0) { "(\($0)) && 1 == 2" }
    },
    MutationOperator(
      "a condition contradicts itself",
      in: "rules/",
      ["rule.example-fails"],
      at: .file
    ) {
      condition($0) { "(\($0)) && !(\($0))" }
    },
    MutationOperator("a field of a condition is misspelt", in: "rules/", ["cel.unknown-field"]) {
      condition($0) { text in
        guard let dot = text.firstIndex(of: ".") else { return nil }
        let name = text[text.index(after: dot)...].prefix { $0.isLetter || $0 == "_" }
        guard name.count > 4, !name.hasPrefix("exists") else { return nil }
        return text.replacing("." + name, with: "." + name.dropLast() + "zz", maxReplacements: 1)
      }
    },
    MutationOperator(
      "a code of a condition is misspelt",
      in: "rules/",
      ["cel.unknown-code"]
    ) {
      condition($0) { text in
        text.contains("== \"") ? text.replacing("== \"", with: "== \"zz") : nil
      }
    },
    MutationOperator("a condition is no truth", in: "rules/", ["cel.result-type", "cel.not-bool"]) {
      condition($0) { "size([\($0)])" }
    },
    MutationOperator("an example expects something else", in: "rules/", ["rule.example-fails"]) {
      guard let (head, text) = value(of: "expect", in: $0) else { return nil }
      return head + (text == "violated" ? "satisfied" : "violated")
    },
    MutationOperator(
      "a title has lost its Spanish",
      in: "rules/core/",
      ["lint.missing-translation"],
      at: .file
    ) { line in
      // Only titles have a line of Spanish in rules.
      value(of: "es", in: line).flatMap { head, _ in
        head.hasPrefix("      es: ") && !head.hasPrefix("       ") ? "" : nil
      }
    },
    MutationOperator("a standard is too weak", in: "rules/", ["rule.weak-standard"]) { line in
      line.contains("standard: {adverse: ")
        ? line.replacing(/adverse: [a-z_]+/, with: "adverse: alleged") : nil
    },
    MutationOperator(
      "a rule ends before it begins",
      in: "rules/",
      ["lint.never-in-force"],
      at: .file
    ) { line in
      line.hasPrefix("    in_force: {from: ") && !line.contains("to:")
        ? line.replacing("}", with: ", to: 1900-01-01}") : nil
    },
    MutationOperator("an id is of another pack", in: "rules/", ["rule.foreign-id"]) { line in
      line.hasPrefix("  - id: ") && line.contains("/")
        ? line.replacing("  - id: ", with: "  - id: zz/") : nil
    },
    MutationOperator("an example cites what there is not", in: "rules/", ["profile.unknown-source"])
    { line in
      line.contains("source: lab-report,")
        ? line.replacing("source: lab-report,", with: "source: lab-reporr,", maxReplacements: 1)
        : nil
    },
    MutationOperator("a mechanism is misspelt", in: "rules/", ["rule.unknown-mechanism"]) { line in
      value(of: "mechanism", in: line).map { $0.head + "zz" + $0.text }
    },
  ]

  private static let profiles: [MutationOperator] = [
    MutationOperator("a field is misspelt", in: "vendors/", ["yaml.unknown-field"]) { line in
      isAnswer(line) && line.hasPrefix("    ") && !line.contains("- ")
        ? line.replacing(": {is: ", with: "zz: {is: ", maxReplacements: 1) : nil
    },
    MutationOperator("evidence cites what there is not", in: "vendors/", ["profile.unknown-source"])
    { line in
      line.contains("evidence: [{source: ")
        ? line.replacing("evidence: [{source: ", with: "evidence: [{source: zz", maxReplacements: 1)
        : nil
    },
    MutationOperator("a day does not exist", in: "vendors/", ["profile.not-a-date"]) { line in
      value(of: "published", in: line).map { $0.head + $0.text.prefix(4) + "-13-01" }
    },
    MutationOperator("a kind of source does not exist", in: "vendors/", ["yaml.wrong-type"]) {
      line in
      line.hasPrefix("    kind: ") ? line + "zz" : nil
    },
    MutationOperator("a line is indented by a tab", in: "vendors/", ["yaml.tab-indentation"]) {
      line in
      line.hasPrefix("    publisher: ") ? "\t" + line.dropFirst(4) : nil
    },
    MutationOperator("a key is given twice", in: "vendors/", ["yaml.duplicate-key"]) { line in
      line.hasPrefix("    publisher: ") ? line + "\n" + line : nil
    },
    MutationOperator("a source is cited nowhere", in: "vendors/", ["lint.unused-source"]) { line in
      line == "sources:"
        ? line + "\n  zz-source: {kind: media, publisher: Z, published: 2026-01-01}" : nil
    },
    MutationOperator("a quotation is too long", in: "vendors/", ["lint.long-quote"]) { line in
      line.contains("quote: \"")
        ? line.replacing(
          "quote: \"",
          with: "quote: \"" + String(repeating: "and so on ", count: 9),
          maxReplacements: 1
        ) : nil
    },
  ]
}
