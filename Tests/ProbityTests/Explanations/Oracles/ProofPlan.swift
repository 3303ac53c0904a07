import Foundation

/// How often the properties of explanations are tried: `Tests/Laws/run` asks for more than `bin/test`.
enum ProofPlan {
  /// How many times as many cases as are tried by default.
  static let factor =
    ProcessInfo.processInfo.environment["PROBITY_PROOF_FACTOR"].flatMap(Int.init) ?? 1

  /// The seeds that cases are drawn from.
  static let seeds: [UInt64] = {
    let first =
      ProcessInfo.processInfo.environment["PROBITY_LAW_SEED"].flatMap(UInt64.init) ?? 41
    return [first, first &+ 1]
  }()
}
