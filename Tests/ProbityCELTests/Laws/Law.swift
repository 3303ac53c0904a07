import ProbityTestSupport
import Testing

@testable import ProbityCEL

/// What must hold of every condition in every world; a breach is told in a sentence.
struct Law: Sendable, CustomTestStringConvertible {
  let name: String
  /// The mistake that this law is there to catch.
  let control: Planted
  let breach: @Sendable (Setting, inout Bench) throws -> String?

  var testDescription: String { name }

  static let all = knowledge + forms + outlines
}

/// A run of generated cases under one law.
struct Trial {
  let law: Law
  let seed: UInt64
  let cases: Int
  var defect: Machine.Defect?
  var planted: Planted?

  /// The first breach, cut down as far as it stays one; nil if the law holds.
  func breach() throws -> String? {
    var maker = PhraseMaker(seed: seed)
    var bench = Bench(defect: defect, planted: planted)
    var condition = maker.condition(depth: 0)
    for number in 0..<cases {
      // A condition is tried in a few worlds before the next is made.
      if number % 4 == 0 {
        condition = maker.condition(depth: Int.random(in: 0...4, using: &maker.random))
      }
      let setting = Setting(
        condition: condition,
        world: Setting.world(&maker.random),
        hidden: Setting.hiding(&maker.random),
        alsoHidden: Setting.hiding(&maker.random),
        salt: maker.random.next()
      )
      guard let found = try law.breach(setting, &bench) else { continue }
      let (least, why) = try shrunk(setting, found, &bench)
      return "\(law.name): case \(number) of seed \(seed)\n  \(why)\n  \(least.description)"
    }
    return nil
  }

  private func shrunk(
    _ setting: Setting,
    _ found: String,
    _ bench: inout Bench
  ) throws -> (Setting, String) {
    var (least, why) = (setting, found)
    var attempts = 3000
    var goesOn = true
    while goesOn {
      goesOn = false
      for candidate in least.smaller where attempts > 0 {
        attempts -= 1
        guard let breach = try breach(of: candidate, &bench) else { continue }
        (least, why) = (candidate, breach)
        goesOn = true
        break
      }
    }
    return (least, why)
  }

  /// Cutting down may leave a text that means nothing: that is not a breach.
  private func breach(of setting: Setting, _ bench: inout Bench) throws -> String? {
    do {
      return try law.breach(setting, &bench)
    } catch is Refusal {
      return nil
    }
  }
}
