/// What a search for minimal sets may cost; what it has found by then stays valid.
package struct SearchBudget: Sendable {
  /// The most sets of each kind.
  package var sets: Int

  /// The most sets that are tried.
  package var evaluations: Int

  /// The most runs; one run tries up to 64 sets.
  package var runs: Int

  /// Whether the time is up, asked between runs.
  ///
  /// Nil as a rule: then the same input gives the same result on any machine.
  package var isTimeUp: (@Sendable () -> Bool)?

  package init(
    sets: Int = 64,
    evaluations: Int = 20_000,
    runs: Int = 2_000,
    isTimeUp: (@Sendable () -> Bool)? = nil
  ) {
    self.sets = sets
    self.evaluations = evaluations
    self.runs = runs
    self.isTimeUp = isTimeUp
  }

  package static let standard = SearchBudget()

  /// The same with no more than so many sets and runs.
  package func limited(sets: Int, runs: Int) -> SearchBudget {
    var budget = self
    budget.sets = min(budget.sets, sets)
    budget.runs = min(budget.runs, runs)
    return budget
  }

  /// Books a run; false if it may not be made any more.
  mutating func spend(_ count: Int) -> Bool {
    guard evaluations >= count, runs > 0, isTimeUp?() != true else {
      evaluations = 0
      return false
    }
    evaluations -= count
    runs -= 1
    return true
  }
}
