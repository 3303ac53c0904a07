import Benchmark
import BenchmarkData
import Foundation
import ProbityCEL

/// Statistics of decisions on a hundred vendors, for comparing one build with another; what is
/// compared with anything else is measured in pairs by `DecisionBenchmark`.
let benchmarks: @Sendable () -> Void = {
  let path = ProcessInfo.processInfo.environment["PROBITY_BENCHMARK_PROFILES"] ?? ""
  do {
    let data = try BenchmarkCase(BenchmarkFolder(path: path), vendors: 100)
    let programs = data.rules.map(\.program)
    for level in [UInt8(2), 4] {
      measure("24 rules, facts from level \(level)", programs, on: data, atLevel: level)
    }
    for rule in data.rules { measure(rule.name, [rule.program], on: data, atLevel: 2) }
  } catch {
    // The package calls this without a way to report an error, and nothing can be measured.
    fatalError("the profiles can't be read: \(error)")
  }
}

private func measure(
  _ name: String,
  _ programs: [Program],
  on data: BenchmarkCase,
  atLevel level: UInt8
) {
  let configuration = Benchmark.Configuration(
    metrics: [.cpuUser, .wallClock, .throughput, .peakMemoryResident],
    timeUnits: .microseconds,
    maxDuration: .seconds(2)
  )
  var decisions = Decisions(
    programs,
    on: data.vendors,
    atLevel: level,
    readSets: .onePerDecision
  )
  Benchmark(name, configuration: configuration) { benchmark in
    for _ in benchmark.scaledIterations { blackHole(decisions.pass()) }
  }
}
