import Probity
import ProbityTestSupport
import Testing

/// One fault in one line: what stood there, what stands there now (with marks), what is said.
struct Fault: Sendable, CustomTestStringConvertible {
  var file: SmallWorld.File
  var old: String
  var new: String
  var expected: [String]

  init(_ file: SmallWorld.File, _ old: String, _ new: String, _ expected: String...) {
    self.file = file
    self.old = old
    self.new = new
    self.expected = expected
  }

  var testDescription: String { "\(file.rawValue): \(new)" }
}

@Suite struct FaultTests {
  @Test func `the small world is sound`() {
    let source = SourceText(name: "profile.yaml", SmallWorld.profile)
    #expect(SmallWorld.diagnostics(with: source, as: .profile) == [])
  }

  @Test(arguments: vocabularyFaults + translationFaults + packFaults + ruleFaults + profileFaults)
  func `a fault is named at its place, alone`(_ fault: Fault) throws {
    let parts = fault.file.text.split(separator: fault.old, omittingEmptySubsequences: false)
    try #require(parts.count >= 2, "the text to be replaced must stand in the file")
    let changed = parts[0] + fault.new + parts.dropFirst().joined(separator: fault.old)
    let marked = MarkedText(String(changed), name: "\(fault.file.rawValue).yaml")
    let found = SmallWorld.diagnostics(with: marked.source, as: fault.file)
    #expect(marked.lines(for: found) == fault.expected)
  }
}

let vocabularyFaults = [
  Fault(
    .vocabulary,
    "relations: {type: list(relation)",
    "relations: {type: ①list(relatoin)",
    "① vocabulary.unknown-type: there is no type `relatoin`"
  ),
  Fault(
    .vocabulary,
    "codes: [red]",
    "codes: [①read]",
    "① vocabulary.unknown-code: `colour` has no code `read`"
  ),
  Fault(
    .vocabulary,
    "{of: colour",
    "{of: ①color",
    "① vocabulary.unknown-enum: there is no enum `color`"
  ),
  Fault(
    .vocabulary,
    "      painted: {type: bool",
    "      ①is: {type: bool",
    "① vocabulary.reserved-name: no field may be called `is`: profiles use the word"
  ),
  Fault(
    .vocabulary,
    "      painted: {type: bool, label: {en: painted}, document: sheet}",
    "      ①painted: {type: bool, document: sheet}",
    "① vocabulary.no-label: field `painted` of record `vendor` must have a `label`: people read it"
  ),
  Fault(
    .vocabulary,
    "      painted: {type: bool, label: {en: painted}, document: sheet}",
    "      painted: {type: bool, label: {en: painted}, document: sheet, cost: ①9}",
    "① vocabulary.cost: `cost` of field `painted` of record `vendor` must be from 1 to 5; 9 is given"
  ),
  Fault(
    .vocabulary,
    "      painted: {type: bool, label: {en: painted}, document: sheet}",
    "      ①painted: {type: bool, label: {en: painted}, document: sheat}",
    "① vocabulary.unknown-document: there is no document `sheat`"
  ),
  Fault(
    .vocabulary,
    "  part:\n    title: {en: part}\n    key: id",
    "  ①part:\n    title: {en: part}\n    key: ident",
    "① vocabulary.unknown-key: `key` of record `part` must be one of its fields; `ident` is none"
  ),
  Fault(
    .vocabulary,
    "  part:\n",
    "  ①shell: {title: {en: shell}, fields: {inner: {type: shell, label: {en: inner}}}}\n"
      + "  part:\n",
    "① vocabulary.endless-record: record `shell` must not hold itself: use a list"
  ),
  Fault(
    .vocabulary,
    "      red: {label: {en: red}}",
    "      red: {①labl: {en: red}}",
    "① yaml.unknown-field: code `red` of enum `colour` has no field `labl`"
  ),
  Fault(
    .vocabulary,
    "derived: controlled",
    "derived: ①owned",
    "① yaml.wrong-type: `derived` of field `family` of record `vendor` must be one of "
      + "`controlled`; the text `owned` is given"
  ),
  Fault(
    .vocabulary,
    "probity: vocabulary/1",
    "probity: ①vocabulary/9",
    "① yaml.wrong-type: `probity` must be one of `vocabulary/1`, `vocabulary-translation/1`, "
      + "`rule-pack/1`, `vendor-profile/1`, `procurement/1`, `questionnaire/1`, `rule-tests/1`; the text `vocabulary/9` is given"
  ),
]

