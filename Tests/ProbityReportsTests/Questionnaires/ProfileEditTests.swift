import Probity
import ProbityTestSupport
import ProbityText
import Testing

/// How answers come into profiles of every layout: before, what is answered, after.
@Suite struct ProfileEditTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var before: String
    var answers: [String: String]
    var after: String
    var testDescription: String { name }
  }

  static let citation = "{source: a-answers-2026-11-20, locator: p. 1}"

  static let cases = [
    Case(
      name: "nothing was there",
      before: "  name: A # the name\n",
      answers: ["painted": "no"],
      after: "  name: A # the name\n  painted: {claims: [{is: false, evidence: [CITE]}]}\n"
    ),
    Case(
      name: "it was unknown, with a comment",
      before: "  name: A\n  painted: unknown   # asked\n  fictional: true\n",
      answers: ["painted": "yes"],
      after:
        "  name: A\n  painted: {claims: [{is: true, evidence: [CITE]}]}   # asked\n  fictional: true\n"
    ),
    Case(
      name: "a key without a value",
      before: "  painted:\n  name: A\n",
      answers: ["painted": "yes"],
      after: "  painted: {claims: [{is: true, evidence: [CITE]}]}\n  name: A\n"
    ),
    Case(
      name: "a plain value keeps its comment",
      before: "  painted: true  # they say\n  name: A\n",
      answers: ["painted": "no"],
      after: "  painted:\n    claims:\n      - is: true  # they say\n"
        + "      - {is: false, evidence: [CITE]}\n  name: A\n"
    ),
    Case(
      name: "a claim in braces",
      before: "  painted: {is: true, evidence: [report]}\n  name: A\n",
      answers: ["painted": "no"],
      after:
        "  painted: {claims: [{is: true, evidence: [report]}, {is: false, evidence: [CITE]}]}\n  name: A\n"
    ),
    Case(
      name: "a claim in lines",
      before:
        "  painted:\n    is: true # so\n    # why\n    evidence:\n      - report\n  name: A\n",
      answers: ["painted": "no"],
      after: "  painted:\n    claims:\n      - is: true # so\n        # why\n        evidence:\n"
        + "          - report\n      - {is: false, evidence: [CITE]}\n  name: A\n"
    ),
    Case(
      name: "claims in lines",
      before: "  painted:\n    claims:\n    - {is: true}\n\n  name: A\n",
      answers: ["painted": "no"],
      after:
        "  painted:\n    claims:\n    - {is: true}\n    - {is: false, evidence: [CITE]}\n\n  name: A\n"
    ),
    Case(
      name: "a list in brackets is closed",
      before: "  parts: [{id: x}]\n  name: A\n",
      answers: ["parts.complete": "yes"],
      after: "  parts: {items: [{id: x}], complete: {evidence: [CITE]}}\n  name: A\n"
    ),
    Case(
      name: "a list in lines is closed and gets an element",
      before: "  parts:\n  - id: x # first\n    colour: red\n  name: A\n",
      answers: ["parts.complete": "z"],
      after: "  parts:\n    items:\n    - id: x # first\n      colour: red\n"
        + "    - {id: z, evidence: [CITE]}\n    complete: {evidence: [CITE]}\n  name: A\n"
    ),
    Case(
      name: "an empty list",
      before: "  name: A\n  parts: {items: []}\n",
      answers: ["parts.complete": "none"],
      after: "  name: A\n  parts: {items: [], complete: {evidence: [CITE]}}\n"
    ),
    Case(
      name: "one more source closes a list",
      before: "  name: A\n  parts: {items: [], complete: {evidence: [report]}}\n",
      answers: ["parts.complete": "none"],
      after: "  name: A\n  parts: {items: [], complete: {evidence: [report, CITE]}}\n"
    ),
    Case(
      name: "a refusal, and a record that was not there",
      before: "  name: A\n",
      answers: ["painted": "declined", "box.maker": "Good; \"yes\"", "box.weight": "3"],
      after: "  name: A\n  box:\n"
        + "    maker: {claims: [{is: \"Good; \\\"yes\\\"\", evidence: [CITE]}]}\n"
        + "    weight: {claims: [{is: 3, evidence: [CITE]}]}\n"
        + "  painted: {declined: 2026-11-20, evidence: [CITE]}\n"
    ),
    Case(
      name: "what exists, in a list and behind a field",
      before: "  name: A\n  parts:\n    - id: x\n    - unknown\n",
      answers: ["parts[x].exists": "no", "parts[1].exists": "yes", "box.exists": "no"],
      after:
        "  name: A\n  parts:\n    - id: x\n      exists: {claims: [{is: false, evidence: [CITE]}]}\n"
        + "    - {exists: {claims: [{is: true, evidence: [CITE]}]}}\n"
        + "  box: {claims: [{is: false, evidence: [CITE]}]}\n"
    ),
  ]

  static func profile(_ body: String) -> String {
    "probity: vendor-profile/1\nvendor:\n  id: a\n\(body)sources:\n"
      + "  report: {kind: media, publisher: Gazette, published: 2026-01-01}\n"
  }

  static let source = """
      a-answers-2026-11-20:
        kind: statement
        publisher: A
        title: Answers to the questionnaire
        published: 2026-11-20
        retracted: none
        graded: none

    """

  static func sheet(_ answers: [String: String]) -> String {
    let rows = answers.sorted { $0.key < $1.key }.map { id, answer in
      "  - {id: \(YAMLScalar.text(id, inFlow: true)), where: p. 1, answer: "
        + (answer.contains(";") ? YAMLScalar.text(answer, inFlow: true) : answer) + "}\n"
    }
    return "probity: questionnaire/1\nvendor: a\nsections:\n- for: vendor\n"
      + "  answered_on: 2026-11-20\n  questions:\n" + rows.joined()
  }

  static func outcome(
    _ sheet: String,
    _ profile: String,
    into diagnostics: inout DiagnosticList
  ) throws -> AnswerImport? {
    let source = SourceText(name: "answers.yaml", sheet)
    guard let sheet = AnswerSheet.read(source, into: &diagnostics) else {
      return nil
    }
    return AnswerImport.of(
      sheet,
      into: SourceText(name: "profile.yaml", profile),
      by: try PaintShop.rulebook(),
      into: &diagnostics
    )
  }

  @Test(arguments: cases, ["\n", "\r\n"])
  func `an answer changes its own place alone`(_ example: Case, lineBreak: String) throws {
    var diagnostics = DiagnosticList()
    let before = Self.profile(example.before).replacing("\n", with: lineBreak)
    let outcome = try Self.outcome(Self.sheet(example.answers), before, into: &diagnostics)
    #expect(diagnostics.sorted.map(\.message) == [])
    let after = Self.profile(example.after.replacing("CITE", with: Self.citation)) + Self.source
    #expect(outcome?.profile?.string == after.replacing("\n", with: lineBreak))
    #expect(outcome?.takenCount == example.answers.count)
    if let edited = outcome?.profile { _ = try PaintShop.rulebook().profile(edited) }
  }

  @Test(
    arguments: [
      // An alias stands for what is written elsewhere, which would change as well.
      "  painted: &answer {is: true}\n  box: {heavy: *answer}\n",
      "  name: A\n  parts: [&x {id: x}, *x]\n",
    ]
  )
  func `a layout that would change more is left alone`(body: String) throws {
    var diagnostics = DiagnosticList()
    let answers = ["parts[x].colour": "red"]
    let outcome = try Self.outcome(Self.sheet(answers), Self.profile(body), into: &diagnostics)
    #expect(outcome == nil)
    #expect(!diagnostics.isFreeOfErrors)
  }

  @Test(
    arguments: [
      (
        "  painted: {declined: 2026-01-01}\n", "painted", "yes",
        AnswerImport.Fate.obstructed(.declined)
      ),
      ("  painted: true\n", "painted", "declined", .obstructed(.answered)),
      ("  box: {is: true}\n", "box.weight", "3", .obstructed(.wholeRecord)),
      ("  name: A\n", "painted", "cannot_know", .staysOpen),
      ("  name: A\n", "parts.complete", "no", .staysOpen),
      ("  name: A\n", "'other:painted'", "no", .elsewhere),
    ]
  )
  func `what can't be put on file is said`(
    body: String,
    id: String,
    answer: String,
    fate: AnswerImport.Fate
  ) throws {
    var diagnostics = DiagnosticList()
    let plainID = id.filter { $0 != "'" }
    let outcome = try Self.outcome(
      Self.sheet([plainID: answer]),
      Self.profile(body),
      into: &diagnostics
    )
    #expect(outcome?.entries.map(\.fate) == [fate])
    #expect(outcome?.profile == nil)
  }

  @Test func `answers that are on file are not put there twice`() throws {
    var diagnostics = DiagnosticList()
    let sheet = Self.sheet(["painted": "no", "parts.complete": "y"])
    let first = try Self.outcome(sheet, Self.profile("  name: A\n"), into: &diagnostics)
    let profile = try #require(first?.profile?.string)
    let second = try Self.outcome(sheet, profile, into: &diagnostics)
    #expect(second?.entries.map(\.fate) == [.alreadyOnFile, .alreadyOnFile])
    #expect(second?.profile == nil)
  }
}
