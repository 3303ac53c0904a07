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
}
