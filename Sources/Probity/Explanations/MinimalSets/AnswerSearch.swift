/// The search for the smallest sets of answers that reach a goal, and for those that rule it out.
///
/// Every set that reaches the goal contradicts every one that rules it out: a seed that contradicts
/// all that is known to rule it out, and contains nothing that is known to reach it, is filled up
/// until it is settled one way or the other; a smallest part that settles it is new.
struct AnswerSearch {
  /// The smallest sets that reach the goal, fewest answers first.
  private(set) var reaching: [PositionSet] = []

  /// Whether there are no others.
  private(set) var isComplete = false

  /// Which of up to 64 choices reach the goal, and which rule it out; all are parts of a whole.
  typealias Verdicts = (_ choices: [PositionSet], _ whole: PositionSet) -> (yes: UInt64, no: UInt64)

  private var seeds: SeedSearch
  private let rivals: [PositionSet]
  private let order: [Int]
  private var budget: SearchBudget
  private let verdicts: Verdicts
  /// The answers that a choice, filled up and still open, was looked at for.
  private let looksAt: (PositionSet) -> PositionSet

  /// Searches among as many answers as there are sets of rivals; `order` says which to fill in
  /// first.
  init(
    rivals: [PositionSet],
    order: [Int],
    within budget: SearchBudget,
    looksAt: @escaping (PositionSet) -> PositionSet,
    verdicts: @escaping Verdicts
  ) {
    self.rivals = rivals
    seeds = SeedSearch(rivals: rivals)
    self.order = order
    self.budget = budget
    self.looksAt = looksAt
    self.verdicts = verdicts
    isComplete = search()
    reaching.sort()
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
        seeds.meet(looksAt(choice).subtracting(choice))
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
    var open = order.filter { !seed.contains($0) }
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
    let positions = order.filter { choice.contains($0) }
    let verdicts = verdicts
    var spent = 0
    let found = SetSearch.one(among: positions.count) { sets in
      spent += sets.count
      let choices = sets.map { PositionSet($0.positions.map { positions[$0] }) }
      let planes = verdicts(choices, choice)
      return isReaching ? planes.yes : planes.no
    }
    guard budget.spend(min(spent, budget.evaluations)) else { return nil }
    return found.map { PositionSet($0.positions.map { positions[$0] }) }
  }

  private mutating func verdict(
    on choices: [PositionSet],
    of whole: PositionSet
  ) -> (yes: UInt64, no: UInt64)? {
    budget.spend(choices.count) ? verdicts(choices, whole) : nil
  }
}
