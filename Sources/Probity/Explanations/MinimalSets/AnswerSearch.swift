import ProbityCEL

/// What can be asked of something that is settled by answers, many choices of them at a time.
protocol AnswerOracle {
  /// Which of up to 64 choices make it true, and which false; all are parts of a whole that has no
  /// two answers to one fact.
  mutating func verdicts(on choices: [PositionSet], of whole: PositionSet) -> Planes

  /// The answers that could change it where a choice of them leaves it open.
  mutating func looksAt(_ choice: PositionSet) -> PositionSet
}

/// The search for the smallest sets of answers that reach a goal, and for those that rule it out.
///
/// Every set that reaches the goal contradicts every one that rules it out: a seed that contradicts
/// all that is known to rule it out, and contains nothing that is known to reach it, is filled up
/// until it is settled one way or the other; a smallest part that settles it is new.
struct AnswerSearch<Oracle: AnswerOracle> {
  /// The smallest sets that reach the goal, in the order in which they were found.
  private(set) var reaching: [PositionSet] = []

  /// Whether there are no others.
  private(set) var isComplete = false

  private var seeds: SeedSearch
  private let rivals: [PositionSet]
  private let goal: Truth
  private var budget: SearchBudget
  private(set) var oracle: Oracle

  /// Searches among as many answers as there are sets of rivals, the first of them first.
  init(
    rivals: [PositionSet],
    wanting goal: Truth,
    within budget: SearchBudget,
    _ oracle: Oracle
  ) {
    self.rivals = rivals
    seeds = SeedSearch(rivals: rivals)
    self.goal = goal
    self.budget = budget
    self.oracle = oracle
    isComplete = search()
  }

  private mutating func search() -> Bool {
    while true {
      let next = seeds.seed()
      guard case .seed(let seed) = next else {
        if case .none = next { return true }
        return false
      }
      guard reaching.count < budget.sets, seeds.mustMeet.count < 4 * budget.sets,
        let end = filledUp(seed)
      else { return false }
      switch end {
      case .reached(let choice):
        guard let smallest = shrunk(choice, isReaching: true) else { return false }
        reaching.append(smallest)
        seeds.avoid(smallest)
      case .ruledOut(let choice):
        guard let smallest = shrunk(choice, isReaching: false) else { return false }
        seeds.meet(smallest.reduce(PositionSet()) { $0.union(rivals[$1]) })
      case .open(let choice):
        seeds.meet(oracle.looksAt(choice).subtracting(choice))
      }
    }
  }

  private enum End {
    case reached(PositionSet)
    case ruledOut(PositionSet)
    /// Whatever else is answered, it is reached or nothing changes.
    case open(PositionSet)
  }

  /// Adds answers to a seed as long as they do not reach the goal.
  private mutating func filledUp(_ seed: PositionSet) -> End? {
    guard let start = verdict(on: [seed], of: seed) else { return nil }
    if start.yes != 0 { return .reached(seed) }
    if start.no != 0 { return .ruledOut(seed) }
    var chosen = seed
    var open = rivals.indices.filter { !seed.contains($0) }
    while true {
      var whole = chosen
      open.removeAll { !rivals[$0].isDisjoint(with: chosen) || chosen.contains($0) }
      let chain = open.filter { answer in
        guard rivals[answer].isDisjoint(with: whole) else { return false }
        whole.insert(answer)
        return true
      }
      guard !chain.isEmpty else { return .open(chosen) }
      guard let (length, isReached) = settlement(of: chain, after: chosen, whole) else {
        return nil
      }
      guard length <= chain.count else { return .open(whole) }
      for answer in chain.prefix(length - 1) { chosen.insert(answer) }
      let last = chain[length - 1]
      guard isReached else { return .ruledOut(chosen.inserting(last)) }
      // With this answer it is reached now, and so it is with more of them.
      open.removeAll { $0 == last }
    }
  }

  /// How many answers of a chain settle it, one more than there are if all of them do not.
  private mutating func settlement(
    of chain: [Int],
    after chosen: PositionSet,
    _ whole: PositionSet
  ) -> (length: Int, isReached: Bool)? {
    var isReached = false
    let length = firstSuccess(upTo: chain.count) { lengths in
      var choice = chosen
      var taken = 0
      let choices = lengths.map { length in
        while taken < length {
          choice.insert(chain[taken])
          taken += 1
        }
        return choice
      }
      guard let planes = verdict(on: choices, of: whole) else { return nil }
      let settled = planes.yes | planes.no
      let first = settled.trailingZeroBitCount
      if first < lengths.count { isReached = planes.yes >> UInt64(first) & 1 == 1 }
      return settled
    }
    return length.map { ($0, isReached) }
  }

  /// The smallest part of a settled choice that settles it the same way.
  private mutating func shrunk(_ choice: PositionSet, isReaching: Bool) -> PositionSet? {
    let positions = choice.positions
    var spent = 0
    let found = SetSearch.one(among: positions.count) { sets in
      spent += sets.count
      let choices = sets.map { PositionSet($0.map { positions[$0] }) }
      let planes = settled(choices, of: choice)
      return isReaching ? planes.yes : planes.no
    }
    guard budget.spend(min(spent, budget.evaluations)) else { return nil }
    return found.map { PositionSet($0.map { positions[$0] }) }
  }

  private mutating func verdict(on choices: [PositionSet], of whole: PositionSet) -> Planes? {
    budget.spend(choices.count) ? settled(choices, of: whole) : nil
  }

  /// Which choices reach the goal, and which rule it out.
  private mutating func settled(_ choices: [PositionSet], of whole: PositionSet) -> Planes {
    let planes = oracle.verdicts(on: choices, of: whole)
    return goal == .yes ? planes : !planes
  }
}
