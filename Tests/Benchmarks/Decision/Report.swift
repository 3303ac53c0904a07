import BenchmarkData
import ProbityCEL

/// What is measured, and how it is printed.
struct Report {
  private static let rounds = 15

  private let benchmark: BenchmarkCase

  init(_ benchmark: BenchmarkCase) { self.benchmark = benchmark }

  func printTables() throws {
    printDecisions()
    try printScaling()
    printPlanes()
    printRules()
    printAllocations()
  }

  /// One line in the form that the peers' scripts print.
  func printJSON() {
    var runs = [
      decisions("eval_us", allRules),
      decisions("eval23_us", rulesWithoutPattern),
    ]
    Measurement.run(&runs, rounds: 5)
    let times = runs.map { run in
      "\"\(run.name)\": [\(run.micros.map { decimal($0) }.joined(separator: ", "))]"
    }
    print("{\"engine\": \"Probity\", \"wrong\": 0, \(times.joined(separator: ", "))}")
  }

  // MARK: One decision

  private func printDecisions() {
    var runs = [
      decisions("24 rules, a read set a decision", allRules),
      decisions("24 rules, a read set a rule", allRules, readSets: .onePerRule),
      decisions("24 rules, no read set asked for", allRules, readSets: .never),
      decisions("23 rules, without R20's pattern", rulesWithoutPattern),
      decisions("24 rules, facts from level 3", allRules, atLevel: 3),
      decisions("24 rules, facts from level 4", allRules, atLevel: 4),
    ]
    Measurement.run(&runs, rounds: Self.rounds)
    printTable("us a decision", runs)
  }

  private func decisions(
    _ name: String,
    _ programs: [Program],
    atLevel level: UInt8 = 2,
    readSets: Decisions.ReadSets = .onePerDecision
  ) -> Measurement {
    var decisions = Decisions(
      programs,
      on: benchmark.vendors,
      atLevel: level,
      readSets: readSets
    )
    return Measurement(name, per: decisions.vendorCount) { decisions.pass() }
  }

  private var allRules: [Program] { benchmark.rules.map(\.program) }

  /// All but the rule with a regular expression, on which the peers differ most.
  private var rulesWithoutPattern: [Program] {
    benchmark.rules.filter { $0.name != "R20" }.map(\.program)
  }

  // MARK: More rules

  private func printScaling() throws {
    let vendors = benchmark.vendors.prefix(40)
    var runs: [Measurement] = []
    for copies in [1, 10, 100] {
      let programs = try benchmark.programs(copies: copies)
      var decisions = Decisions(programs, on: vendors, atLevel: 2, readSets: .onePerDecision)
      runs.append(
        Measurement(
          "\(programs.count) rules",
          per: vendors.count * programs.count,
          repeats: 100 / copies
        ) { decisions.pass() }
      )
    }
    Measurement.run(&runs, rounds: Self.rounds)
    printTable("us a rule", runs)
  }

  private func printRules() {
    var runs = benchmark.rules.map { rule in
      var decisions = Decisions(
        [rule.program],
        on: benchmark.vendors,
        atLevel: 2,
        readSets: .never
      )
      return Measurement(rule.name, per: decisions.vendorCount) { decisions.pass() }
    }
    Measurement.run(&runs, rounds: Self.rounds)
    printTable("us a rule by itself", runs)
  }

  // MARK: Planes

  private func printPlanes() {
    let vendors = Array(benchmark.vendors.prefix(20))
    for share in [2, 10, 50] {
      var masks = MaskedDecisions(allRules, on: vendors, hiding: share)
      precondition(masks.agree, "64 masks in one pass must answer as 64 evaluations do")
      var planes = masks
      var runs = [
        Measurement("64 masks in one pass", per: vendors.count) { planes.passOnPlanes() },
        Measurement("64 evaluations", per: vendors.count) { masks.passOneByOne() },
      ]
      Measurement.run(&runs, rounds: 5)
      printTable("us a decision, \(share) % of the facts hidden", runs)
    }
  }

  private func printAllocations() {
    print("\nblocks of memory asked for")
    for (name, count) in Allocations.counts(of: benchmark) {
      print(name.padded(to: 40) + count.leftPadded(to: 10))
    }
  }

  private func printTable(_ unit: String, _ runs: [Measurement]) {
    let columns = ["median", "best"].map { $0.leftPadded(to: 10) }.joined()
    print("\n" + unit.padded(to: 40) + columns + "   ratio to the first, min/median/max")
    for run in runs {
      let ratio = run.ratios(to: runs[0])
      let spread = [ratio.least, ratio.median, ratio.most].map { decimal($0) }
      print(
        run.name.padded(to: 40) + decimal(run.median, digits: 3).leftPadded(to: 10)
          + decimal(run.best, digits: 3).leftPadded(to: 10) + "   "
          + spread.joined(separator: " / ")
      )
    }
  }
}
