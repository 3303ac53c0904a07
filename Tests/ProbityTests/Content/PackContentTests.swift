import ProbityYAML
import Testing

@testable import Probity

/// What every shipped pack owes to those who act on it.
@Suite struct PackContentTests {
  /// The packs of law, which came with three languages; the baseline's labels have two so far.
  static let packsOfLaw = ["eu", "us-federal", "uk", "city"]

  @Test func `the packs of law are shipped beside the baseline`() throws {
    let shipped = try Set(ShippedFiles.rulebook().packIDs)
    #expect(shipped.isSuperset(of: Self.packsOfLaw + ["core"]))
  }

  static func rules(of pack: String) throws -> [Rule] {
    let rules = try ShippedFiles.rulebook().rules.filter { $0.pack == pack }
    #expect(!rules.isEmpty, "\(pack) has no rules")
    return rules
  }

  @Test(arguments: packsOfLaw)
  func `a pack of law says all that it says in three languages`(_ pack: String) throws {
    let book = try ShippedFiles.rulebook()
    var texts = try Self.rules(of: pack).flatMap(TranslationTests.ruleTexts)
    for head in book.packs where head.id == pack {
      texts.append(("pack \(pack)", head.title))
      texts += head.parameters.map { ("parameter \($0.name)", $0.title) }
    }
    for (place, text) in texts {
      let told = ["en", "fr", "es"].compactMap { text.texts[$0] }
      #expect(told.count == 3, "\(place): \(text.texts)")
      #expect(Set(told).count == 3, "\(place) is told twice in the same words: \(text.texts)")
    }
  }

  @Test(arguments: packsOfLaw)
  func `each provision has its address, and says whether it was read`(_ pack: String) throws {
    for rule in try Self.rules(of: pack) {
      #expect(!rule.basis.isEmpty, "\(rule.id) rests on nothing")
      for provision in rule.basis {
        let address = provision.url ?? ""
        #expect(address.hasPrefix("https://"), "\(rule.id), \(provision.instrument): \(address)")
      }
    }
    for text in try ShippedFiles.texts(in: "rules/" + pack) {
      let lines = text.text(in: 0..<text.bytes.count).split(separator: "\n")
      let provisions = lines.filter { $0.contains("instrument: ") }.count
      let marks = lines.filter {
        $0.contains("status: verified") || $0.contains("status: to_verify")
      }
      #expect(marks.count == provisions, "\(text.name)")
    }
  }

  @Test(arguments: packsOfLaw)
  func `each choice of reading is dated and says why`(_ pack: String) throws {
    for head in try ShippedFiles.rulebook().packs where head.id == pack {
      #expect(!head.parameters.isEmpty, "\(pack) shows no choice")
      for parameter in head.parameters {
        for value in parameter.series {
          #expect((value.reference ?? "").count > 20, "\(pack), \(parameter.name)")
        }
      }
    }
  }

  @Test(arguments: packsOfLaw + ["core"])
  func `each rule says what to do, for vendor or buyer`(_ pack: String) throws {
    for rule in try Self.rules(of: pack) {
      #expect(rule.vendorRemedy != nil || rule.buyerRemedy != nil, "\(rule.id)")
      if rule.burden == .buyer { #expect(rule.buyerRemedy != nil, "\(rule.id)") }
    }
  }

  /// That there is one of each other kind is checked whenever rules load.
  @Test(arguments: packsOfLaw)
  func `each rule that may not apply shows an example of that`(_ pack: String) throws {
    for rule in try Self.rules(of: pack) where !rule.scope.isEmpty || rule.when != nil {
      #expect(rule.examples.contains { $0.expected == "not_applicable" }, "\(rule.id)")
    }
  }

  @Test(arguments: packsOfLaw + ["core"])
  func `the vendors of examples are invented`(_ pack: String) throws {
    for rule in try Self.rules(of: pack) {
      for example in rule.exampleNodes {
        let vendor = example["profile"]?["vendor"]
        #expect(vendor?["fictional"]?.scalar?.text == "true", "\(rule.id)")
        #expect(vendor?["jurisdiction"]?.scalar?.text == "ZZ", "\(rule.id)")
      }
    }
  }

  @Test(arguments: packsOfLaw)
  func `no real vendor passes by a pack of law`(_ pack: String) throws {
    let book = try ShippedFiles.rulebook()
    let day = try #require(CalendarDate("2026-11-23"))
    for profile in try ShippedFiles.profiles(by: book) where !profile.dossier.vendor.isFictional {
      let decision = book.decision(on: profile, asOf: day, packs: [pack])
      #expect(decision.verdict != .pass, "\(profile.vendorID)")
    }
  }

  /// Severity by date is two rules: no day is without one, and none has both.
  @Test(
    arguments: [
      ("2026-07-26", []), ("2026-07-27", ["eu/high-risk-readiness"]),
      ("2027-12-01", ["eu/high-risk-readiness"]), ("2027-12-02", ["eu/high-risk-conformity"]),
    ] as [(String, [String])]
  )
  func `duties for high-risk systems are advice until they bind`(
    _ day: String,
    _ expected: [String]
  ) throws {
    let date = try #require(CalendarDate(day))
    let rules = try Self.rules(of: "eu").filter { $0.id.contains("high-risk") }
    #expect(rules.filter { $0.inForce.contains(date) }.map(\.id) == expected)
    #expect(rules.map(\.isDecisive) == [false, true])
  }
}