let packFaults = [
  Fault(
    .pack,
    "lookback: P5Y",
    "lookback: ①5 years",
    "① pack.not-a-period: `lookback` of the head of a rule pack must be a period such as P5Y, "
      + "P18M or P90D"
  ),
  Fault(
    .pack,
    "pack: {id: small, version: 1.0.0, vocabulary: small/1, title: {en: Small}, lookback: P5Y, clear_within: P3Y}",
    "pack: ①{id: small, version: 1.0.0, vocabulary: small/1, title: {en: Small}, lookback: P2Y, clear_within: P3Y}",
    "① pack.clearing-too-old: `clear_within` must be given and not be longer than `lookback` (P2Y)"
  ),
  Fault(
    .pack,
    "vocabulary: small/1",
    "vocabulary: ①small/2",
    "① pack.wrong-vocabulary: the pack is written for vocabulary `small/2`; `small/1` is here"
  ),
  Fault(
    .pack,
    "{type: int, title: {en: limit}",
    "{type: ①integer, title: {en: limit}",
    "① pack.parameter-type: a parameter must be a bool, int, double, string or date"
  ),
  Fault(
    .pack,
    "example_as_of: 2026-01-01",
    "example_as_of: ①2026-01",
    "① profile.not-a-day: `example_as_of` of a rule pack must be a single day such as 2020-12-16"
  ),
]

let ruleFaults = [
  Fault(
    .pack,
    "id: small/unpainted",
    "id: ①big/unpainted",
    "① rule.foreign-id: the id of a rule must begin with its pack: `small/…`"
  ),
  Fault(
    .pack,
    "    severity: prohibit",
    "    ①severty: prohibit",
    "① yaml.unknown-field: a rule has no field `severty`"
  ),
  Fault(
    .pack,
    "    violated_if:\n      all:\n",
    "    violated_if:\n      ①al:\n",
    "① yaml.unknown-field: a condition has no field `al`"
  ),
  Fault(
    .pack,
    "        - {label: {en: it is painted}, cel: vendor.painted}",
    "        ①[]",
    "① rule.empty-group: `all` must have at least one condition"
  ),
  Fault(
    .pack,
    "      all:\n        - {label: {en: it is painted}, cel: vendor.painted}",
    "      at_least: ①{n: 2, of: [{label: {en: it is painted}, cel: vendor.painted}]}",
    "① rule.impossible-number: `n` must be between 1 and 1"
  ),
  Fault(
    .pack,
    "cel: vendor.painted}",
    "cel: vendor.①paintd}",
    "① cel.unknown-field: `vendor` has no field `paintd`"
  ),
  Fault(
    .pack,
    "cel: vendor.painted}",
    "cel: ①vendr.painted}",
    "① cel.unknown-name: nothing is called `vendr` here"
  ),
  Fault(
    .pack,
    "    violated_if:\n",
    "    for_each: {part: ①vendor.partz}\n    violated_if:\n",
    "① rule.unknown-field: `vendor` has no field `partz`"
  ),
  Fault(
    .pack,
    "    violated_if:\n",
    "    for_each: {part: ①vendor.painted}\n    violated_if:\n",
    "① rule.bad-scope: a path of `for_each` must lead to a list of records; `vendor.painted` is a "
      + "bool"
  ),
  Fault(
    .pack,
    "    violated_if:\n",
    "    for_each: {part: ①parts}\n    violated_if:\n",
    "① rule.bad-scope: a path of `for_each` must begin with `vendor` or an earlier variable, such "
      + "as `vendor.products`"
  ),
  Fault(
    .pack,
    "    violated_if:\n",
    "    for_each: {①as_of: vendor.parts}\n    violated_if:\n",
    "① rule.variable-twice: `as_of` already means something else"
  ),
  Fault(
    .pack,
    "adverse: balance",
    "adverse: ①alleged",
    "① rule.weak-standard: `adverse` must be `reasonable_grounds` or stricter"
  ),
  Fault(
    .pack,
    "clear: clear_and_convincing",
    "clear: ①reasonable_grounds",
    "① rule.weak-standard: `clear` must be `balance` or stricter, and not below `adverse`"
  ),
  Fault(
    .pack,
    "mechanism: specification",
    "mechanism: ①specfication",
    "① rule.unknown-mechanism: there is no mechanism `specfication`"
  ),
  Fault(
    .pack,
    "waiver: never",
    "waiver: ①{role: head}",
    "① rule.bad-waiver: `waiver` must be `never`, `{role, max}` or `{statutory: text}`"
  ),
  Fault(
    .pack,
    "cel: vendor.painted}",
    "cel: as_of > date('2000-01-01')}",
    "? rule.constant: rule `small/unpainted` is violated whatever a vendor answers: it must depend "
      + "on the profile",
    "? rule.example-fails: example `no` of `small/unpainted` is violated, not satisfied",
    "? rule.example-fails: example `silence` of `small/unpainted` is violated, not undetermined"
  ),
  Fault(
    .pack,
    "{name: silence, expect: undetermined",
    "{name: silence, expect: ①satisfied",
    "① rule.example-fails: example `silence` of `small/unpainted` is undetermined, not satisfied"
  ),
  Fault(
    .pack,
    "      - {name: silence, expect: undetermined, profile: {vendor: {id: a}}}\n",
    "",
    "? rule.missing-example: rule `small/unpainted` must have an example that is `undetermined`"
  ),
  Fault(
    .pack,
    "{id: a, painted: {is: true, evidence: [{source: seen",
    "{id: a, painted: {is: true, evidence: [{source: ①sen",
    "① profile.unknown-source: there is no source `sen` under `sources`"
  ),
]

