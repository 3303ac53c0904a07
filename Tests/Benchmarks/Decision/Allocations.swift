import BenchmarkAllocations
import BenchmarkData

/// How often memory is asked for, counted where the process asks.
enum Allocations {
  /// Counts for printing; the first is a known one, to show that the count sees what it should.
  static func counts(of benchmark: BenchmarkCase) -> [(name: String, count: String)] {
    let programs = benchmark.rules.map(\.program)
    func count(_ readSets: Decisions.ReadSets, atLevel level: UInt8 = 2) -> String {
      var decisions = Decisions(
        programs,
        on: benchmark.vendors,
        atLevel: level,
        readSets: readSets
      )
      // What an evaluator keeps for its next evaluation is asked for once.
      _ = decisions.pass()
      let number = counted { _ = decisions.pass() }
      return decimal(Double(number) / Double(decisions.vendorCount))
    }
    var known: [[Int]] = []
    known.reserveCapacity(1000)
    let control = counted { for index in 0..<1000 { known.append([index]) } }
    precondition(control == 1000 && known.count == 1000, "a thousand arrays are \(control) blocks")
    return [
      ("a thousand arrays (control)", String(control)),
      ("24 rules", count(.never)),
      ("24 rules, a read set a decision", count(.onePerDecision)),
      ("24 rules, facts from level 4", count(.never, atLevel: 4)),
    ]
  }

  private static func counted(_ body: () -> Void) -> UInt64 {
    let before = probity_allocation_count()
    body()
    return probity_allocation_count() - before
  }
}
