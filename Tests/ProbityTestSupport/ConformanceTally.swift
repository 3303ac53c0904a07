/// What became of the cases of one file of others' tests.
public struct ConformanceTally {
  /// The file, such as `cel/basic`.
  public let file: String

  /// Cases with the specified result.
  public private(set) var passed = 0

  /// Cases with another result, each with what came instead.
  public private(set) var failures: [String] = []

  /// Cases that are out of scope or refused on purpose, counted by the reason.
  public private(set) var skipped: [String: Int] = [:]

  /// Begins to count.
  public init(_ file: String) { self.file = file }

  /// Counts a case that came out as specified, or else says what came.
  public mutating func count(_ isAsSpecified: Bool, _ otherwise: @autoclosure () -> String) {
    if isAsSpecified { passed += 1 } else { failures.append(otherwise()) }
  }

  /// Counts a case that is left out.
  public mutating func skip(_ reason: String) { skipped[reason, default: 0] += 1 }

  /// `conformance: cel/basic: 43 passed, 0 failed, 0 skipped`, with the reasons for skipping.
  public var line: String {
    let count = skipped.values.reduce(0, +)
    let reasons = skipped.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return "conformance: \(file): \(passed) passed, \(failures.count) failed, \(count) skipped"
      + (reasons.isEmpty ? "" : " (\(reasons.joined(separator: ", ")))")
  }
}