let profileFaults = [
  Fault(
    .profile,
    "  painted:",
    "  ①paintd:",
    "① yaml.unknown-field: `vendor` has no field `paintd`"
  ),
  Fault(
    .profile,
    "colour: red",
    "colour: ①rad",
    "① profile.unknown-code: `colour` must be a code of `colour`; `rad` is none"
  ),
  Fault(
    .profile,
    "  painted: {is: true, evidence: [report]}",
    "  painted: {is: true, evidence: [①reprot]}",
    "① profile.unknown-source: there is no source `reprot` under `sources`"
  ),
  Fault(
    .profile,
    "painted: {is: true",
    "painted: {is: ①maybe",
    "① yaml.wrong-type: `painted` must be `true` or `false`; the text `maybe` is given"
  ),
  Fault(
    .profile,
    "since: 2020-12\n",
    "since: ①2020-13\n",
    "① profile.not-a-date: `since` must be a date such as 2020-12-16, 2020-12 or 2020; `2020-13` "
      + "is none"
  ),
  Fault(
    .profile,
    "count: 3",
    "count: ①many",
    "① yaml.wrong-type: `count` must be a whole number; the text `many` is given"
  ),
  Fault(
    .profile,
    "count: 3",
    "count: {is: 3, ①evidnce: [report]}",
    "① yaml.unknown-field: an answer has no field `evidnce`"
  ),
  Fault(
    .profile,
    "count: 3",
    "family: ①[]",
    "① profile.computed-field: `family` is computed and can't be given"
  ),
  Fault(
    .profile,
    "  id: acme\n  name: Acme\n",
    "  ①name: Acme\n",
    "① profile.no-id: a vendor must have an `id`"
  ),
  Fault(
    .profile,
    "[{kind: subsidiary_of, party: mother",
    "[①{kind: subsidiary_of",
    "① profile.no-party: a relation must name its `party`"
  ),
  Fault(
    .profile,
    "    kind: investigation",
    "    kind: ①investigaton",
    "① yaml.wrong-type: `kind` of source `report` must be one of `judgment`, `official`, "
      + "`listing`, `primary`, `test`, `investigation`, `attestation`, `testimony`, `media`, "
      + "`allegation`, `statement`; the text `investigaton` is given"
  ),
  Fault(
    .profile,
    "  report:\n    kind: investigation\n    publisher: Gazette\n    published: 2025-05-05\n"
      + "    url: https:",
    "  ①report:\n    kind: investigation\n    url: javascript:",
    "① profile.not-a-link: `url` of source `report` must begin with https:// or http://"
  ),
]
