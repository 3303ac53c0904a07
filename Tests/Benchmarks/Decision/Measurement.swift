import Glibc

/// What is measured beside others, a number a round.
struct Measurement {
  let name: String
  /// How much a run of `body` does: decisions, or rules in them.
  private let divisor: Int
  /// Runs of `body` in one round, so that a round of little work takes as long as one of much.
  private let repeats: Int
  private(set) var micros: [Double] = []
  private let body: () -> Int

  init(_ name: String, per divisor: Int, repeats: Int = 1, _ body: @escaping () -> Int) {
    self.name = name
    self.divisor = divisor
    self.repeats = repeats
    self.body = body
  }

  var best: Double { micros.min() ?? 0 }
  var median: Double { micros.sorted()[micros.count / 2] }

  /// The processor time of this one divided by another's, round by round.
  func ratios(to other: Measurement) -> (least: Double, median: Double, most: Double) {
    let ratios = zip(micros, other.micros).map { $0 / $1 }.sorted()
    return (ratios.first ?? 0, ratios[ratios.count / 2], ratios.last ?? 0)
  }

  private mutating func run() {
    let start = clock()
    var sum = 0
    for _ in 0..<repeats { sum += body() }
    let time = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    precondition(sum > 0, "a pass must have found something")
    micros.append(time * 1e6 / Double(divisor * repeats))
  }

  /// Runs all by turns, so that what else the machine does meets each of them.
  static func run(_ measurements: inout [Measurement], rounds: Int) {
    for measurement in measurements.indices { measurements[measurement].warmUp() }
    for _ in 0..<rounds {
      for measurement in measurements.indices { measurements[measurement].run() }
    }
  }

  private func warmUp() { precondition(body() > 0, "a pass must have found something") }
}

func decimal(_ value: Double, digits: Int = 2) -> String {
  let scale = digits == 3 ? 1000 : 100
  let whole = Int((value * Double(scale)).rounded())
  let fraction = String(whole % scale)
  return "\(whole / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
