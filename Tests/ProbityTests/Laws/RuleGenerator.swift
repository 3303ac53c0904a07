import Probity
import ProbityTestSupport

/// Draws small rules on the tiny vocabulary, as rule authors would write them.
struct RuleGenerator {
  private var chance: EvidenceGenerator
  /// Whether conditions may use all that the language has, and fail.
  private let isWide: Bool

  init(seed: UInt64, isWide: Bool = false) {
    chance = EvidenceGenerator(seed: seed)
    self.isWide = isWide
  }

  /// Rules with ids of their own; every third runs over things, every fourth has a condition.
  mutating func rules(_ count: Int, withExceptions: Bool = false) -> [TinyRule] {
    (0..<count).map { number in
      var rule = TinyRule()
      rule.id = "tiny/rule-\(number)"
      if number % 3 == 0 { rule.forEach = "{t: vendor.things}" }
      let isScoped = rule.forEach != nil
      if number % 4 == 0 { rule.when = leaf(isScoped) }
      let key = chance.pick(["violated_if", "required"])
      rule.condition = "\(key): \(condition(isScoped, depth: 2))"
      if withExceptions { rule.unless = leaf(isScoped) }
      return rule
    }
  }

  private mutating func condition(_ isScoped: Bool, depth: Int) -> String {
    guard depth > 0, chance.chance(60) else {
      return "{label: {en: so}, cel: '\(leaf(isScoped))'}"
    }
    let parts = (0..<2 + chance.below(2)).map { _ in condition(isScoped, depth: depth - 1) }
    let list = "[\(parts.joined(separator: ", "))]"
    let group = chance.pick(["all", "any", "none", "at_least"])
    return group == "at_least" ? "{at_least: {n: 2, of: \(list)}}" : "{\(group): \(list)}"
  }

  private mutating func leaf(_ isScoped: Bool) -> String {
    if isWide, chance.chance(60) { return wideLeaf(isScoped) }
    let (a, b, c) = (flag(), flag(), flag())
    let mode = chance.pick(["shown", "hidden", "absent"])
    let ofVendor = [
      a, "!\(a)", "\(a) || !\(b)", "\(a) && \(b)", "\(a) == \(b)", "\(a) ? \(b) : \(c)",
      "\(a) ? \(b) : !\(b)", "vendor.mode == \"\(mode)\"",
      "vendor.mode in [\"shown\", \"\(mode)\"]", "vendor.incidents.exists(i, i.grave)",
      "vendor.things.exists(x, x.bad && x.mode == \"\(mode)\")",
      "vendor.things.all(x, !x.bad || x.mode != \"\(mode)\")",
      "vendor.things.filter(x, x.bad).size() > 1",
    ]
    let ofThing = ["t.bad", "!t.bad", "t.mode == \"\(mode)\"", "t.bad && \(a)", "t.bad || \(b)"]
    return chance.pick(isScoped && chance.chance(70) ? ofThing : ofVendor)
  }

  private mutating func wideLeaf(_ isScoped: Bool) -> String {
    let (a, b, c) = (flag(), flag(), flag())
    let mode = chance.pick(["shown", "hidden", "absent"])
    let leaves = [
      "has(\(a))", "!has(vendor.mode)", "has(\(a)) && \(b)", "\(a) != \(b)",
      "vendor.mode == vendor.things[0].mode", "vendor.mode.startsWith(\"s\")",
      "vendor.?mode.orValue(\"\(mode)\") == \"hidden\"", "[\(a), \(b)].exists(x, !x)",
      "[\(a), \(b), \(c)].filter(x, x).size() > 1", "\(a) in [\(b), \(c)]",
      "size(vendor.things) > 1", "vendor.things.size() < 3 || \(a)",
      "vendor.things.exists_one(x, x.bad)", "vendor.things.map(x, x.bad).exists(y, y)",
      "vendor.things.filter(x, x.bad).all(x, x.mode == \"\(mode)\")",
      "(\(a) ? vendor.things : []).exists(x, has(x.mode))", "1 / (\(a) ? 1 : 0) > 0 || \(b)",
      "vendor.things.exists(x, vendor.incidents.exists(i, i.grave == x.bad))",
      "cel.bind(m, vendor.mode, m == \"\(mode)\" || m == \"shown\")",
      "vendor.mode in vendor.things.map(x, x.mode)",
    ]
    let ofThing = ["has(t.bad)", "t.mode == vendor.mode", "t.mode != \"\(mode)\"", "!has(t.mode)"]
    return chance.pick(isScoped && chance.chance(50) ? ofThing : leaves)
  }

  private mutating func flag() -> String {
    "vendor.\(chance.pick("abcdef".map(String.init)))"
  }
}
