extension DiagnosticGuide {
  /// What is wrong with tests of rules.
  static let tests = #"""
    test.fails
      means a test does not come out as it says
      do the notes say what is open; correct the test or the rule
      such expect: satisfied   (of a profile that answers nothing)
    test.unknown-rule
      means a suite names a rule that is not among the rules
      do check its spelling
      such rule: core/candor
    test.unknown-example
      means a test begins with an example that its rule does not have
      do check its spelling
      such example: a page that vanished
    test.no-base
      means a test has neither an `example` nor a `profile`, or no day
      do give it one, and `as_of`
      such tests: [{name: nothing at all, expect: undetermined}]
    test.no-place
      means a path of `set` or `unset` leads nowhere in the test's profile
      do take paths as findings print them; to add to a list, set the list
      such unset: ["products[nobody].version"]
    test.no-rule
      means there is no rule in the files that are to be tested
      do name others
      such probity test rules/vocabulary
    """#

  /// What `probity lint` finds.
  static let lints = #"""
    lint.constant-condition
      means a condition is true or false whatever a vendor answers
      do make it depend on the profile, or take it out
      such cel: vendor.candid || !vendor.candid
    lint.impossible-exception
      means an exception is false whatever a vendor answers
      do correct it, or take it out
      such unless: [{label: {en: never}, cel: 1 == 2}]
    lint.unmet-exception
      means a warning: no example meets an exception, nor does one with two answers changed
      do add an example in which it excuses, or take it out
      such an exception for a purpose that no capability can have
    lint.never-violated
      means a rule is violated neither in its examples nor with an answer of them changed
      do look for a condition that is constant, or an exception that always holds
      such unless: [{label: {en: always}, cel: 1 == 1}]
    lint.never-satisfied
      means a rule is satisfied neither in its examples nor with an answer of them changed
      do look for conditions that exclude each other
      such required: {all: [a, not a]}
    lint.open-passes
      means a rule is satisfied by a vendor that answers nothing
      do without an answer a condition must stay open; look at parameters that decide alone
      such violated_if: {label: {en: so}, cel: params.months > 100 && vendor.late}
    lint.never-decides
      means a warning: a condition decides in no example of its rule, nor with two answers of them changed
      do add an example in which it decides, or take it out
      such all: [a, a or b]
    lint.conflict
      means two rules of which each is violated wherever the other is satisfied
      do no vendor can meet both: correct one
      such required: {cel: vendor.open} beside violated_if: {cel: vendor.open}
    lint.no-basis
      means a warning: a rule rests on no provision
      do name instrument and provision
      such basis: []
    lint.never-in-force
      means a rule ends before it begins
      do correct `in_force`
      such in_force: {from: 2026-01-01, to: 2025-01-01}
    lint.missing-translation
      means a warning: a text that people read is not there in a language
      do add it
      such title: {en: Answers fit}
    lint.name-twice
      means a warning: two examples of a rule, or two elements of a list, are called alike
      do give each a name of its own
      such two examples with one name
    lint.unused-parameter
      means a warning: no rule of the pack reads a parameter
      do take it out, or read it
      such parameters: {months: …}   (that no condition names)
    lint.unused-source
      means a warning: nothing cites a source
      do cite it where it speaks, or take it out
      such sources: {letter: …}   (that no evidence names)
    lint.unread-answer
      means a warning: no rule reads an answer of a procurement file
      do check that the field is the one that is meant
      such procurement: {reference: 17/2026}
    lint.long-quote
      means a warning: a quotation has more than 25 words
      do cite longer texts by `locator`
      such quote: (26 words)
    lint.no-evidence
      means a warning: an answer of a real vendor has no evidence, so that no rule takes it for established
      do write `{is: …, evidence: […]}`, or `unknown`
      such version: 2.0.0
    lint.stale-evidence
      means a warning, with `--as-of`: the evidence of an answer is too old on that day
      do look for something newer, or ask again
      such a report of 2019, looked at as of 2026
    lint.single-source
      means a warning, with `--as-of`: an answer rests on one source
      do look for a second one of another origin
      such one investigation, and no other report
    """#
}
