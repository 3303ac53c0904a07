import FoundationEssentials
import Probity
import ProbityText

/// Measures what all explanations of a decision cost, against the decision itself.
///
/// The vendors are the shipped profiles, as they are and with some of their claims taken away.
@main struct ExplanationBenchmark {
  static func main() throws {
    let root = String(#filePath.split(separator: "/Tests/Benchmarks/")[0])
    let book = try Rulebook(texts(in: root + "/rules"))
    let vendors = try texts(in: root + "/vendors")
    var random = Dice(state: 7)
    var measured: [Measurement] = []
    for vendor in vendors {
      let profile = try book.profile(vendor, parties: vendors.filter { $0.name != vendor.name })
      for day in ["2020-12-18", "2026-11-23"] {
        guard let date = CalendarDate(day) else { continue }
        for round in 0..<6 {
          let kept = round == 0 ? 100 : 40 + random.below(60)
          let dossier = profile.dossier.thinned(keeping: kept, &random)
          measured.append(measure(dossier, by: book, asOf: date))
        }
      }
    }
    report(measured)
  }

  private static func texts(in folder: String) throws -> [SourceText] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
      .sorted().map { name in
        SourceText(
          name: name,
          bytes: Array(try Data(contentsOf: URL(filePath: folder + "/" + name)))
        )
      }
  }

  private static func measure(
    _ dossier: Dossier,
    by book: Rulebook,
    asOf date: CalendarDate
  ) -> Measurement {
    func decide() -> Decision {
      var deciding = Deciding(dossier, asOf: date)
      return deciding.decision(by: book.rules, of: book.packs)
    }
    let decision = decide()
    var result = Measurement(findings: decision.findings.count)
    result.decision = time(5) { _ = decide() }
    result.proofs = time(2) { for finding in decision.findings { _ = finding.explanation() } }
    result.repairs = time(2) {
      for finding in decision.findings where finding.keepsFromPassing { _ = finding.repairs() }
    }
    result.questions = time(2) { _ = decision.openQuestions() }
    result.foundation = time(2) { _ = decision.foundation(on: []) }
    result.all = time(2) { _ = decision.explanation() }
    return result
  }

  /// The shortest of some runs, in microseconds.
  private static func time(_ runs: Int, _ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    return (0..<runs).map { _ in clock.measure(body) / .microseconds(1) }.min() ?? 0
  }

  private static func report(_ measured: [Measurement]) {
    func line(_ name: String, _ value: (Measurement) -> Double) {
      let sorted = measured.map(value).sorted()
      let (median, high) = (sorted[sorted.count / 2], sorted[(sorted.count * 99) / 100])
      print(
        "\(name): median \(Int(median)) us, 99th \(Int(high)) us, most \(Int(sorted.last ?? 0)) us"
      )
    }
    print("\(measured.count) vendors")
    line("decision", \.decision)
    line("reasons and pivots", \.proofs)
    line("repairs", \.repairs)
    line("questions", \.questions)
    line("reliance", \.foundation)
    line("everything", \.all)
    let ratios = measured.map { $0.all / $0.decision }.sorted()
    print("everything, in decisions: median \(Int(ratios[ratios.count / 2]))")
  }
}

private struct Measurement {
  var findings: Int
  var decision = 0.0
  var proofs = 0.0
  var repairs = 0.0
  var questions = 0.0
  var foundation = 0.0
  var all = 0.0
}

/// A small generator of numbers: the same run every time.
struct Dice {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}

extension Dossier {
  /// The same with a share of its claims.
  fileprivate func thinned(keeping percent: Int, _ random: inout Dice) -> Dossier {
    var dossier = self
    for fact in dossier.facts.indices where dossier.facts[fact].ground == .evidence {
      if random.below(100) >= percent { dossier.facts[fact].claims = [] }
    }
    return dossier
  }
}
